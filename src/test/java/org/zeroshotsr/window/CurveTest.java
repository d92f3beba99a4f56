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
package org.zeroshotsr.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CurveTest {

	@Test
	void fewPointsAreKeptAsTheyAre() {
		final Curve curve = new Curve("loss");
		curve.add(10, 3);
		curve.add(20, Double.NaN);
		curve.add(30, 1.5);
		assertArrayEquals(new double[] { 10, 30 }, curve.steps());
		assertArrayEquals(new double[] { 3, 1.5 }, curve.values());
		curve.clear();
		assertEquals(0, curve.steps().length);
	}

	/** Of a straight line all means lie on it, evenly. */
	@Test
	void manyStepsBecomeNoMorePointsThanAScreenShows() {
		final Curve curve = new Curve("loss");
		for (int step = 1; step <= 100_000; step++)
			curve.add(step, 2.0 * step);
		final double[] steps = curve.steps();
		final double[] values = curve.values();
		assertTrue(steps.length <= Curve.MOST_POINTS && steps.length > Curve.MOST_POINTS / 2 - 1, steps.length + " points");
		for (int i = 0; i < steps.length; i++)
			assertEquals(2 * steps[i], values[i], 1e-6);
		for (int i = 2; i < steps.length - 1; i++)
			assertEquals(steps[1] - steps[0], steps[i] - steps[i - 1], 1e-6);
		assertTrue(steps[0] < 300 && steps[steps.length - 1] > 99_700);
	}
}
