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
package org.zeroshotsr.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Plane;

class NoiseModelTest {

	private static final int SIDE = 300;
	private static final int N = SIDE * SIDE;

	private static float[] noisy(final NoiseModel model, final double level, final long seed) {
		final Plane plane = new Plane(1, SIDE, SIDE);
		Arrays.fill(plane.data, (float) level);
		model.addTo(plane, new SplittableRandom(seed));
		return plane.data;
	}

	/** Checks mean and variance to five standard errors. */
	private static void check(final float[] samples, final double mean, final double variance, final double kurtosis) {
		double sum = 0;
		for (final float v : samples)
			sum += v;
		double squares = 0;
		for (final float v : samples)
			squares += (v - sum / N) * (v - sum / N);
		assertEquals(mean, sum / N, 5 * Math.sqrt(variance / N) + 1e-6 * Math.abs(mean), "mean");
		assertEquals(variance, squares / N, 5 * variance * Math.sqrt((kurtosis - 1) / N), "variance");
	}

	@Test
	void gaussianHasItsSigmaAtEveryLevel() {
		for (final double level : new double[] { -100, 0, 5000 })
			check(noisy(NoiseModel.gaussian(12), level, 1), level, 144, 3);
	}

	/** Variance gain x (v - offset) + read²; with few photons, with many, and about where the drawing changes. */
	@ParameterizedTest
	@CsvSource({ "2.5, 3, 100, 105", "2.5, 3, 100, 101", "1, 0, 0, 0.3", "1, 0, 0, 20", "2, 0, 10, 88", "2, 0, 10, 92",
		"0.5, 4, 100, 3000", "5, 0, -20, 1e4" })
	void poissonGaussianHasItsMeanAndVariance(final double gain, final double read, final double offset,
		final double level)
	{
		final double photons = (level - offset) / gain;
		final double variance = gain * (level - offset) + read * read;
		check(noisy(new NoiseModel(gain, read, offset), level, 7), level, variance, 3 + 1 / photons);
	}

	@Test
	void fewPhotonsComeInWholeNumbers() {
		for (final float v : noisy(new NoiseModel(2, 0, 10), 16, 3)) {
			final double photons = (v - 10) / 2;
			assertEquals(Math.rint(photons), photons, 1e-6);
		}
		// P(0) of a Poisson number with mean 3
		long dark = 0;
		for (final float v : noisy(new NoiseModel(2, 0, 10), 16, 4))
			if (v == 10) dark++;
		assertEquals(Math.exp(-3), dark / (double) N, 5 * Math.sqrt(Math.exp(-3) / N));
	}

	@Test
	void belowTheOffsetThereIsReadNoiseAlone() {
		check(noisy(new NoiseModel(4, 2, 100), 50, 1), 50, 4, 3);
		check(noisy(new NoiseModel(4, 2, 100), 100, 1), 100, 4, 3);
	}

	@Test
	void aShareOfTheNoiseHasThatShareOfTheVariance() {
		final NoiseModel model = new NoiseModel(2.5, 6, 100);
		assertEquals(2.5 * 80 + 36, model.variance(180), 1e-9);
		assertEquals(36, model.variance(20), 1e-9);
		for (final double v : new double[] { 20, 180, 3000 })
			assertEquals(0.3 * model.variance(v), model.times(0.3).variance(v), 1e-9);
	}

	@Test
	void workingUnitsKeepThePhotons() {
		final IntensityRange range = new IntensityRange(200, 1200);
		final NoiseModel grey = new NoiseModel(2.5, 6, 100);
		final float[] inGrey = noisy(grey, 180, 9);
		final float[] inUnits = noisy(grey.in(range), (180 - 200) / 1000.0, 9);
		for (int i = 0; i < N; i++)
			assertEquals((inGrey[i] - 200) / 1000, inUnits[i], 1e-4);
	}

	@Test
	void theSameSeedGivesTheSameNoise() {
		final NoiseModel model = new NoiseModel(1.5, 2, 0);
		assertArrayEquals(noisy(model, 30, 5), noisy(model, 30, 5));
		int same = 0;
		final float[] a = noisy(model, 30, 5);
		final float[] b = noisy(model, 30, 6);
		for (int i = 0; i < N; i++)
			if (a[i] == b[i]) same++;
		assertEquals(0, same, N / 1000);
	}

	@Test
	void refusesNegativeAndInfiniteNoise() {
		assertThrows(IllegalArgumentException.class, () -> NoiseModel.gaussian(-1));
		assertThrows(IllegalArgumentException.class, () -> NoiseModel.gaussian(Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> new NoiseModel(-1, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> new NoiseModel(1, 1, Double.POSITIVE_INFINITY));
	}
}
