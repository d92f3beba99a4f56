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
package org.zeroshotsr.page;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.zeroshotsr.image.Plane;

/**
 * How often grey levels are, in parts of all that are numbers.
 *
 * @param levels of the bins' middles
 * @param shares of each image, bin by bin
 */
record Histogram(double[] levels, double[][] shares) {

	private static final int BINS = 96;
	/** Quantile at each end that the bins leave out. */
	private static final double TAIL = 0.0005;

	/** Of several images in the same bins; null where no image has two values. */
	static Histogram of(final boolean whole, final Plane... planes) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (final Plane plane : planes) {
			final double[] sorted = numbers(plane).sorted().toArray();
			if (sorted.length == 0) return null;
			low = Math.min(low, sorted[(int) (TAIL * (sorted.length - 1))]);
			high = Math.max(high, sorted[(int) Math.ceil((1 - TAIL) * (sorted.length - 1))]);
		}
		if (!(high > low)) return null;
		// of whole numbers each bin has as many
		final double step = whole ? Math.ceil((high - low + 1) / BINS) : (high - low) / BINS;
		final double start = whole ? low - 0.5 : low;
		final int bins = (int) Math.max(1, Math.ceil((high - start) / step));
		final double[][] shares = new double[planes.length][bins];
		for (int p = 0; p < planes.length; p++) {
			final double[] all = numbers(planes[p]).toArray();
			for (final double v : all)
				if (v >= low && v <= high) shares[p][(int) Math.min(bins - 1, (v - start) / step)] += 1.0 / all.length;
		}
		final double[] levels = new double[bins];
		Arrays.setAll(levels, i -> start + (i + 0.5) * step);
		return new Histogram(levels, shares);
	}

	/** Where the first bin begins, in grey levels. */
	double start() {
		return levels[0] - (levels.length > 1 ? (levels[1] - levels[0]) / 2 : 0.5);
	}

	/** Where the last one ends. */
	double end() {
		return levels[levels.length - 1] + levels[0] - start();
	}

	private static DoubleStream numbers(final Plane plane) {
		final Plane grey = plane.grey();
		return java.util.stream.IntStream.range(0, grey.data.length).mapToDouble(i -> grey.data[i]).filter(Double::isFinite);
	}
}
