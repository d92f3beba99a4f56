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
package org.zeroshotsr.noise;

import java.util.Arrays;
import java.util.List;

import org.zeroshotsr.image.Plane;

/**
 * Mean, texture and variograms of many small blocks of images. A variogram is half the mean square difference of samples
 * some pixels apart: of noise it rises to the variance within as many pixels as neighbours share noise, and stays there,
 * while structure makes it rise further. Samples that are no numbers are left out.
 */
final class VariogramBlocks {

	/** Side of a block in pixels, and how far blocks are apart. */
	static final int SIDE = 10;
	private static final int APART = 5;
	/** Distances that are looked at: 1, 2, .. */
	static final int LAGS = 6;
	/** Side of the cells whose means are compared for the texture; two of them fit along a block. */
	static final int CELL = 4;
	/** Of the samples (and pairs, and cells) of a block this share has to be there. */
	private static final double KNOWN = 0.4;

	int count;
	double[] mean = new double[1024];
	/** Half the mean square difference of the means of neighbouring cells. */
	double[] texture = new double[1024];
	/** By lag - 1, between samples below each other, and beside each other. */
	double[][] rows = new double[LAGS][1024];
	double[][] columns = new double[LAGS][1024];

	/**
	 * @param planes what is looked at
	 * @param levels what their intensities are taken from: the same planes, or others of the same sizes
	 */
	VariogramBlocks(final List<Plane> planes, final List<Plane> levels) {
		for (int i = 0; i < planes.size(); i++)
			for (int c = 0; c < planes.get(i).channels; c++)
				add(planes.get(i), levels.get(i), c);
	}

	private void add(final Plane plane, final Plane levels, final int c) {
		final Sums level = new Sums(levels.height, levels.width);
		final Sums value = new Sums(plane.height, plane.width);
		level.fill((y, x) -> levels.get(c, y, x));
		value.fill((y, x) -> plane.get(c, y, x));
		final Sums[] down = new Sums[LAGS];
		final Sums[] across = new Sums[LAGS];
		for (int k = 1; k <= LAGS; k++) {
			final int lag = k;
			down[k - 1] = new Sums(Math.max(0, plane.height - k), plane.width);
			down[k - 1].fill((y, x) -> half(plane.get(c, y, x), plane.get(c, y + lag, x)));
			across[k - 1] = new Sums(plane.height, Math.max(0, plane.width - k));
			across[k - 1].fill((y, x) -> half(plane.get(c, y, x), plane.get(c, y, x + lag)));
		}
		for (int y = 0; y + SIDE <= plane.height; y += APART)
			for (int x = 0; x + SIDE <= plane.width; x += APART)
				add(level, value, down, across, y, x);
	}

	private static double half(final float a, final float b) {
		final double d = (double) a - b;
		return d * d / 2;
	}

	private void add(final Sums level, final Sums value, final Sums[] down, final Sums[] across, final int y, final int x) {
		if (count == mean.length) {
			mean = Arrays.copyOf(mean, 2 * count);
			texture = Arrays.copyOf(texture, 2 * count);
			for (int k = 0; k < LAGS; k++) {
				rows[k] = Arrays.copyOf(rows[k], 2 * count);
				columns[k] = Arrays.copyOf(columns[k], 2 * count);
			}
		}
		mean[count] = level.mean(y, x, SIDE, SIDE);
		texture[count] = texture(value, y, x);
		double sum = mean[count] + texture[count];
		for (int k = 1; k <= LAGS; k++) {
			rows[k - 1][count] = down[k - 1].mean(y, x, SIDE - k, SIDE);
			columns[k - 1][count] = across[k - 1].mean(y, x, SIDE, SIDE - k);
			sum += rows[k - 1][count] + columns[k - 1][count];
		}
		// a block of one value alone tells of rounding, not of noise
		if (Double.isFinite(sum) && rows[0][count] + columns[0][count] > 0) count++;
	}

	private static double texture(final Sums value, final int y, final int x) {
		final double a = value.mean(y, x, CELL, CELL);
		final double b = value.mean(y, x + CELL, CELL, CELL);
		final double c = value.mean(y + CELL, x, CELL, CELL);
		final double d = value.mean(y + CELL, x + CELL, CELL, CELL);
		return (square(a - b) + square(c - d) + square(a - c) + square(b - d)) / 8;
	}

	private static double square(final double v) {
		return v * v;
	}

	/** Sums of what is known over all samples above and left of a corner, and how many those are. */
	private static final class Sums {

		@FunctionalInterface
		interface Samples {

			double at(int y, int x);
		}

		private final int height;
		private final int width;
		private final double[] sums;
		private final int[] counts;

		Sums(final int height, final int width) {
			this.height = height;
			this.width = width;
			sums = new double[(height + 1) * (width + 1)];
			counts = new int[sums.length];
		}

		void fill(final Samples samples) {
			final int n = width + 1;
			for (int y = 0; y < height; y++) {
				double line = 0;
				int known = 0;
				for (int x = 0; x < width; x++) {
					final double v = samples.at(y, x);
					if (Double.isFinite(v)) {
						line += v;
						known++;
					}
					sums[(y + 1) * n + x + 1] = sums[y * n + x + 1] + line;
					counts[(y + 1) * n + x + 1] = counts[y * n + x + 1] + known;
				}
			}
		}

		/** NaN where too little is known. */
		double mean(final int y, final int x, final int rows, final int columns) {
			final int n = width + 1;
			final int a = y * n + x;
			final int b = a + columns;
			final int c = a + rows * n;
			final int d = c + columns;
			final int known = counts[d] - counts[b] - counts[c] + counts[a];
			return known < KNOWN * rows * columns ? Double.NaN : (sums[d] - sums[b] - sums[c] + sums[a]) / known;
		}
	}
}
