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

import java.util.function.DoubleUnaryOperator;

import org.zeroshotsr.image.BadInput;

/**
 * A symmetric one-dimensional weighting function.
 *
 * @param name how it is called in messages
 * @param radius beyond which it is zero, in samples of the coarser grid; over 0.5
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

	/**
	 * As wide as a sample of the coarser grid; of samples of the finer grid that lie in it in part, that part counts.
	 *
	 * @param factor samples of the finer grid in one of the coarser
	 */
	static Profile box(final double factor) {
		return new Profile("box", 0.5 + 0.5 / factor, false, 0, x -> Math.max(0, Math.min(1, (factor + 1) / 2 - Math.abs(x) *
			factor)));
	}

	static double cubic(final double x) {
		final double a = Math.abs(x);
		if (a <= 1) return (1.5 * a - 2.5) * a * a + 1;
		if (a < 2) return ((-0.5 * a + 2.5) * a - 4) * a + 2;
		return 0;
	}
}
