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
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.resize.Resize;
import org.zeroshotsr.resize.Resizes;

/** Cubic enlargement of whole images: what a result is compared with. */
public final class Bicubic {

	private Bicubic() {}

	/** The same of a stack that may have grown along z, too, by cubic convolution: from it each plane's columns of slices come first. */
	public static <T extends RealType<T> & NativeType<T>> PlanarImg<T, ?> enlarge(
		final RandomAccessibleInterval<T> image, final String axes, final Growth growth)
	{
		final PlaneOrder order = PlaneOrder.of(axes, image.dimensionsAsLongArray());
		final int z = axes.indexOf('Z');
		if (z < 0 || growth.depth() == 1) return enlarge(image, axes, growth.planes());
		final long[] size = image.dimensionsAsLongArray();
		final int depth = Math.toIntExact(size[z]);
		final Factor scale = growth.planes();
		final int height = Math.toIntExact(size[order.y()]);
		final int width = Math.toIntExact(size[order.x()]);
		size[z] = growth.slices(depth);
		size[order.y()] = scale.height(height);
		size[order.x()] = scale.width(width);
		final float[][] weights = weights(depth, growth.depth());
		final PlanarImg<T, ?> large = new PlanarImgFactory<>(image.getType()).create(size);
		for (final long[] position : PlaneOrder.of(axes, size).planes()) {
			final int slice = (int) position[z];
			Plane sum = null;
			Holes holes = null;
			for (int i = 0; i < depth; i++) {
				final boolean own = i == growth.from(slice, depth);
				if (weights[slice][i] == 0 && !own) continue;
				final long[] from = position.clone();
				from[z] = i;
				final Plane plane = PlaneIO.read(image, order.x(), order.y(), order.samples(), from);
				final Holes its = Holes.fill(plane);
				if (own) holes = its;
				if (sum == null) sum = new Plane(plane.channels, height, width);
				for (int k = 0; k < sum.data.length; k++)
					sum.data[k] += weights[slice][i] * plane.data[k];
			}
			final Plane enlarged = Resizes.enlarge(height, width, scale).apply(sum);
			if (holes != null) holes.reopen(enlarged, 0, 0, scale.rows(), scale.columns());
			PlaneIO.write(enlarged, large, order.x(), order.y(), order.samples(), position, 0, 0);
		}
		return large;
	}

	/** Of each slice of the result, what it takes of each slice. */
	private static float[][] weights(final int depth, final double factor) {
		final Resize resize = Resizes.enlarge(depth, 1, new Factor(factor, 1));
		final float[][] weights = new float[resize.outHeight()][depth];
		for (int i = 0; i < depth; i++) {
			final Plane impulse = new Plane(1, depth, 1);
			impulse.data[i] = 1;
			final float[] column = resize.apply(impulse).data;
			for (int slice = 0; slice < column.length; slice++)
				weights[slice][i] = column[slice];
		}
		return weights;
	}

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
