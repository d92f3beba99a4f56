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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class IntensityRangeTest {

	private static Plane shuffledRamp(final int size) {
		final Plane plane = new Plane(1, size, size);
		final Random random = new Random(3);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = i;
		for (int i = plane.data.length - 1; i > 0; i--) {
			final int k = random.nextInt(i + 1);
			final float v = plane.data[i];
			plane.data[i] = plane.data[k];
			plane.data[k] = v;
		}
		return plane;
	}

	@Test
	void liesBetweenThePercentiles() {
		final IntensityRange range = IntensityRange.of(shuffledRamp(100));
		assertEquals(0.001 * 9999, range.low(), 1, "0.1 percentile of 0..9999");
		assertEquals(0.999 * 9999, range.high(), 1, "99.9 percentile");
	}

	@Test
	void isNotMovedByAFewExtremePixels() {
		final Plane plane = shuffledRamp(100);
		plane.data[17] = 1e9f;
		plane.data[1234] = -1e9f;
		final IntensityRange range = IntensityRange.of(plane);
		assertEquals(10, range.low(), 2);
		assertEquals(9989, range.high(), 2);
		// and nothing is clipped: they come back
		range.normalise(plane);
		range.restore(plane);
		assertEquals(1e9f, plane.data[17], 200);
		assertEquals(-1e9f, plane.data[1234], 200);
	}

	@Test
	void percentilesOfLargePlanesComeFromASample() {
		final IntensityRange range = IntensityRange.of(shuffledRamp(1500));
		final double last = 1500 * 1500 - 1;
		assertEquals(0.001 * last, range.low(), 0.0005 * last);
		assertEquals(0.999 * last, range.high(), 0.0005 * last);
	}

	@Test
	void isTheWholeRangeWhereAllButAFewPixelsAreEqual() {
		final Plane plane = new Plane(1, 100, 100);
		java.util.Arrays.fill(plane.data, 7);
		plane.data[5000] = 4000;
		assertEquals(new IntensityRange(7, 4000), IntensityRange.of(plane));
	}

	@Test
	void leavesOutWhatIsNoNumber() {
		final Plane plane = new Plane(1, 2, 3, new float[] { Float.NaN, 2, Float.POSITIVE_INFINITY, 5,
			Float.NEGATIVE_INFINITY, 4 });
		assertEquals(new IntensityRange(2, 5), IntensityRange.of(plane));
	}

	@Test
	void isNullWithoutContrast() {
		final Plane constant = new Plane(3, 4, 4);
		java.util.Arrays.fill(constant.data, -3.7f);
		assertNull(IntensityRange.of(constant));
		java.util.Arrays.fill(constant.data, Float.NaN);
		assertNull(IntensityRange.of(constant));
		assertThrows(IllegalArgumentException.class, () -> new IntensityRange(1, 1));
	}

	@Test
	void everySixteenBitValueSurvivesTheRoundTrip() {
		final Plane plane = new Plane(1, 256, 256);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = i;
		// the percentiles of a dim image with bright pixels: the values go far beyond 1
		for (final IntensityRange range : new IntensityRange[] { IntensityRange.of(plane), new IntensityRange(90, 600) }) {
			final Plane there = plane.copy();
			range.normalise(there);
			range.restore(there);
			for (int i = 0; i < plane.data.length; i++)
				assertEquals(i, there.data[i], 0.02, "far from where rounding would change");
		}
	}

	@Test
	void smallContrastOnALargeOffsetSurvivesTheRoundTrip() {
		final Plane plane = new Plane(1, 64, 64);
		final Random random = new Random(1);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (float) (1e6 + 50 * random.nextGaussian());
		final Plane there = plane.copy();
		final IntensityRange range = IntensityRange.of(plane);
		range.normalise(there);
		for (final float v : there.data)
			assertTrue(v > -1 && v < 2, "the contrast, not the offset, sets the scale: " + v);
		range.restore(there);
		for (int i = 0; i < plane.data.length; i++)
			assertEquals(plane.data[i], there.data[i], Math.ulp(1e6f), "within a rounding of float");
	}

	@Test
	void hugeAndTinyRangesWork() {
		for (final float scale : new float[] { 1e38f, 1e-38f }) {
			final Plane plane = new Plane(1, 1, 3, new float[] { -scale, 0, scale });
			final IntensityRange range = IntensityRange.of(plane);
			range.normalise(plane);
			assertEquals(0, plane.data[0], 1e-6);
			assertEquals(0.5, plane.data[1], 1e-6);
			assertEquals(1, plane.data[2], 1e-6);
			range.restore(plane);
			assertEquals(scale, plane.data[2], 1e-6 * scale);
		}
	}
}
