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
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.enlarge.Enlarger;
import org.zeroshotsr.enlarge.HalfWidths;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;

/**
 * Finds how far results are from the truth where that is known: the result of a few of a plane's places, shrunk, is a truth
 * without noise; shrunk once more, with the plane's noise, it is an image of it, which is enlarged and compared. What can be
 * seen of a result is weighed by least squares to give the squared error, and the quantile of 90 % taken by intensity.
 */
final class Calibration {

	private static final double INSIDE = 0.9;
	/** Smaller planes have no shrunken copy that tells anything. */
	private static final int LEAST = 16;
	private static final int REWEIGHTED = 4;
	private static final int SWEEPS = 2000;
	/** Errors count for less where they are larger, but for no more than where they are this part of the mean. */
	private static final double SOFT = 0.02;
	private static final int BANDS = 6;
	/** By so much the quantile of an intensity may be above that of all; never under it, as few are sure. */
	private static final double MOST = 1.15;
	/**
	 * What is hidden from the shrunken copies as it is from the result, as parts of the noise's variance there and in the mean;
	 * without noise, how much more there is in the result's smaller pixels of the error that is the same everywhere; and how much
	 * longer the tails of errors are there, as the network has learnt from these copies. Tuned on FMD and Set5 (docs/measurements.md).
	 */
	private static final double HIDDEN = 0.035;
	private static final double HIDDEN_EVERYWHERE = 0.014;
	private static final double FINER = 0.8;
	private static final double TAILS = 1.12;
	private static final double NOISY_TAILS = 1.05;
	/** Where nothing can be measured. */
	private static final double[] WEIGHTS = { 13, 0, 0.1, 0.2, 1e-4 };
	private static final double TIMES = 1.5;
	private static final long SEED = 2;

	private final Enlarger enlarger;
	private final Degradation degradation;
	private final NoiseModel noise;
	private final float[] level;
	private final Progress progress;

	/** What is compared at one place. */
	private record Sample(Plane result, Plane truth, Plane[] features, Known known) {}

	/**
	 * @param enlarger makes the results
	 * @param noise    of the plane in working units, or null
	 * @param level    mean of each channel
	 * @param progress may cancel
	 */
	Calibration(final Enlarger enlarger, final Degradation degradation, final NoiseModel noise, final float[] level,
		final Progress progress)
	{
		this.enlarger = enlarger;
		this.degradation = new Degradation(degradation.kernel(), degradation.factor(), noise);
		this.noise = noise;
		this.level = level;
		this.progress = progress;
	}

	/** @param known which of the plane's pixels are; null for all */
	HalfWidths of(final Plane plane, final Known known) {
		final SplittableRandom random = new SplittableRandom(SEED);
		final List<Sample> samples = new ArrayList<>();
		for (final Window place : Judge.windows(plane, known)) {
			progress.checkCanceled();
			if (Math.min(place.height(), place.width()) < LEAST) return new HalfWidths(WEIGHTS, new double[] { 0 }, new double[] { TIMES });
			samples.add(sample(plane.crop(place), known == null ? null : known.crop(place), random));
		}
		final double[] weights = weights(samples);
		final double[] used = weights.clone();
		used[3] += HIDDEN;
		used[4] = noise == null ? used[4] * finer() : used[4] + HIDDEN_EVERYWHERE * mean(samples, new double[] { 0, 0, 0, 1, 0 });
		return quantiles(samples, weights, used, noise == null ? TAILS : NOISY_TAILS);
	}

	/** How much more of what is unlike its neighbours there is in pixels of the result than in the plane's. */
	private double finer() {
		return FINER * degradation.factor().rows() * degradation.factor().columns();
	}

	private Sample sample(final Plane place, final Known known, final SplittableRandom random) {
		final Plane truth = degradation.shrink(enlarger.enlarge(place, level, progress));
		final Plane low = degradation.shrink(truth);
		if (noise != null) noise.addTo(low, random);
		final Enlarger.Seen seen = enlarger.seen(low, level, progress);
		final Window whole = new Window(0, 0, Math.min(truth.height, seen.result().height), Math.min(truth.width, seen.result().width));
		final Plane[] features = new Plane[HalfWidths.FEATURES];
		for (int i = 0; i < features.length; i++)
			features[i] = HalfWidths.feature(i, seen.result(), seen.bicubic(), seen.spread(), noise).crop(whole);
		return new Sample(seen.result().crop(whole), truth.crop(whole), features, known);
	}

	/** Least squares, none negative, where large errors count for less. */
	private static double[] weights(final List<Sample> samples) {
		final int n = HalfWidths.FEATURES;
		double[] weights = null;
		for (int round = 0; round < REWEIGHTED; round++) {
			final double[][] products = new double[n][n];
			final double[] with = new double[n];
			final double[] before = weights;
			final double mean = before == null ? 0 : SOFT * mean(samples, before);
			each(samples, (sample, i) -> {
				final double variance = before == null ? 0 : predicted(sample, before, i);
				final double counts = before == null ? 1 : 1 / (variance + mean);
				final double e = sample.result.data[i] - sample.truth.data[i];
				for (int a = 0; a < n; a++) {
					final double fa = counts * sample.features[a].data[i];
					with[a] += fa * counts * e * e;
					for (int b = 0; b <= a; b++)
						products[a][b] += fa * counts * sample.features[b].data[i];
				}
			});
			weights = solved(products, with);
		}
		return weights;
	}

	/** By coordinates, in turn, until nothing changes any more. */
	private static double[] solved(final double[][] products, final double[] with) {
		final double[] x = new double[with.length];
		for (int sweep = 0; sweep < SWEEPS; sweep++)
			for (int a = 0; a < x.length; a++) {
				if (products[a][a] == 0) continue;
				double rest = with[a];
				for (int b = 0; b < x.length; b++)
					if (b != a) rest -= products[Math.max(a, b)][Math.min(a, b)] * x[b];
				x[a] = Math.max(0, rest / products[a][a]);
			}
		return x;
	}

	private static double predicted(final Sample sample, final double[] weights, final int i) {
		double sum = 0;
		for (int a = 0; a < weights.length; a++)
			sum += weights[a] * sample.features[a].data[i];
		return sum;
	}

	private static double mean(final List<Sample> samples, final double[] weights) {
		final double[] sum = new double[2];
		each(samples, (sample, i) -> {
			sum[0] += predicted(sample, weights, i);
			sum[1]++;
		});
		return sum[0] / Math.max(1, sum[1]);
	}

	private interface Visit {

		void at(Sample sample, int i);
	}

	/** Every sample that is known. */
	private static void each(final List<Sample> samples, final Visit visit) {
		for (final Sample sample : samples)
			for (int i = 0; i < sample.truth.data.length; i++) {
				final int pixel = i % (sample.truth.height * sample.truth.width);
				if (sample.known == null || sample.known.around(pixel / sample.truth.width, pixel % sample.truth.width, 1)) visit.at(sample,
					i);
			}
	}

	/**
	 * @param used  the weights of results, whose quantiles are those of {@code weights} on the copies
	 * @param tails times those
	 */
	private static HalfWidths quantiles(final List<Sample> samples, final double[] weights, final double[] used, final double tails) {
		final List<float[]> pairs = new ArrayList<>();
		each(samples, (sample, i) -> {
			final double deviation = Math.sqrt(predicted(sample, weights, i));
			final double e = Math.abs(sample.result.data[i] - sample.truth.data[i]);
			if (deviation > 0) pairs.add(new float[] { sample.result.data[i], (float) (e / deviation) });
		});
		if (pairs.size() < BANDS * BANDS) return new HalfWidths(used, new double[] { 0 }, new double[] { TIMES });
		pairs.sort((a, b) -> Float.compare(a[0], b[0]));
		final double all = quantile(pairs);
		final double[] at = new double[BANDS];
		final double[] times = new double[BANDS];
		for (int k = 0; k < BANDS; k++) {
			final List<float[]> band = pairs.subList(k * pairs.size() / BANDS, (k + 1) * pairs.size() / BANDS);
			at[k] = band.get(band.size() / 2)[0];
			times[k] = tails * Math.max(all, Math.min(all * MOST, quantile(band)));
		}
		return new HalfWidths(used, at, times);
	}

	private static double quantile(final List<float[]> pairs) {
		final float[] ratios = new float[pairs.size()];
		for (int i = 0; i < ratios.length; i++)
			ratios[i] = pairs.get(i)[1];
		Arrays.sort(ratios);
		return ratios[(int) (INSIDE * (ratios.length - 1))];
	}
}
