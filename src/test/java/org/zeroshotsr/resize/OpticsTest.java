package org.zeroshotsr.resize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zeroshotsr.resize.ResizePropertyTest.assertMessage;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the diffraction integral itself, computed numerically. */
class OpticsTest {

	private static double integral(final DoubleUnaryOperator f, final double from, final double to) {
		final int n = 2000;
		double sum = 0;
		for (int i = 0; i < n; i++)
			sum += f.applyAsDouble(from + (i + 0.5) * (to - from) / n);
		return sum * (to - from) / n;
	}

	private static double bessel0(final double x) {
		return integral(t -> Math.cos(x * Math.sin(t)), 0, Math.PI) / Math.PI;
	}

	/** Intensity in focus, r nm off the axis: Debye's integral with the aplanatic factor. */
	private static double debye(final double na, final double index, final double wavelength, final double r) {
		final double k = 2 * Math.PI * index / wavelength;
		final int n = 200;
		double amplitude = 0;
		final double alpha = Math.asin(na / index);
		for (int i = 0; i < n; i++) {
			final double t = (i + 0.5) * alpha / n;
			amplitude += Math.sqrt(Math.cos(t)) * Math.sin(t) * bessel0(k * r * Math.sin(t)) * alpha / n;
		}
		return amplitude * amplitude;
	}

	@ParameterizedTest
	@CsvSource({ "1.4,1.515,520", "1.2,1.33,600", "0.75,1,450", "0.3,1,520" })
	void hasTheCurvatureOfTheDiffractionIntegral(final double na, final double index, final double wavelength) {
		final double step = 5;
		final double ratio = debye(na, index, wavelength, step) / debye(na, index, wavelength, 0);
		assertEquals(step / Math.sqrt(-2 * Math.log(ratio)), 1000 * Optics.widefield(na, index, wavelength).sigma(), 0.2);
	}

	@Test
	void isNearTheAiryDisc() {
		final double na = 0.3;
		final double sigma = 1000 * Optics.widefield(na, 1.515, 500).sigma();
		assertEquals(Math.sqrt(2) * 500 / (2 * Math.PI * na), sigma, 1); // the paraxial limit
		// the Gaussian of height 1 with the least squared difference over the plane is slightly narrower: 0.21 EM / NA
		double best = 0;
		double least = Double.POSITIVE_INFINITY;
		final double first = 0.61 * 500 / na;
		final double[] airy = new double[200];
		for (int i = 0; i < airy.length; i++)
			airy[i] = debye(na, 1.515, 500, i * first / 100) / debye(na, 1.515, 500, 0);
		for (double s = 0.15; s < 0.3; s += 0.001) {
			double error = 0;
			for (int i = 0; i < airy.length; i++) {
				final double d = airy[i] - Math.exp(-0.5 * Math.pow(i * first / 100 / (s * 500 / na), 2));
				error += i * d * d;
			}
			if (error < least) {
				least = error;
				best = s * 500 / na;
			}
		}
		assertEquals(0.21 * 500 / na, best, 0.01 * 500 / na);
		assertTrue(sigma > best && sigma < 1.1 * best, sigma + " " + best);
	}

	/** The laser's spot times the emission's, averaged over the pinhole in two dimensions. */
	@ParameterizedTest
	@CsvSource({ "0.2", "1", "3" })
	void confocal(final double pinhole) {
		final double na = 1.2;
		final double index = 1.33;
		final double lit = 1000 * Optics.widefield(na, index, 488).sigma();
		final double seen = 1000 * Optics.widefield(na, index, 520).sigma();
		final double radius = pinhole * 0.61 * 520 / na;
		final double x = 4;
		final double at0 = pinholed(0, radius, seen);
		final double ratio = pinholed(x, radius, seen) / at0 * Math.exp(-0.5 * x * x / (lit * lit));
		final double sigma = 1000 * new Optics(na, index, 520, 488, pinhole).sigma();
		assertEquals(x / Math.sqrt(-2 * Math.log(ratio)), sigma, 0.3);
		assertTrue(sigma < lit);
	}

	private static double pinholed(final double x, final double radius, final double sigma) {
		return integral(r -> r * integral(t -> Math.exp(-0.5 * (Math.pow(x + r * Math.cos(t), 2) + Math.pow(r * Math.sin(t),
			2)) / (sigma * sigma)), 0, 2 * Math.PI), 0, radius);
	}

	@Test
	void pinholesLimits() {
		final double lit = Optics.widefield(1.2, 1.33, 488).sigma();
		final double seen = Optics.widefield(1.2, 1.33, 520).sigma();
		assertEquals(lit, new Optics(1.2, 1.33, 520, 488, 100).sigma(), 1e-9);
		assertEquals(lit * seen / Math.hypot(lit, seen), new Optics(1.2, 1.33, 520, 488, 1e-3).sigma(), 1e-6);
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
