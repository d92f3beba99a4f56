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
 * Mean, noise variance and texture of many small blocks of images. The noise is seen through a second difference along
 * rows of the second difference along columns, which passes neither slopes nor ridges along either axis (Immerkær, "Fast
 * noise variance estimation", CVIU 64, 1996); the texture through the differences of 2 x 2 means, a lower band, which
 * white noise fills independently of the first. So a choice of blocks by their texture favours neither high nor low noise.
 */
final class NoiseBlocks {

	/** Side of a block in pixels. */
	static final int SIDE = 8;
	/** Sum of the squares of the weights of {@link #difference}: white noise of variance 1 has this variance there. */
	static final double SQUARES = 36;
	/** Side of a block in cells of 2 x 2 pixels. */
	private static final int CELLS = SIDE / 2;
	/** Pixels around a block that the differences reach. */
	private static final int REACH = 2;
	/** Most blocks that are looked at: more of them tell nothing new. */
	private static final int MOST = 1 << 17;

	/** How many blocks there are. */
	int count;
	double[] mean;
	double[] variance;
	/** Mean square difference of neighbouring 2 x 2 means, so scaled that white noise has its variance here. */
	double[] texture;
	/** As {@link #variance}, from samples two pixels apart. */
	double[] coarse;
	/** Blocks all of whose samples are equal; they are not among the others. */
	int constant;
	/** Least and greatest finite sample. */
	double min = Double.POSITIVE_INFINITY;
	double max = Double.NEGATIVE_INFINITY;

	/** Blocks with a sample that is no number are left out. */
	NoiseBlocks(final List<Plane> planes) {
		int step = 1;
		while (total(planes, step) > MOST)
			step *= 2;
		final int most = total(planes, step);
		mean = new double[most];
		variance = new double[most];
		texture = new double[most];
		coarse = new double[most];
		for (final Plane plane : planes)
			for (int c = 0; c < plane.channels; c++)
				add(plane, c, step);
		mean = Arrays.copyOf(mean, count);
		variance = Arrays.copyOf(variance, count);
		texture = Arrays.copyOf(texture, count);
		coarse = Arrays.copyOf(coarse, count);
	}

	/** Whether half of the blocks are darker than all that an estimate was made from, as where few photons seem to be cut off. */
	boolean darkHalf(final NoiseEstimate estimate) {
		if (estimate.points().isEmpty()) return false;
		final double darkest = estimate.points().get(0).mean();
		return Arrays.stream(mean).filter(m -> m < darkest).count() > count / 2;
	}

	private static int total(final List<Plane> planes, final int step) {
		int total = 0;
		for (final Plane p : planes)
			total += p.channels * places(p.height, step) * places(p.width, step);
		return total;
	}

	/** How many blocks fit along a side, {@code step} cells apart. */
	private static int places(final int size, final int step) {
		final int cells = (size - 2 * REACH) / 2;
		return cells < CELLS ? 0 : (cells - CELLS) / step + 1;
	}

	private void add(final Plane plane, final int c, final int step) {
		final int rows = (plane.height - 2 * REACH) / 2;
		final int columns = (plane.width - 2 * REACH) / 2;
		final double[] sums = new double[Math.max(0, rows * columns)];
		final double[] fine = new double[sums.length];
		final double[] wide = new double[sums.length];
		final float[] d = plane.data;
		final int w = plane.width;
		for (int y = 0; y < 2 * rows; y++) {
			int i = (c * plane.height + y + REACH) * w + REACH;
			for (int x = 0; x < 2 * columns; x++, i++) {
				final int cell = y / 2 * columns + x / 2;
				final double near = difference(d, i, 1, w);
				final double far = difference(d, i, 2, 2 * w);
				sums[cell] += d[i];
				fine[cell] += near * near;
				wide[cell] += far * far;
				if (!Float.isFinite(d[i])) continue;
				min = Math.min(min, d[i]);
				max = Math.max(max, d[i]);
			}
		}
		for (int y = 0; y + CELLS <= rows; y += step)
			for (int x = 0; x + CELLS <= columns; x += step)
				add(y * columns + x, columns, sums, fine, wide);
	}

	/** Second difference along rows of the second difference along columns. */
	static double difference(final float[] d, final int i, final int across, final int down) {
		final double above = d[i - down - across] - 2.0 * d[i - down] + d[i - down + across];
		final double here = d[i - across] - 2.0 * d[i] + d[i + across];
		final double below = d[i + down - across] - 2.0 * d[i + down] + d[i + down + across];
		return above - 2 * here + below;
	}

	/** Adds the block whose first cell is {@code at}. */
	private void add(final int at, final int columns, final double[] sums, final double[] fine, final double[] wide) {
		double sum = 0;
		double near = 0;
		double far = 0;
		double squares = 0;
		for (int y = 0; y < CELLS; y++) {
			for (int x = 0; x < CELLS; x++) {
				final int i = at + y * columns + x;
				sum += sums[i];
				near += fine[i];
				far += wide[i];
				if (x > 0) squares += square(sums[i] - sums[i - 1]);
				if (y > 0) squares += square(sums[i] - sums[i - columns]);
			}
		}
		if (!Double.isFinite(near + far)) return;
		if (near == 0 && squares == 0) {
			constant++;
			return;
		}
		final int n = SIDE * SIDE;
		mean[count] = sum / n;
		variance[count] = near / (SQUARES * n);
		coarse[count] = far / (SQUARES * n);
		// the difference of two sums of 4 samples has 8 times their variance
		texture[count] = squares / (8 * 2 * CELLS * (CELLS - 1));
		count++;
	}

	private static double square(final double v) {
		return v * v;
	}
}
