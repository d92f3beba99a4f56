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
package org.zeroshotsr.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PlaneTest {

	private static final Plane ABC = new Plane(1, 1, 3, new float[] { 1, 2, 3 });

	@Test
	void mirrorsAboutTheEdgeOfTheOutermostSampleAsOftenAsNeeded() {
		final Plane out = ABC.mirrored(new Window(-1, -7, 3, 17));
		// np.pad([1, 2, 3], 7, mode="symmetric")
		final float[] line = { 1, 1, 2, 3, 3, 2, 1, 1, 2, 3, 3, 2, 1, 1, 2, 3, 3 };
		for (int y = 0; y < 3; y++)
			for (int x = 0; x < line.length; x++)
				assertEquals(line[x], out.get(0, y, x), "row " + y + ", column " + x);
	}

	@Test
	void mirroredInsideIsACropOfEveryChannel() {
		final Plane plane = new Plane(2, 4, 5);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = i;
		final Window w = new Window(1, 2, 2, 3);
		assertArrayEquals(new float[] { 7, 8, 9, 12, 13, 14, 27, 28, 29, 32, 33, 34 }, plane.crop(w).data);
		assertArrayEquals(plane.crop(w).data, plane.mirrored(w).data);
	}

	@Test
	void meansOfEachChannel() {
		final Plane rgb = new Plane(3, 1, 2, new float[] { 1, 2, 10, 20, 100, 200 });
		assertArrayEquals(new float[] { 1.5f, 15, 150 }, rgb.means());
	}

	@Test
	void refusesWhatCannotBe() {
		assertThrows(IllegalArgumentException.class, () -> new Plane(1, 0, 3));
		assertThrows(IllegalArgumentException.class, () -> new Plane(1, 2, 3, new float[5]));
		assertThrows(IllegalArgumentException.class, () -> ABC.crop(new Window(0, 1, 1, 3)));
		assertThrows(IllegalArgumentException.class, () -> ABC.crop(new Window(-1, 0, 1, 1)));
	}
}
