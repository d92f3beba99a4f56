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

import java.util.List;

import org.zeroshotsr.image.Plane;

/**
 * How much of an image is cut off at its greatest value.
 *
 * @param level the greatest value, in grey levels
 * @param share of the samples that have it and a neighbour in the row that has it, too, 0 to 1
 * @param spike how many times as many samples have it as have a value in one of the equal steps below it
 */
record Saturation(double level, double share, double spike) {

	/** Fewer values are a mask or labels, of which none is cut off. */
	private static final int FEWEST_VALUES = 16;
	/** Steps of the range below the greatest value, which each should hold about as many samples. */
	private static final int STEPS = 64;

	/** null for images of few values. */
	static Saturation of(final List<Plane> planes) {
		float max = Float.NEGATIVE_INFINITY;
		float min = Float.POSITIVE_INFINITY;
		for (final Plane p : planes)
			for (final float v : p.data) {
				if (!Float.isFinite(v)) continue;
				max = Math.max(max, v);
				min = Math.min(min, v);
			}
		if (!(max > min)) return null;
		long all = 0;
		long top = 0;
		long rows = 0;
		long below = 0;
		final boolean[] values = new boolean[256];
		final double edge = max - (max - min) / STEPS;
		for (final Plane p : planes)
			for (int i = 0; i < p.data.length; i++) {
				final float v = p.data[i];
				if (!Float.isFinite(v)) continue;
				all++;
				values[(int) ((v - min) / (max - min) * 255)] = true;
				if (v < max && v >= edge) below++;
				if (v < max) continue;
				top++;
				if (i % p.width > 0 && p.data[i - 1] == max || i % p.width < p.width - 1 && p.data[i + 1] == max) rows++;
			}
		int different = 0;
		for (final boolean v : values)
			if (v) different++;
		return different < FEWEST_VALUES ? null : new Saturation(max, (double) rows / all, (double) top / Math.max(1, below));
	}
}
