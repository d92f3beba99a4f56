/*-
 * #%L
 * Zero-Shot SR: zero-shot super-resolution for microscopy.
 * %%
 * Copyright (C) 2026 Zero-Shot SR developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package org.zeroshotsr.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.enlarge.Consistency;
import org.zeroshotsr.enlarge.HalfWidths;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.noise.Correlation;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.AxialKernel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.Recipe;
import org.zeroshotsr.run.Stack;
import org.zeroshotsr.train.Course;
import org.zeroshotsr.train.Training;

/** What passes between the processes besides pixels, as maps that Appose's JSON can hold. */
final class Wire {

	private Wire() {}

	static Map<String, Object> recipe(final Recipe recipe) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("stages", recipe.stages().stream().map(f -> Numbers.text(f.rows(), f.columns())).toList());
		map.putAll(kernel(recipe.kernel()));
		if (recipe.noise() != null) map.put("noise", noise(recipe.noise()));
		if (recipe.measured() != null) map.put("measured", noise(new Recipe.Noise(recipe.measured(), false)));
		map.put("fallback", recipe.fallback());
		map.put("stack", recipe.stack().name());
		map.put("ensemble", recipe.ensemble());
		map.put("backProjections", recipe.backProjections());
		map.put("depth", recipe.depth());
		map.put("width", recipe.width());
		map.put("device", recipe.device());
		map.put("precision", recipe.precision().name());
		map.put("pixels", Numbers.text(recipe.floor(), recipe.ceiling()));
		final Course course = recipe.course();
		map.put("adaptive", course.adaptive());
		map.put("steps", course.steps());
		map.put("crop", course.crop());
		map.put("echoEvery", course.echoEvery());
		map.put("seed", String.valueOf(course.seed()));
		map.put("maps", recipe.maps().stream().map(Layer::name).toList());
		return map;
	}

	@SuppressWarnings("unchecked")
	static Recipe recipe(final Map<String, Object> map) {
		final Course course = new Course((Boolean) map.get("adaptive"), whole(map.get("steps")), whole(map.get("crop")), whole(
			map.get("echoEvery")), Long.parseLong((String) map.get("seed")));
		final double[] pixels = Numbers.doubles(map.get("pixels"));
		return new Recipe(((List<String>) map.get("stages")).stream().map(Numbers::doubles).map(f -> new Factor(f[0], f[1]))
			.toList(), kernelOf(map), true, map.get("noise") == null ? null : noise((Map<String, Object>) map.get("noise")), Stack.valueOf((String) map.get("stack")), whole(
				map.get("ensemble")), whole(map.get("backProjections")), whole(map.get("depth")), whole(map.get("width")),
			(String) map.get("device"), NetworkSpec.Precision.valueOf((String) map.get("precision")), course, (Boolean) map.get(
				"fallback"), map.get("measured") == null ? null : noise((Map<String, Object>) map.get("measured")).model(),
			pixels[0], pixels[1], ((List<String>) map.get("maps")).stream().map(Layer::valueOf).toList());
	}

	private static Map<String, Object> kernel(final Kernel kernel) {
		if (kernel instanceof AxialKernel axial) return Map.of("axial", axial.slices().name(), "sigma", Numbers.text(axial.sigma()));
		if (kernel.samples() != null) return Map.of("kernel", Arrays.stream(kernel.samples()).map(Numbers::text).toList());
		if (kernel.gaussian() != null) return Map.of("gaussian", Numbers.text(kernel.gaussian()));
		return Map.of("linear", kernel.equals(Kernel.linear()));
	}

	@SuppressWarnings("unchecked")
	private static Kernel kernelOf(final Map<String, Object> map) {
		if (map.containsKey("kernel")) return Kernel.measured(((List<String>) map.get("kernel")).stream().map(
			Numbers::doubles).toArray(double[][]::new));
		if (map.containsKey("axial")) return new AxialKernel(AxialKernel.Slices.valueOf((String) map.get("axial")), Numbers.doubles(map
			.get("sigma"))[0]);
		if (map.containsKey("linear")) return (Boolean) map.get("linear") ? Kernel.linear() : Kernel.cubic();
		final double[] g = Numbers.doubles(map.get("gaussian"));
		return Kernel.gaussian(g[0], g[1], g[2]);
	}

	private static Map<String, Object> noise(final Recipe.Noise noise) {
		final NoiseModel model = noise.model();
		final Correlation correlation = model.correlation();
		return Map.of("model", Numbers.text(model.gain(), model.read(), model.offset()), "rows", correlation.rows(), "columns",
			correlation.columns(), "relative", noise.relative());
	}

	private static Recipe.Noise noise(final Map<String, Object> map) {
		final double[] n = Numbers.doubles(map.get("model"));
		return new Recipe.Noise(new NoiseModel(n[0], n[1], n[2], new Correlation(lags(map.get("rows")), lags(map.get(
			"columns")))), (Boolean) map.get("relative"));
	}

	@SuppressWarnings("unchecked")
	private static List<Double> lags(final Object list) {
		return ((List<Number>) list).stream().map(Number::doubleValue).toList();
	}

	static Map<String, Object> plane(final Plane plane) {
		return Map.of("channels", plane.channels, "height", plane.height, "width", plane.width, "samples", Numbers.text(
			plane.data));
	}

	static Plane plane(final Map<?, ?> map) {
		return new Plane(whole(map.get("channels")), whole(map.get("height")), whole(map.get("width")), Numbers.floats(map
			.get("samples")));
	}

	static List<Map<String, Object>> trainings(final List<Training> trainings) {
		final List<Map<String, Object>> maps = new ArrayList<>();
		for (final Training t : trainings)
			maps.add(Map.of("learnt", t.learnt(), "attempts", t.attempts(), "steps", t.steps(), "gain", Numbers.text(t.gain()),
				"loss", Numbers.text(t.loss()), "measured", Arrays.stream(t.measuredSteps()).boxed().toList(), "gains", Numbers.text(t
					.gains())));
		return maps;
	}

	@SuppressWarnings("unchecked")
	static List<Training> trainings(final Object list) {
		final List<Training> trainings = new ArrayList<>();
		for (final Map<String, Object> t : (List<Map<String, Object>>) list)
			trainings.add(new Training((Boolean) t.get("learnt"), whole(t.get("attempts")), whole(t.get("steps")), Numbers.doubles(t
				.get("gain"))[0], Numbers.floats(t.get("loss")), ((List<Number>) t.get("measured")).stream().mapToInt(
					Number::intValue).toArray(), Numbers.doubles(t.get("gains"))));
		return trainings;
	}

	static Map<String, Object> outcome(final Engine.Outcome outcome) {
		return Map.of("trainings", trainings(outcome.trainings()), "consistency", Numbers.text(outcome.consistency().rms(), outcome.consistency().rse(), outcome
			.consistency().rsp()), "verdict", verdict(outcome
			.verdict()));
	}

	static Engine.Outcome outcome(final Map<?, ?> map) {
		final double[] c = Numbers.doubles(map.get("consistency"));
		return new Engine.Outcome(trainings(map.get("trainings")), new Consistency(c[0], c[1], c[2]), verdict((Map<?, ?>) map.get(
			"verdict")));
	}

	private static Map<String, Object> verdict(final Verdict v) {
		return Map.of("errors", Numbers.text(v.network(), v.own(), v.bicubic(), v.blurred(), v.sigma(), v.heldOut()), "simple", v
			.simple());
	}

	private static Verdict verdict(final Map<?, ?> map) {
		final double[] v = Numbers.doubles(map.get("errors"));
		return new Verdict(v[0], v[1], v[2], v[3], v[4], v[5], (Boolean) map.get("simple"));
	}

	/** What there is none of is left out. */
	static Map<String, Object> memory(final Engine.Memory memory) {
		final Map<String, Object> map = new LinkedHashMap<>();
		if (memory.range() != null) map.put("range", Numbers.text(memory.range().low(), memory.range().high()));
		if (memory.level() != null) map.put("level", Numbers.text(memory.level()));
		if (memory.joint() != null) map.put("joint", stages(memory.joint()));
		if (memory.verdict() != null) map.put("verdict", verdict(memory.verdict()));
		if (memory.widths() != null) map.put("widths", List.of(Numbers.text(memory.widths().weights()), Numbers.text(memory.widths()
			.at()), Numbers.text(memory.widths().times())));
		if (memory.warm() != null) map.put("warm", stages(memory.warm()));
		return map;
	}

	static Engine.Memory memory(final Map<?, ?> map) {
		final double[] range = map.containsKey("range") ? Numbers.doubles(map.get("range")) : null;
		return new Engine.Memory(range == null ? null : new IntensityRange(range[0], range[1]), map.containsKey("level") ? Numbers
			.floats(map.get("level")) : null, stages(map.get("joint")), map.containsKey("verdict") ? verdict((Map<?, ?>) map.get(
				"verdict")) : null, widths((List<?>) map.get("widths")), stages(map.get("warm")));
	}

	private static HalfWidths widths(final List<?> list) {
		return list == null ? null : new HalfWidths(Numbers.doubles(list.get(0)), Numbers.doubles(list.get(1)), Numbers.doubles(list
			.get(2)));
	}

	/** Weights of each stage; of none an empty list. */
	private static List<List<String>> stages(final float[][][] stages) {
		return Arrays.stream(stages).map(stage -> stage == null ? List.<String>of() : Arrays.stream(stage).map(Numbers::text).toList())
			.toList();
	}

	@SuppressWarnings("unchecked")
	private static float[][][] stages(final Object list) {
		return list == null ? null : ((List<List<String>>) list).stream().map(stage -> stage.isEmpty() ? null : stage.stream().map(
			Numbers::floats).toArray(float[][]::new)).toArray(float[][][]::new);
	}

	static int whole(final Object number) {
		return ((Number) number).intValue();
	}
}
