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
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

class OrientationTest {

	/** Where numpy's functions of the same meaning take sample (y, x) of their result from, for an h x w input. */
	private static int[] source(final Orientation o, final int y, final int x, final int h, final int w) {
		return switch (o) {
			case AS_IS -> new int[] { y, x };
			case FLIPPED_ROWS -> new int[] { h - 1 - y, x }; // np.flipud
			case FLIPPED_COLUMNS -> new int[] { y, w - 1 - x }; // np.fliplr
			case TURNED_HALF -> new int[] { h - 1 - y, w - 1 - x }; // np.rot90(a, 2)
			case TRANSPOSED -> new int[] { x, y }; // a.T
			case TURNED_RIGHT -> new int[] { h - 1 - x, y }; // np.rot90(a, -1)
			case TURNED_LEFT -> new int[] { x, w - 1 - y }; // np.rot90(a)
			case TRANSPOSED_ANTI -> new int[] { h - 1 - x, w - 1 - y }; // np.rot90(a, 2).T
		};
	}

	private static Plane counted(final int channels, final int height, final int width) {
		final Plane plane = new Plane(channels, height, width);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = i;
		return plane;
	}

	@Test
	void movesSamplesAsItsNameSays() {
		moves(counted(2, 3, 5));
	}

	/** Large enough for several threads, and sizes that no tile divides. */
	@Test
	void movesSamplesOfLargePlanes() {
		moves(counted(2, 131, 301));
	}

	private static void moves(final Plane in) {
		for (final Orientation o : Orientation.values()) {
			final Plane out = o.apply(in);
			assertEquals(o.isTransposed() ? in.width : in.height, out.height, o.name());
			assertEquals(o.isTransposed() ? in.height : in.width, out.width, o.name());
			final float[] expected = new float[out.data.length];
			for (int c = 0, i = 0; c < in.channels; c++)
				for (int y = 0; y < out.height; y++)
					for (int x = 0; x < out.width; x++) {
						final int[] from = source(o, y, x, in.height, in.width);
						expected[i++] = in.get(c, from[0], from[1]);
					}
			assertArrayEquals(expected, out.data, o.name());
		}
	}

	@Test
	void allEightDifferAndEachIsUndone() {
		final Plane in = counted(3, 4, 4);
		final Set<String> seen = new HashSet<>();
		for (final Orientation o : Orientation.values()) {
			final Plane out = o.apply(in);
			assertNotSame(in.data, out.data, "a new plane");
			seen.add(Arrays.toString(out.data));
			assertArrayEquals(in.data, o.inverse().apply(out).data, o.name());
		}
		assertEquals(8, seen.size());
	}

	@Test
	void undoesOblongPlanesToo() {
		final Plane in = counted(1, 2, 7);
		for (final Orientation o : Orientation.values()) {
			final Plane back = o.inverse().apply(o.apply(in));
			assertEquals(2, back.height);
			assertArrayEquals(in.data, back.data, o.name());
		}
	}
}
