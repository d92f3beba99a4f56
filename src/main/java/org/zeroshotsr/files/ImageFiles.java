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
package org.zeroshotsr.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.ImageStack;

import org.zeroshotsr.image.Window;

/**
 * Reads and writes image files with ImageJ, without its dialogs and its leniency: whatever goes wrong is an
 * {@link IOException} that names the file and says what to do. Works headless. Nothing is printed.
 */
public final class ImageFiles {

	/** A TIFF stack with more bytes of pixels than this is read plane by plane, when a plane is asked for. */
	static final long LAZY_BYTES = 256L << 20;

	private static final Pattern TIFF = Pattern.compile("(?i)\\.tiff?$");

	/** How the names of images end. */
	public static final List<String> ENDS = List.of(".tif", ".tiff", ".png", ".jpg", ".jpeg", ".gif", ".bmp");

	private ImageFiles() {}

	/** Whether a file of this name is an image, by its end. */
	public static boolean isImageName(final String name) {
		return ENDS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
	}

	/**
	 * Opens a TIFF (stacks and hyperstacks too), PNG, JPEG, GIF or BMP file, with the values that it has. Large TIFF stacks
	 * are virtual: a plane is read when it is needed, and a failure then is an
	 * {@link UncheckedIOException}.
	 *
	 * @throws IOException if the file is missing, a folder, not readable, empty, truncated, or not such an image
	 */
	public static ImagePlus open(final Path path) throws IOException {
		return open(path, LAZY_BYTES);
	}

	/**
	 * The same with what the user should know about how it was read.
	 *
	 * @throws IOException if the file is missing, a folder, not readable, empty, truncated, or nothing that can be read for
	 *           certain
	 */
	public static ImageFile read(final Path path) throws IOException {
		return read(path, LAZY_BYTES);
	}

	static ImagePlus open(final Path path, final long lazyBytes) throws IOException {
		return read(path, lazyBytes).image();
	}

	/** What is wrong with a file's name where this system's encoding cannot hold it, with what to do; else null. */
	public static String nameProblem(final String name) {
		if (name.indexOf('\uFFFD') < 0) return null;
		final String encoding = System.getProperty("sun.jnu.encoding");
		return "the name " + name + " holds characters that cannot be read in this system's encoding (" + encoding + "); " + (encoding
			.equalsIgnoreCase("UTF-8") ? "rename the file" : "set LC_ALL=C.UTF-8 in the environment, or rename the file");
	}

	/**
	 * A TIFF whose planes have more samples than {@code most}; null where the file is none, or they have not.
	 *
	 * @throws IOException as {@link #read}
	 */
	public static LargeTiff large(final Path path, final long most) throws IOException {
		return isTiff(path) ? TiffImage.large(path, most) : null;
	}

	private static ImageFile read(final Path path, final long lazyBytes) throws IOException {
		return isTiff(path) ? TiffImage.read(path, lazyBytes) : RasterFile.read(path);
	}

	private static boolean isTiff(final Path path) throws IOException {
		final String unreadable = nameProblem(path.toString());
		if (unreadable != null) throw new IOException(unreadable);
		if (!Files.exists(path)) throw new IOException(path + " does not exist; check the name and the folder");
		if (Files.isDirectory(path)) throw new IOException(path + " is a folder; give the image file in it");
		if (!Files.isReadable(path)) throw new IOException(path + " cannot be read; check its permissions");
		if (Files.size(path) == 0) throw new IOException(path + " is empty (0 bytes); export or copy it again");
		try (InputStream in = Files.newInputStream(path)) {
			return TiffInput.begins(in.readNBytes(4));
		}
	}

	/** @throws IOException if a file that is to be a TIFF has another ending */
	public static void checkTiffName(final Path out) throws IOException {
		if (!TIFF.matcher(out.toString()).find()) throw new IOException(out +
			" is to be a TIFF; give it a name that ends in .tif");
	}

	/**
	 * Checks, before any work, that {@code out} can be written, by making and removing a file beside it.
	 *
	 * @param out the file to be written
	 * @param in the file that is read and must not be overwritten, or null
	 * @throws IOException if the folder is missing or not writable, if {@code out} is a folder, or the same file as
	 *           {@code in}, by whatever path or link
	 */
	public static void checkWritable(final Path out, final Path in) throws IOException {
		// the folder that a short name is in may be one
		final String unreadable = nameProblem(WholeFile.target(out).toString());
		if (unreadable != null) throw new IOException(unreadable);
		if (Files.isDirectory(out)) throw new IOException(out + " is a folder; give the name of a file to write");
		if (in != null && Files.exists(out) && Files.exists(in) && Files.isSameFile(out, in))
			throw new IOException("the output " + out + " is the input file itself; give another name");
		final Path folder = WholeFile.target(out).getParent();
		if (!Files.exists(folder)) throw new IOException("the folder " + folder + " of " + out +
			" does not exist; make it first, or write elsewhere");
		if (!Files.isDirectory(folder)) throw new IOException(folder + " is not a folder, so " + out +
			" cannot be written in it");
		if (Files.exists(out) && !Files.isWritable(out)) throw new IOException(out +
			" exists and is write-protected; give another name");
		WholeFile.check(out);
	}

	/**
	 * Checks, before any work, that there is room on the disk for a TIFF.
	 *
	 * @param out the file to be written
	 * @param planes number of planes in all: channels x slices x frames
	 * @param bytesPerPixel 1, 2, 4, or 3 for RGB
	 * @throws IOException if it needs more than is free, with both numbers
	 */
	public static void checkSize(final Path out, final long width, final long height, final long planes,
		final int bytesPerPixel) throws IOException
	{
		try {
			DiskSpace.check(WholeFile.target(out), (double) width * height * planes * bytesPerPixel);
		}
		catch (final IOException e) {
			throw new IOException(String.format(Locale.ROOT, "%s would hold %d plane%s of %d x %d pixels: %s", out, planes,
				planes > 1 ? "s" : "", width, height, e.getMessage()), e);
		}
	}

	/**
	 * Writes an image as ImageJ TIFF, or where the name ends in .ome.tif as OME-TIFF, too, with calibration, Info and other
	 * properties, slice labels, look-up tables, display ranges, composite mode, selection and overlay; as BigTIFF where it
	 * takes more than 4 GB. A virtual stack's planes come one by one. The file appears whole or not at all: it is written
	 * beside {@code out} and renamed.
	 *
	 * @throws IOException if the folder is missing or not writable, or the disk is full
	 */
	public static void save(final ImagePlus image, final Path out) throws IOException {
		checkWritable(out, null);
		final TiffShape shape = TiffShape.of(image, image.getWidth(), image.getHeight(), out);
		checkSize(out, shape.width(), shape.height(), shape.planes(), shape.kind().bytes());
		final Path part = WholeFile.beside(out);
		try {
			try (TiffOutput pixels = TiffOutput.create(part, shape)) {
				final ImageStack stack = image.getStack();
				for (int i = 0; i < shape.planes(); i++)
					pixels.write(i, new Window(0, 0, shape.height(), shape.width()), stack.getPixels(i + 1));
				pixels.finish(image, out);
			}
			WholeFile.move(part, out);
		}
		catch (final IOException | UncheckedIOException e) { // a virtual stack may fail to read
			throw new IOException(out + " could not be written: " + e.getMessage() + "; nothing was left behind", e);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}
}
