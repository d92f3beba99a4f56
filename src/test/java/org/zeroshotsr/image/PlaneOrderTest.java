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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class PlaneOrderTest {

	private static String order(final String axes, final long... sizes) {
		final PlaneOrder order = PlaneOrder.of(axes, sizes);
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < order.planes().size(); i++) {
			text.append(i == 0 ? "" : " ").append(order.fresh().get(i) ? "*" : "");
			for (int d = 0; d < axes.length(); d++)
				if (d != order.x() && d != order.y() && d != order.samples()) text.append(axes.charAt(d)).append(order.planes()
					.get(i)[d]);
		}
		return text.toString();
	}

	@Test
	void goesChannelByChannelThenByTimeThenBySlice() {
		assertEquals("*C0Z0T0 C0Z1T0 C0Z0T1 C0Z1T1 *C1Z0T0 C1Z1T0 C1Z0T1 C1Z1T1", order("XYCZT", 9, 9, 2, 2, 2));
		assertEquals("*Z0T0C0 Z1T0C0 Z0T1C0 Z1T1C0 *Z0T0C1 Z1T0C1 Z0T1C1 Z1T1C1", order("XYZTC", 9, 9, 2, 2, 2));
		assertEquals("*T0C0 T1C0 T2C0 *T0C1 T1C1 T2C1", order("TCYX", 3, 2, 9, 9));
	}

	@Test
	void onePlane() {
		assertEquals(List.of("*"), List.of(order("XY", 9, 8)));
		assertEquals(1, PlaneOrder.of("XY", new long[] { 9, 8 }).planes().size());
	}

	@Test
	void mergedColoursAreOnePlane() {
		final PlaneOrder order = PlaneOrder.of("XYSZ", new long[] { 9, 9, 3, 2 });
		assertEquals(2, order.samples());
		assertEquals("*Z0 Z1", order("XYSZ", 9, 9, 3, 2));
		assertTrue(order.planes().stream().allMatch(p -> p[2] == 0));
	}

	@Test
	void everyPlaneComesOnce() {
		final PlaneOrder order = PlaneOrder.of("XYCZT", new long[] { 9, 9, 3, 4, 5 });
		assertEquals(60, order.planes().stream().map(Arrays::toString).distinct().count());
		assertEquals(60, order.planes().size());
		assertEquals(3, order.fresh().stream().filter(f -> f).count());
	}

	@Test
	void unknownAxesAreDoneLikeTime() {
		assertEquals("*P0Z0 P0Z1 P1Z0 P1Z1", order("XYPZ", 9, 9, 2, 2));
	}

	@Test
	void refusesAxesThatDoNotFit() {
		for (final String axes : new String[] { "XY", "XYZT", "XXY", "YCZ", "XCZ" }) {
			final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> PlaneOrder.of(axes,
				new long[] { 9, 9, 9 }), axes);
			assertTrue(e.getMessage().contains(axes), e.getMessage());
		}
	}
}
