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
 * Tells enlarged images: between the samples that there were, others are means of them, so that the mean size of differences
 * along a line is periodic (Gallagher, Detection of linear and cubic interpolation in JPEG compressed images, CRV 2005).
 * Differences of odd and even orders are looked at, for the one or the other is even by symmetry where the new grid lies
 * half a pixel off the old one. Both axes have to show the same period.
 *
 * @param frequency of the periodic part, in cycles per pixel, 0.2 to 0.5
 * @param strength  its power relative to the median power at frequencies around it
 */
record Resampling(double frequency, double strength) {

	private static final double LOWEST = 0.1;
	private static final int FREQUENCIES = 321;
	private static final double STEP = (0.5 - LOWEST) / (FREQUENCIES - 1);
	/** Below it structure is periodic, too. */
	private static final double LEAST = 0.195;
	private static final int ORDERS = 3;
	/** Lines to either side of which the local mean is taken. */
	private static final int AROUND = 8;
	/** Frequencies to either side of which the median is taken. */
	private static final int BESIDE = 40;
	private static final double JPEG = 1 / 8.0;
	private static final double WIDTH = 0.008;
	/** Where blocks show, a period that they may have has to be so many times as strong. */
	private static final double MORE = 10;
	/** A larger difference counts as so many times the mean one. */
	private static final double LARGE = 3;
	private static final int SMALLEST = 48;

	static Resampling of(final List<Plane> planes) {
		final double[][][] power = new double[2][ORDERS][FREQUENCIES];
		int used = 0;
		for (final Plane p : planes) {
			if (p.height < SMALLEST || p.width < SMALLEST) continue;
			used++;
			for (int o = 0; o < ORDERS; o++) {
				add(power[0][o], sizes(p, o, false));
				add(power[1][o], sizes(p, o, true));
			}
		}
		final double[] both = new double[FREQUENCIES];
		for (int o = 0; used > 0 && o < ORDERS; o++)
			for (int k = 0; k < FREQUENCIES; k++)
				both[k] = Math.max(both[k], Math.min(power[0][o][k], power[1][o][k]) / used);
		int best = FREQUENCIES - 1;
		double strength = 0;
		for (int k = 0; k < FREQUENCIES; k++) {
			final double f = LOWEST + k * STEP;
			final boolean jpeg = Math.abs(f - Math.rint(f / JPEG) * JPEG) < WIDTH;
			if (f < LEAST || jpeg && both[k] < MORE * Math.max(both[at(JPEG)], both[at(3 * JPEG)]) || both[k] <= strength) continue;
			strength = both[k];
			best = k;
		}
		return new Resampling(LOWEST + best * STEP, strength);
	}

	private static int at(final double frequency) {
		return (int) Math.rint((frequency - LOWEST) / STEP);
	}

	/** The mean size of the differences of order o + 1 at each place along an axis. */
	private static double[] sizes(final Plane p, final int o, final boolean down) {
		final int by = down ? p.width : 1;
		final int across = down ? 1 : p.width;
		final int length = (down ? p.height : p.width) - o - 1;
		final int lines = down ? p.width : p.height;
		final double[] mean = new double[length];
		final double limit = LARGE * mean(p, o, by, across, length, lines);
		for (int i = 0; i < length; i++) {
			double sum = 0;
			int n = 0;
			for (int j = 0; j < lines; j++) {
				final double d = Math.abs(difference(p.data, i * by + j * across, by, o));
				if (!Double.isFinite(d)) continue;
				sum += Math.min(limit, d);
				n++;
			}
			mean[i] = n == 0 ? Double.NaN : sum / n;
		}
		return mean;
	}

	private static double mean(final Plane p, final int o, final int by, final int across, final int length, final int lines) {
		double sum = 0;
		int n = 0;
		for (int j = 0; j < lines; j += 4)
			for (int i = 0; i < length; i++) {
				final double d = Math.abs(difference(p.data, i * by + j * across, by, o));
				if (!Double.isFinite(d)) continue;
				sum += d;
				n++;
			}
		return sum / Math.max(1, n);
	}

	private static double difference(final float[] d, final int i, final int by, final int o) {
		return switch (o) {
			case 0 -> d[i + by] - d[i];
			case 1 -> d[i + 2 * by] - 2.0 * d[i + by] + d[i];
			default -> d[i + 3 * by] - 3.0 * d[i + 2 * by] + 3.0 * d[i + by] - d[i];
		};
	}

	/** Adds the power of the relative deviations from the local mean, in units of its median around. */
	private static void add(final double[] to, final double[] sizes) {
		final double[] relative = new double[sizes.length];
		for (int i = 0; i < sizes.length; i++) {
			double sum = 0;
			int n = 0;
			for (int k = Math.max(0, i - AROUND); k <= Math.min(sizes.length - 1, i + AROUND); k++) {
				if (Double.isNaN(sizes[k])) continue;
				sum += sizes[k];
				n++;
			}
			final double r = sizes[i] * n / sum - 1;
			relative[i] = Double.isFinite(r) ? Math.max(-1, Math.min(1, r)) : 0;
		}
		for (int i = 0; i < relative.length; i++)
			relative[i] *= Math.sin(Math.PI * (i + 0.5) / relative.length);
		final double[] power = new double[FREQUENCIES];
		for (int k = 0; k < FREQUENCIES; k++)
			power[k] = power(relative, LOWEST + k * STEP);
		for (int k = 0; k < FREQUENCIES; k++) {
			final double[] sorted = Arrays.copyOfRange(power, Math.max(0, k - BESIDE), Math.min(FREQUENCIES, k + BESIDE + 1));
			Arrays.sort(sorted);
			final double middle = sorted[sorted.length / 2];
			if (middle > 0) to[k] += power[k] / middle;
		}
	}

	/** Goertzel's algorithm. */
	private static double power(final double[] values, final double frequency) {
		final double c = 2 * Math.cos(2 * Math.PI * frequency);
		double before = 0;
		double last = 0;
		for (final double v : values) {
			final double next = v + c * last - before;
			before = last;
			last = next;
		}
		return last * last + before * before - c * last * before;
	}
}
