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

/**
 * Makes resamplers that follow MATLAB's imresize: separable, output sample i (from 1) at u = i/s + (1 - 1/s)/2 in input
 * coordinates, weights stretched where an axis shrinks (antialiasing) and normalised to sum 1, edges mirrored about the
 * border of the outermost samples. An axis with scale 1 is left as it is. Columns (down) go first, then rows.
 */
public final class Resizes {

	private Resizes() {}

	/** Cubic enlargement (a = -0.5) of {@code height x width} to {@code f.height(height) x f.width(width)}. */
	public static Resize enlarge(final int height, final int width, final Factor f) {
		return resample(height, width, f.height(height), f.width(width), 1 / f.rows(), 1 / f.columns(), Profile.CUBIC, Profile.CUBIC);
	}

	/**
	 * Cubic resampling with any scale for each axis; where it is under 1 the axis is low-pass filtered. Sizes need not be
	 * in = out / scale: the output grid starts at the input's upper left corner.
	 *
	 * @param scaleRows output rows for each input row, over 0
	 * @param scaleColumns output columns for each input column, over 0
	 */
	public static Resize cubic(final int inHeight, final int inWidth, final int outHeight, final int outWidth,
		final double scaleRows, final double scaleColumns)
	{
		if (!(scaleRows > 1e-6 && scaleColumns > 1e-6 && scaleRows < 1e6 && scaleColumns < 1e6))
			throw new IllegalArgumentException("a scale has to be over 0 and finite, not " + scaleRows + " x " +
				scaleColumns);
		return resample(inHeight, inWidth, outHeight, outWidth, 1 / scaleRows, 1 / scaleColumns, Profile.CUBIC,
			Profile.CUBIC);
	}

	/** A Gaussian of {@code sigma} pixels that leaves the size as it is; see {@link Kernel#gaussian(double)}. */
	public static Resize blur(final int height, final int width, final double sigma) {
		return Kernel.gaussian(sigma).shrink(height, width, height, width, new Factor(1, 1));
	}

	/** Resampling with so many input samples for each output sample along each axis. */
	static Resize resample(final int inHeight, final int inWidth, final int outHeight, final int outWidth,
		final double rowStep, final double columnStep, final Profile rows, final Profile columns)
	{
		return new SeparableResize(Axis.resample(inHeight, outHeight, rowStep, rows), Axis.resample(inWidth, outWidth,
			columnStep, columns));
	}
}
