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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;

class KernelEstimateTest {

	@ParameterizedTest
	@CsvSource({ "2,2", "4,4", "2,4", "3,3", "2.5,2.5" })
	void samplesHaveTheEstimatedVariances(final double rows, final double columns) {
		final KernelEstimate e = KernelEstimate.of(0.8, -0.2, 0.5, 0.1, 100);
		final double[][] k = e.samples(new Factor(rows, columns));
		assertTrue(rows % 2 > 0 || k.length % 2 == 0);
		assertTrue(columns % 2 > 0 || k[0].length % 2 == 0);
		final double[] found = new double[4];
		for (int r = 0; r < k.length; r++)
			for (int c = 0; c < k[r].length; c++) {
				final double y = (r - (k.length - 1) / 2.0) / rows;
				final double x = (c - (k[r].length - 1) / 2.0) / columns;
				found[0] += k[r][c] * y * y;
				found[1] += k[r][c] * y * x;
				found[2] += k[r][c] * x * x;
				found[3] += k[r][c];
			}
		assertArrayEquals(new double[] { 0.8, -0.2, 0.5, 1 }, found, 0.002);
		assertEquals(1, found[3], 1e-12);
	}

	/** The two ways to say the kernel agree: on an image that shows all of it at once, by far more than its cut-off tails. */
	@Test
	void samplesAreTheKernel() {
		final KernelEstimate e = KernelEstimate.of(0.8, -0.2, 0.5, 0.1, 100);
		final Factor two = new Factor(2, 2);
		final Plane dot = new Plane(1, 64, 64);
		dot.data[31 * 64 + 33] = 1;
		final Plane byFormula = e.kernel().shrink(64, 64, 32, 32, two).apply(dot);
		final Plane bySamples = Kernel.measured(e.samples(two)).shrink(64, 64, 32, 32, two).apply(dot);
		float peak = 0;
		for (final float v : byFormula.data)
			peak = Math.max(peak, v);
		assertArrayEquals(byFormula.data, bySamples.data, 0.005f * peak);
		assertTrue(peak > 0.03, "peak " + peak);
	}

	@Test
	void angleIsThatOfTheWiderAxis() {
		assertEquals(0, KernelEstimate.of(0.9, 0, 0.4, 0.1, 0).angle());
		assertEquals(90, KernelEstimate.of(0.4, 0, 0.9, 0.1, 0).angle());
		assertEquals(45, KernelEstimate.of(0.5, 0.2, 0.5, 0.1, 0).angle(), 1e-9);
		assertEquals(135, KernelEstimate.of(0.5, -0.2, 0.5, 0.1, 0).angle(), 1e-9);
		assertEquals(Math.sqrt(0.7), KernelEstimate.of(0.5, -0.2, 0.5, 0.1, 0).rows(), 1e-9);
	}

	@Test
	void widthsAreHeldWithinWhatShrinkingCanDo() {
		final KernelEstimate e = KernelEstimate.of(-0.1, 0, 9, 0.1, 0);
		assertEquals(1.5, e.rows());
		assertEquals(0.1, e.columns());
	}

	@Test
	void believedOnlyWithEvidenceAndAFit() {
		assertTrue(KernelEstimate.of(0.5, 0, 0.5, 0.1, 100).better());
		assertFalse(KernelEstimate.of(0.5, 0, 0.5, 0.1, 1).better());
		assertFalse(KernelEstimate.of(0.5, 0, 0.5, 3, 100).better());
	}
}
