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

import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;

/**
 * A kernel estimated from an image, and how far it is to be believed. All lengths are in the image's own pixels (the
 * low-resolution ones), so that the estimate is the same for every factor.
 *
 * @param rows     standard deviation of the Gaussian along its first axis, in low-resolution pixels
 * @param columns  the same along its second axis; not over {@code rows}
 * @param angle    of the first axis, in degrees from 0 to under 180: at 0 it lies up and down, at 90 left and right,
 *                 counter-clockwise as seen on the screen, as in {@link Kernel#gaussian(double, double, double)}
 * @param misfit   how far the image's spectrum is from what the estimate makes expected: the mean of r - 1 - log r over
 *                 the ratios r of the two. Under 0.2 in photographs and micrographs, 0.6 in the smallest images
 * @param evidence how much better than the bicubic kernel this one explains the image: the difference of the two
 *                 (tempered) log-likelihoods
 */
public record KernelEstimate(double rows, double columns, double angle, double misfit, double evidence) {

	/** Narrower than this nothing changes on the high-resolution grid of factor 2. */
	private static final double MIN_SIGMA = 0.1;

	/** A wider blur than this is not one of shrinking: its Gaussian would only amplify noise. */
	private static final double MAX_SIGMA = 1.5;

	/** Images shrunk by the bicubic kernel itself mostly stay below this, those by a Gaussian of sigma 0.5 or more above. */
	private static final double BELIEVED = 5;

	/** Patterns of stripes or dots, and images with nothing in a part of them, which no power law describes, are above. */
	private static final double MISFIT = 1;

	static KernelEstimate of(final double rowVariance, final double covariance, final double columnVariance,
		final double misfit, final double evidence)
	{
		final double mean = (rowVariance + columnVariance) / 2;
		final double radius = Math.hypot((rowVariance - columnVariance) / 2, covariance);
		// rows run down and the angle is counter-clockwise: down turned by it is (row, column) = (cos, sin)
		final double turn = Math.toDegrees(Math.atan2(2 * covariance, rowVariance - columnVariance) / 2);
		final double angle = turn < 0 ? turn + 180 : turn;
		return new KernelEstimate(sigma(mean + radius), sigma(mean - radius), angle % 180, misfit, evidence);
	}

	private static double sigma(final double variance) {
		return Math.min(MAX_SIGMA, Math.max(MIN_SIGMA, Math.sqrt(Math.max(0, variance))));
	}

	/**
	 * Whether it explains the image at all, and clearly better than the bicubic kernel does. If not, the bicubic is to be
	 * used.
	 */
	public boolean better() {
		return evidence > BELIEVED && misfit < MISFIT;
	}

	/** The kernel, for every factor. */
	public Kernel kernel() {
		return Kernel.gaussian(rows, columns, angle);
	}

	/** The kernel's samples on the high-resolution grid, as an image of it; see {@link Kernel#gaussianSamples}. */
	public double[][] samples(final Factor f) {
		return Kernel.gaussianSamples(rows, columns, angle, f);
	}
}
