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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zeroshotsr.resize.ResizePropertyTest.assertMessage;
import static org.zeroshotsr.resize.ResizePropertyTest.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeroshotsr.image.Plane;

class BackProjectionTest {

	@ParameterizedTest
	@CsvSource({ "2,2", "3,3", "1.5,2", "1.37,1.37", "4,1" })
	void bringsTheShrinkToTheInput(final double rows, final double columns) {
		final Factor f = new Factor(rows, columns);
		final Plane low = random(2, 30, 26, 1);
		final Resize enlarge = Resizes.enlarge(30, 26, f);
		final Resize shrink = Kernel.cubic().shrink(enlarge.outHeight(), enlarge.outWidth(), 30, 26, f);
		final Plane high = enlarge.apply(low);
		double before = rms(shrink.apply(high), low);
		final double start = before;
		for (int i = 0; i < 10; i++) {
			new BackProjection(shrink, enlarge, 1).refine(high, low);
			final double now = rms(shrink.apply(high), low);
			assertTrue(now < before, "from " + before + " to " + now);
			before = now;
		}
		assertTrue(before < 0.05 * start, "from " + start + " to " + before);
		// Ten times one is once ten times.
		final Plane again = enlarge.apply(low);
		new BackProjection(shrink, enlarge, 10).refine(again, low);
		assertArrayEquals(high.data, again.data);
	}

	@Test
	void isTheFormula() {
		final Factor f = new Factor(2, 2);
		final Plane low = random(1, 9, 8, 2);
		final Plane high = random(1, 18, 16, 3);
		final Resize enlarge = Resizes.enlarge(9, 8, f);
		final Resize shrink = Kernel.gaussian(0.6).shrink(18, 16, 9, 8, f);
		final Plane expected = high.copy();
		// Both maps are linear: y + enlarge(I) - enlarge(shrink(y)).
		final float[] plus = enlarge.apply(low).data;
		final float[] minus = enlarge.apply(shrink.apply(high)).data;
		final Plane same = high.copy();
		new BackProjection(shrink, enlarge, 0).refine(same, low);
		assertArrayEquals(high.data, same.data);
		new BackProjection(shrink, enlarge, 1).refine(high, low);
		for (int i = 0; i < plus.length; i++)
			assertEquals(expected.data[i] + plus[i] - minus[i], high.data[i], 2e-6);
	}

	/** Of a noisy image the means of areas are brought back, and what is in them is not. */
	@Test
	void correctsMeansButBringsBackNoNoise() {
		final Factor f = new Factor(2, 2);
		final Plane low = random(1, 96, 96, 2);
		for (int i = 0; i < low.data.length; i++)
			low.data[i] += 3 * (i % 96) / 96f;
		final Resize enlarge = Resizes.enlarge(96, 96, f);
		final Resize shrink = Kernel.cubic().shrink(192, 192, 96, 96, f);
		final Resize smooth = Kernel.gaussian(16).shrink(96, 96, 96, 96, new Factor(1, 1));
		final Plane high = new Plane(1, 192, 192);
		new BackProjection(shrink, smooth, enlarge, 2).refine(high, low);
		final Plane back = shrink.apply(high);
		double noise = 0;
		for (int area = 0; area < 9; area++) {
			double mean = 0;
			for (int i = 0; i < 32 * 32; i++) {
				final int at = (area / 3 * 32 + i / 32) * 96 + area % 3 * 32 + i % 32;
				mean += (back.data[at] - low.data[at]) / 1024;
				if (i % 32 > 0) noise += Math.pow(back.data[at] - back.data[at - 1], 2) / (9 * 32 * 31);
			}
			assertEquals(0, mean, 0.15, "of an area, of a scale of 3");
		}
		assertTrue(Math.sqrt(noise) < 0.06, "neighbours differ by " + Math.sqrt(noise) + ", and by 0.4 in the image");
	}

	/** Sharp spots on a dark background: what overshoots below 0 and is clipped there would brighten the image. */
	@ParameterizedTest
	@ValueSource(ints = { 5, 10 })
	void keepsTheMeanOfImagesWithAFloor(final int count) {
		final Factor f = new Factor(2, 2);
		final Plane truth = new Plane(1, 192, 160);
		final Random random = new Random(4);
		for (int spot = 0; spot < 60; spot++) {
			final double y = 4 + 184 * random.nextDouble();
			final double x = 4 + 152 * random.nextDouble();
			final double peak = 0.3 + 0.7 * random.nextDouble();
			for (int i = 0; i < truth.data.length; i++)
				truth.data[i] += (float) (peak * Math.exp(-(Math.pow(i / 160 - y, 2) + Math.pow(i % 160 - x, 2)) / 4));
		}
		final Resize enlarge = Resizes.enlarge(96, 80, f);
		final Resize shrink = Kernel.cubic().shrink(192, 160, 96, 80, f);
		final BackProjection.Range range = new BackProjection.Range(0, Float.POSITIVE_INFINITY);
		final Plane low = shrink.apply(truth);
		range.clip(low);
		final Plane start = enlarge.apply(low);
		final Plane blurred = Kernel.gaussian(1).shrink(192, 160, 192, 160, new Factor(1, 1)).apply(start);
		for (int i = 0; i < start.data.length; i++)
			start.data[i] = 1.3f * (2 * start.data[i] - blurred.data[i]);
		final double[] shifts = new double[2];
		for (final BackProjection.Range r : new BackProjection.Range[] { null, range }) {
			final Plane high = start.copy();
			new BackProjection(shrink, null, enlarge, count, r).refine(high, low);
			range.clip(high);
			for (final float v : high.data)
				assertTrue(v >= 0);
			shifts[r == null ? 0 : 1] = Math.abs(mean(shrink.apply(high)) / mean(low) - 1);
		}
		assertTrue(shifts[1] < 1e-3, "moves the mean by " + shifts[1]);
		assertTrue(shifts[0] > 3 * shifts[1], "no better than " + shifts[0]);
	}

	@Test
	void aRangeThatHoldsAllChangesNothing() {
		final Factor f = new Factor(2, 2);
		final Plane low = random(1, 30, 26, 5);
		final Resize enlarge = Resizes.enlarge(30, 26, f);
		final Resize shrink = Kernel.cubic().shrink(60, 52, 30, 26, f);
		final Plane free = enlarge.apply(low);
		final Plane within = free.copy();
		final Plane same = free.copy();
		new BackProjection(shrink, enlarge, 3).refine(free, low);
		new BackProjection(shrink, null, enlarge, 3, new BackProjection.Range(-9, 9)).refine(within, low);
		assertArrayEquals(free.data, within.data);
		new BackProjection(shrink, null, enlarge, 0, new BackProjection.Range(0.4f, 0.6f)).refine(same, low);
		assertArrayEquals(enlarge.apply(low).data, same.data, "no step, no clip");
	}

	/** Written out: clip and step; then what clipping takes is put back where shrinking saw it, as long as it takes anything. */
	@Test
	void whatClippingTakesIsMadeUpFor() {
		final Factor f = new Factor(2, 2);
		final Plane low = random(1, 30, 26, 6);
		final Resize enlarge = Resizes.enlarge(30, 26, f);
		final Resize shrink = Kernel.cubic().shrink(60, 52, 30, 26, f);
		final BackProjection.Range range = new BackProjection.Range(0.2f, 0.7f);
		final Plane high = enlarge.apply(low);
		final Plane expected = high.copy();
		new BackProjection(shrink, null, enlarge, 2, range).refine(high, low);
		for (int i = 0; i < 2; i++) {
			range.clip(expected);
			new BackProjection(shrink, enlarge, 1).refine(expected, low);
		}
		for (int i = 0; i < 6; i++) {
			final Plane before = shrink.apply(expected);
			range.clip(expected);
			final Plane after = shrink.apply(expected);
			for (int k = 0; k < before.data.length; k++)
				before.data[k] -= after.data[k];
			final Plane step = enlarge.apply(before);
			for (int k = 0; k < step.data.length; k++)
				expected.data[k] += step.data[k];
		}
		assertArrayEquals(expected.data, high.data, 1e-6f);
	}

	@Test
	void threadsDoNotMatter() throws Exception {
		final Factor f = new Factor(2, 2);
		final Plane low = random(2, 180, 190, 7);
		final Resize enlarge = Resizes.enlarge(180, 190, f);
		final Resize shrink = Kernel.cubic().shrink(360, 380, 180, 190, f);
		final Resize smooth = Kernel.gaussian(4).shrink(180, 190, 180, 190, new Factor(1, 1));
		final BackProjection projection = new BackProjection(shrink, smooth, enlarge,
			2, new BackProjection.Range(0.1f, 0.9f));
		final Plane start = enlarge.apply(low);
		final List<float[]> results = new ArrayList<>();
		for (final int threads : new int[] { 1, 3, 8 }) {
			final Plane high = start.copy();
			final ForkJoinPool pool = new ForkJoinPool(threads);
			pool.submit(() -> projection.refine(high, low)).get();
			pool.shutdown();
			results.add(high.data);
		}
		assertArrayEquals(results.get(0), results.get(1));
		assertArrayEquals(results.get(0), results.get(2));
	}

	@Test
	void refusesWhatDoesNotFit() {
		final Factor f = new Factor(2, 2);
		final Resize enlarge = Resizes.enlarge(9, 8, f);
		final Resize shrink = Kernel.cubic().shrink(18, 16, 9, 8, f);
		assertMessage("0 or more", () -> new BackProjection(shrink, enlarge, -1));
		assertMessage("undoes", () -> new BackProjection(shrink, Resizes.enlarge(8, 8, f), 1));
		final BackProjection once = new BackProjection(shrink, enlarge, 1);
		assertMessage("no range", () -> new BackProjection.Range(1, 1));
		assertMessage("no range", () -> new BackProjection.Range(0, Float.NaN));
		assertMessage("got 8 x 8", () -> once.refine(new Plane(1, 18, 16), new Plane(1, 8, 8)));
		assertMessage("in 2 channels got 9 x 8 in 1", () -> once.refine(new Plane(2, 18, 16), new Plane(1, 9, 8)));
	}

	private static double mean(final Plane plane) {
		double sum = 0;
		for (final float v : plane.data)
			sum += v;
		return sum / plane.data.length;
	}

	private static double rms(final Plane a, final Plane b) {
		double sum = 0;
		for (int i = 0; i < a.data.length; i++)
			sum += Math.pow(a.data[i] - b.data[i], 2);
		return Math.sqrt(sum / a.data.length);
	}
}
