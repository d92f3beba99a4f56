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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HolesTest {

	private static final float NAN = Float.NaN;

	private static Plane ramp(final int channels, final int height, final int width) {
		final Plane plane = new Plane(channels, height, width);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = 10 + i % (height * width) / width;
		return plane;
	}

	@Test
	void aPlaneOfNumbersHasNone() {
		final Plane plane = ramp(2, 4, 5);
		final float[] before = plane.data.clone();
		assertNull(Holes.fill(plane));
		assertArrayEquals(before, plane.data);
	}

	@Test
	void fillsFromTheSurroundingsAndNothingElse() {
		final Plane plane = ramp(1, 6, 6);
		plane.data[2 * 6 + 2] = NAN;
		plane.data[4 * 6 + 5] = Float.POSITIVE_INFINITY;
		final Plane before = plane.copy();
		final Holes holes = Holes.fill(plane);
		assertEquals(2, holes.count());
		assertEquals(12, plane.get(0, 2, 2), 1e-6, "mean of 3 x 11, 2 x 12, 3 x 13");
		assertEquals(14, plane.get(0, 4, 5), 1e-6, "mean of 2 x 13, 14, 2 x 15 at the border");
		for (int i = 0; i < plane.data.length; i++)
			if (i != 14 && i != 29) assertEquals(before.data[i], plane.data[i]);
	}

	@Test
	void fillsLargeHolesWithinTheRangeOfTheirSurroundings() {
		final Plane plane = ramp(1, 100, 100);
		for (int y = 0; y < 100; y++)
			for (int x = 0; x < 100; x++)
				if (y < 90) plane.data[y * 100 + x] = NAN;
		assertEquals(9000, Holes.fill(plane).count());
		for (final float v : plane.data)
			assertTrue(v >= 100 && v <= 109, "among the known 100..109: " + v);
	}

	@Test
	void aChannelWithoutANumberBecomesZeroAndTheOthersStay() {
		final Plane plane = ramp(3, 4, 4);
		for (int i = 16; i < 32; i++)
			plane.data[i] = NAN;
		final Holes holes = Holes.fill(plane);
		assertEquals(16, holes.count());
		for (int i = 16; i < 32; i++)
			assertEquals(0, plane.data[i]);
		assertEquals(13, plane.get(2, 3, 0));
		final Plane large = new Plane(3, 8, 8);
		holes.reopen(large, 0, 0, 2, 2);
		for (int i = 0; i < large.data.length; i++)
			assertEquals(i >= 64 && i < 128, Float.isNaN(large.data[i]));
	}

	@Test
	void reopensEachPixelAsItsBlockAtTwo() {
		final Plane plane = ramp(1, 5, 6);
		plane.data[1 * 6 + 2] = NAN;
		plane.data[3 * 6] = Float.NEGATIVE_INFINITY;
		plane.data[4 * 6 + 5] = Float.POSITIVE_INFINITY;
		final Holes holes = Holes.fill(plane);
		final Plane large = new Plane(1, 10, 12);
		holes.reopen(large, 0, 0, 2, 2);
		for (int y = 0; y < 10; y++)
			for (int x = 0; x < 12; x++) {
				final float v = large.get(0, y, x);
				final int low = y / 2 * 6 + x / 2;
				if (low == 8) assertTrue(Float.isNaN(v));
				else if (low == 18) assertEquals(Float.NEGATIVE_INFINITY, v);
				else if (low == 29) assertEquals(Float.POSITIVE_INFINITY, v);
				else assertEquals(0, v);
			}
	}

	@Test
	void reopensWhereTheNearestPixelWasAHoleAtOneAndAHalfAndPerAxis() {
		final int height = 7;
		final int width = 6;
		final double rows = 1.5;
		final double columns = 3;
		final Plane plane = ramp(1, height, width);
		plane.data[2 * width + 3] = NAN;
		plane.data[6 * width] = NAN;
		final Holes holes = Holes.fill(plane);
		final int outHeight = 11; // ceil(10.5)
		final Plane large = new Plane(1, outHeight, 18);
		holes.reopen(large, 0, 0, rows, columns);
		// the same in two parts, as tiles come
		final Plane top = new Plane(1, 5, 18);
		final Plane bottom = new Plane(1, 6, 10);
		holes.reopen(top, 0, 0, rows, columns);
		holes.reopen(bottom, 5, 8, rows, columns);
		for (int y = 0; y < outHeight; y++)
			for (int x = 0; x < 18; x++) {
				// brute force: the low sample whose centre is nearest, of two the later
				int bestY = 0;
				int bestX = 0;
				for (int i = 1; i < height; i++)
					if (Math.abs((i + 0.5) * rows - y - 0.5) <= Math.abs((bestY + 0.5) * rows - y - 0.5)) bestY = i;
				for (int i = 1; i < width; i++)
					if (Math.abs((i + 0.5) * columns - x - 0.5) <= Math.abs((bestX + 0.5) * columns - x - 0.5)) bestX = i;
				final boolean hole = bestY == 2 && bestX == 3 || bestY == 6 && bestX == 0;
				assertEquals(hole, Float.isNaN(large.get(0, y, x)), y + ", " + x);
				if (y < 5) assertEquals(hole, Float.isNaN(top.get(0, y, x)));
				else if (x >= 8) assertEquals(hole, Float.isNaN(bottom.get(0, y - 5, x - 8)));
			}
		assertFalse(Float.isNaN(large.get(0, 0, 0)));
	}
}
