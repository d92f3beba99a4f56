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
package org.zeroshotsr.quality;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

/** Cubic enlargement of whole images: what a result is compared with. */
public final class Bicubic {

	private Bicubic() {}

	/**
	 * Enlarges every plane as MATLAB's imresize does, see {@link Resizes#enlarge}.
	 *
	 * @param axes as for {@code ZeroShotSR.upscale}
	 * @return an image of the same type and axes, rounded and cut off at the type's range like the engine's result
	 */
	public static <T extends RealType<T> & NativeType<T>> PlanarImg<T, ?> enlarge(
		final RandomAccessibleInterval<T> image, final String axes, final Factor scale)
	{
		final long[] size = image.dimensionsAsLongArray();
		final PlaneOrder order = PlaneOrder.of(axes, size);
		final int height = Math.toIntExact(size[order.y()]);
		final int width = Math.toIntExact(size[order.x()]);
		size[order.y()] = scale.height(height);
		size[order.x()] = scale.width(width);
		final PlanarImg<T, ?> large = new PlanarImgFactory<>(image.getType()).create(size);
		for (final long[] position : order.planes()) {
			final Plane plane = PlaneIO.read(image, order.x(), order.y(), order.samples(), position);
			final Holes holes = Holes.fill(plane);
			final Plane enlarged = Resizes.enlarge(height, width, scale).apply(plane);
			if (holes != null) holes.reopen(enlarged, 0, 0, scale.rows(), scale.columns());
			PlaneIO.write(enlarged, large, order.x(), order.y(), order.samples(), position, 0, 0);
		}
		return large;
	}
}
