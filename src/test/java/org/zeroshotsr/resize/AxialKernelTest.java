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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;

class AxialKernelTest {

	private static final int COLUMNS = 3;

	private static Plane random(final int height) {
		final Plane plane = new Plane(1, height, COLUMNS);
		final Random random = new Random(5);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = random.nextFloat();
		return plane;
	}

	private static Plane shrunk(final Kernel kernel, final Plane plane, final double factor) {
		final Factor f = new Factor(factor, 1);
		return kernel.shrink(plane.height, plane.width, f.lowHeight(plane.height), plane.width, f).apply(plane);
	}

	@Test
	void binnedIsTheMeanOfRows() {
		for (final int n : new int[] { 2, 3, 4 }) {
			final Plane plane = random(5 * n);
			final Plane low = shrunk(AxialKernel.BINNED, plane, n);
			for (int y = 0; y < 5; y++)
				for (int x = 0; x < COLUMNS; x++) {
					double sum = 0;
					for (int i = 0; i < n; i++)
						sum += plane.get(0, n * y + i, x) / n;
					assertEquals(sum, low.get(0, y, x), 1e-6);
				}
		}
	}

	/** Of rows that lie in two slices each gets its part. */
	@Test
	void binnedByWhatIsNotWholeIsTheIntegral() {
		final Plane plane = random(20);
		final Plane low = shrunk(AxialKernel.BINNED, plane, 2.5);
		for (int y = 0; y < 8; y++) {
			double sum = 0;
			for (int k = 0; k < 20; k++)
				sum += plane.get(0, k, 1) * Math.max(0, Math.min(k + 1, 2.5 * (y + 1)) - Math.max(k, 2.5 * y)) / 2.5;
			assertEquals(sum, low.get(0, y, 1), 1e-6, "slice " + y);
		}
	}

	@Test
	void sampledAreTheRowsAtTheMiddle() {
		final Plane plane = random(15);
		final Plane low = shrunk(AxialKernel.SAMPLED, plane, 3);
		for (int y = 0; y < 5; y++)
			assertEquals(plane.get(0, 3 * y + 1, 2), low.get(0, y, 2), 0);
		final Plane ramp = new Plane(1, 16, 1);
		for (int y = 0; y < 16; y++)
			ramp.data[y] = y;
		assertEquals(5.5, shrunk(AxialKernel.SAMPLED, ramp, 4).data[1], 1e-5, "between two");
	}

	/** A step's answer has the Gaussian's width. */
	@Test
	void gaussianIsAsWideAsSaid() {
		final Plane plane = new Plane(1, 400, 1);
		plane.data[200] = 1;
		double sum = 0;
		double moment = 0;
		double square = 0;
		final Plane low = shrunk(AxialKernel.gaussian(1.5), plane, 4);
		for (int y = 0; y < low.height; y++) {
			sum += low.data[y];
			moment += y * low.data[y];
			square += (double) y * y * low.data[y];
		}
		assertEquals(1.5, Math.sqrt(square / sum - moment * moment / sum / sum), 0.01);
		assertEquals((200 + 0.5) / 4 - 0.5, moment / sum, 0.01);
	}

	@Test
	void columnsStayAndKernelsCompare() {
		assertEquals(AxialKernel.gaussian(0.5), AxialKernel.gaussian(0.5));
		assertTrue(AxialKernel.BINNED.symmetric(Orientation.TURNED_HALF));
		assertTrue(!AxialKernel.BINNED.symmetric(Orientation.TRANSPOSED));
		final Plane plane = random(8);
		assertArrayEquals(plane.data, shrunk(AxialKernel.BINNED, plane, 1).data);
		assertThrows(BadInput.class, () -> AxialKernel.gaussian(0));
		assertThrows(IllegalArgumentException.class, () -> AxialKernel.BINNED.shrink(8, 8, 4, 4, new Factor(2, 2)));
	}
}
