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

import java.util.Arrays;

/**
 * Correlation with a two-dimensional kernel, at the output's positions only. For every output row and kernel column the
 * input rows are added up with that column's weights, which is one vectorised pass over them; the output samples then
 * take their place in that sum.
 */
final class CorrelationResize extends AxisResize {

	private final double[][] kernel;

	CorrelationResize(final double[][] kernel, final Axis rows, final Axis columns) {
		super(rows, columns);
		this.kernel = kernel;
	}

	@Override
	Resize between(final Axis otherRows, final Axis otherColumns) {
		return new CorrelationResize(kernel, otherRows, otherColumns);
	}

	@Override
	RowMaker rowMaker() {
		final int reach = kernel.length + rows.taps - 1;
		final int kernelColumns = kernel[0].length;
		final float[] line = new float[columns.in];
		final float[] extended = new float[columns.source.length];
		final float[] weights = new float[kernelColumns * reach];
		return (in, base, o, to, at) -> {
			place(o, weights, reach);
			Arrays.fill(to, at, at + columns.out, 0);
			for (int q = 0; q < kernelColumns; q++) {
				Rows.combine(in.data, base, in.width, rows.source, rows.first[o], weights, q * reach, reach, line, 0);
				Rows.extend(line, columns, extended);
				take(extended, q, to, at);
			}
		};
	}

	/** The kernel's columns, one after another, where they fall on the input's rows for output row {@code o}. */
	private void place(final int o, final float[] weights, final int reach) {
		for (int q = 0; q < kernel[0].length; q++)
			for (int p = 0; p < reach; p++) {
				double sum = 0;
				for (int t = Math.max(0, p - kernel.length + 1); t < rows.taps && t <= p; t++)
					sum += rows.weights[o * rows.taps + t] * kernel[p - t][q];
				weights[q * reach + p] = (float) sum;
			}
	}

	private void take(final float[] line, final int q, final float[] to, final int at) {
		final int[] first = columns.first;
		final float[] w = columns.weights;
		if (columns.taps == 1) {
			for (int o = 0; o < first.length; o++)
				to[at + o] += line[first[o] + q];
			return;
		}
		for (int o = 0; o < first.length; o++) {
			final int f = first[o] + q;
			final int k = 4 * o;
			to[at + o] += w[k] * line[f] + w[k + 1] * line[f + 1] + w[k + 2] * line[f + 2] + w[k + 3] * line[f + 3];
		}
	}
}
