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
package org.zeroshotsr.enlarge;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Resize;
import org.zeroshotsr.resize.Resizes;

/**
 * How far the truth may be from a result, sample by sample: a standard deviation whose square is a sum of what can be seen of
 * the result, times what makes of it the half width that holds 90 % of the samples of its intensity.
 *
 * @param weights of the {@link #FEATURES}, none negative
 * @param at      intensities in working units, ascending
 * @param times   half widths at these in standard deviations
 */
public record HalfWidths(double[] weights, double[] at, double[] times) {

	/**
	 * Smoothed squares: of the spread of the flips and turns, of the difference from bicubic enlargement and of the gradient;
	 * the noise's variance; and 1.
	 */
	public static final int FEATURES = 5;

	/** Of these the first are smoothed, by a Gaussian of so many pixels of the result. */
	private static final int SMOOTHED = 3;
	private static final double SIGMA = 1;

	/** The feature {@code i}. */
	public static Plane feature(final int i, final Plane high, final Plane bicubic, final Plane spread, final NoiseModel noise) {
		final double[] one = new double[FEATURES];
		one[i] = 1;
		return variance(one, high, bicubic, spread, noise);
	}

	/** Half widths of a result, in working units. */
	Plane of(final Plane high, final Plane bicubic, final Plane spread, final NoiseModel noise) {
		final Plane width = variance(weights, high, bicubic, spread, noise);
		for (int i = 0; i < width.data.length; i++)
			width.data[i] = (float) (Math.sqrt(width.data[i]) * times(high.data[i]));
		return width;
	}

	/** The squared standard deviation. */
	private static Plane variance(final double[] weights, final Plane high, final Plane bicubic, final Plane spread,
		final NoiseModel noise)
	{
		final Plane seen = new Plane(high.channels, high.height, high.width);
		for (int i = 0; i < seen.data.length; i++) {
			double sum = 0;
			if (spread != null) sum = weights[0] * spread.data[i] * spread.data[i];
			final double d = high.data[i] - bicubic.data[i];
			seen.data[i] = (float) (sum + weights[1] * d * d);
		}
		if (weights[2] > 0) addSlopes(weights[2], high, seen);
		final Resize smooth = Resizes.blur(seen.height, seen.width, SIGMA);
		final boolean smoothed = weights[0] > 0 || weights[1] > 0 || weights[2] > 0;
		final Plane variance = smoothed ? smooth.apply(seen) : seen;
		for (int i = 0; i < variance.data.length; i++)
			variance.data[i] += (float) (weights[SMOOTHED] * (noise == null ? 0 : noise.variance(bicubic.data[i])) + weights[SMOOTHED +
				1]);
		return variance;
	}

	private static void addSlopes(final double weight, final Plane high, final Plane to) {
		int i = 0;
		for (int c = 0; c < high.channels; c++)
			for (int y = 0; y < high.height; y++) {
				final int up = y > 0 ? -high.width : 0;
				final int down = y < high.height - 1 ? high.width : 0;
				for (int x = 0; x < high.width; x++, i++) {
					final int left = x > 0 ? -1 : 0;
					final int right = x < high.width - 1 ? 1 : 0;
					final double dy = (high.data[i + down] - high.data[i + up]) / Math.max(1, (down - up) / high.width);
					final double dx = (high.data[i + right] - high.data[i + left]) / Math.max(1, right - left);
					to.data[i] += (float) (weight * (dy * dy + dx * dx));
				}
			}
	}

	private double times(final double intensity) {
		int i = 0;
		while (i < at.length && at[i] < intensity)
			i++;
		if (i == 0) return times[0];
		if (i == at.length) return times[i - 1];
		final double share = (intensity - at[i - 1]) / (at[i] - at[i - 1]);
		return times[i - 1] + share * (times[i] - times[i - 1]);
	}
}
