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

import org.zeroshotsr.image.BadInput;

/**
 * The optics that blurred the image, and the Gaussian nearest to their point spread function at its centre: B. Zhang,
 * J. Zerubia, J.-C. Olivo-Marin, "Gaussian approximations of fluorescence microscope point-spread function models",
 * Applied Optics 46(10), 1819-1829, 2007. In focus, without aberrations; rings are left out.
 * <p>
 * Their lateral sigma of the non-paraxial widefield model (Table 2; its limit for a small NA / n is the paraxial one,
 * sqrt(2) / (k NA) = 0.225 EM / NA) has the point spread function's curvature at its peak. The Gaussian of height 1 with
 * the least squared difference over the focal plane, their criterion for single planes, is narrower by 7 % at
 * every NA; for a small NA / n it has their 0.21 EM / NA. This one is taken (docs/measurements.md
 * says why). A confocal sigma is made of those of excitation
 * and emission as theirs is, and is within 1 % of the least squares' for pinholes of half an Airy unit and more.
 * </p>
 *
 * @param na         numerical aperture, over 0 and under {@code index}
 * @param index      refractive index of the immersion medium, 1 to 4
 * @param emission   wavelength of the light that is seen, nm
 * @param excitation wavelength of the laser, nm; 0 in a widefield microscope
 * @param pinhole    diameter of a confocal microscope's pinhole in Airy units (1.22 emission / NA), over 0; infinite in a
 *                   widefield microscope
 */
public record Optics(double na, double index, double emission, double excitation, double pinhole) {

	/** Immersion oil. */
	public static final double OIL = 1.515;

	/** Width of the least squares' Gaussian in those of the one by curvature: 0.931 to 0.934, computed from Debye's integral. */
	private static final double FIT = 0.932;
	private static final double AIRY_DIAMETER = 1.22;

	public Optics {
		check(index >= 1 && index <= 4, "the refractive index", index, "1 to 4");
		check(na > 0 && na < index, "the numerical aperture", na, "over 0 and under the refractive index, " + index);
		check(emission >= 100 && emission <= 10_000, "the emission wavelength", emission, "in nm, 100 to 10000");
		check(excitation == 0 || excitation >= 100 && excitation <= 10_000, "the excitation wavelength", excitation,
			"in nm, 100 to 10000");
		check(pinhole > 0, "the pinhole", pinhole, "a diameter in Airy units, over 0");
	}

	private static void check(final boolean right, final String what, final double value, final String possible) {
		if (!right) throw new BadInput(what + " cannot be " + value + ": it is " + possible);
	}

	public static Optics widefield(final double na, final double index, final double emission) {
		return new Optics(na, index, emission, 0, Double.POSITIVE_INFINITY);
	}

	/** The standard deviation of the Gaussian, in the focal plane, in micrometres of the specimen. */
	public double sigma() {
		final double seen = widefield(emission);
		if (excitation == 0) return seen / 1000;
		// the laser's Gaussian times that of the emission averaged over the pinhole; curvatures at the peak add up
		final double lit = widefield(excitation);
		final double s = pinholes();
		return 1 / Math.sqrt(1 / (lit * lit) + s / (2 * seen * seen * Math.expm1(s / 2))) / 1000;
	}

	/**
	 * The standard deviation of the Gaussian along the optical axis, in micrometres: that of their Table 2 has the curvature of
	 * the point spread function at its peak, and so has this. A confocal microscope's light from the pinhole counts as it does
	 * across.
	 */
	public double axialSigma() {
		final double seen = axial(emission);
		if (excitation == 0) return seen / 1000;
		final double lit = axial(excitation);
		final double s = pinholes();
		return 1 / Math.sqrt(1 / (lit * lit) + s / (2 * seen * seen * Math.expm1(s / 2))) / 1000;
	}

	/**
	 * In nm. On the axis the amplitude is the integral of exp(i k n z c) over c, the cosine of the angle, weighed by c^(1/2): its
	 * square has the curvature of twice c's variance.
	 */
	private double axial(final double wavelength) {
		final double cos = Math.sqrt(1 - na * na / (index * index));
		final double all = (1 - Math.pow(cos, 1.5)) / 1.5;
		final double mean = (1 - Math.pow(cos, 2.5)) / 2.5 / all;
		final double square = (1 - Math.pow(cos, 3.5)) / 3.5 / all;
		return wavelength / (2 * Math.PI * index * Math.sqrt(2 * (square - mean * mean)));
	}

	/** Square of the pinhole's radius, in sigmas of the emission. */
	private double pinholes() {
		final double seen = widefield(emission);
		final double radius = pinhole * AIRY_DIAMETER * emission / na / 2;
		return radius * radius / (seen * seen);
	}

	/** In nm. */
	private double widefield(final double wavelength) {
		final double cos = Math.sqrt(1 - na * na / (index * index));
		final double a = Math.pow(cos, 1.5);
		final double curvature = (4 - 7 * a + 3 * Math.pow(cos, 3.5)) / (7 * (1 - a));
		return FIT * wavelength / (2 * Math.PI * index * Math.sqrt(curvature));
	}
}
