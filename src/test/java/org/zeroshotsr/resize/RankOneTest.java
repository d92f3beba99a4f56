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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankOneTest {

	@ParameterizedTest
	@CsvSource({ "1,1", "7,7", "40,25", "25,40", "1,9", "9,1" })
	void addUpToTheMatrixAtRightAngles(final int rows, final int columns) {
		final Random random = new Random(rows);
		final double[][] matrix = new double[rows][columns];
		for (final double[] row : matrix)
			for (int c = 0; c < columns; c++)
				row[c] = random.nextGaussian();
		final List<RankOne> terms = RankOne.of(matrix);
		assertEquals(Math.min(rows, columns), terms.size());
		for (int r = 0; r < rows; r++)
			for (int c = 0; c < columns; c++) {
				double sum = 0;
				for (final RankOne term : terms)
					sum += term.column()[r] * term.row()[c];
				assertEquals(matrix[r][c], sum, 1e-10);
			}
		double before = Double.POSITIVE_INFINITY;
		for (final RankOne a : terms) {
			final double strength = strength(a);
			assertTrue(strength <= before, strength + " after " + before);
			before = strength;
			for (final RankOne b : terms)
				if (a != b) {
					assertEquals(0, dot(a.column(), b.column()), 1e-9);
					assertEquals(0, dot(a.row(), b.row()), 1e-9);
				}
		}
	}

	@Test
	void findsTheSingularValues() {
		// of this matrix they are 4 and 2
		final List<RankOne> terms = RankOne.of(new double[][] { { 3, -1, 0 }, { -1, 3, 0 } });
		assertEquals(2, terms.size());
		assertEquals(4, strength(terms.get(0)), 1e-12);
		assertEquals(2, strength(terms.get(1)), 1e-12);
	}

	@Test
	void leavesOutWhatIsNothing() {
		final double[][] product = new double[30][20];
		for (int r = 0; r < 30; r++)
			for (int c = 0; c < 20; c++)
				product[r][c] = Math.exp(-r * r / 50.0) * (1 + c);
		assertEquals(1, RankOne.of(product).size());
		assertEquals(0, RankOne.of(new double[4][5]).size());
	}

	private static double strength(final RankOne term) {
		return Math.sqrt(dot(term.column(), term.column()) * dot(term.row(), term.row()));
	}

	private static double dot(final double[] a, final double[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++)
			sum += a[k] * b[k];
		return sum;
	}
}
