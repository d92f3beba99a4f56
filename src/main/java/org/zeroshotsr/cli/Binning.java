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
package org.zeroshotsr.cli;

import java.util.Arrays;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.resize.Factor;

/** Makes of a noisy image and its truth, of one size, a benchmark's pair, as a camera does that sums its pixels. */
final class Binning {

	private static final int SHORT = 65535;

	private Binning() {}

	/**
	 * The sums of {@code n x n} samples, and the truth times n x n in the same type: 16 bit where all sums fit,
	 * else float. What fills no bin is cut off.
	 *
	 * @throws IllegalArgumentException where the images differ in size or axes, or are smaller than a bin
	 */
	static ImagePair<?> pair(final Samples<?> noisy, final Samples<?> truth, final int n) {
		if (!noisy.axes().equals(truth.axes()) || !Arrays.equals(noisy.size(), truth.size())) throw new BadInput(
			"the original is " + truth.describe() + " and the noisy image " + noisy.describe() + ": they have to be of one size");
		final int rows = truth.height() / n;
		final int columns = truth.width() / n;
		if (rows < 1 || columns < 1) throw new BadInput("the image is smaller than a bin of " + n);
		final double most = (double) n * n * Math.max(greatest(noisy), greatest(truth));
		final boolean whole = !noisy.isFloat() && !truth.isFloat();
		return whole && most <= SHORT ? pair(noisy, truth, n, new UnsignedShortType()) : pair(noisy, truth, n, new FloatType());
	}

	private static <T extends RealType<T> & NativeType<T>> ImagePair<T> pair(final Samples<?> noisy, final Samples<?> truth,
		final int n, final T type)
	{
		final int rows = truth.height() / n;
		final int columns = truth.width() / n;
		final Samples<T> low = empty(noisy, rows, columns, type);
		final Samples<T> high = empty(truth, n * rows, n * columns, type);
		for (final long[] position : low.order().planes()) {
			low.write(summed(noisy.read(position), rows, columns, n), low.image(), position);
			final Plane right = truth.read(position).crop(new Window(0, 0, n * rows, n * columns));
			for (int i = 0; i < right.data.length; i++)
				right.data[i] *= n * n;
			high.write(right, high.image(), position);
		}
		return new ImagePair<>(low, high, new Factor(n, n), n * n * greatest(truth));
	}

	private static <T extends RealType<T> & NativeType<T>> Samples<T> empty(final Samples<?> like, final int rows,
		final int columns, final T type)
	{
		final long[] size = like.size();
		size[like.axes().indexOf('Y')] = rows;
		size[like.axes().indexOf('X')] = columns;
		return like.empty(size, type);
	}

	static Plane summed(final Plane plane, final int rows, final int columns, final int n) {
		final Plane sums = new Plane(plane.channels, rows, columns);
		for (int c = 0; c < plane.channels; c++)
			for (int y = 0; y < n * rows; y++)
				for (int x = 0; x < n * columns; x++)
					sums.data[(c * rows + y / n) * columns + x / n] += plane.get(c, y, x);
		return sums;
	}

	/** NaN for float. */
	private static double greatest(final Samples<?> samples) {
		return samples.isFloat() ? Double.NaN : samples.image().getType().getMaxValue();
	}
}
