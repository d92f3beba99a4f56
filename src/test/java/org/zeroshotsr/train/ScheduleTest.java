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
package org.zeroshotsr.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

class ScheduleTest {

	@Test
	void fixedWarmsUpAndDecaysAsACosineToZero() {
		final Schedule s = new FixedSchedule(600, 2e-3);
		assertTrue(s.rate(0) > 0 && s.rate(0) <= 2e-3 / 10, "begins low");
		int peak = 0;
		while (s.rate(peak + 1) > s.rate(peak)) peak++;
		assertTrue(peak >= 10 && peak <= 60, "a short warm-up: " + peak);
		assertEquals(2e-3, s.rate(peak), 1e-12);
		for (int i = peak + 1; i < 600; i++)
			assertTrue(s.rate(i) < s.rate(i - 1) && s.rate(i) > 0);
		for (int i = peak; i < 600; i++)
			assertEquals(2e-3 * Math.pow(Math.cos(Math.PI / 2 * (i - peak) / (600 - peak)), 2), s.rate(i), 1e-12);
		assertEquals(0, s.rate(600));
		assertEquals(600, s.maxSteps());
	}

	@Test
	void fixedMeasuresNowAndThen() {
		for (final int steps : new int[] { 1, 2, 7, 19, 600, 601 }) {
			final Schedule s = new FixedSchedule(steps, 1e-3);
			int measured = 0;
			for (int i = 0; i < steps; i++) {
				assertTrue(s.rate(i) > 0, "step " + i + " of " + steps);
				if (s.measures(i)) measured++;
			}
			assertTrue(measured >= 1 && measured <= 1 + steps / 100, measured + " of " + steps);
			assertEquals(0, s.rate(steps), "the end, where it is measured anyway");
		}
	}

	/** Runs as the trainer does; the steps at which the rate changed, the last of them the end. */
	private static List<Integer> changes(final Schedule s, final IntToDoubleFunction error) {
		final List<Integer> changes = new ArrayList<>();
		double before = 1e-3;
		for (int step = 0;; step++) {
			final double rate = s.rate(step);
			if (rate != before) {
				changes.add(step);
				if (rate > 0) assertEquals(before / 10, rate, 1e-12);
				before = rate;
			}
			if (rate <= 0) return changes;
			if (s.measures(step)) {
				assertEquals(0, step % 50);
				s.measured(step, error.applyAsDouble(step));
			}
		}
	}

	@Test
	void adaptiveGoesOnWhileTheErrorFalls() {
		assertEquals(List.of(3000), changes(new AdaptiveSchedule(3000, 1e-3), step -> 1 - step / 1e4));
		assertEquals(List.of(500), changes(new AdaptiveSchedule(500, 1e-3), step -> 1 - step / 1e4), "the most steps");
	}

	@Test
	void adaptiveLowersTheRateAtTheFirstChanceWhereTheErrorStalls() {
		// checks at multiples of 60 more than 256 steps after the last change: 300, 600 (557 is the first allowed), 900
		assertEquals(List.of(300, 600, 900), changes(new AdaptiveSchedule(3000, 1e-3), step -> step / 50 % 2));
		// and where it rises
		assertEquals(List.of(300, 600, 900), changes(new AdaptiveSchedule(3000, 1e-3), step -> step));
	}

	/**
	 * A falling error with a wave on it. The steps come from method.md's policy written down in Python with
	 * numpy.polyfit(x, y, 1) and the slope's standard error sqrt(sum of squared residuals / (5 - 2) / sum((x - mean)²)):
	 * see the comment below.
	 */
	@Test
	void adaptiveDecidesAsNumpysLineFitDoes() {
		assertEquals(List.of(1860, 2280, 2700), changes(new AdaptiveSchedule(3000, 1e-3), ScheduleTest::wavy));
	}

	/*
	 * err = lambda s: math.exp(-s / 400) + 0.02 * ((s // 50 * 7) % 11) / 11
	 * xs, ys, rate, last, step = [], [], 1e-3, 0, 0
	 * while rate >= 9e-6 and step < 3000:
	 *     if step % 60 == 0 and step - last > 256:
	 *         x, y = np.array(xs[-5:]), np.array(ys[-5:])
	 *         slope, cut = np.polyfit(x, y, 1)
	 *         se = np.sqrt(((y - slope * x - cut) ** 2).sum() / 3 / ((x - x.mean()) ** 2).sum())
	 *         if 1.5 * -slope < se: rate /= 10; last = step; print(step)
	 *     if step % 50 == 0: xs.append(step); ys.append(err(step))
	 *     step += 1
	 */
	private static double wavy(final int step) {
		return Math.exp(-step / 400.0) + 0.02 * (step / 50 * 7 % 11) / 11;
	}

	@Test
	void adaptiveMeasuresEveryFiftySteps() {
		final Schedule s = new AdaptiveSchedule(3000, 1e-3);
		assertTrue(s.measures(0) && s.measures(50) && s.measures(3000));
		assertFalse(s.measures(1) || s.measures(60) || s.measures(49));
	}
}
