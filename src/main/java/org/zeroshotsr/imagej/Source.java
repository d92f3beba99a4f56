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

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.Origin;
import org.zeroshotsr.Report;
import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.Planes;

/**
 * An image as the engine takes it, and the way back to what the user knows as one.
 *
 * @param <T> pixel type
 * @param <I> the user's kind of image
 */
public interface Source<T extends RealType<T> & NativeType<T>, I> {

	/** The samples; the selected part, where there is a selection. */
	RandomAccessibleInterval<T> pixels();

	/** A letter for each dimension, as {@link org.zeroshotsr.ZeroShotSR#upscale} takes them. */
	String axes();

	/** Position of the plane that the user sees, with 0 at X, Y and S; null where that is not known. */
	default long[] shown() {
		return null;
	}

	/** How the image was taken, for kernels that depend on it. */
	Acquisition acquisition();

	/** What the user should know about how the image was read; mostly empty. */
	List<String> notes();

	/** Bytes of a copy that {@link #enlarged} makes, of an image whose pixels take so many. */
	default long copied(final long bytes) {
		return 0;
	}

	/**
	 * Enlarges into a file what is too large for the memory, and opens it as a virtual stack; null where this kind of image
	 * cannot be one.
	 *
	 * @param report is given what there is to know of the run
	 * @throws IOException if it cannot be written
	 */
	default I into(final Path file, final Options options, final Progress progress, final Engine.Maker maker,
		final Consumer<Report> report) throws IOException
	{
		return null;
	}

	/** Bounding box of the selection that the samples are of; null for the whole image. */
	default Rectangle box() {
		return null;
	}

	/** What a result with these options is made from. */
	default Origin origin(final Options options, final Progress progress) {
		return Origins.pixels(title(), Planes.of(pixels(), axes()), box(), options, progress);
	}

	/** The file that the image is from; null where it has none, or that is not known. */
	default Path file() {
		return null;
	}

	/** Title of the image. */
	String title();

	/**
	 * The enlarged image, with all that belongs to the pixels of this one.
	 *
	 * @param result of the axes and type of {@link #pixels}
	 * @param record lines on how it was made, or null
	 */
	I enlarged(PlanarImg<T, ?> result, Growth growth, String title, String record);

	/**
	 * A map of the result, with the calibration of this image; of merged colours one plane, of each pixel that colour's value
	 * which is largest.
	 *
	 * @param map    of the axes of {@link #pixels}
	 * @param record one line on how it was made
	 */
	I map(PlanarImg<FloatType, ?> map, Growth growth, String title, String record);

	/**
	 * Kernels as an image.
	 *
	 * @param kernels 32 bit, a slice for each channel
	 * @param factor  how many times smaller its pixels are than this image's
	 */
	I kernels(PlanarImg<FloatType, ?> kernels, Factor factor, String title);
}
