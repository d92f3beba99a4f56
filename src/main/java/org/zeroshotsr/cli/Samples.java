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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.files.ImageFile;
import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.imagej.Pixels;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.run.Isotropic;
import org.zeroshotsr.image.PlaneOrder;

/**
 * An image as the engine takes it.
 *
 * @param <T>   pixel type
 * @param image samples, read plane by plane
 * @param axes  a letter for each dimension; S are the colours of an RGB image
 * @param taken how the image was taken
 * @param notes what the user should know about how it was read; mostly empty
 */
record Samples<T extends RealType<T> & NativeType<T>>(RandomAccessibleInterval<T> image, String axes, Acquisition taken,
	List<String> notes)
{
	static Samples<?> open(final Path file) throws IOException {
		return of(ImageInput.readWhole(file));
	}

	static Samples<?> of(final ImageFile file) {
		final Pixels<?> pixels = Pixels.of(file.image());
		return of(file.image(), pixels, Stream.concat(file.notes().stream(), pixels.notes().stream()).toList());
	}

	/** Of planes that are too large to be held, a part in their middle. */
	static Samples<?> of(final ImageInput input) {
		return of(input.image(), input.pixels(), input.notes());
	}

	private static <T extends RealType<T> & NativeType<T>> Samples<T> of(final ImagePlus image, final Pixels<T> pixels,
		final List<String> notes)
	{
		return new Samples<>(pixels.image(), pixels.axes(), Acquisition.of(image), notes);
	}

	/** The same with other names for the axes: a Zarr has channels where colours were merged. */
	Samples<T> as(final String letters) {
		return new Samples<>(image, letters, taken, notes);
	}

	PlaneOrder order() {
		return PlaneOrder.of(axes, size());
	}

	long[] size() {
		return image.dimensionsAsLongArray();
	}

	/** An image of zeros of these axes. */
	<U extends RealType<U> & NativeType<U>> Samples<U> empty(final long[] size, final U of) {
		return new Samples<>(new PlanarImgFactory<>(of).create(size), axes, taken, notes);
	}

	/** The size when enlarged. */
	long[] sizeAt(final Growth growth) {
		final Factor scale = growth.planes();
		final long[] size = Isotropic.size(order(), size(), growth.depth());
		size[axes.indexOf('X')] = scale.width(width());
		size[axes.indexOf('Y')] = scale.height(height());
		return size;
	}

	int width() {
		return (int) image.dimension(axes.indexOf('X'));
	}

	int height() {
		return (int) image.dimension(axes.indexOf('Y'));
	}

	boolean rgb() {
		return axes.indexOf('S') >= 0;
	}

	boolean isFloat() {
		return !(image.getType() instanceof IntegerType);
	}

	Plane read(final long[] position) {
		return read(image, position);
	}

	/** The same plane of another image with these axes. */
	Plane read(final RandomAccessibleInterval<T> other, final long[] position) {
		final PlaneOrder order = order();
		return PlaneIO.read(other, order.x(), order.y(), order.samples(), position);
	}

	void write(final Plane plane, final RandomAccessibleInterval<T> to, final long[] position) {
		final PlaneOrder order = order();
		PlaneIO.write(plane, to, order.x(), order.y(), order.samples(), position, 0, 0);
	}

	/** "8-bit RGB", "16-bit", "32-bit float". */
	String type() {
		final int bits = image.getType().getBitsPerPixel();
		return bits + "-bit" + (rgb() ? " RGB" : isFloat() ? " float" : "");
	}

	/** "512 x 400, 3 C, 12 Z, 16-bit". */
	String describe() {
		return Texts.size(axes, size()) + ", " + type();
	}
}
