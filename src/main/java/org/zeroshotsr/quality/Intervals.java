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
package org.zeroshotsr.quality;

import java.util.Arrays;

import org.zeroshotsr.image.Plane;

/**
 * Whether half widths hold what they promise, told by the truth, which is first brought to the result by the straight line of
 * the least squares.
 *
 * @param inside part of the samples whose truth lies within result +- half width
 * @param worst  the least such part of any area of 64 x 64 pixels; of a plane that is smaller the whole
 * @param spread root mean square error of the tenth with the widest intervals, in parts of that with the narrowest
 */
public record Intervals(double inside, double worst, double spread) {

	private static final int SIDE = 64;
	private static final int TENTH = 10;

	/** Samples that are no numbers in any of the three are left out. */
	public static Intervals of(final Plane result, final Plane truth, final Plane halfWidths) {
		final Plane right = truth.copy();
		Quality.fit(right, result);
		final int size = result.height * result.width;
		long inside = 0;
		long all = 0;
		final int down = Math.max(1, result.height / SIDE);
		final int across = Math.max(1, result.width / SIDE);
		final long[][] areas = new long[down * across][2];
		final float[][] samples = new float[result.data.length][];
		for (int i = 0; i < result.data.length; i++) {
			final float e = Math.abs(result.data[i] - right.data[i]);
			final float h = halfWidths.data[i];
			if (!Float.isFinite(e) || !Float.isFinite(h)) continue;
			samples[(int) all++] = new float[] { h, e };
			final int y = i % size / result.width / SIDE;
			final int x = i % result.width / SIDE;
			final long[] area = y < down && x < across ? areas[y * across + x] : result.height < SIDE || result.width < SIDE ? areas[0] : null;
			if (area != null) area[1]++;
			if (e > h) continue;
			inside++;
			if (area != null) area[0]++;
		}
		final double worst = Arrays.stream(areas).filter(area -> area[1] > 0).mapToDouble(area -> (double) area[0] / area[1]).min()
			.orElse(Double.NaN);
		final float[][] sorted = Arrays.copyOf(samples, (int) all);
		Arrays.sort(sorted, (a, b) -> Float.compare(a[0], b[0]));
		final int tenth = Math.max(1, sorted.length / TENTH);
		return new Intervals((double) inside / all, worst, error(sorted, sorted.length - tenth, sorted.length) / error(sorted, 0, tenth));
	}

	private static double error(final float[][] samples, final int from, final int to) {
		double sum = 0;
		for (int i = Math.max(0, from); i < Math.min(samples.length, to); i++)
			sum += samples[i][1] * samples[i][1];
		return Math.sqrt(sum / (to - from));
	}
}
