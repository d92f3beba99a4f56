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
package org.zeroshotsr.image;

import java.util.Arrays;

/**
 * The affine map between a plane's intensities and the numbers the network works with: {@code low} becomes 0 and
 * {@code high} 1. Nothing is clipped: values outside the range map outside 0..1 and back.
 */
public record IntensityRange(double low, double high) {

	/** Fraction of samples left outside the range at each end. */
	private static final double TAIL = 0.001;
	/** How many samples the percentiles are taken from, at most. */
	private static final int SAMPLES = 1 << 20;

	public IntensityRange {
		if (!(high > low) || Double.isInfinite(high - low)) throw new IllegalArgumentException("no intensity range: " +
			low + " to " + high);
	}

	/**
	 * The range between the 0.1 and 99.9 percentiles of the finite samples; where these are equal (a dark image with a
	 * few bright pixels), between minimum and maximum; null for a constant image and one without a finite sample.
	 */
	public static IntensityRange of(final Plane plane) {
		final int stride = 1 + (plane.data.length - 1) / SAMPLES;
		final float[] sorted = new float[(plane.data.length + stride - 1) / stride];
		int count = 0;
		float min = Float.POSITIVE_INFINITY;
		float max = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < plane.data.length; i++) {
			final float v = plane.data[i];
			if (!Float.isFinite(v)) continue;
			if (v < min) min = v;
			if (v > max) max = v;
			if (i % stride == 0) sorted[count++] = v;
		}
		if (!(max > min)) return null;
		if (count > 0) {
			Arrays.sort(sorted, 0, count);
			final float low = sorted[(int) Math.floor(TAIL * (count - 1))];
			final float high = sorted[(int) Math.ceil((1 - TAIL) * (count - 1))];
			if (high > low) return new IntensityRange(low, high);
		}
		return new IntensityRange(min, max);
	}

	public double size() {
		return high - low;
	}

	/** Maps intensities to working numbers, in place. */
	public void normalise(final Plane plane) {
		final double scale = 1 / size();
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (float) ((plane.data[i] - low) * scale);
	}

	/** Maps working numbers back to intensities, in place. */
	public void restore(final Plane plane) {
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (float) (plane.data[i] * size() + low);
	}
}
