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
package org.zeroshotsr.imagej;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

/** The planes of an 8-bit, 16-bit or float image, one after another, as ImageJ's processors. */
final class ResultPlanes<T extends RealType<T> & NativeType<T>> implements Enlarged.Planes {

	private final RandomAccessibleInterval<T> image;
	private final boolean rgb;

	ResultPlanes(final RandomAccessibleInterval<T> image, final boolean rgb) {
		this.image = image;
		this.rgb = rgb;
		if (rgb && (image.numDimensions() < 3 || image.dimension(2) != 3)) throw new IllegalArgumentException(
			"a colour result needs red, green and blue as its third dimension");
		final T type = image.getType();
		if (!(type instanceof UnsignedByteType || type instanceof UnsignedShortType || type instanceof FloatType))
			throw new IllegalArgumentException("a result has to be 8-bit, 16-bit or 32-bit float, not " + type.getClass()
				.getSimpleName());
		if (rgb && !(type instanceof UnsignedByteType)) throw new IllegalArgumentException(
			"a colour result has to be 8-bit");
	}

	@Override
	public int width() {
		return Math.toIntExact(image.dimension(0));
	}

	@Override
	public int height() {
		return Math.toIntExact(image.dimension(1));
	}

	@Override
	public int count() {
		final long planes = Intervals.numElements(image) / image.dimension(0) / image.dimension(1);
		return Math.toIntExact(rgb ? planes / 3 : planes);
	}

	@Override
	public ImageProcessor get(final int i) {
		if (rgb) {
			final ColorProcessor colour = new ColorProcessor(width(), height());
			colour.setRGB((byte[]) array(3 * i), (byte[]) array(3 * i + 1), (byte[]) array(3 * i + 2));
			return colour;
		}
		final Object array = array(i);
		if (array instanceof byte[] bytes) return new ByteProcessor(width(), height(), bytes, null);
		if (array instanceof short[] shorts) return new ShortProcessor(width(), height(), shorts, null);
		return new FloatProcessor(width(), height(), (float[]) array, null);
	}

	private Object array(final int plane) {
		if (image instanceof PlanarImg<?, ?> planar) return ((ArrayDataAccess<?>) planar.getPlane(plane))
			.getCurrentStorageArray();
		final T type = image.getType();
		final int length = Math.multiplyExact(width(), height());
		final Object array;
		if (type instanceof UnsignedByteType) array = new byte[length];
		else if (type instanceof UnsignedShortType) array = new short[length];
		else array = new float[length];
		final long[] start = image.minAsLongArray();
		final int[] size = new int[start.length];
		java.util.Arrays.fill(size, 1);
		size[0] = width();
		size[1] = height();
		long rest = plane;
		for (int d = 2; d < start.length; d++) {
			start[d] += rest % image.dimension(d);
			rest /= image.dimension(d);
		}
		PrimitiveBlocks.of(image, OnFallback.ACCEPT).copy(start, array, size);
		return array;
	}
}
