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
package org.zeroshotsr.estimate;

import java.util.Arrays;
import java.util.List;

import org.zeroshotsr.image.Plane;

/**
 * How far edges overshoot: beside a step its dark side is darker, and its bright side brighter, than a few pixels away, as
 * sharpening makes it. Both as parts of the step; of thin lines and dots one side alone is. Compared with the extremes of what lies
 * farther away, so that texture counts nothing.
 */
record Halo(double dark, double bright) {

	/** Pixels on either side of an edge. */
	private static final int NEAR = 3;
	private static final int FAR = 6;
	/** Of all steps the largest part that are taken for edges. */
	private static final double EDGES = 0.02;
	/** So many times the middle step an edge is at least: noise alone has 3.5, and makes steps that look overshot. */
	private static final double CLEAR = 7;
	/** Height of an edge from side to side, as a part of its steepest step; of lines and dots it is less. */
	private static final double HEIGHT = 0.7;
	private static final int FEWEST = 200;
	private static final int MOST = 20_000;

	/** The medians over the edges; zeros where there are too few clear ones. */
	static Halo of(final List<Plane> planes) {
		final double[] steps = steps(planes);
		if (steps.length < FEWEST) return new Halo(0, 0);
		final double least = steps[(int) ((1 - EDGES) * (steps.length - 1))];
		if (!(least > CLEAR * steps[steps.length / 2])) return new Halo(0, 0);
		final double[][] found = new double[2][MOST];
		int count = 0;
		for (final Plane p : planes)
			for (int y = FAR; y < p.height - FAR; y++)
				for (int x = FAR; x < p.width - FAR && count + 1 < MOST; x++) {
					if (edge(p.data, y * p.width + x, 1, least, found, count)) count++;
					if (edge(p.data, y * p.width + x, p.width, least, found, count)) count++;
				}
		return count < FEWEST ? new Halo(0, 0) : new Halo(median(found[0], count), median(found[1], count));
	}

	/** Those across the rows, sorted; of many not all. */
	private static double[] steps(final List<Plane> planes) {
		final double[] steps = new double[1 << 17];
		final int stride = 1 + planes.stream().mapToInt(p -> p.data.length).sum() / steps.length;
		int count = 0;
		for (final Plane p : planes)
			for (int i = stride; i < p.data.length; i += stride) {
				final double step = Math.abs(p.data[i] - p.data[i - 1]);
				if (i % p.width > 0 && Double.isFinite(step) && count < steps.length) steps[count++] = step;
			}
		final double[] sorted = Arrays.copyOf(steps, count);
		Arrays.sort(sorted);
		return sorted;
	}

	/** Whether an edge is steepest from sample i to the next; how far it overshoots on its dark and bright side. */
	private static boolean edge(final float[] d, final int i, final int by, final double threshold, final double[][] to, final int count) {
		final double step = d[i + by] - d[i];
		if (!(Math.abs(step) > threshold)) return false;
		for (int k = -2; k <= 2; k++)
			if (!(Math.abs(d[i + (k + 1) * by] - d[i + k * by]) <= Math.abs(step))) return false;
		final double sign = Math.signum(step);
		double low = 0;
		double high = 0;
		double under = Double.POSITIVE_INFINITY;
		double over = Double.NEGATIVE_INFINITY;
		double least = Double.POSITIVE_INFINITY;
		double most = Double.NEGATIVE_INFINITY;
		for (int k = 1; k <= FAR; k++) {
			final double dark = sign * d[i - (k - 1) * by];
			final double bright = sign * d[i + k * by];
			if (k <= NEAR) {
				under = Math.min(under, dark);
				over = Math.max(over, bright);
			}
			else {
				least = Math.min(least, dark);
				most = Math.max(most, bright);
				low += dark / (FAR - NEAR);
				high += bright / (FAR - NEAR);
			}
		}
		final double height = high - low;
		if (!(height > HEIGHT * Math.abs(step))) return false;
		// against extremes: texture has as much of them here as there
		to[0][count] = (least - under) / height;
		to[1][count] = (over - most) / height;
		return true;
	}

	private static double median(final double[] values, final int count) {
		final double[] sorted = Arrays.copyOf(values, count);
		Arrays.sort(sorted);
		return sorted[count / 2];
	}
}
