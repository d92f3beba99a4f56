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
package org.zeroshotsr.image;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Reads planes out of an ImgLib2 image and writes them into one. The image is never changed by reading. */
public final class PlaneIO {

	private PlaneIO() {}

	/**
	 * The plane at {@code position}: all of dimensions x and y, and of {@code samples} where that is not negative. Only
	 * this plane is read.
	 */
	public static <T extends RealType<T>> Plane read(final RandomAccessibleInterval<T> image, final int x, final int y,
		final int samples, final long[] position)
	{
		return read(image, x, y, samples, position, new Window(0, 0, Math.toIntExact(image.dimension(y)), Math.toIntExact(image
			.dimension(x))));
	}

	/** A part of it. */
	public static <T extends RealType<T>> Plane read(final RandomAccessibleInterval<T> image, final int x, final int y,
		final int samples, final long[] position, final Window part)
	{
		final int channels = samples < 0 ? 1 : Math.toIntExact(image.dimension(samples));
		final Plane plane = new Plane(channels, part.height(), part.width());
		int i = 0;
		for (int c = 0; c < channels; c++) {
			final Cursor<T> cursor = Views.flatIterable(window(slice(image, x, y, samples, position, c), part)).cursor();
			for (int n = part.height() * part.width(); n > 0; n--)
				plane.data[i++] = cursor.next().getRealFloat();
		}
		return plane;
	}

	private static <T> RandomAccessibleInterval<T> window(final RandomAccessibleInterval<T> slice, final Window part) {
		final long[] from = { slice.min(0) + part.x(), slice.min(1) + part.y() };
		return Views.interval(slice, from, new long[] { from[0] + part.width() - 1, from[1] + part.height() - 1 });
	}

	/**
	 * Writes a part of a plane, with its first row and column at {@code row} and {@code column}. Integer types are rounded
	 * to nearest; what lies outside the type's range is set to its end.
	 *
	 * @return how many samples were outside the type's range
	 */
	public static <T extends RealType<T>> long write(final Plane part, final RandomAccessibleInterval<T> image,
		final int x, final int y, final int samples, final long[] position, final int row, final int column)
	{
		final T type = image.getType();
		final boolean integer = type instanceof IntegerType;
		final double min = type.getMinValue();
		final double max = type.getMaxValue();
		long saturated = 0;
		int i = 0;
		for (int c = 0; c < part.channels; c++) {
			final Cursor<T> cursor = Views.flatIterable(window(slice(image, x, y, samples, position, c), new Window(row, column,
				part.height, part.width))).cursor();
			for (int n = part.height * part.width; n > 0; n--) {
				double value = part.data[i++];
				if (integer) value = Math.rint(value);
				if (value < min || value > max) {
					if (integer || Double.isFinite(value)) saturated++;
					value = integer || Double.isFinite(value) ? Math.max(min, Math.min(max, value)) : value;
				}
				cursor.next().setReal(value);
			}
		}
		return saturated;
	}

	/** The two-dimensional slice, x first. */
	private static <T extends RealType<T>> RandomAccessibleInterval<T> slice(final RandomAccessibleInterval<T> image,
		final int x, final int y, final int samples, final long[] position, final int channel)
	{
		RandomAccessibleInterval<T> slice = image;
		for (int d = image.numDimensions() - 1; d >= 0; d--) {
			if (d == x || d == y) continue;
			final long at = image.min(d) + (d == samples ? channel : position[d]);
			slice = Views.hyperSlice(slice, d, at);
		}
		return x < y ? slice : Views.permute(slice, 0, 1);
	}
}
