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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.progress.Progress;

class MosaicTest {

	private static List<long[]> channel(final int planes) {
		final List<long[]> channel = new ArrayList<>();
		for (int i = 0; i < planes; i++)
			channel.add(new long[] { 0, 0, i });
		return channel;
	}

	/** A plane whose samples are its number and, where there is structure, a bit more. */
	private static Plane plane(final long number, final int height, final int width) {
		final Plane plane = new Plane(1, height, width);
		Arrays.fill(plane.data, 10 * number);
		return plane;
	}

	@Test
	void smallPlanesAreThereWhole() {
		final Plane mosaic = Mosaic.of(position -> plane(position[2], 12, 20), channel(5), Progress.NONE);
		for (int number = 0; number < 5; number++) {
			final float value = 10 * number;
			int count = 0;
			for (final float v : mosaic.data)
				if (v == value) count++;
			assertEquals(12 * 20, count, "plane " + number);
		}
		assertTrue(Float.isNaN(mosaic.get(0, 3, 20)) && Float.isNaN(mosaic.get(0, 12, 3)), "nothing is learnt across parts");
	}

	@Test
	void ofManyPlanesSomeAreTakenEvenlyAndOfLargeOnesTheBestStructured() {
		final Set<Long> read = new TreeSet<>();
		final Plane many = Mosaic.of(position -> {
			read.add(position[2]);
			return plane(position[2], 9, 9);
		}, channel(1000), Progress.NONE);
		assertEquals(64, read.size());
		assertTrue(read.iterator().next() < 10 && read.stream().mapToLong(n -> n).max().orElse(0) > 990);
		assertTrue(many.data.length < 64 * 2 * 25 * 25);

		final Plane large = Mosaic.of(position -> {
			final Plane plane = new Plane(1, 3000, 3000);
			for (int y = 2000; y < 2600; y++)
				for (int x = 1500; x < 2100; x++)
					plane.data[y * 3000 + x] = (x ^ y) % 7;
			return plane;
		}, channel(2), Progress.NONE);
		assertTrue(large.data.length < 3 * (1 << 21), "the samples are bounded: " + large.data.length);
		int structured = 0;
		for (final float v : large.data)
			if (v > 0) structured++;
		assertTrue(structured > 2 * 0.8 * 600 * 600 * 6 / 7, "the structure is in it: " + structured);
	}

	@Test
	void flickerIsWhatIsAddedRestlessly() {
		final Flicker calm = new Flicker();
		final Flicker restless = new Flicker();
		assertTrue(Double.isNaN(calm.value()));
		for (int i = 0; i < 3; i++) {
			final Plane low = plane(i, 8, 8);
			for (final Flicker flicker : List.of(calm, restless)) {
				flicker.begin(low, new org.zeroshotsr.resize.Factor(2, 2), i == 0);
				final Plane result = plane(i, 16, 16);
				for (int k = 0; k < result.data.length; k++)
					result.data[k] += flicker == calm ? 3 : i % 2 * 5;
				flicker.put(0, 0, result);
				flicker.end();
			}
		}
		assertEquals(0, calm.value(), 1e-6, "the same is added to each");
		assertEquals(0.5, restless.value(), 1e-6, "5 to every second, where planes differ by 10");
	}
}
