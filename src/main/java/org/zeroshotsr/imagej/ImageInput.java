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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import org.zeroshotsr.files.ImageFile;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.files.LargeTiff;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.run.PlaneSource;
import org.zeroshotsr.run.Planes;
import org.zeroshotsr.zarr.ZarrAxis;
import org.zeroshotsr.zarr.ZarrImage;
import org.zeroshotsr.zarr.ZarrInfo;
import org.zeroshotsr.zarr.ZarrType;

/**
 * An image file, or the folder of an OME-Zarr, as the engine takes it, and what is known of it. Planes that are too large to
 * be held are read in windows.
 *
 * @param image  all that ImageJ knows of it; of planes that are too large it has a part in their middle alone
 * @param pixels of {@code image}
 * @param planes of the file
 * @param notes  what the user should know
 * @param zarr   what the metadata of an OME-Zarr say; null for other files
 * @param large  whether planes are too large to be held
 */
public record ImageInput(ImagePlus image, Pixels<?> pixels, Planes planes, List<String> notes, ZarrInfo zarr, boolean large) {

	/** Rows and columns of large planes that ImageJ's image has. */
	private static final int MIDDLE = 512;

	/** Reads parts of planes. */
	private interface Windows {

		/** @param n from 1 */
		ImageProcessor read(int n, Window part) throws IOException;
	}

	/** Whether a path is that of an OME-Zarr, by its name or what is in it. */
	public static boolean isZarr(final Path path) {
		return Files.isDirectory(path) && (isZarrName(path) || ZarrImage.isZarr(path));
	}

	/** Whether a name is one for an OME-Zarr. */
	public static boolean isZarrName(final Path path) {
		return path.getFileName() != null && path.getFileName().toString().matches("(?i).+\\.zarr");
	}

	/**
	 * Reads what there is to know; planes come when they are asked for.
	 *
	 * @throws IOException as {@link ImageFiles#read} and {@link ZarrImage#open}
	 */
	public static ImageInput read(final Path path) throws IOException {
		return read(path, Planes.MOST);
	}

	/**
	 * The same with planes held that are larger, as far as arrays allow.
	 *
	 * @throws IOException where they do not, too
	 */
	public static ImageInput readWhole(final Path path) throws IOException {
		final ImageInput input = read(path, Integer.MAX_VALUE - 8);
		if (input.large) throw new IOException(path + ": planes of " + input.planes.width() + " x " + input.planes.height() +
			" pixels are too large to be held whole");
		return input;
	}

	/** @param most samples of a plane that is held whole */
	static ImageInput read(final Path path, final long most) throws IOException {
		if (isZarr(path)) return zarr(path, most);
		final LargeTiff large = ImageFiles.large(path, most);
		if (large != null) return large(large.middle(), large.stack()::window, large.width(), large.height(), null);
		return whole(ImageFiles.read(path), null);
	}

	private static ImageInput zarr(final Path path, final long most) throws IOException {
		final ZarrImage zarr = ZarrImage.open(path);
		final int width = side(path, zarr.info().axis('X'));
		final int height = side(path, zarr.info().axis('Y'));
		final boolean isLarge = (long) width * height > most;
		final Window view = isLarge ? Window.middle(height, width, MIDDLE) : new Window(0, 0, height, width);
		final List<String> notes = new ArrayList<>(zarr.notes());
		if (zarr.type() == ZarrType.INT8) notes.add("the image has signed 8-bit values; the result is of 16 bits");
		final ImagePlus image;
		try {
			image = ZarrMetadata.image(zarr, view);
		}
		catch (final UncheckedIOException e) {
			throw e.getCause(); // ImageJ looks at the first plane
		}
		final ImageFile file = new ImageFile(image, notes);
		return isLarge ? large(file, ((ZarrStack) image.getStack())::window, width, height, zarr.info()) : whole(file, zarr.info());
	}

	private static int side(final Path path, final ZarrAxis axis) throws IOException {
		if (axis.size() > Integer.MAX_VALUE) throw new IOException(path + ": planes with more than 2^31 pixels along " + axis
			.letter() + " are not possible");
		return (int) axis.size();
	}

	private static ImageInput whole(final ImageFile file, final ZarrInfo zarr) {
		final Pixels<?> pixels = Pixels.of(file.image());
		return new ImageInput(file.image(), pixels, Planes.of(pixels.image(), pixels.axes()), all(file, pixels), zarr, false);
	}

	private static List<String> all(final ImageFile file, final Pixels<?> pixels) {
		final List<String> notes = new ArrayList<>(file.notes());
		notes.addAll(pixels.notes());
		return List.copyOf(notes);
	}

	private static ImageInput large(final ImageFile middle, final Windows windows, final int width, final int height,
		final ZarrInfo zarr)
	{
		final Pixels<?> pixels = Pixels.of(middle.image());
		final long[] size = pixels.image().dimensionsAsLongArray();
		size[0] = width;
		size[1] = height;
		final PlaneOrder order = PlaneOrder.of(pixels.axes(), size);
		final int[] strides = ResultFile.strides(pixels.axes(), size);
		final PlaneSource source = new PlaneSource() {

			@Override
			public Plane read(final long[] position) {
				return read(position, new Window(0, 0, height, width));
			}

			@Override
			public Plane read(final long[] position, final Window part) {
				try {
					return plane(windows.read(ResultFile.plane(strides, position) + 1, part));
				}
				catch (final IOException e) {
					throw new UncheckedIOException(e.getMessage(), e);
				}
			}
		};
		final Planes planes = new Planes(source, order, size, pixels.image().getType());
		return new ImageInput(middle.image(), pixels, planes, all(middle, pixels), zarr, true);
	}

	private static Plane plane(final ImageProcessor part) {
		final Pixels<?> pixels = Pixels.of(new ImagePlus("", part));
		return Planes.of(pixels.image(), pixels.axes()).source().read(new long[pixels.axes().length()]);
	}
}
