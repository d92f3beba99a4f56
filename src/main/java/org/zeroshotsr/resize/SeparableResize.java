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
package org.zeroshotsr.resize;

import org.zeroshotsr.image.Plane;

/** A resize that works down the columns first, then along the rows. */
final class SeparableResize extends AxisResize {

	/** Taps from which on a sum is made in four parts that do not wait for each other. */
	private static final int MANY = 32;

	SeparableResize(final Axis rows, final Axis columns) {
		super(rows, columns);
	}

	@Override
	Resize between(final Axis otherRows, final Axis otherColumns) {
		return new SeparableResize(otherRows, otherColumns);
	}

	@Override
	RowMaker rowMaker() {
		if (columns.identity()) return this::down;
		final float[] line = new float[columns.in];
		final float[] extended = new float[columns.source.length];
		return (in, base, o, to, at) -> {
			down(in, base, o, line, 0);
			Rows.extend(line, columns, extended);
			along(extended, to, at);
		};
	}

	private void down(final Plane in, final int base, final int o, final float[] to, final int at) {
		Rows.combine(in.data, base, in.width, rows.source, rows.first[o], rows.weights, o * rows.taps, rows.taps, to, at);
	}

	private void along(final float[] line, final float[] to, final int at) {
		switch (columns.taps) {
			case 4 -> along4(line, columns.first, columns.weights, to, at);
			case 8 -> along8(line, columns.first, columns.weights, to, at);
			default -> {
				if (columns.taps < MANY) along(line, columns.first, columns.weights, columns.taps, to, at);
				else alongMany(line, columns.first, columns.weights, columns.taps, to, at);
			}
		}
	}

	private static void along4(final float[] line, final int[] first, final float[] w, final float[] to, final int at) {
		for (int o = 0; o < first.length; o++) {
			final int f = first[o];
			final int k = 4 * o;
			to[at + o] = w[k] * line[f] + w[k + 1] * line[f + 1] + w[k + 2] * line[f + 2] + w[k + 3] * line[f + 3];
		}
	}

	private static void along8(final float[] line, final int[] first, final float[] w, final float[] to, final int at) {
		for (int o = 0; o < first.length; o++) {
			final int f = first[o];
			final int k = 8 * o;
			to[at + o] = w[k] * line[f] + w[k + 1] * line[f + 1] + w[k + 2] * line[f + 2] + w[k + 3] * line[f + 3] +
				(w[k + 4] * line[f + 4] + w[k + 5] * line[f + 5] + w[k + 6] * line[f + 6] + w[k + 7] * line[f + 7]);
		}
	}

	private static void along(final float[] line, final int[] first, final float[] w, final int taps,
		final float[] to, final int at)
	{
		for (int o = 0, k = 0; o < first.length; o++) {
			float sum = 0;
			for (int f = first[o], end = f + taps; f < end; f++)
				sum += w[k++] * line[f];
			to[at + o] = sum;
		}
	}

	private static void alongMany(final float[] line, final int[] first, final float[] w, final int taps,
		final float[] to, final int at)
	{
		for (int o = 0, k = 0; o < first.length; o++) {
			float a = 0;
			float b = 0;
			float c = 0;
			float d = 0;
			int f = first[o];
			final int end = f + taps;
			for (; f < end - 3; f += 4, k += 4) {
				a += w[k] * line[f];
				b += w[k + 1] * line[f + 1];
				c += w[k + 2] * line[f + 2];
				d += w[k + 3] * line[f + 3];
			}
			for (; f < end; f++)
				a += w[k++] * line[f];
			to[at + o] = a + b + (c + d);
		}
	}
}
