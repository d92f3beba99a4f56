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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A kernel as a sum of products of a column and a row, as many as it takes to come near it: each is applied down the
 * columns and then along the rows, which is less work than the kernel itself if they are few.
 */
final class SeparableSum {

	/** Samples of a kernel that is small enough to be applied as it is. */
	static final int LARGE = 256;

	/** What the terms may leave of a kernel, the sum of absolute differences, as a fraction of the kernel's sum. */
	private static final double LEFT = 1e-4;
	/** How much longer a product takes along a row, summed up, than down the columns of many at once. */
	private static final double ALONG = 4;

	private final List<RankOne> terms;

	private SeparableSum(final List<RankOne> terms) {
		this.terms = terms;
	}

	/** Of a kernel that sums to 1; and so do the terms. */
	static SeparableSum of(final double[][] kernel) {
		final double[][] left = Arrays.stream(kernel).map(double[]::clone).toArray(double[][]::new);
		final List<RankOne> terms = new ArrayList<>();
		double sum = 0;
		for (final RankOne term : RankOne.of(kernel)) {
			terms.add(term);
			sum += Arrays.stream(term.column()).sum() * Arrays.stream(term.row()).sum();
			if (subtract(term, left) <= LEFT) break;
		}
		final double all = sum;
		return new SeparableSum(terms.stream().map(term -> new RankOne(Arrays.stream(term.column()).map(v -> v / all)
			.toArray(), term.row())).toList());
	}

	/** The sum of what is left, without signs. */
	private static double subtract(final RankOne term, final double[][] left) {
		double sum = 0;
		for (int r = 0; r < left.length; r++)
			for (int c = 0; c < left[r].length; c++) {
				left[r][c] -= term.column()[r] * term.row()[c];
				sum += Math.abs(left[r][c]);
			}
		return sum;
	}

	List<RankOne> terms() {
		return terms;
	}

	/** The resize at the positions of these axes; null where the correlation with the kernel itself is cheaper. */
	Resize resize(final Axis rows, final Axis columns, final Factor f) {
		final int kernelColumns = terms.get(0).row().length;
		final double down = terms.get(0).column().length + rows.taps - 1;
		final double direct = kernelColumns * (down + 1 + columns.taps / f.columns());
		final double term = down + 1 + ALONG * (kernelColumns + columns.taps - 1) / f.columns();
		if (terms.size() * term >= direct) return null;
		return new SumResize(terms.stream().<Resize>map(t -> new SeparableResize(rows.with(t.column()), columns.with(t
			.row()))).toList());
	}
}
