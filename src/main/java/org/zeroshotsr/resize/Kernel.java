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

import java.util.Arrays;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Orientation;

/**
 * How a high-resolution image becomes its low-resolution one: what every low-resolution sample gathers from around its
 * position. All kernels keep the grid of {@link Resizes#enlarge}: low sample i, from 0, sits at (i + 0.5) * factor - 0.5
 * of the high grid, so that shrinking and enlarging do not move the image. Weights sum to 1; edges are mirrored.
 * Immutable.
 */
public interface Kernel {

	/** Makes the shrink of planes of {@code height x width} by {@code f} to {@code lowHeight x lowWidth}. */
	Resize shrink(int height, int width, int lowHeight, int lowWidth, Factor f);

	/** How far a low sample gathers, in whole high-resolution pixels from its position, at most. */
	int reach(Factor f);

	/**
	 * Whether a flip or turn leaves the kernel as it is, so that the shrunken image flipped is the flipped image shrunk; for
	 * orientations that change places of rows and columns, at equal factors.
	 */
	boolean symmetric(Orientation orientation);

	/** Whether all flips and quarter turns leave the kernel as it is. */
	default boolean symmetric() {
		return Arrays.stream(Orientation.values()).allMatch(this::symmetric);
	}

	/** The samples that {@link #measured} makes this very kernel of; null for a kernel given by a formula. */
	default double[][] samples() {
		return null;
	}

	/** Rows, columns and angle that {@link #gaussian(double, double, double)} makes this very kernel of; null for another. */
	default double[] gaussian() {
		return null;
	}

	/** Cubic convolution (a = -0.5) stretched by the factor: MATLAB's bicubic imresize. A factor of 1 changes nothing. */
	static Kernel cubic() {
		return new SeparableKernel(Profile.CUBIC);
	}

	/** The triangle stretched by the factor: MATLAB's bilinear imresize. A factor of 1 changes nothing. */
	static Kernel linear() {
		return new SeparableKernel(Profile.LINEAR);
	}

	/**
	 * A Gaussian, sampled at the high-resolution pixels, normalised, and cut at 5 sigma (or one low-resolution pixel, if
	 * that is more). Along an axis with factor 1 it blurs as well. Where sigma times the factor is under about half a
	 * high-resolution pixel the samples are too far apart to show the Gaussian's width, and the nearest pixel takes over
	 * (between two: their mean); below 0.05, sigma has no further effect.
	 *
	 * @param sigma standard deviation in low-resolution pixels, over 0
	 */
	static Kernel gaussian(final double sigma) {
		return new SeparableKernel(Profile.gaussian(sigma));
	}

	/**
	 * A Gaussian of two widths, sampled and cut as {@link #gaussian(double)}, turned. At a factor that is not whole, and an
	 * angle that is no multiple of 90 degrees, its taps fall between pixels; there the image is interpolated by cubic
	 * convolution, which moves the kernel without changing its width.
	 *
	 * @param rows    standard deviation along the image's columns (up and down) before the turn, in low-resolution pixels,
	 *                over 0
	 * @param columns the same along its rows (left and right)
	 * @param angle   by which the Gaussian is turned counter-clockwise as seen on the screen, in degrees: at 90, rows lies
	 *                along left and right
	 */
	static Kernel gaussian(final double rows, final double columns, final double angle) {
		if (!Double.isFinite(angle))
			throw new BadInput("a Gaussian kernel's angle is in degrees, and finite, not " + angle);
		final Profile r = Profile.gaussian(rows);
		final Profile c = Profile.gaussian(columns);
		final double half = angle - 180 * Math.floor(angle / 180);
		if (rows == columns) return new SeparableKernel(r);
		if (half == 0) return new SeparableKernel(r, c);
		if (half == 90) return new SeparableKernel(c, r);
		return new TurnedGaussian(Math.max(rows, Profile.MIN_SIGMA), Math.max(columns, Profile.MIN_SIGMA), half);
	}

	/**
	 * The samples of {@link #gaussian(double, double, double)} on the high-resolution grid, as an image of it: they sum to 1,
	 * and the Gaussian's centre is that of the image. At an even factor rows and columns are even in number.
	 */
	static double[][] gaussianSamples(final double rows, final double columns, final double angle, final Factor f) {
		return new TurnedGaussian(rows, columns, angle).samples(f);
	}

	/**
	 * A kernel given by its samples on the high-resolution grid (a measured or estimated PSF), any size. It is
	 * normalised, and applied by correlation (not flipped). Low sample i gathers with the kernel's centre of mass at
	 * (i + 0.5) * factor - 0.5. At a whole odd factor that is a pixel's centre, where odd kernels lie; at an even one
	 * the corner between pixels, where even kernels lie. Where the taps fall between pixels the image is interpolated
	 * by cubic convolution, which moves the kernel without changing its width.
	 * <p>
	 * A centre of mass within 1/20 pixel of a multiple of half a pixel is taken to be there, along that axis, and the
	 * samples are then used as they are if the factor permits: a Gaussian at (4.5, 4.5), for one, cut by a window of 9 x 9,
	 * has its centre of mass at (4.48, 4.46), and its shrink by 2 is exactly correlate(image, kernel)[::2, ::2] with index
	 * 4 as the kernel's origin.
	 * </p>
	 * <p>
	 * The kernel is applied as it is at every factor, and also along an axis with factor 1. Outer rows and columns that
	 * together hold less than 1/10000 of it are left out, but count for the centre of mass. A large kernel is replaced by a
	 * sum of products of a column and a row where that is faster; they differ from it by no more than that again.
	 * </p>
	 *
	 * @param samples rows of equal length, finite, with a sum over 0 and the centre of mass inside; copied
	 */
	static Kernel measured(final double[][] samples) {
		return MeasuredKernel.of(samples);
	}
}
