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

import java.awt.image.ColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.TiffDecoder;
import ij.io.TiffEncoder;
import ij.process.LUT;

/**
 * What ImageJ writes into its TIFF files beside the pixels: calibration, look-up tables, labels, Info, selection, overlay and
 * the arrangement of channels, slices and frames. Read by ImageJ itself, with a single pixel in place of the image.
 */
final class ImageJTags {

	private static final int PREDICTOR = 317;
	private static final int NO_PREDICTOR = 1;
	private static final int OF_FLOATS = 3;
	private static final int SIZES = 50838;
	private static final int DATA = 50839;

	private final FileInfo head;
	private final ImagePlus pixel;

	private ImageJTags(final FileInfo head, final ImagePlus pixel) {
		this.head = head;
		this.pixel = pixel;
	}

	/**
	 * ImageJ prints what it cannot read and goes on. What it would print of a file whose directories are in order is asked
	 * before, so that it prints nothing: {@code System.out} belongs to whoever runs this.
	 *
	 * @param path a TIFF file of which the directories have been checked
	 * @param classic what is to be read in its place, or null
	 * @param ome  what is in ImageJ's place in it, or null
	 */
	static ImageJTags of(final Path path, final byte[] classic, final OmeXml ome) throws IOException {
		final File file = path.toAbsolutePath().toFile();
		final String folder = file.getParent() + File.separator;
		final ImagePlus pixel;
		final FileInfo head;
		try {
			checkPredictors(path);
			final FileInfo[] found = (classic == null ? new TiffDecoder(folder, file.getName()) : new TiffDecoder(
				new ByteArrayInputStream(classic), file.getName())).getTiffInfo();
			if (found == null || found.length == 0) throw new IOException("nothing found");
			head = found[0];
			head.directory = folder;
			head.url = null;
			if (ome != null) ome(head, ome);
			if (head.description == null) throw new IOException("it finds no description");
			pixel = new FileOpener(pixel(head)).openImage();
		}
		catch (final IOException | RuntimeException e) {
			throw unreadable(path, e instanceof IOException && e.getMessage() != null ? e.getMessage() : "its decoder fails", e);
		}
		if (pixel == null) throw unreadable(path, "its kind of pixels", null);
		return new ImageJTags(head, pixel);
	}

	private static void checkPredictors(final Path path) throws IOException {
		try (TiffInput in = new TiffInput(path)) {
			for (final TiffDirectory directory : TiffDirectory.all(in))
				if (directory.integer(in, PREDICTOR, NO_PREDICTOR) == OF_FLOATS) throw new IOException("its predictor of floats");
		}
	}

	/**
	 * The tags that ImageJ itself writes for an image, with a single pixel in place of each plane.
	 *
	 * @param info of the image, without pixels, and with the byte order that the file has
	 */
	static List<TiffDirectory.Field> written(final FileInfo info) {
		final FileInfo pixel = (FileInfo) info.clone();
		pixel.width = 1;
		pixel.height = 1;
		pixel.virtualStack = null;
		pixel.pixels = switch (info.fileType) {
			case FileInfo.GRAY16_UNSIGNED -> new short[1];
			case FileInfo.GRAY32_FLOAT -> new float[1];
			case FileInfo.RGB -> new int[1];
			default -> new byte[1];
		};
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			final TiffEncoder encoder = encoder(pixel, info.intelByteOrder);
			pixel.nImages = 1; // it knows the labels of all, and needs no more pixels
			encoder.write(out);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e); // in memory
		}
		return TiffDirectory.fields(ByteBuffer.wrap(out.toByteArray()).order(info.intelByteOrder ? ByteOrder.LITTLE_ENDIAN
			: ByteOrder.BIG_ENDIAN));
	}

	/** Of that byte order, which is a setting of ImageJ's. */
	private static synchronized TiffEncoder encoder(final FileInfo info, final boolean intel) {
		final boolean setting = Prefs.intelByteOrder;
		Prefs.intelByteOrder = intel;
		try {
			return new TiffEncoder(info);
		}
		finally {
			Prefs.intelByteOrder = setting;
		}
	}

	/** Makes sure that ImageJ's own tag holds what it says, for which ImageJ would make arrays. */
	static void check(final TiffInput in, final TiffDirectory page) throws IOException {
		final long[] sizes = page.integers(in, SIZES);
		final long bytes = page.count(in, DATA);
		if (sizes.length == 0 || !page.has(in, DATA)) return;
		long left = bytes;
		for (final long size : sizes) {
			if (size > left) throw in.damaged("ImageJ's data in it end after " + bytes + " bytes");
			left -= size;
		}
		final ByteBuffer data = ByteBuffer.wrap(page.field(in, DATA).bytes()).order(in.order());
		long parts = 0;
		for (int at = 4; at + 8 <= sizes[0] && at + 8 <= data.capacity(); at += 8)
			parts += in.integer(data, at + 4, 4);
		if (parts >= sizes.length) throw in.damaged("ImageJ's data in it have " + (sizes.length - 1) + " parts and should have " +
			parts);
	}

	private static IOException unreadable(final Path path, final String why, final Exception cause) {
		return new IOException(path + " says that ImageJ wrote it, but ImageJ cannot read what it says of the image (" + why +
			"); open it in Fiji with Bio-Formats and save it again", cause);
	}

	private static void ome(final FileInfo head, final OmeXml ome) {
		final String description = ome.annotation(OmeWriter.IMAGEJ);
		if (description != null) head.description = description + '\n';
		// where there is none, ImageJ takes the XML for it
		if (head.info != null && head.info.startsWith("ImageDescription: ")) head.info = null;
	}

	private static FileInfo pixel(final FileInfo head) {
		final FileInfo pixel = (FileInfo) head.clone();
		pixel.width = 1;
		pixel.height = 1;
		pixel.nImages = 1;
		pixel.sliceLabels = null;
		pixel.compression = FileInfo.COMPRESSION_NONE;
		pixel.offset = 0;
		pixel.longOffset = 0;
		pixel.stripOffsets = null;
		pixel.stripLengths = null;
		pixel.plot = null;
		pixel.inputStream = new ByteArrayInputStream(new byte[64]);
		return pixel;
	}

	/** The look-up table. */
	ColorModel colours() {
		return pixel.getType() == ImagePlus.COLOR_RGB ? null : pixel.getProcessor().getColorModel();
	}

	/** Whether ImageJ's own description is there, too. */
	boolean isWhole() {
		return head.description.startsWith("ImageJ=");
	}

	/** Label of a plane, from 0, or null. */
	String label(final int plane) {
		if (head.sliceLabels == null) return plane == 0 ? pixel.getProp("Slice_Label") : null;
		return plane < head.sliceLabels.length ? head.sliceLabels[plane] : null;
	}

	/** Gives an image everything but its composite mode. */
	void describe(final ImagePlus image) {
		image.setCalibration(pixel.getCalibration());
		image.setOverlay(pixel.getOverlay());
		image.setRoi(pixel.getRoi());
		image.setProperties(pixel.getPropertiesAsArray());
		if (pixel.getInfoProperty() != null) image.setProperty("Info", pixel.getInfoProperty());
		final int c = number("channels");
		final int z = number("slices");
		final int t = number("frames");
		if ((long) c * z * t == image.getStackSize()) {
			image.setDimensions(c, z, t);
			image.setOpenAsHyperStack(head.description.contains("hyperstack=true"));
		}
		if (image.getBitDepth() != 24 && isRangeKnown()) image.setDisplayRange(pixel
			.getDisplayRangeMin(), pixel.getDisplayRangeMax());
		image.setFileInfo(pixel.getOriginalFileInfo()); // the channels' tables and display ranges
	}

	private boolean isRangeKnown() {
		return pixel.getBitDepth() == 8 || head.description.contains("\nmin=") && head.description.contains("\nmax=");
	}

	private int number(final String key) {
		final Matcher matcher = Pattern.compile("(?m)^" + key + "=(\\d{1,9})$").matcher(head.description);
		return matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
	}

	/** The image with its channels laid over one another, where it was so. */
	ImagePlus composite(final ImagePlus image) {
		final boolean composite = image.getNChannels() > 1 && image.getBitDepth() != 24 && (head.description.contains("mode=") ||
			image.getOpenAsHyperStack());
		if (!composite) return image;
		final CompositeImage made = new CompositeImage(image, head.description.contains("mode=composite") ? IJ.COMPOSITE : head
			.description.contains("mode=gray") ? IJ.GRAYSCALE : IJ.COLOR);
		// of a virtual stack ImageJ forgets it
		if (image.getStack().isVirtual() && head.displayRanges == null && isRangeKnown()) for (int c = 1; c <= image
			.getNChannels(); c++) {
			final LUT own = made.getChannelLut(c); // one that is set would be taken for the user's
			own.min = pixel.getDisplayRangeMin();
			own.max = pixel.getDisplayRangeMax();
		}
		return made;
	}
}
