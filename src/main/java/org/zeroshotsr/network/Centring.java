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
package org.zeroshotsr.network;

import org.zeroshotsr.image.Bands;
import org.zeroshotsr.image.Plane;

/**
 * What the layers see of a plane: for each channel the plane minus its local mean, and a share of the local mean minus a
 * level. The layers have no biases; a bright plane as it is would put a large constant into every feature, and the first
 * steps that cancel it can kill the features for good.
 */
final class Centring {

	private static final int RADIUS = NetworkSpec.WINDOW / 2;
	/** Columns that one thread sums up at a time. */
	private static final int BAND = 64;

	private Centring() {}

	/** Samples in the order row, column, and for each pixel first the differences of all channels, then the means. */
	static float[] apply(final Plane plane, final float[] level) {
		final float[] centred = new float[2 * plane.data.length];
		final float[] means = localMeans(plane);
		final int size = plane.height * plane.width;
		final int n = plane.channels;
		Bands.each(n * plane.height, plane.data.length, (from, to) -> {
			for (int r = from; r < to; r++) {
				final int c = r / plane.height;
				final int first = r % plane.height * plane.width;
				for (int i = first; i < first + plane.width; i++) {
					final float mean = means[c * size + i];
					centred[2 * n * i + c] = plane.data[c * size + i] - mean;
					centred[2 * n * i + n + c] = NetworkSpec.MEAN_SHARE * (mean - level[c]);
				}
			}
		});
		return centred;
	}

	/** Means of windows around each sample; at the edges the nearest sample stands for those beyond. */
	private static float[] localMeans(final Plane plane) {
		final float[] across = new float[plane.data.length];
		Bands.each(plane.channels * plane.height, plane.data.length, (from, to) -> {
			for (int r = from; r < to; r++)
				across(plane, r * plane.width, across);
		});
		final float[] means = new float[plane.data.length];
		final int bands = (plane.width + BAND - 1) / BAND;
		Bands.each(plane.channels * bands, plane.data.length, (from, to) -> {
			for (int b = from; b < to; b++)
				down(across, means, plane, b / bands, b % bands * BAND, Math.min(plane.width, b % bands * BAND + BAND));
		});
		return means;
	}

	private static void across(final Plane plane, final int first, final float[] to) {
		double sum = 0;
		for (int x = -RADIUS; x <= RADIUS; x++)
			sum += plane.data[first + inside(x, plane.width)];
		for (int x = 0; x < plane.width; x++) {
			to[first + x] = (float) (sum / NetworkSpec.WINDOW);
			sum += plane.data[first + inside(x + RADIUS + 1, plane.width)] - plane.data[first + inside(x - RADIUS,
				plane.width)];
		}
	}

	private static void down(final float[] from, final float[] to, final Plane plane, final int c, final int left,
		final int right)
	{
		final double[] sums = new double[right - left];
		final int first = c * plane.height * plane.width;
		for (int y = -RADIUS; y <= RADIUS; y++)
			add(sums, from, first + inside(y, plane.height) * plane.width + left, 1);
		for (int y = 0; y < plane.height; y++) {
			final int row = first + y * plane.width + left;
			for (int x = 0; x < sums.length; x++)
				to[row + x] = (float) (sums[x] / NetworkSpec.WINDOW);
			add(sums, from, first + inside(y + RADIUS + 1, plane.height) * plane.width + left, 1);
			add(sums, from, first + inside(y - RADIUS, plane.height) * plane.width + left, -1);
		}
	}

	private static void add(final double[] sums, final float[] from, final int at, final int sign) {
		for (int x = 0; x < sums.length; x++)
			sums[x] += sign * from[at + x];
	}

	private static int inside(final int i, final int size) {
		return Math.max(0, Math.min(size - 1, i));
	}
}
