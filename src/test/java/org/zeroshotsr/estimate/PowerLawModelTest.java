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
package org.zeroshotsr.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;

/** The parts: spectrum, model, bicubic transfer, equations. */
class PowerLawModelTest {

	@Test
	void derivativesAreThoseOfFiniteDifferences() {
		final Spectrum spectrum = Spectrum.of(DeadLeaves.scene(64, 64, 2), Progress.NONE);
		for (final PowerLawModel model : new PowerLawModel[] { PowerLawModel.gaussian(spectrum), PowerLawModel.cubic(
			spectrum) }) {
			final double[] p = { 0.3, 0.2, -0.1, 0.1, 0.05, 2.2, -6, 0.3, 0.1, 0.2 };
			final double[] at = Arrays.copyOf(p, model.size);
			final double[] relative = new double[model.size];
			for (final int i : new int[] { 0, 100, 700, model.power.length - 1 }) {
				final double s = model.expected(i, at, relative);
				for (int j = 0; j < at.length; j++) {
					final double[] up = at.clone();
					up[j] += 1e-5;
					final double[] down = at.clone();
					down[j] -= 1e-5;
					final double[] unused = new double[model.size];
					final double slope = (model.expected(i, up, unused) - model.expected(i, down, unused)) / 2e-5;
					assertEquals(slope / s, relative[j], 1e-6 * Math.max(1, Math.abs(relative[j])));
				}
			}
		}
	}

	/** White noise of variance 9 has the power 9 everywhere; a wave of amplitude a adds a² n² / 9 at its own frequency. */
	@Test
	void spectrumOfNoiseAndOfAWave() {
		final Plane plane = new Plane(1, 300, 260);
		NoiseModel.gaussian(3).addTo(plane, new SplittableRandom(1));
		double mean = 0;
		final double[] noise = Spectrum.of(plane, Progress.NONE).power();
		for (final double v : noise)
			mean += v / noise.length;
		assertEquals(9, mean, 0.2);

		for (int y = 0; y < 300; y++)
			for (int x = 0; x < 260; x++)
				plane.data[y * 260 + x] = (float) (50 + 2 * Math.cos(2 * Math.PI * (-10 * y + 5 * x) / 64));
		final Spectrum wave = Spectrum.of(plane, Progress.NONE);
		int peak = 0;
		for (int i = 0; i < wave.power().length; i++)
			if (wave.power()[i] > wave.power()[peak]) peak = i;
		assertEquals(-10 / 64.0, wave.rows()[peak]);
		assertEquals(5 / 64.0, wave.columns()[peak]);
		// under a Hann window: (a / 2 * n² / 4)² / (3 n / 8)² of two axes
		assertEquals(4 * 64 * 64 / 9.0, wave.power()[peak], 1);
	}

	/** What the resampler's own bicubic makes of one bright column, transformed. */
	@Test
	void cubicTransferIsThatOfTheResampler() {
		final int n = 64;
		final Factor f = new Factor(1, 2);
		final double[] kernel = new double[n];
		for (int x = 0; x < n; x++) {
			final Plane column = new Plane(1, 1, n);
			column.data[x] = 1;
			kernel[x] = Kernel.cubic().shrink(1, n, 1, n / 2, f).apply(column).get(0, 0, n / 4);
		}
		for (final double frequency : new double[] { 0, 0.1, 0.3, 0.5, 0.7, 0.9 }) {
			double re = 0;
			double im = 0;
			for (int x = 0; x < n; x++) {
				re += kernel[x] * Math.cos(Math.PI * frequency * x);
				im += kernel[x] * Math.sin(Math.PI * frequency * x);
			}
			assertEquals(re * re + im * im, Math.exp(CubicTransfer.logPower(frequency)), 1e-6);
		}
	}

	@Test
	void solvesEquations() {
		final double[][] m = { { 4, 0, 0 }, { 2, 5, 0 }, { -1, 1, 3 } };
		// with x = (1, -2, 3)
		assertArrayEquals(new double[] { 1, -2, 3 }, Cholesky.solve(m, new double[] { -3, -5, 6 }), 1e-12);
	}
}
