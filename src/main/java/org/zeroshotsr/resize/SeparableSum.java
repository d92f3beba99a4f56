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
