package org.zeroshotsr.resize;

import java.util.function.DoubleUnaryOperator;

import org.zeroshotsr.image.BadInput;

/**
 * A symmetric one-dimensional weighting function.
 *
 * @param name how it is called in messages
 * @param radius beyond which it is zero, in samples of the coarser grid; at least 1
 * @param interpolating whether it is 1 at 0 and 0 at the other whole numbers
 * @param sigma a Gaussian's standard deviation, else 0
 * @param weight its value at a distance; need not sum to 1
 */
record Profile(String name, double radius, boolean interpolating, double sigma, DoubleUnaryOperator weight) {

	/** Cubic convolution with a = -0.5 (Keys 1981): reproduces constants, ramps and parabolas. */
	static final Profile CUBIC = new Profile("cubic", 2, true, 0, Profile::cubic);

	static final Profile LINEAR = new Profile("linear", 1, true, 0, x -> Math.max(0, 1 - Math.abs(x)));

	/** The lower bound of a Gaussian's sigma, which keeps the weights of the nearest samples above zero. */
	static final double MIN_SIGMA = 0.05;

	/**
	 * Samples of a Gaussian, cut at 5 sigma.
	 *
	 * @throws IllegalArgumentException unless sigma is over 0
	 */
	static Profile gaussian(final double sigma) {
		if (!(sigma > 0 && sigma < 1e4))
			throw new BadInput("a Gaussian kernel's sigma is in low-resolution pixels and has to be" +
				" over 0 (and under 10000), not " + sigma);
		final double s = Math.max(sigma, MIN_SIGMA);
		final double radius = Math.max(1, 5 * s);
		return new Profile("gaussian " + sigma, radius, false, sigma, x -> Math.abs(x) < radius ? Math.exp(-x * x / (2 * s * s))
			: 0);
	}

	static double cubic(final double x) {
		final double a = Math.abs(x);
		if (a <= 1) return (1.5 * a - 2.5) * a * a + 1;
		if (a < 2) return ((-0.5 * a + 2.5) * a - 4) * a + 2;
		return 0;
	}
}
