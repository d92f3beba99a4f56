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

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.progress.Progress;

/**
 * Estimates from an image alone the kernel that made it from a high-resolution one. Natural images look alike at all
 * scales, which Michaeli and Irani (Nonparametric Blind Super-Resolution, ICCV 2013) use patch by patch: the right kernel
 * is the one that makes the image's shrunken copy resemble the image. Here the same is asked of the second moments: a
 * power spectrum that is alike at all scales is a power law, and how the image's own departs from one shows the kernel.
 * See {@link PowerLawModel} for the model and its sources. The kernel is sought among the Gaussians, of any widths and
 * direction: three numbers, which a small and noisy image can still give.
 */
public final class KernelEstimator {

	/** Height and width of the smallest image that is estimated from. */
	public static final int MIN_SIZE = 48;

	private KernelEstimator() {}

	/**
	 * Takes about a second for 512 x 512. The same image always gives the same bits.
	 *
	 * @param plane of one channel, in any units, noisy or not
	 * @throws IllegalArgumentException if the plane has several channels, samples that are not finite, less than
	 *           {@value #MIN_SIZE} rows or columns, or nothing in it
	 */
	public static KernelEstimate estimate(final Plane plane, final Progress progress) {
		check(plane);
		final Spectrum spectrum = Spectrum.of(plane, progress);
		final Fit gaussian = Fit.of(PowerLawModel.gaussian(spectrum));
		final Fit cubic = Fit.of(PowerLawModel.cubic(spectrum));
		final double[] p = gaussian.parameters();
		return KernelEstimate.of(p[PowerLawModel.ROWS], p[PowerLawModel.MIXED], p[PowerLawModel.COLUMNS],
			gaussian.misfit(), cubic.cost() - gaussian.cost());
	}

	private static void check(final Plane plane) {
		if (plane.channels != 1)
			throw new BadInput("a kernel is estimated from one channel (or the luma of a colour image), not" +
				" from " + plane.channels);
		if (plane.height < MIN_SIZE || plane.width < MIN_SIZE)
			throw new BadInput("the image is " + plane.width + " x " + plane.height +
				": too small to estimate a kernel from, which takes " + MIN_SIZE + " x " + MIN_SIZE +
				" at least; choose another kernel");
		float low = Float.POSITIVE_INFINITY;
		float high = Float.NEGATIVE_INFINITY;
		for (final float v : plane.data) {
			if (!Float.isFinite(v))
				throw new BadInput("the image has a sample that is " + v +
					": a kernel can be estimated only where all are finite");
			low = Math.min(low, v);
			high = Math.max(high, v);
		}
		// below that there is nothing but the rounding of 24-bit floats
		if (high - low <= 1e-6 * Math.max(Math.abs(low), Math.abs(high)))
			throw new BadInput("the image is flat (all samples are about " + low +
				"): it shows nothing of the kernel; choose another kernel");
	}
}
