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
import java.util.Comparator;
import java.util.List;

/** A matrix of rank one: sample (r, c) is {@code column[r] * row[c]}. */
record RankOne(double[] column, double[] row) {

	private static final int SWEEPS = 40;
	/** Cosine of the angle between two lines that counts as a right one. */
	private static final double RIGHT = 1e-12;
	/** Products of lines that are next to nothing, as a fraction of the squared norm of the matrix. */
	private static final double NOTHING = 1e-18;

	/**
	 * The matrices of rank one that add up to {@code matrix}, the strongest first: its singular value decomposition, by
	 * Jacobi rotations of its columns until they are at right angles (Hestenes 1958), or of its rows where these are
	 * fewer. What is next to nothing is left out.
	 */
	static List<RankOne> of(final double[][] matrix) {
		final boolean wide = matrix[0].length > matrix.length;
		final double[][] lines = wide ? Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new) : transposed(
			matrix);
		double total = 0;
		for (final double[] line : lines)
			total += dot(line, line);
		final double least = NOTHING * total;
		for (int sweep = 0; sweep < SWEEPS && sweep(lines, least); sweep++);
		final double[][] across = wide ? matrix : transposed(matrix);
		return Arrays.stream(lines).filter(line -> dot(line, line) > least).sorted(Comparator.comparingDouble(
			line -> -dot(line, line))).map(line -> term(across, line, wide)).toList();
	}

	/** Turns every pair of lines that is not at right angles; whether there was one. */
	private static boolean sweep(final double[][] lines, final double least) {
		boolean turned = false;
		for (int i = 0; i < lines.length; i++)
			for (int j = i + 1; j < lines.length; j++) {
				final double a = dot(lines[i], lines[i]);
				final double b = dot(lines[j], lines[j]);
				final double product = dot(lines[i], lines[j]);
				if (Math.abs(product) <= Math.max(least, RIGHT * Math.sqrt(a * b))) continue;
				turned = true;
				final double zeta = (b - a) / (2 * product);
				final double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
				final double cos = 1 / Math.hypot(1, tangent);
				turn(lines[i], lines[j], cos, cos * tangent);
			}
		return turned;
	}

	private static void turn(final double[] a, final double[] b, final double cos, final double sin) {
		for (int k = 0; k < a.length; k++) {
			final double v = a[k];
			a[k] = cos * v - sin * b[k];
			b[k] = sin * v + cos * b[k];
		}
	}

	/** The part of the matrix along {@code line}, a row or a column as those of the matrix {@code across} are. */
	private static RankOne term(final double[][] across, final double[] line, final boolean rows) {
		final double squares = dot(line, line);
		final double[] other = Arrays.stream(across).mapToDouble(l -> dot(l, line) / squares).toArray();
		return rows ? new RankOne(other, line) : new RankOne(line, other);
	}

	private static double[][] transposed(final double[][] matrix) {
		final double[][] columns = new double[matrix[0].length][matrix.length];
		for (int r = 0; r < matrix.length; r++)
			for (int c = 0; c < columns.length; c++)
				columns[c][r] = matrix[r][c];
		return columns;
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++)
			sum += a[k] * b[k];
		return sum;
	}
}
