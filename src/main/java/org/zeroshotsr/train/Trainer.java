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
package org.zeroshotsr.train;

import java.util.ArrayList;
import java.util.List;

import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.network.Lesson;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.resize.Resizes;

/**
 * Trains a network on the examples of one image. A training in which nothing is learnt begins again with other weights,
 * other examples and a lower rate, and is given up after that.
 */
public final class Trainer {

	/** What is being done, in words for the user. */
	private static final String TRAINING = "training";

	/** How often training begins with new weights, each time at half of the rate. */
	private static final int ATTEMPTS = 3;
	private static final double LOWER = 0.5;
	/** Trained weights, of the plane or the stage before, are trained on at this share of the rate. */
	private static final double TRAINED_RATE = 0.5;
	/** By this part of the schedule something has to be learnt. */
	private static final int VERDICT = 4;
	/** A schedule so short that a part of it is under this is not judged before its end. */
	private static final int LEAST_STEPS = 50;
	/** Something is learnt where the loss is below this share of cubic enlargement's, or the gain is above that, in dB. */
	private static final double LEARNT_LOSS = 0.99;
	private static final double LEARNT_GAIN = 0.05;
	/** The last weights are kept, unless earlier ones had a gain so much higher, in dB. */
	private static final double FALL = 0.25;
	/** How much of the mean loss a step leaves as it was: about the last 50 count. */
	private static final double MEMORY = 0.98;
	/** Side of the crop that is shown while training, in pixels of the image. */
	private static final int PREVIEW = 64;

	/** Weights to go on from, and how. */
	public record Start(float[][] weights, Course course) {}

	private final Network network;
	private final Degradation degradation;
	private final Course course;
	private final Plane image;
	private final Known known;
	private final float[] level;
	private final List<Source> sources = new ArrayList<>();
	private final Progress progress;

	/** The crop that is shown. */
	private Plane shown;

	private final List<Float> losses = new ArrayList<>();
	private final List<Integer> measuredSteps = new ArrayList<>();
	private final List<Double> gains = new ArrayList<>();

	/**
	 * @param image    in working units
	 * @param known    pixels of the image; null for all
	 * @param level    mean of each channel
	 * @param enlarged the image enlarged by smaller factors before, of which fathers are made, too
	 */
	public Trainer(final Network network, final Degradation degradation, final Course course, final Plane image,
		final Known known, final float[] level, final List<Plane> enlarged, final Progress progress)
	{
		this.known = known;
		this.network = network;
		this.degradation = degradation;
		this.course = course;
		this.image = image;
		this.level = level;
		this.progress = progress;
		sources.add(new Source(image, true, Source.Edges.ALL, known));
		for (final Plane plane : enlarged)
			sources.add(new Source(plane, false, Source.Edges.ALL, known == null ? null : known.enlarged(plane.height, plane.width)));
	}

	/**
	 * Trains, and leaves the weights in the network.
	 *
	 * @param start trained weights to go on from, or null
	 */
	public Training train(final Start start) {
		final Reconstruction reconstruction = new Reconstruction(network.spec(), degradation, image, known, level);
		int attempts = 0;
		if (start != null) {
			attempts++;
			network.setWeights(start.weights);
			final Double gain = attempt(reconstruction, start.course, TRAINED_RATE, course.seed());
			if (gain != null) return training(true, attempts, gain);
			progress.note("Going on from trained weights taught nothing; training begins anew");
		}
		double rate = 1;
		for (int i = 0; i < ATTEMPTS; i++, rate *= LOWER) {
			attempts++;
			final long seed = course.seed() + 1_000_003L * i;
			network.setWeights(network.spec().initialWeights(seed));
			final Double gain = attempt(reconstruction, course, rate, seed);
			if (gain != null) return training(true, attempts, gain);
			if (i < ATTEMPTS - 1) progress.note("Nothing was learnt; training begins again with other weights and half the rate");
		}
		return training(false, attempts, 0);
	}

	/** What the network's weights are worth on this image, without training; learnt where they are worth anything. */
	public Training measure() {
		final double gain = new Reconstruction(network.spec(), degradation, image, known, level).measure(network).gain();
		measuredSteps.add(0);
		gains.add(gain);
		return training(gain > LEARNT_GAIN, 0, Double.isNaN(gain) ? 0 : gain);
	}

	private Training training(final boolean learnt, final int attempts, final double gain) {
		final float[] loss = new float[losses.size()];
		for (int i = 0; i < loss.length; i++)
			loss[i] = losses.get(i);
		return new Training(learnt, attempts, loss.length, gain, loss, measuredSteps.stream().mapToInt(i -> i).toArray(), gains
			.stream().mapToDouble(d -> d).toArray());
	}

	/** One run of the schedule from the network's weights; the gain of those it kept, or null where nothing was learnt. */
	private Double attempt(final Reconstruction reconstruction, final Course how, final double share, final long seed) {
		final Schedule schedule = how.schedule(share);
		final Echo echo = new Echo(network, degradation, sources.get(0), level, how);
		final int verdict = how.steps() / VERDICT;
		double best = Double.NEGATIVE_INFINITY;
		float[][] bestWeights = null;
		double loss = 0;
		double cubicLoss = 0;
		double counted = 0;
		boolean goOn = true;
		try (Lessons lessons = new Lessons(new Examples(network.spec(), degradation, level, how.crop(), seed), sources, echo)) {
			for (int step = 0;; step++) {
				final double rate = goOn ? schedule.rate(step) : 0;
				final boolean judged = rate > 0 && step == verdict && step >= LEAST_STEPS;
				if (rate <= 0 || judged || schedule.measures(step)) {
					final Reconstruction.Measure measure = reconstruction.measure(network);
					final double gain = measure.gain();
					measuredSteps.add(losses.size());
					gains.add(gain);
					if (Double.isNaN(gain)) return null;
					schedule.measured(step, Math.pow(10, -gain / 10));
					final boolean learnt = gain > LEARNT_GAIN || loss < LEARNT_LOSS * cubicLoss;
					if (judged && !learnt) return null;
					if (rate <= 0) {
						final boolean fell = gain < best - FALL;
						if (goOn && (fell ? step >= LEAST_STEPS && best <= LEARNT_GAIN : measure.dead() || step >= LEAST_STEPS &&
							!learnt)) return null;
						if (fell) network.setWeights(bestWeights);
						return fell ? best : gain;
					}
					if (gain > best) {
						best = gain;
						bestWeights = network.weights();
					}
				}
				final Lesson lesson = lessons.next(step);
				final float error = network.train(lesson, rate);
				if (!Float.isFinite(error)) return null;
				losses.add(error);
				loss = MEMORY * loss + error;
				cubicLoss = MEMORY * cubicLoss + lesson.cubicLoss();
				counted = MEMORY * counted + 1;
				if (progress.wantsPreview()) preview();
				progress.update(Status.of(TRAINING, step + 1, how.steps(), loss / counted, gains.get(gains.size() -
					1)));
				goOn = !progress.isFinishing();
			}
		}
	}

	private void preview() {
		if (shown == null) shown = image.crop(Structure.best(image, known, PREVIEW));
		final Plane crop = shown;
		final int height = degradation.factor().height(crop.height);
		final int width = degradation.factor().width(crop.width);
		final Plane bicubic = Resizes.enlarge(crop.height, crop.width, degradation.factor()).apply(crop);
		progress.preview(bicubic, network.apply(degradation.onGrid(crop, height, width), level).crop(
			new Window(0, 0, height, width)));
	}
}
