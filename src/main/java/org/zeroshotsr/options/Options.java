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
package org.zeroshotsr.options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.resize.AxialKernel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.run.Recipe;
import org.zeroshotsr.train.Course;

/**
 * A choice for every {@link Option}. Immutable; starts from {@link #defaults()}.
 *
 * <pre>
 * Options options = Options.defaults().with(Option.SCALE, "1.5x2").with(Option.STACK, "warm");
 * </pre>
 */
public final class Options {

	/** Whether a simpler result takes the place of one that is estimated to be worse. */
	public enum Fallback {
		ON, OFF
	}

	/** How the learning rate goes. */
	public enum Schedule {
		FIXED, ADAPTIVE
	}

	/** What the image is like: the values of a family of options, each of which a given value overrides. */
	public enum Preset {
		AUTO(Map.of(Option.KERNEL, "auto", Option.Z_KERNEL, "auto", Option.NOISE, "auto")), IDEAL(Map.of()), MICROSCOPY(Map.of(Option.KERNEL, "optics", Option.Z_KERNEL, "optics",
			Option.NOISE, "auto")), NOISY(Map.of(Option.NOISE,
			"auto")), OLD(Map.of(Option.KERNEL, "estimate", Option.NOISE, "auto"));

		private final Map<Option, String> values;

		Preset(final Map<Option, String> values) {
			this.values = values;
		}
	}

	/** Time against quality. */
	public enum Quality {
		FAST(Map.of(Option.ENSEMBLE, "4"), 350, 100), BALANCED(Map.of(), 1000, 100), BEST(Map.of(Option.WIDTH, "96"), 3000, 30);

		private final Map<Option, String> values;
		/** Steps of the fixed schedule, at a factor of 2. */
		private final int steps;
		/** Training steps between two renewals of the echo. */
		private final int echoEvery;

		Quality(final Map<Option, String> values, final int steps, final int echoEvery) {
			this.values = values;
			this.steps = steps;
			this.echoEvery = echoEvery;
		}

		/** Larger factors have smaller sons, and take longer to learn. */
		private int steps(final Factor factor) {
			final Factor block = factor.block();
			final double side = Math.sqrt(block.rows() * block.columns());
			return (int) Math.round(steps * Math.max(LEAST, Math.min(MOST, side / 2)));
		}
	}

	/** How many times the steps of a factor of 2 others take. */
	private static final double LEAST = 0.75;
	private static final double MOST = 2;
	private static final int ADAPTIVE_STEPS = 3000;
	private static final int BACK_PROJECTIONS = 2;

	private static final Options DEFAULTS = new Options(new EnumMap<>(Option.class), null);

	/** What was asked for, as text. */
	private final Map<Option, String> given;
	/** What that comes to: given, by preset, by quality, or by default. */
	private final Map<Option, String> texts = new EnumMap<>(Option.class);
	private final Map<Option, Object> values = new EnumMap<>(Option.class);
	/** The kernel that was read from its file, or null. */
	private final Kernel read;

	private Options(final Map<Option, String> given, final Kernel read) {
		this.given = given;
		this.read = read;
		for (final Option option : Option.values())
			put(option, given.getOrDefault(option, option.defaultValue()));
		this.<Quality> value(Option.QUALITY).values.forEach(this::imply);
		this.<Preset> value(Option.PRESET).values.forEach(this::imply);
	}

	private void put(final Option option, final String text) {
		values.put(option, option.parse(text));
		texts.put(option, text.trim());
	}

	private void imply(final Option option, final String text) {
		if (!given.containsKey(option)) put(option, text);
	}

	public static Options defaults() {
		return DEFAULTS;
	}

	/** The options whose values a preset or a quality may set. */
	public static Set<Option> governed() {
		final Set<Option> governed = EnumSet.noneOf(Option.class);
		for (final Preset preset : Preset.values())
			governed.addAll(preset.values.keySet());
		for (final Quality quality : Quality.values())
			governed.addAll(quality.values.keySet());
		return governed;
	}

	/**
	 * These options with another value for one of them.
	 *
	 * @throws IllegalArgumentException which names the option, the value and what is possible
	 */
	public Options with(final Option option, final String value) {
		return with(Map.of(option.text(), value));
	}

	/** These options with the values of {@code choices}, by command-line name or macro key. */
	public Options with(final Map<String, String> choices) {
		final Map<Option, String> all = new EnumMap<>(Option.class);
		all.putAll(given);
		choices.forEach((name, value) -> all.put(Option.of(name), value));
		return new Options(all, Objects.equals(all.get(Option.KERNEL), given.get(Option.KERNEL)) ? read : null);
	}

	/** These options with the samples of the kernel file, which somebody has read. */
	public Options withKernel(final Kernel kernel) {
		return new Options(given, kernel);
	}

	/** The value of an option as text: as it was given, or by preset, quality or default. */
	public String get(final Option option) {
		return texts.get(option);
	}

	/** All values by command-line name, in the order of {@link Option}. */
	public Map<String, String> toMap() {
		final Map<String, String> map = new LinkedHashMap<>();
		texts.forEach((option, text) -> map.put(option.text(), text));
		return map;
	}

	@SuppressWarnings("unchecked")
	private <T> T value(final Option option) {
		return (T) values.get(option);
	}

	public Factor scale() {
		return value(Option.SCALE);
	}

	/** How many times more slices a stack gets; null where that is left to the image's calibration. */
	public Double zScale() {
		return value(Option.Z_SCALE);
	}

	/** How much the image grows, in all. */
	public Growth growth() {
		return new Growth(scale(), zScale());
	}

	/** Whether a stack grows along z. */
	public boolean enlargesZ() {
		return zScale() == null || zScale() > 1;
	}

	/** @throws BadInput where nothing grows */
	public Options checkEnlarges() {
		if (!enlargesPlanes() && !enlargesZ()) throw new BadInput("scale: '" + get(Option.SCALE) +
			"' is not possible (that enlarges nothing); it takes " + Option.SCALE.range());
		return this;
	}

	/** Whether planes grow. */
	public boolean enlargesPlanes() {
		return scale().rows() > 1 || scale().columns() > 1;
	}

	/** The factors of the stages, the last of which is {@link #scale()}; one stage unless gradual. */
	private List<Factor> stages() {
		final List<Factor> asked = value(Option.GRADUAL);
		if (asked == null) return List.of(scale());
		if (asked.isEmpty()) return automaticStages(scale());
		final List<Factor> stages = new ArrayList<>(asked);
		for (int i = 0; i < stages.size(); i++)
			if (stages.get(i).rows() > scale().rows() || stages.get(i).columns() > scale().columns())
				throw new BadInput("gradual: the factor " + stages.get(i).rows() + "x" + stages.get(i)
					.columns() + " is larger than the scale");
		if (!stages.get(stages.size() - 1).equals(scale())) stages.add(scale());
		return stages;
	}

	/** The published x2 schedule, 1x1.5, 1.5x1, 1.5x1.5, 1.5x2, 2x1.5, 2x2, carried over to any factor. */
	private static List<Factor> automaticStages(final Factor scale) {
		final List<Factor> stages = new ArrayList<>();
		final double[][] at = { { 0, .5 }, { .5, 0 }, { .5, .5 }, { .5, 1 }, { 1, .5 }, { 1, 1 } };
		for (final double[] part : at) {
			final Factor stage = new Factor(1 + part[0] * (scale.rows() - 1), 1 + part[1] * (scale.columns() - 1));
			if (!stages.contains(stage) && (stage.rows() > 1 || stage.columns() > 1)) stages.add(stage);
		}
		stages.remove(scale);
		stages.add(scale);
		return stages;
	}

	/** The kernel file to be read before the run, or null. */
	public Path kernelFile() {
		return this.<List<OptionValues.KernelChoice>> value(Option.KERNEL).get(0).file();
	}

	/** What follows "optics" in the kernel's text, or null for another kernel. */
	private String optics() {
		final String text = get(Option.KERNEL).toLowerCase(Locale.ROOT);
		return text.startsWith(OptionValues.OPTICS) && !text.contains(";") ? text.substring(OptionValues.OPTICS.length()) : null;
	}

	/** Which of NA, EM and PIXEL a kernel of optics still needs; see {@link #withOptics}. */
	public List<String> missingOptics() {
		return optics() == null ? List.of() : OpticsText.missing(optics());
	}

	/** These options with the kernel's optics completed by {@code values}, such as PIXEL=0.1. */
	public Options withOptics(final List<String> values) {
		if (values.isEmpty()) return this;
		return with(Option.KERNEL, get(Option.KERNEL) + (optics().isEmpty() ? ":" : ",") + String.join(",", values));
	}

	/** Whether the kernel is that of the optics where the image's metadata tell them, and else bicubic. */
	public boolean isKernelAutomatic() {
		return get(Option.KERNEL).equalsIgnoreCase(OptionValues.AUTO);
	}

	/** For how many channels an option has values: mostly 1, which holds for any. */
	public int channels(final Option option) {
		if (option == Option.KERNEL && optics() != null) return OpticsText.channels(optics());
		if (option == Option.Z_KERNEL) return axialOptics() == null ? 1 : OpticsText.channels(axialOptics());
		return values.get(option) instanceof List<?> list && option != Option.GRADUAL ? list.size() : 1;
	}

	/** The value for a channel. */
	private <T> T value(final Option option, final int channel) {
		final List<T> list = value(option);
		return list.get(list.size() == 1 ? 0 : channel);
	}

	/** Whether an option has the value that the preset has for it; dialogs give such values, too. */
	public boolean isPresets(final Option option) {
		return get(option).equalsIgnoreCase(this.<Preset> value(Option.PRESET).values.get(option));
	}

	/**
	 * What these options come to for a channel, counted from 0.
	 *
	 * @throws IllegalArgumentException where the stages of a gradual increase do not fit
	 * @throws IllegalStateException where the kernel's file is not read, or its optics are not complete
	 */
	public Recipe recipe(final int channel) {
		return recipe(stages(), kernel(channel), !isKernelAutomatic(), channel);
	}

	private Recipe recipe(final List<Factor> stages, final Kernel kernel, final boolean deblurs, final int channel) {
		final Integer projections = value(Option.BACK_PROJECTION);
		final boolean adaptive = value(Option.SCHEDULE) == Schedule.ADAPTIVE;
		final Integer steps = value(Option.STEPS);
		final Quality quality = value(Option.QUALITY);
		final Course course = new Course(adaptive, steps != null ? steps : adaptive ? ADAPTIVE_STEPS : quality.steps(stages.get(stages
			.size() - 1)), value(Option.CROP), quality.echoEvery, value(Option.SEED));
		return new Recipe(stages, kernel, deblurs, value(Option.NOISE, channel), value(Option.STACK), value(Option.ENSEMBLE),
			projections != null ? projections : BACK_PROJECTIONS, value(Option.DEPTH), value(Option.WIDTH), value(Option.DEVICE), value(
				Option.PRECISION), course, value(Option.FALLBACK) == Fallback.ON, null, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.of());
	}

	/**
	 * What stacks are enlarged by along z, for a channel, counted from 0: planes of which rows are slices.
	 *
	 * @throws IllegalStateException where the factor or the kernel is not completed
	 */
	public Recipe axialRecipe(final int channel) {
		if (zScale() == null) throw new IllegalStateException("z-scale: auto has not been completed");
		return recipe(List.of(new Factor(zScale(), 1)), axialKernel(channel), false, channel);
	}

	/** What follows "optics" in the text of the kernel along z, or null for another kernel. */
	public String axialOptics() {
		return this.<AxialText.Choice> value(Option.Z_KERNEL).optics();
	}

	/** Whether the kernel along z is that of the image's optics where its metadata tell them. */
	public boolean isAxialKernelAutomatic() {
		return get(Option.Z_KERNEL).equalsIgnoreCase(OptionValues.AUTO);
	}

	/** What the optics' kernel along z needs and the text does not tell: NA, EM, DEPTH; empty for another kernel. */
	public List<String> missingAxialOptics() {
		return axialOptics() == null ? List.of() : AxialText.missing(axialOptics());
	}

	/** These options with the optics along z completed by {@code values}, such as DEPTH=0.5. */
	public Options withAxialOptics(final List<String> values) {
		if (values.isEmpty()) return this;
		return with(Option.Z_KERNEL, get(Option.Z_KERNEL) + (axialOptics().isEmpty() ? ":" : ",") + String.join(",", values));
	}

	private Kernel axialKernel(final int channel) {
		if (isAxialKernelAutomatic()) return AxialKernel.BINNED; // as the image's metadata do not tell another
		final AxialText.Choice choice = axialOptics() == null ? value(Option.Z_KERNEL) : AxialText.kernel(OpticsText.channel(get(
			Option.Z_KERNEL).toLowerCase(Locale.ROOT), channel));
		if (choice.kernel() == null) throw new IllegalStateException("the kernel " + get(Option.Z_KERNEL) + " has not been completed");
		return choice.kernel();
	}

	/** The kernel of a channel, counted from 0; null where it is yet to be estimated. */
	public Kernel kernel(final int channel) {
		if (read != null) return read;
		final String text = get(Option.KERNEL);
		if (text.equalsIgnoreCase(OptionValues.ESTIMATE) || isKernelAutomatic()) return null;
		final OptionValues.KernelChoice choice = optics() == null ? value(Option.KERNEL, channel) : OptionValues.kernels(OpticsText
			.channel(text, channel)).get(0);
		if (choice.kernel() == null) throw new IllegalStateException("the kernel " + text + " has not been read or completed");
		return choice.kernel();
	}

	/** How many threads may work at a time; null for as many as there are processors for this process. */
	public Integer threads() {
		return value(Option.THREADS);
	}

	public long seed() {
		return this.<Long> value(Option.SEED);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Options && texts.equals(((Options) other).texts);
	}

	@Override
	public int hashCode() {
		return texts.hashCode();
	}

	@Override
	public String toString() {
		return toMap().toString();
	}
}
