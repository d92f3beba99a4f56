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
package org.zeroshotsr.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.image.PlaneOrder;

class ExcerptsTest {

	/** Samples that tell where they were: row, and column and plane after the point. */
	private static List<Plane> excerpts(final int width, final int height, final int planes) {
		final Img<FloatType> image = ArrayImgs.floats(width, height, planes);
		final var cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			cursor.get().set(cursor.getIntPosition(1) * 4096 + cursor.getIntPosition(0) + 0.125f * cursor.getIntPosition(2));
		}
		final PlaneOrder order = PlaneOrder.of("XYZ", image.dimensionsAsLongArray());
		return of(image, order);
	}

	private static List<Plane> of(final Img<FloatType> image, final PlaneOrder order) {
		return Excerpts.of(position -> PlaneIO.read(image, order.x(), order.y(), order.samples(), position), order.channels()
			.get(0));
	}

	@Test
	void smallPlanesAreTakenWhole() {
		assertEquals(1, excerpts(300, 200, 1).size());
		final List<Plane> stack = excerpts(300, 200, 11);
		assertArrayEquals(new double[] { 1, 3, 5, 7, 9 }, stack.stream().mapToDouble(p -> 8 * p.data[0]).toArray());
		assertTrue(stack.stream().allMatch(p -> p.height == 200 && p.width == 300));
	}

	@Test
	void ofLargePlanesWindowsAllOverThem() {
		final List<Plane> windows = excerpts(1100, 900, 1);
		assertEquals(9, windows.size());
		for (final Plane window : windows) {
			assertEquals(0, (int) window.data[0] % 4096 % 8, "JPEG's blocks");
			assertEquals(0, (int) window.data[0] / 4096 % 8, "JPEG's blocks");
			assertTrue(window.height == 512 && window.width == 512);
		}
		assertTrue(windows.stream().anyMatch(w -> w.data[0] == 0), "a corner");
		// one long side: three different places alone
		assertEquals(3, excerpts(1100, 100, 1).size());
		// together they are no more than those of one plane
		assertEquals(9, excerpts(1100, 900, 3).size());
	}

	@Test
	void planesOfOneValueAreLeftOutWhereThereAreOthers() {
		final Img<FloatType> image = ArrayImgs.floats(64, 64, 3);
		final PlaneOrder order = PlaneOrder.of("XYZ", image.dimensionsAsLongArray());
		assertEquals(3, of(image, order).size());
		image.getAt(5, 5, 1).set(1);
		assertEquals(1, of(image, order).size());
	}
}
