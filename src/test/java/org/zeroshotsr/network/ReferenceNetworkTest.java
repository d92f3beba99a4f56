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
package org.zeroshotsr.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.zeroshotsr.image.Plane;

/** The reference does what a network has to; and what is prepared for training is what it would see itself. */
class ReferenceNetworkTest extends NetworkContract {

	@Override
	protected Network make(final NetworkSpec spec) {
		return new ReferenceNetwork(spec);
	}

	@Test
	void lessonsAreCentredAndInBlocks() {
		final NetworkSpec spec = spec(3, 2, 3);
		final Plane low = plane(3, 21, 30, 1);
		final Plane high = plane(3, 42, 90, 2);
		final float[] level = { 0.1f, 0.5f, -3 };
		final Lesson lesson = new Lesson(spec, low, high, null, level);
		final double[] expected = ReferenceNetwork.centred(low, level);
		assertEquals(expected.length, lesson.input.length);
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], lesson.input[i], 1e-5);
		final Plane cubic = org.zeroshotsr.resize.Resizes.enlarge(21, 30, new org.zeroshotsr.resize.Factor(2, 3)).apply(low);
		for (int c = 0; c < 3; c++)
			for (int y = 0; y < 42; y++)
				for (int x = 0; x < 90; x++)
					assertEquals(high.get(c, y, x) - cubic.get(c, y, x), lesson.target[ReferenceNetwork.place(spec, 30, c, y, x)],
						1e-6);
	}
}
