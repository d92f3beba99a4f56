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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.zeroshotsr.resize.ResizePropertyTest.assertMessage;

import org.junit.jupiter.api.Test;

class FactorTest {

	@Test
	void sizesAreRoundedUp() {
		final Factor f = new Factor(1.5, 1.37);
		assertEquals(8, f.height(5));
		assertEquals(10, f.width(7));
		assertEquals(6, f.lowHeight(8));
		assertEquals(8, f.lowWidth(10));
		assertEquals(new Factor(1, 1), f.block());
		assertEquals(new Factor(2, 3), new Factor(2.9, 3).block());
		assertFalse(f.isotropic());
	}

	@Test
	void wholeSizesSurviveRounding() {
		// 1.1 x 30 is 33.000000000000004 in floating point.
		assertEquals(33, new Factor(1.1, 1).height(30));
		for (int n = 1; n < 5000; n++)
			for (int s = 1; s < 9; s++) {
				final Factor f = new Factor(s, s);
				assertEquals(n * s, f.height(n));
				assertEquals(n, f.lowHeight(n * s));
				assertEquals(n, new Factor(1 + s / 10.0, 1).lowHeight(new Factor(1 + s / 10.0, 1).height(n)) - extra(n, s));
			}
	}

	/** Rounding up twice gives one more where the part of a pixel added at first is over a low pixel's share. */
	private static int extra(final int n, final int tenths) {
		final int high = (n * (10 + tenths) + 9) / 10;
		return (high * 10 + 10 + tenths - 1) / (10 + tenths) - n;
	}

	@Test
	void refusesLessThanOne() {
		for (final double bad : new double[] { 0.99, 0, -2, Double.NaN, Double.POSITIVE_INFINITY })
			assertMessage("scale factor", () -> new Factor(1, bad));
	}
}
