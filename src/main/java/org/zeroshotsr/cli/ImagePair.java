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
import java.util.function.UnaryOperator;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.resize.Kernel;

/**
 * A truth and the low-resolution image that is to become it again.
 *
 * @param <T>    pixel type of both
 * @param factor by which they differ
 * @param range  of the data; NaN for what the pixel type or, for float, the truth has
 */
record ImagePair<T extends RealType<T> & NativeType<T>>(Samples<T> low, Samples<T> truth, Factor factor, double range) {

	ImagePair(final Samples<T> low, final Samples<T> truth, final Factor factor) {
		this(low, truth, factor, Double.NaN);
	}


	/**
	 * The truth, cut to a size that the factor leads back to, and its shrink in the same type.
	 *
	 * @param afterwards what is done to each plane before it is rounded to the type
	 */
	static <T extends RealType<T> & NativeType<T>> ImagePair<T> shrunken(final Samples<T> image, final Factor factor,
		final Kernel kernel, final UnaryOperator<Plane> afterwards)
	{
		final int height = whole(image.height(), factor.rows());
		final int width = whole(image.width(), factor.columns());
		final int lowHeight = factor.lowHeight(height);
		final int lowWidth = factor.lowWidth(width);
		final Samples<T> truth = new Samples<>(corner(image, height, width), image.axes(), image.taken(), image.notes());
		final long[] size = truth.size();
		size[image.axes().indexOf('X')] = lowWidth;
		size[image.axes().indexOf('Y')] = lowHeight;
		final RandomAccessibleInterval<T> low = new PlanarImgFactory<>(image.image().getType()).create(size);
		for (final long[] position : truth.order().planes())
			truth.write(afterwards.apply(kernel.shrink(height, width, lowHeight, lowWidth, factor).apply(truth.read(position))),
				low, position);
		return new ImagePair<>(new Samples<>(low, image.axes(), lowTaken(image, factor), image.notes()), truth, factor);
	}

	/** How the image would have been taken when shrunk. */
	static Acquisition lowTaken(final Samples<?> image, final Factor factor) {
		return image.taken().enlarged(1 / factor.rows(), 1 / factor.columns());
	}

	/** The largest size up to {@code size} that shrinking by the factor and enlarging again gives back. */
	private static int whole(final int size, final double factor) {
		final Factor f = new Factor(factor, factor);
		for (int n = size; n > 1; n--)
			if (f.height(f.lowHeight(n)) == n) return n;
		return 1;
	}

	private static <T extends RealType<T> & NativeType<T>> RandomAccessibleInterval<T> corner(final Samples<T> samples,
		final int height, final int width)
	{
		final RandomAccessibleInterval<T> image = samples.image();
		final long[] max = image.maxAsLongArray();
		max[samples.axes().indexOf('X')] = width - 1L;
		max[samples.axes().indexOf('Y')] = height - 1L;
		return Views.interval(image, image.minAsLongArray(), max);
	}

	/**
	 * A given low-resolution image and its truth.
	 *
	 * @param asked the factor, or null for the ratio of the sizes, which then has to be whole
	 * @throws IllegalArgumentException if the two do not fit
	 */
	@SuppressWarnings("unchecked") // the types have been compared
	static <T extends RealType<T> & NativeType<T>> ImagePair<T> given(final Samples<?> low, final Samples<T> truth,
		final Factor asked)
	{
		final String sizes = "the truth is " + truth.describe() + " and the low-resolution image " + low.describe();
		if (!low.axes().equals(truth.axes()) || !low.type().equals(truth.type())) throw new BadInput(sizes +
			": they have to be of one type, with the same planes");
		if (asked == null && (truth.height() % low.height() != 0 || truth.width() % low.width() != 0 || truth.height() < low
			.height() || truth.width() < low.width())) throw new BadInput(sizes +
				", which is no whole factor; give --scale");
		final Factor factor = asked != null ? asked : new Factor(truth.height() / low.height(), truth.width() / low.width());
		final long[] needed = low.sizeAt(Growth.of(factor));
		if (!Arrays.equals(needed, truth.size())) throw new BadInput(sizes + "; enlarged it will be " +
			Texts.size(low.axes(), needed) + ": check --scale and the files");
		return new ImagePair<>((Samples<T>) low, truth, factor);
	}
}
