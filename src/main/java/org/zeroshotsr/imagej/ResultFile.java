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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.Origin;
import org.zeroshotsr.Report;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.files.TiffOutput;
import org.zeroshotsr.files.TiffShape;
import org.zeroshotsr.files.WholeFile;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.run.Checkpoint;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.Isotropic;
import org.zeroshotsr.run.Planes;

/** An enlarged image that goes into a TIFF. */
public final class ResultFile implements ResultTarget {

	private final ImagePlus source;
	private final Rectangle box;
	private final Growth growth;
	private final Path name;
	private final RealType<?> type;
	private final boolean rgb;
	/** Of the axes behind X and Y (and S), the steps from plane to plane. */
	private final int[] strides;
	private final TiffOutput file;
	/** Which map it is of the result; null for the result itself. */
	private final Layer map;

	/**
	 * @param source the image that is enlarged
	 * @param box    the part of it that is, or null for the whole
	 * @param planes what of it the engine takes
	 * @param part   the file while it is being written
	 * @param name   what it will be called
	 * @param resume whether {@code part} is there, and gone on with
	 * @throws IOException if it cannot be written or gone on with, or the disk has not enough space
	 */
	public ResultFile(final ImagePlus source, final Rectangle box, final Planes planes, final Growth growth,
		final Path part, final Path name, final boolean resume) throws IOException
	{
		this(null, source, box, planes, growth, part, name, resume);
	}

	/** The same for a map of the result, in 32 bit; of colours one plane is made. */
	public static ResultFile map(final Layer map, final ImagePlus source, final Planes planes, final Growth growth, final Path part,
		final Path name, final boolean resume) throws IOException
	{
		return new ResultFile(map, Enlarged.floats(source), null, planes, growth, part, name, resume);
	}

	private ResultFile(final Layer map, final ImagePlus source, final Rectangle box, final Planes planes, final Growth growth,
		final Path part, final Path name, final boolean resume) throws IOException
	{
		this.map = map;
		this.source = source;
		this.box = box;
		this.growth = growth;
		this.name = name;
		type = map == null ? planes.type() : new FloatType();
		rgb = map == null && planes.order().samples() >= 0;
		strides = strides(planes.order().axes(), Isotropic.size(planes.order(), planes.size(), growth.depth()));
		final TiffShape shape = TiffShape.of(Enlarged.blank(source, growth.depth()), growth.planes().width(planes.width()), growth.planes()
			.height(planes.height()), name);
		file = resume ? TiffOutput.resume(part, shape) : TiffOutput.create(part, shape);
	}

	/**
	 * Enlarges an image into a file, which appears whole or not at all.
	 *
	 * @param box    the part of the image that {@code planes} are of, or null for the whole
	 * @param origin what that is
	 * @throws IOException if it cannot be written, or the disk has not enough space
	 */
	static Report make(final ImagePlus source, final Rectangle box, final Planes planes, final Options options, final Path out,
		final Origin origin, final Progress progress, final Engine.Maker maker) throws IOException
	{
		ZeroShotSR.check(planes, options, List.of(), maker);
		final Path part = WholeFile.beside(out);
		try (ResultFile result = new ResultFile(source, box, planes, options.growth(), part, out, false)) {
			final Report report = ZeroShotSR.upscale(planes, options, result, Checkpoint.NONE, progress, maker).from(origin);
			result.finish(report);
			result.close(); // or it could not be renamed everywhere
			WholeFile.move(part, out);
			return report;
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/** Of the axes of {@link Pixels}, the steps from plane to plane in ImageJ's order. */
	static int[] strides(final String axes, final long[] size) {
		final int[] strides = new int[axes.length()];
		int stride = 1;
		for (int d = 2; d < strides.length; d++) {
			if (axes.charAt(d) == 'S') continue;
			strides[d] = stride;
			stride *= Math.toIntExact(size[d]);
		}
		return strides;
	}

	@Override
	public long write(final long[] position, final int y, final int x, final Plane part) {
		if (type instanceof UnsignedByteType bytes) return write(bytes, position, y, x, part);
		if (type instanceof UnsignedShortType shorts) return write(shorts, position, y, x, part);
		return write(new FloatType(), position, y, x, map == null ? part : part.largest());
	}

	private <T extends RealType<T> & NativeType<T>> long write(final T as, final long[] position, final int y, final int x,
		final Plane part)
	{
		final ArrayImg<T, ?> pixels = new ArrayImgFactory<>(as).create(part.width, part.height, part.channels);
		final long saturated = PlaneIO.write(part, pixels, 0, 1, 2, new long[3], 0, 0);
		final Object array = ((ArrayDataAccess<?>) pixels.update(null)).getCurrentStorageArray();
		try {
			file.write(plane(strides, position), new Window(y, x, part.height, part.width), rgb ? colours((byte[]) array) : array);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(name + " cannot be written: " + e.getMessage(), e);
		}
		return saturated;
	}

	/** Number of a plane, from 0. */
	static int plane(final int[] strides, final long[] position) {
		int plane = 0;
		for (int d = 2; d < strides.length; d++)
			plane += strides[d] * Math.toIntExact(position[d]);
		return plane;
	}

	/**
	 * Takes a plane from another such file.
	 *
	 * @throws IOException if the disk is full
	 */
	public void copy(final ResultFile from, final long[] position) throws IOException {
		file.copy(from.file, plane(strides, position));
	}

	/** Red, green and blue planes as ImageJ's colours. */
	private static int[] colours(final byte[] planes) {
		final int[] colours = new int[planes.length / 3];
		for (int i = 0; i < colours.length; i++)
			colours[i] = (planes[i] & 0xff) << 16 | (planes[colours.length + i] & 0xff) << 8 | planes[2 * colours.length + i] & 0xff;
		return colours;
	}

	@Override
	public void sync() throws IOException {
		file.sync();
	}

	/** A plane that was written is there, whatever it holds. */
	@Override
	public boolean isWhole(final long[] position) {
		return true;
	}

	@Override
	public boolean keepsWholePlanes() {
		return false;
	}

	/** Adds lines to the Info. */
	@Override
	public void finish(final Report report) throws IOException {
		final ImagePlus described = Enlarged.described(source, box, growth);
		Enlarged.appendInfo(described, map == null ? report.runRecord() : report.line(map));
		file.finish(described, name);
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
