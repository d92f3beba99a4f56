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

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.measure.Calibration;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.Report;
import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.Planes;

/**
 * What ImageJ shows: an image, or the bounding box of its selection where that is an area.
 *
 * @param <T> pixel type
 */
public final class ImagePlusSource<T extends RealType<T> & NativeType<T>> implements Source<T, ImagePlus> {

	private final ImagePlus image;
	private final Rectangle box;
	private final Pixels<T> pixels;

	private ImagePlusSource(final ImagePlus image, final Rectangle box, final Pixels<T> pixels) {
		this.image = image;
		this.box = box;
		this.pixels = pixels;
	}

	/** @throws IllegalArgumentException if the selection lies outside the image */
	public static ImagePlusSource<?> of(final ImagePlus image) {
		final Rectangle box = Pixels.box(image);
		return new ImagePlusSource<>(image, box, Pixels.of(image, box));
	}

	@Override
	public RandomAccessibleInterval<T> pixels() {
		return pixels.image();
	}

	@Override
	public String axes() {
		return pixels.axes();
	}

	@Override
	public long[] shown() {
		final long[] position = new long[axes().length()];
		for (int d = 0; d < position.length; d++)
			position[d] = switch (axes().charAt(d)) {
				case 'C' -> image.getC() - 1;
				case 'Z' -> image.getZ() - 1;
				case 'T' -> image.getT() - 1;
				default -> 0;
			};
		return position;
	}

	@Override
	public Rectangle box() {
		return box;
	}

	@Override
	public Acquisition acquisition() {
		return Acquisition.of(image);
	}

	@Override
	public List<String> notes() {
		return pixels.notes();
	}

	/** Colours are four bytes a pixel in ImageJ, and three in the engine. */
	@Override
	public long copied(final long bytes) {
		return axes().indexOf('S') < 0 ? 0 : bytes / 3 * 4;
	}

	@Override
	public ImagePlus into(final Path file, final Options options, final Progress progress, final Engine.Maker maker,
		final Consumer<Report> report) throws IOException
	{
		ImageFiles.checkTiffName(file);
		ImageFiles.checkWritable(file, null);
		report.accept(ResultFile.make(image, box, Planes.of(pixels(), axes()), options, file, origin(options, progress),
			progress, maker));
		return ImageFiles.open(file);
	}

	@Override
	public Path file() {
		final FileInfo info = image.getOriginalFileInfo();
		final boolean has = info != null && info.directory != null && !info.directory.isEmpty() && info.fileName != null && !info.fileName
			.isEmpty() && !info.directory.contains("://");
		return has ? Path.of(info.directory, info.fileName) : null;
	}

	@Override
	public String title() {
		return image.getTitle();
	}

	@Override
	public ImagePlus kernels(final PlanarImg<FloatType, ?> kernels, final Factor factor, final String title) {
		return kernels(image, kernels, factor, title);
	}

	/** Kernels with the pixel size of this image, divided by the factor. */
	public static ImagePlus kernels(final ImagePlus image, final PlanarImg<FloatType, ?> kernels, final Factor factor,
		final String title)
	{
		final ImageStack stack = new ImageStack((int) kernels.dimension(0), (int) kernels.dimension(1));
		for (int i = 0; i < kernels.numSlices(); i++)
			stack.addSlice("", ((FloatArray) kernels.getPlane(i)).getCurrentStorageArray());
		final ImagePlus result = new ImagePlus(title, stack);
		final Calibration calibration = image.getCalibration();
		result.getCalibration().setXUnit(calibration.getXUnit());
		result.getCalibration().setYUnit(calibration.getYUnit());
		result.getCalibration().pixelWidth = calibration.pixelWidth / factor.columns();
		result.getCalibration().pixelHeight = calibration.pixelHeight / factor.rows();
		result.resetDisplayRange();
		return result;
	}

	@Override
	public ImagePlus map(final PlanarImg<FloatType, ?> map, final Growth growth, final String title, final String record) {
		final ImagePlus large = Enlarged.map(image, box, map, growth);
		large.setTitle(title);
		Enlarged.appendInfo(large, record);
		return large;
	}

	@Override
	public ImagePlus enlarged(final PlanarImg<T, ?> result, final Growth growth, final String title,
		final String record)
	{
		final ImagePlus large = Enlarged.of(image, box, result, growth);
		large.setTitle(title);
		if (record != null) Enlarged.appendInfo(large, record);
		return large;
	}
}
