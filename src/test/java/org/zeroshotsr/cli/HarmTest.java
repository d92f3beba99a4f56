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
package org.zeroshotsr.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.quality.Quality;

class HarmTest {

	private static final int SIDE = 300;

	private static Plane flat(final double value) {
		final Plane plane = new Plane(1, SIDE, SIDE);
		Arrays.fill(plane.data, (float) value);
		return plane;
	}

	/** Mean and variance. */
	private static double[] moments(final String degradation, final double value, final double range) {
		final Plane plane = Degradation.of(degradation).harm().done(flat(value), range, Degradation.random(1, 1));
		double sum = 0;
		double squares = 0;
		for (final float v : plane.data) {
			sum += v;
			squares += (v - value) * (v - value);
		}
		return new double[] { sum / plane.data.length, squares / plane.data.length };
	}

	private static void assertMoments(final double mean, final double variance, final double[] actual) {
		assertEquals(mean, actual[0], 5 * Math.sqrt(variance) / SIDE);
		assertEquals(variance, actual[1], 0.03 * variance);
	}

	/** The kernel is a Gaussian of one pixel and 2 x 2 pixels in one; the noise that of so many photons, and read noise. */
	@Test
	void aCamera() {
		final Degradation camera = Degradation.of("camera:100");
		// an impulse's image has the variance of the Gaussian and of the bin, along both axes
		double sum = 0;
		double squares = 0;
		final Plane impulse = new Plane(1, 64, 64);
		impulse.data[31 * 64 + 31] = impulse.data[31 * 64 + 32] = impulse.data[32 * 64 + 31] = impulse.data[32 * 64 + 32] = 1;
		final Plane seen = camera.camera().shrink(64, 64, 32, 32, new Factor(2, 2)).apply(impulse);
		for (int i = 0; i < seen.data.length; i++) {
			final double at = 2 * (i % 32) + 0.5 - 31.5;
			sum += seen.data[i];
			squares += seen.data[i] * at * at;
		}
		assertEquals(1, sum, 1e-4, "four pixels of 1, of which each bin has the mean of four");
		assertEquals(1 + 0.25 + 0.25, squares / sum, 0.3, "the Gaussian's, the bin's, and the impulse's own");
		final Plane flat = new Plane(1, 200, 200);
		for (int i = 0; i < flat.data.length; i++)
			flat.data[i] = i < 20000 ? 50 : 450;
		final Plane noisy = camera.harm().done(flat.copy(), 65535, new SplittableRandom(1));
		for (int half = 0; half < 2; half++) {
			double mean = 0;
			double square = 0;
			for (int i = half * 20000; i < (half + 1) * 20000; i++) {
				mean += noisy.data[i] / 20000;
				square += noisy.data[i] * noisy.data[i] / 20000;
			}
			// 400 grey levels are 100 photons; read noise of 2 of them
			assertEquals(half == 0 ? 50 : 450, mean, 1);
			assertEquals(16 * (4 + half * 100), square - mean * mean, 0.05 * 16 * (4 + half * 100));
		}
	}

	@Test
	void noiseHasItsVariance() {
		assertMoments(100, 144, moments("noise:12", 100, 255));
		assertMoments(1000, Math.pow(0.05 * 65535, 2), moments("noise:5%", 1000, 65535));
		assertMoments(100, 2.5 * 100 + 9, moments("noise:poisson:2.5,3", 100, 255));
		assertMoments(100, 2.5 * 60 + 9, moments("Noise:Poisson:2.5,3,40", 100, 255));
		assertMoments(80, 0.05 * 80 * 80, moments("speckle:0.05", 80, 255)); // J = I + n I
	}

	@Test
	void speckleIsUniform() {
		final Plane plane = Degradation.of("speckle:0.03").harm().done(flat(1), 255, new SplittableRandom(2));
		final float[] sorted = plane.data.clone();
		Arrays.sort(sorted);
		for (int i = 0; i < 10; i++)
			assertEquals(0.7 + 0.6 * i / 10, sorted[i * sorted.length / 10], 0.01);
	}

	@Test
	void jpegHarmsTheMoreTheLowerItsQuality() {
		for (final int bits : new int[] { 8, 24 }) {
			double better = 60;
			for (final String quality : new String[] { "100", "80", "45", "10" }) {
				final Plane plane = Cli.plane(Cli.plane(bits, 64, 48, 1));
				final Plane back = Degradation.of("jpeg:" + quality).harm().done(plane.copy(), 255, null);
				final double psnr = Quality.psnr(back, plane, 255, 0, 0);
				assertTrue(psnr > 15 && psnr < better, quality + ": " + psnr);
				for (final float v : back.data)
					assertEquals(Math.round(v), v);
				better = psnr;
			}
		}
	}

	@Test
	void imagesDiffer() {
		final double[] one = Degradation.random(1, 1).doubles(4).toArray();
		assertArrayEquals(one, Degradation.random(1, 1).doubles(4).toArray());
		for (final double[] other : new double[][] { Degradation.random(1, 2).doubles(4).toArray(), Degradation.random(2, 1)
			.doubles(4).toArray() })
			for (int i = 0; i < 4; i++)
				assertTrue(Math.abs(one[i] - other[i]) > 1e-6);
	}

	/** Variances uniform between 0 and 1, angles between 0 and 180, independent of each other. */
	@Test
	void randomKernels() {
		final int n = 4000;
		final double[] mean = new double[3];
		final double[] square = new double[3];
		for (int i = 0; i < n; i++) {
			final String[] text = Degradation.of("gaussian-random").kernel(Degradation.random(3, i)).replace("gaussian:", "")
				.split(",");
			for (int j = 0; j < 3; j++) {
				final double v = Double.parseDouble(text[j]);
				final double u = j == 2 ? v / 180 : v * v;
				mean[j] += u / n;
				square[j] += u * u / n;
			}
		}
		for (int j = 0; j < 3; j++) {
			assertEquals(0.5, mean[j], 0.02);
			assertEquals(1 / 3.0, square[j], 0.02);
		}
	}
}
