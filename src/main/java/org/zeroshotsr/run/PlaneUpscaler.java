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
package org.zeroshotsr.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.enlarge.Enlarger;
import org.zeroshotsr.enlarge.HalfWidths;
import org.zeroshotsr.enlarge.Maps;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.BackProjection;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.train.Course;
import org.zeroshotsr.train.Trainer;
import org.zeroshotsr.train.Training;

/**
 * Trains a network on one plane and enlarges that plane with it; gradually (Shocher, Cohen, Irani 2018, section 3.2) in
 * several stages, each of whose results joins the sources of fathers for the next. Where nothing is learnt the result is
 * bicubic, back-projected. Remembers each stage's weights, so that the next plane of a stack can go on from there.
 */
final class PlaneUpscaler implements AutoCloseable {

	/** What the user is told where training comes to nothing. */
	private static final String NOTHING = "The network learnt nothing from the image; the result is ";
	static final String NOT_LEARNT = NOTHING + "bicubic enlargement, back-projected";
	private static final String NOTHING_JOINT = "The network learnt nothing from the planes together";
	private static final String NOT_LEARNT_YET =
		"The network learnt nothing of a smaller factor, for which bicubic enlargement takes its place";
	private static final String NO_BETTER = "Along z the network is estimated to be further from the truth than cubic interpolation, " +
		"which is returned instead (fallback=off insists on the network's)";
	/** In how many flips and turns a network is judged, at most. */
	private static final int JUDGED_TURNS = 4;
	/** Noise whose variance differs by less is the same. */
	private static final double SAME_NOISE = 0.25;

	private final Recipe recipe;
	private final Plan plan;
	private final Function<NetworkSpec, Network> maker;
	private final Map<NetworkSpec, Network> networks = new HashMap<>();
	private final float[][][] learnt;
	/** Of the network that has learnt from several planes, and their means. */
	private float[][][] joint;
	private float[] jointLevel;
	private Verdict jointVerdict;
	private HalfWidths jointWidths;
	private Network last;

	PlaneUpscaler(final Recipe recipe, final Plan plan, final Function<NetworkSpec, Network> maker) {
		this.recipe = recipe;
		this.plan = plan;
		this.maker = maker;
		learnt = new float[recipe.stages().size()][][];
	}

	Engine.Memory memory(final IntensityRange range) {
		return new Engine.Memory(range, jointLevel, joint, jointVerdict, jointWidths, learnt.clone());
	}

	void remember(final Engine.Memory memory) {
		jointLevel = memory.level();
		joint = memory.joint();
		jointVerdict = memory.verdict();
		jointWidths = memory.widths();
		System.arraycopy(memory.warm(), 0, learnt, 0, learnt.length);
	}

	/** The network that was last used. */
	Network network() {
		return last;
	}

	/**
	 * Trains a network for several planes.
	 *
	 * @param mosaic parts of them in working units, filled
	 * @param known  which of its pixels are
	 * @param noise  of the planes in working units, or null
	 * @param measured noise by which the network is judged, in working units, or null
	 * @param pixels what a pixel of the result can hold, in working units, or null
	 * @param steps  how many times as many as a plane has
	 */
	List<Training> learn(final Plane mosaic, final Known known, final NoiseModel noise, final NoiseModel measured,
		final BackProjection.Range pixels, final double steps, final Progress progress)
	{
		jointLevel = mosaic.means();
		joint = new float[plan.stages()][][];
		final Course course = recipe.course().times(steps);
		final List<Training> trainings = new ArrayList<>();
		final List<Plane> enlarged = new ArrayList<>();
		float[][] weights = null;
		for (int i = 0; i < joint.length; i++) {
			final int stage = i;
			final Factor factor = recipe.stages().get(stage);
			last = networks.computeIfAbsent(recipe.network(factor, mosaic.channels), maker);
			final Degradation degradation = new Degradation(recipe.kernel(), factor, noise);
			final Trainer trainer = new Trainer(last, degradation, course, mosaic, known, jointLevel, enlarged, new StageProgress(
				progress, stage, joint.length, factor, done -> plan.learnt(stage, done)));
			final Attempt attempt = attempt(trainer, degradation, weights == null ? null
				: new Trainer.Start(last.spec().carriedOver(weights, course.seed()), course));
			trainings.add(attempt.training);
			joint[stage] = weights = attempt.weights;
			if (weights == null) progress.note(stage == joint.length - 1 ? NOTHING_JOINT : NOT_LEARNT_YET);
			if (stage < joint.length - 1) enlarged.add(enlarger(attempt, recipe.ensemble(), null).enlarge(mosaic, jointLevel,
				progress));
			else if (degradation.isAxial()) {
				final Verdict verdict = new AxialJudge(mosaic, known, new Degradation(recipe.kernel(), factor, measured), jointLevel,
					progress).of(attempt.training.learnt() ? enlarger(attempt, Math.min(JUDGED_TURNS, recipe.ensemble()), pixels) : null);
				jointVerdict = verdict.returning(recipe.fallback() && verdict.simple());
				if (jointVerdict.simple() && attempt.training.learnt()) progress.note(NO_BETTER);
				jointWidths = widths(along(attempt.weights, degradation, pixels), mosaic, known, noise(noise, measured), degradation, jointLevel,
					progress);
			}
			else {
				final Verdict verdict = verdict(new Judge(mosaic, known, measured, factor, jointLevel, progress), attempt, pixels);
				jointVerdict = verdict.returning(recipe.fallback() && verdict.worse());
				jointWidths = widths(last(new Judged(attempt, jointVerdict, null), pixels), mosaic, known, noise(noise, measured), degradation, jointLevel,
					progress);
			}
		}
		return trainings;
	}

	/**
	 * Trains, unless the network has learnt from several planes, and enlarges.
	 *
	 * @param plane  in working units
	 * @param known  which of its pixels are; null for all
	 * @param noise  of the plane in working units, or null
	 * @param measured noise by which the result is judged, in working units, or null
	 * @param pixels what a pixel of the result can hold, in working units, or null
	 * @param start  where the network comes from
	 * @param output takes the result
	 * @return its consistency and its verdict are in working units; null where the network of several planes does not serve this one
	 *         and another is wanted then
	 */
	Engine.Outcome upscale(final Plane plane, final Known known, final NoiseModel noise, final NoiseModel measured,
		final BackProjection.Range pixels, final Engine.Start start, final Output output, final Progress progress)
	{
		final boolean part = start == Engine.Start.PART;
		final boolean together = start == Engine.Start.JOINT || start == Engine.Start.AUTO || part;
		final float[] level = together ? jointLevel : plane.means();
		final List<Training> trainings = new ArrayList<>();
		final List<Plane> enlarged = new ArrayList<>();
		float[][] weights = null;
		for (int i = 0;; i++) {
			final int stage = i;
			final boolean ends = stage == plan.stages() - 1;
			final Factor factor = recipe.stages().get(stage);
			last = networks.computeIfAbsent(recipe.network(factor, plane.channels), maker);
			final Progress training = new StageProgress(progress, stage, plan.stages(), factor, done -> plan.trained(stage, start,
				done));
			final Function<Degradation, Trainer> trainer = d -> new Trainer(last, d, recipe.course(), plane, known, level, enlarged,
				training);
			final Degradation degradation = new Degradation(recipe.kernel(), factor, noise);
			final Attempt first = together ? learntBefore(stage, degradation, trainer) : attempt(trainer.apply(degradation),
				degradation, start(stage, start, weights));
			if (!ends && !together && !first.training.learnt()) progress.note(NOT_LEARNT_YET);
			final Judged judged = ends && part ? new Judged(first, jointVerdict, null) : ends ? judged(new Judge(plane, known, measured, factor, level, progress), measured, first, trainer,
				pixels, plane, start == Engine.Start.AUTO, progress) : new Judged(first, null, null);
			if (judged == null) return null;
			if (judged.other != null) trainings.add(judged.other.training);
			trainings.add(judged.attempt.training);
			weights = judged.attempt.weights;
			if (!together) learnt[stage] = weights;
			final Progress enlarging = new StageProgress(progress, stage, plan.stages(), factor, done -> plan.enlarged(stage, start,
				done));
			if (ends) return new Engine.Outcome(trainings, mapping(last(judged, pixels), judged, together, plane, known, noise, noise(noise,
				measured), level, progress).enlarge(plane, level, output, enlarging), judged.verdict);
			enlarged.add(enlarger(judged.attempt, recipe.ensemble(), pixels).enlarge(plane, level, enlarging));
		}
	}

	/** What enlarges along z: the network, if it has learnt anything and serves, with its weights. */
	private Enlarger along(final float[][] weights, final Degradation degradation, final BackProjection.Range pixels) {
		final boolean serves = weights != null && !jointVerdict.simple();
		if (serves) last.setWeights(weights);
		return new Enlarger(serves ? last : null, degradation, recipe.ensemble(), recipe.backProjections(), pixels);
	}

	/** See {@link Engine#enlargeEach}; in working units. */
	double enlargeEach(final Plane planes, final int count, final NoiseModel noise, final NoiseModel measured,
		final BackProjection.Range pixels, final Output output, final Progress progress)
	{
		final int stage = plan.stages() - 1;
		final Factor factor = recipe.factor();
		last = networks.computeIfAbsent(recipe.network(factor, planes.channels), maker);
		final Enlarger enlarger = along(joint[stage], new Degradation(recipe.kernel(), factor, noise), pixels).mapping(new Maps(recipe
			.maps(), noise, noise(noise, measured), jointWidths));
		final int height = planes.height / count;
		double squares = 0;
		for (int i = 0; i < count; i++) {
			progress.checkCanceled();
			final int top = i * factor.height(height);
			final Plane plane = planes.crop(new Window(i * height, 0, height, planes.width));
			Holes.fill(plane);
			final double rms = enlarger.enlarge(plane, jointLevel, (y, x, part) -> output.put(top + y, x, part), Progress.NONE).rms();
			squares += rms * rms / count;
		}
		return Math.sqrt(squares);
	}

	/** What is returned, what is thought of it, and what was tried beside it, or null. */
	private record Judged(Attempt attempt, Verdict verdict, Attempt other) {}

	/**
	 * Judges what was learnt; where it is worse than the simple result, goes on once by a better assumption, if the network is
	 * this plane's own.
	 *
	 * @param strict whether that, and where nothing was learnt, is the caller's business: null then
	 */
	private Judged judged(final Judge judge, final NoiseModel measured, final Attempt first,
		final Function<Degradation, Trainer> trainer, final BackProjection.Range pixels, final Plane plane, final boolean strict,
		final Progress progress)
	{
		final Verdict verdict = verdict(judge, first, pixels);
		if (strict && (!first.training.learnt() || verdict.worse())) return null;
		if (!first.training.learnt()) {
			final Verdict end = verdict.returning(recipe.fallback() && verdict.worse());
			progress.note(end.simple() ? NOTHING + "bicubic enlargement" + after(end) : NOT_LEARNT);
			return new Judged(first, end, null);
		}
		if (!recipe.fallback() || !verdict.worse()) return new Judged(first, verdict, null);
		if (first.training.steps() == 0) return new Judged(first, verdict.returning(true), null);
		final Degradation better = better(first.degradation, measured, plane, verdict);
		progress.note(String.format(Locale.ROOT,
			"The network is estimated to be %.2f times as far from the truth as bicubic enlargement%s; training goes on %s",
			Math.min(verdict.network(), verdict.own()) / verdict.blurred(), after(verdict), saying(better, first.degradation)));
		final Attempt second = attempt(trainer.apply(better), better, new Trainer.Start(first.weights, recipe.course().half()));
		final Verdict next = verdict(judge, second, pixels);
		final boolean improved = second.training.learnt() && next.network() < verdict.network();
		if (!improved) last.setWeights(first.weights);
		final Verdict end = improved ? next : verdict;
		if (end.worse()) progress.note(String.format(Locale.ROOT,
			"The network is estimated to be %.2f times as far from the truth as bicubic enlargement%s, which is returned instead (fallback=off insists on the network's)",
			end.network() / end.blurred(), after(end)));
		return new Judged(improved ? second : first, end.returning(end.worse()), improved ? first : second);
	}

	/** A training by a degradation, and the weights that it came to, or null where nothing was learnt. */
	private record Attempt(Degradation degradation, Training training, float[][] weights) {}

	private Attempt attempt(final Trainer trainer, final Degradation degradation, final Trainer.Start start) {
		final Training training = trainer.train(start);
		return new Attempt(degradation, training, training.learnt() ? last.weights() : null);
	}

	/** What the network of several planes is worth for this one. */
	private Attempt learntBefore(final int stage, final Degradation degradation,
		final Function<Degradation, Trainer> trainer)
	{
		if (joint[stage] == null) return new Attempt(degradation, Training.NONE, null);
		last.setWeights(joint[stage]);
		return new Attempt(degradation, trainer.apply(degradation).measure(), joint[stage]);
	}

	/** What makes the result of the last stage. */
	private Enlarger last(final Judged judged, final BackProjection.Range pixels) {
		return judged.verdict.simple() ? Enlarger.simple(judged.attempt.degradation, judged.verdict.sigma()) : enlarger(judged.attempt,
			recipe.ensemble(), pixels);
	}

	/** The same with the maps that are wanted. */
	private Enlarger mapping(final Enlarger enlarger, final Judged judged, final boolean together, final Plane plane,
		final Known known, final NoiseModel unit, final NoiseModel noise, final float[] level, final Progress progress)
	{
		final List<Layer> maps = recipe.maps();
		if (maps.isEmpty()) return enlarger;
		final HalfWidths before = together && judged.verdict.simple() == (jointVerdict != null && jointVerdict.simple()) ? jointWidths : null;
		return enlarger.mapping(new Maps(maps, unit, noise, before != null ? before : widths(enlarger, plane, known, noise,
			judged.attempt.degradation, level, progress)));
	}

	/** How far the truth may be from what is made; null where no map says so. */
	private HalfWidths widths(final Enlarger enlarger, final Plane plane, final Known known, final NoiseModel noise,
		final Degradation degradation, final float[] level, final Progress progress)
	{
		return Maps.needWidths(recipe.maps()) ? new Calibration(enlarger, degradation, noise, level, progress).of(plane, known) : null;
	}

	/** What is known of the noise. */
	private static NoiseModel noise(final NoiseModel assumed, final NoiseModel measured) {
		return measured != null ? measured : assumed;
	}

	private Enlarger enlarger(final Attempt attempt, final int ensemble, final BackProjection.Range pixels) {
		return new Enlarger(attempt.training.learnt() ? last : null, attempt.degradation, ensemble, recipe.backProjections(),
			pixels);
	}

	private Verdict verdict(final Judge judge, final Attempt attempt, final BackProjection.Range pixels) {
		return judge.of(attempt.training.learnt() ? enlarger(attempt, Math.min(JUDGED_TURNS, recipe.ensemble()), pixels) : null,
			attempt.degradation.kernel());
	}

	/** What to assume instead: bicubic, if it was another kernel; else the noise that was measured, or more of it, or none. */
	private static Degradation better(final Degradation tried, final NoiseModel measured, final Plane plane,
		final Verdict verdict)
	{
		final double level = plane.means()[0];
		final boolean asMeasured = tried.noise() != null && Math.abs(tried.noise().variance(level) / measured.variance(level) -
			1) < SAME_NOISE;
		final NoiseModel noise = !tried.kernel().equals(Kernel.cubic()) || !asMeasured ? measured : verdict.sigma() == 0 ? null
			: measured.times(2);
		return new Degradation(Kernel.cubic(), tried.factor(), noise);
	}

	private static String saying(final Degradation better, final Degradation tried) {
		if (!tried.kernel().equals(Kernel.cubic())) return "with the kernel bicubic";
		if (better.noise() == null) return "without noise";
		return tried.noise() == null ? "with the noise that was measured" : "with other noise";
	}

	private static String after(final Verdict verdict) {
		return verdict.sigma() == 0 ? "" : String.format(Locale.ROOT, " after a Gaussian of %.1f pixels", verdict.sigma());
	}

	/** What a stage's training goes on from: this stage of the plane before, or the stage before. */
	private Trainer.Start start(final int stage, final Engine.Start start, final float[][] weights) {
		final Course course = recipe.course();
		if (start == Engine.Start.WARM && learnt[stage] != null) return new Trainer.Start(learnt[stage], course.warm());
		return weights == null ? null : new Trainer.Start(last.spec().carriedOver(weights, course.seed()), course);
	}

	@Override
	public void close() {
		networks.values().forEach(Network::close);
	}
}
