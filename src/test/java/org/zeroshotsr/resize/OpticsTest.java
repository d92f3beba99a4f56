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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zeroshotsr.resize.ResizePropertyTest.assertMessage;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the diffraction integral itself, computed numerically. */
class OpticsTest {

	private static double integral(final DoubleUnaryOperator f, final double from, final double to, final int n) {
		double sum = 0;
		for (int i = 0; i < n; i++)
			sum += f.applyAsDouble(from + (i + 0.5) * (to - from) / n);
		return sum * (to - from) / n;
	}

	private static double bessel0(final double x) {
		return integral(t -> Math.cos(x * Math.sin(t)), 0, Math.PI, 60) / Math.PI;
	}

	/** Intensity in focus for each nm off the axis, 1 on it: Debye's integral with the aplanatic factor. */
	private static double[] debye(final double na, final double index, final double wavelength) {
		final double k = 2 * Math.PI * index / wavelength;
		final double[] intensity = new double[(int) (1.2 * wavelength / na)];
		for (int r = 0; r < intensity.length; r++) {
			final double at = r;
			intensity[r] = Math.pow(integral(t -> Math.sqrt(Math.cos(t)) * Math.sin(t) * bessel0(k * at * Math.sin(t)), 0, Math
				.asin(na / index), 60), 2);
		}
		final double peak = intensity[0];
		return Arrays.stream(intensity).map(v -> v / peak).toArray();
	}

	/** Sigma of the Gaussian of height 1 with the least squared difference over the plane. */
	private static double fit(final double[] psf, final double near) {
		double best = 0;
		double least = Double.POSITIVE_INFINITY;
		for (double s = 0.8 * near; s < 1.25 * near; s += 0.001 * near) {
			double error = 0;
			for (int r = 0; r < psf.length; r++)
				error += r * Math.pow(psf[r] - Math.exp(-0.5 * r * r / (s * s)), 2);
			if (error < least) {
				least = error;
				best = s;
			}
		}
		return best;
	}

	@ParameterizedTest
	@CsvSource({ "1.4,1.515,520", "1.2,1.33,600", "0.95,1,450", "0.75,1,450", "0.3,1,520" })
	void isTheLeastSquaresGaussian(final double na, final double index, final double wavelength) {
		final double sigma = 1000 * Optics.widefield(na, index, wavelength).sigma();
		assertEquals(fit(debye(na, index, wavelength), sigma), sigma, 0.005 * sigma);
	}

	/** The paper's number for a single plane of the paraxial widefield model. */
	@Test
	void paraxialLimit() {
		assertEquals(0.21, Optics.widefield(0.2, 1.515, 500).sigma() / 0.5 * 0.2, 0.001);
	}

	/** The laser's spot times the emission's, averaged over the pinhole in two dimensions. */
	@ParameterizedTest
	@CsvSource({ "0.5", "1", "3" })
	void confocal(final double pinhole) {
		final double[] lit = debye(1.2, 1.33, 488);
		final double[] seen = debye(1.2, 1.33, 520);
		final double radius = pinhole * 0.61 * 520 / 1.2;
		final double[] both = new double[250];
		for (int i = 0; i < both.length; i++) {
			final double x = i;
			both[i] = lit[i] * integral(r -> r * integral(t -> seen[Math.min(seen.length - 1, (int) Math.rint(Math.hypot(x + r *
				Math.cos(t), r * Math.sin(t))))], 0, Math.PI, 40), 0, radius, 80);
		}
		final double peak = both[0];
		final double sigma = 1000 * new Optics(1.2, 1.33, 520, 488, pinhole).sigma();
		assertEquals(fit(Arrays.stream(both).map(v -> v / peak).toArray(), sigma), sigma, 0.015 * sigma);
		assertTrue(sigma < 1e-9 + 1000 * Optics.widefield(1.2, 1.33, 488).sigma());
	}

	@Test
	void pinholesLimits() {
		final double lit = Optics.widefield(1.2, 1.33, 488).sigma();
		final double seen = Optics.widefield(1.2, 1.33, 520).sigma();
		assertEquals(lit, new Optics(1.2, 1.33, 520, 488, 100).sigma(), 1e-9);
		assertEquals(lit * seen / Math.hypot(lit, seen), new Optics(1.2, 1.33, 520, 488, 1e-3).sigma(), 1e-6);
	}

	/** Curvature, at the focus, of Debye's integral along the axis. */
	@ParameterizedTest
	@CsvSource({ "1.4,1.515,520", "1.2,1.33,600", "0.95,1,450", "0.3,1,520" })
	void alongTheAxisItHasTheCurvature(final double na, final double index, final double wavelength) {
		final double k = 2 * Math.PI * index / wavelength;
		final double sigma = 1000 * Optics.widefield(na, index, wavelength).axialSigma();
		final double z = 0.02 * sigma;
		final double end = Math.asin(na / index);
		final double focus = integral(t -> Math.sqrt(Math.cos(t)) * Math.sin(t), 0, end, 400);
		final double real = integral(t -> Math.sqrt(Math.cos(t)) * Math.sin(t) * Math.cos(k * z * Math.cos(t)), 0, end, 400);
		final double imaginary = integral(t -> Math.sqrt(Math.cos(t)) * Math.sin(t) * Math.sin(k * z * Math.cos(t)), 0, end, 400);
		final double there = (real * real + imaginary * imaginary) / (focus * focus);
		assertEquals(z / Math.sqrt(-2 * Math.log(there)), sigma, 0.01 * sigma);
	}

	/** The paper's number of the paraxial widefield model, 2 sqrt(6) n / (k NA^2), and limits of the pinhole. */
	@Test
	void axialLimits() {
		final double wave = 0.5 / (2 * Math.PI);
		assertEquals(2 * Math.sqrt(6) * wave * 1.515 / (0.1 * 0.1), Optics.widefield(0.1, 1.515, 500).axialSigma(), 0.01 * 2 * Math.sqrt(6) *
			wave * 1.515 / 0.01);
		final double lit = Optics.widefield(1.2, 1.33, 488).axialSigma();
		final double seen = Optics.widefield(1.2, 1.33, 520).axialSigma();
		assertEquals(lit, new Optics(1.2, 1.33, 520, 488, 100).axialSigma(), 1e-9);
		assertEquals(lit * seen / Math.hypot(lit, seen), new Optics(1.2, 1.33, 520, 488, 1e-3).axialSigma(), 1e-6);
	}

	@Test
	void refusesWhatCannotBe() {
		assertMessage("numerical aperture", () -> Optics.widefield(1.4, 1.33, 520));
		assertMessage("numerical aperture", () -> Optics.widefield(0, 1.33, 520));
		assertMessage("refractive index", () -> Optics.widefield(0.5, 0.9, 520));
		assertMessage("emission", () -> Optics.widefield(0.5, 1, 0.52));
		assertMessage("excitation", () -> new Optics(0.5, 1, 520, 0.488, 1));
		assertMessage("pinhole", () -> new Optics(0.5, 1, 520, 488, 0));
	}
}
