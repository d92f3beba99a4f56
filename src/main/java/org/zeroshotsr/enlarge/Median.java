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

import java.util.List;

import org.zeroshotsr.image.Bands;
import org.zeroshotsr.image.Plane;

/** The median of 1, 2, 4 or 8 planes, pixel by pixel. */
final class Median {

	private Median() {}

	/** The mean of the two middle ones of each pixel's samples. */
	static Plane of(final List<Plane> planes) {
		return of(planes, false);
	}

	/** The same, and as further channels the standard deviations. */
	static Plane withSpread(final List<Plane> planes) {
		return of(planes, true);
	}

	private static Plane of(final List<Plane> planes, final boolean spread) {
		final int n = planes.size();
		if (n == 1 && !spread) return planes.get(0);
		if (Integer.bitCount(n) != 1) throw new IllegalArgumentException("no median of " + n + " planes");
		final Plane first = planes.get(0);
		final int samples = first.data.length;
		final Plane result = new Plane(spread ? 2 * first.channels : first.channels, first.height, first.width);
		Bands.each(first.channels * first.height, (long) n * first.data.length, (from, to) -> {
			final float[][] values = new float[n][first.width];
			for (int row = from; row < to; row++) {
				for (int k = 0; k < n; k++)
					System.arraycopy(planes.get(k).data, row * first.width, values[k], 0, first.width);
				if (spread) deviations(values, result.data, samples + row * first.width);
				sort(values);
				final float[] a = values[Math.max(0, n / 2 - 1)];
				final float[] b = values[n / 2];
				for (int x = 0; x < first.width; x++)
					result.data[row * first.width + x] = 0.5f * (a[x] + b[x]);
			}
		});
		return result;
	}

	/** Of each column. */
	private static void deviations(final float[][] rows, final float[] to, final int from) {
		final int n = rows.length;
		for (int x = 0; x < rows[0].length; x++) {
			float mean = 0;
			for (final float[] row : rows)
				mean += row[x];
			mean /= n;
			float squares = 0;
			for (final float[] row : rows)
				squares += (row[x] - mean) * (row[x] - mean);
			to[from + x] = (float) Math.sqrt(squares / n);
		}
	}

	/** Batcher's odd-even merge sort of the rows' samples, column by column, in loops that HotSpot vectorises. */
	private static void sort(final float[][] rows) {
		final int n = rows.length;
		for (int p = 1; p < n; p *= 2)
			for (int k = p; k >= 1; k /= 2)
				for (int j = k % p; j + k < n; j += 2 * k)
					for (int i = 0; i < Math.min(k, n - j - k); i++)
						if ((i + j) / (2 * p) == (i + j + k) / (2 * p)) exchange(rows[i + j], rows[i + j + k]);
	}

	private static void exchange(final float[] low, final float[] high) {
		for (int x = 0; x < low.length; x++) {
			final float a = low[x];
			final float b = high[x];
			low[x] = Math.min(a, b);
			high[x] = Math.max(a, b);
		}
	}
}
