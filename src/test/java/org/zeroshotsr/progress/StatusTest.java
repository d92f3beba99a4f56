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
package org.zeroshotsr.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What the user reads while a run goes on. */
class StatusTest {

	@Test
	void allThatIsKnown() {
		assertEquals("plane 2 of 12: training 120 of 600, loss 0.01235, gain +0.81 dB, 65 s left", new Status("training", 2,
			12, 120, 600, 0.012345678, 0.808, 0.2, 65.4).text());
	}

	@Test
	void whatIsNotKnownIsLeftOut() {
		assertEquals("starting TensorFlow", new Status("starting TensorFlow", 1, 1, 0, 1, Double.NaN, Double.NaN,
			Double.NaN, Double.NaN).text());
		assertEquals("enlarging 3 of 8, gain -0.10 dB, 0.4 s left", new Status("enlarging", 1, 1, 3, 8, Double.NaN, -0.1,
			0.9, 0.42).text());
	}

	@Test
	void longTimesAreRounded() {
		assertEquals("training, 10 s left", left(9.96));
		assertEquals("training, 2 min left", left(124));
		assertEquals("training, 2 h 5 min left", left(7500));
	}

	private static String left(final double seconds) {
		return new Status("training", 1, 1, 0, 0, Double.NaN, Double.NaN, Double.NaN, seconds).text();
	}
}
