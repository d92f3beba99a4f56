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

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.GIF_Reader;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * Reads PNG, JPEG, BMP and GIF files with Java's own readers, which report a truncated file: grey and palette as 8 or 16
 * bits, RGB as such, and 16-bit RGB as three channels. Values are those of the file; an opacity is left out, and noted.
 */
final class RasterFile {

	private static final int LEVELS = 256;
	/** Three or four samples of each in one array. */
	private static final long MOST_PIXELS = Integer.MAX_VALUE / 4;
	private static final int JPEG_LS = 0xf7;

	private final Path path;
	private final List<String> notes = new ArrayList<>();

	private RasterFile(final Path path) {
		this.path = path;
	}

	/** @throws IOException if it is no such file, damaged, truncated or of an unsupported kind; names the file */
	static ImageFile read(final Path path) throws IOException {
		final RasterFile file = new RasterFile(path);
		final ImagePlus image = file.read();
		return new ImageFile(image, file.notes);
	}

	private ImagePlus read() throws IOException {
		final Decoded decoded;
		try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
			decoded = Readers.read(in, reader -> decode(reader, in));
		}
		catch (final Readers.NotAnImage e) {
			throw new IOException(path + " is not an image that can be read here; save it as TIFF, PNG, JPEG, GIF or BMP");
		}
		catch (final Unsupported e) {
			throw new IOException(path + " is " + e.getMessage() + ", which is not supported; save it as 8-bit RGB or grey, or as TIFF");
		}
		catch (final IOException | RuntimeException e) {
			throw new IOException(path + " is damaged or truncated; export or copy it again (" + reason(e) + ")", e);
		}
		final BufferedImage image = decoded.first;
		if (!decoded.gif) return image(image);
		if (image.getColorModel() instanceof IndexColorModel palette) noteTransparent(bytes(image.getRaster(), 0), palette);
		return animation();
	}

	/** The file may be sound. */
	private static final class Unsupported extends IOException {

		private static final long serialVersionUID = 1;

		Unsupported(final String what) {
			super(what);
		}
	}

	private record Decoded(BufferedImage first, boolean gif) {}

	/** Of a GIF all images are read, so that what is cut off is noticed. */
	private static Decoded decode(final ImageReader reader, final ImageInputStream in) throws IOException {
		final boolean gif = "gif".equalsIgnoreCase(reader.getFormatName());
		if ("JPEG".equalsIgnoreCase(reader.getFormatName())) checkJpeg(in);
		checkSize(reader);
		final BufferedImage first = reader.read(0);
		if (gif) {
			for (int i = 1; i < reader.getNumImages(true); i++)
				reader.read(i);
			walkGif(in);
		}
		return new Decoded(first, gif);
	}

	private static void checkSize(final ImageReader reader) throws IOException {
		final long width = reader.getWidth(0);
		final long height = reader.getHeight(0);
		if (width * height > MOST_PIXELS) throw new Unsupported("an image of " + width + " x " + height + " pixels");
	}

	/** Looks at the frame's header: Java's reader fails at what it does not know as if the file were damaged. */
	private static void checkJpeg(final ImageInputStream in) throws IOException {
		final long start = in.getStreamPosition();
		in.seek(2);
		while (true) {
			int marker = in.readUnsignedByte();
			if (marker != 0xff) break;
			while (marker == 0xff)
				marker = in.readUnsignedByte();
			final int length = in.readUnsignedShort();
			if (marker == JPEG_LS || marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
				final int bits = in.readUnsignedByte();
				in.skipBytes(4);
				final int samples = in.readUnsignedByte();
				if (marker == JPEG_LS) throw new Unsupported("a JPEG-LS file");
				if (marker > 0xc2) throw new Unsupported("a lossless or arithmetic JPEG");
				if (bits != 8) throw new Unsupported("a JPEG of " + bits + " bits");
				if (samples != 1 && samples != 3) throw new Unsupported(samples == 4 ? "a CMYK JPEG" : "a JPEG of " + samples +
					" samples");
				break;
			}
			if (marker == 0xda || length < 2) break;
			in.skipBytes(length - 2);
		}
		in.seek(start);
	}

	/** Follows the blocks of a GIF to its trailer; Java's reader takes a cut-off image for a whole one. */
	private static void walkGif(final ImageInputStream in) throws IOException {
		in.seek(10);
		final int screen = in.readUnsignedByte();
		in.skipBytes(2);
		skipColours(in, screen);
		for (int block = in.readUnsignedByte(); block != 0x3b; block = in.readUnsignedByte()) {
			if (block == 0x2c) {
				in.skipBytes(8);
				skipColours(in, in.readUnsignedByte());
			}
			in.readUnsignedByte(); // the label of an extension, or the code size of an image
			for (int length = in.readUnsignedByte(); length != 0; length = in.readUnsignedByte())
				in.skipBytes(length);
		}
	}

	private static void skipColours(final ImageInputStream in, final int flags) throws IOException {
		if ((flags & 0x80) != 0) in.skipBytes(3 << (flags & 7) + 1);
	}

	private static String reason(final Exception e) {
		return e instanceof IIOException && e.getCause() != null ? e.getMessage() + ": " + e.getCause().getMessage() : e
			.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
	}

	/** A GIF as ImageJ has it, which puts the frames of an animation together. */
	private ImagePlus animation() throws IOException {
		final GIF_Reader reader = new GIF_Reader();
		reader.run(path.toAbsolutePath().toString());
		if (reader.getStackSize() == 0) throw new IOException(path + " cannot be read as a GIF; save it as TIFF or PNG");
		return reader.getStackSize() == 1 ? new ImagePlus(name(), reader.getProcessor()) : new ImagePlus(name(), reader.getStack());
	}

	private String name() {
		return path.getFileName().toString();
	}

	private ImagePlus image(final BufferedImage image) throws IOException {
		final ColorModel colours = image.getColorModel();
		final Raster raster = image.getRaster();
		if (colours instanceof IndexColorModel palette) return new ImagePlus(name(), indexed(raster, palette));
		final int samples = raster.getNumBands();
		if (colours.hasAlpha() && isSeen(raster, samples - 1)) notes.add(
			"the image has an opacity (alpha) channel, which was left out");
		final int channels = samples - (colours.hasAlpha() ? 1 : 0);
		if (channels != 1 && channels != 3) throw new IOException(path + " has " + channels +
			" samples a pixel, which is not supported; save it as RGB or grey, or as TIFF");
		if (colours instanceof DirectColorModel && colours.getComponentSize(0) < 8) return new ImagePlus(name(),
			new ColorProcessor(image));
		final boolean deep = raster.getTransferType() != DataBuffer.TYPE_BYTE && colours.getComponentSize(0) > 8;
		if (channels == 1) return new ImagePlus(name(), plane(raster, 0, deep));
		if (!deep) {
			final ColorProcessor rgb = new ColorProcessor(raster.getWidth(), raster.getHeight());
			rgb.setRGB(bytes(raster, 0), bytes(raster, 1), bytes(raster, 2));
			return new ImagePlus(name(), rgb);
		}
		final ImageStack stack = new ImageStack(raster.getWidth(), raster.getHeight());
		for (int c = 0; c < 3; c++)
			stack.addSlice(List.of("red", "green", "blue").get(c), plane(raster, c, true));
		final ImagePlus flat = new ImagePlus(name(), stack);
		flat.setDimensions(3, 1, 1);
		flat.setOpenAsHyperStack(true);
		return new CompositeImage(flat, IJ.COMPOSITE);
	}

	/** Whether an opacity is anything but full. */
	private static boolean isSeen(final Raster raster, final int band) {
		final int full = (1 << raster.getSampleModel().getSampleSize(band)) - 1;
		final int[] row = new int[raster.getWidth()];
		for (int y = 0; y < raster.getHeight(); y++)
			for (final int value : raster.getSamples(0, y, row.length, 1, band, row))
				if (value != full) return true;
		return false;
	}

	/**
	 * Grey levels where the palette has nothing but grey, RGB where it has a few colours, and else the indices with the
	 * palette: a whole look-up table may be one that ImageJ has put over grey levels.
	 */
	private ImageProcessor indexed(final Raster raster, final IndexColorModel palette) {
		final byte[] indices = bytes(raster, 0);
		noteTransparent(indices, palette);
		final byte[][] full = new byte[3][LEVELS];
		palette.getReds(full[0]);
		palette.getGreens(full[1]);
		palette.getBlues(full[2]);
		final IndexColorModel table = new IndexColorModel(8, LEVELS, full[0], full[1], full[2]);
		final ByteProcessor plane = new ByteProcessor(raster.getWidth(), raster.getHeight(), indices, table);
		if (Arrays.equals(full[0], full[1]) && Arrays.equals(full[1], full[2])) {
			if (palette.getMapSize() == LEVELS && isMonotonic(full[0])) return plane;
			plane.applyTable(IntStream.range(0, LEVELS).map(i -> full[0][i] & 0xff).toArray());
			plane.setColorModel(null);
			return plane;
		}
		if (colours(full) > LEVELS / 2) return plane;
		notes.add("the image has a colour palette; it was converted to RGB");
		return plane.convertToColorProcessor();
	}

	private void noteTransparent(final byte[] indices, final IndexColorModel palette) {
		boolean seen = false;
		for (int i = 0; palette.hasAlpha() && i < indices.length; i++)
			seen |= palette.getAlpha(indices[i] & 0xff) < 255;
		if (seen) notes.add("the image has transparent colours, whose opacity was left out");
	}

	private static boolean isMonotonic(final byte[] table) {
		boolean up = true;
		boolean down = true;
		for (int i = 1; i < table.length; i++) {
			up &= (table[i] & 0xff) >= (table[i - 1] & 0xff);
			down &= (table[i] & 0xff) <= (table[i - 1] & 0xff);
		}
		return up || down;
	}

	/** How many entries a palette has before those that were never set, which are black. */
	private static int colours(final byte[][] table) {
		int count = LEVELS;
		while (count > 0 && (table[0][count - 1] | table[1][count - 1] | table[2][count - 1]) == 0)
			count--;
		return count;
	}

	private static ImageProcessor plane(final Raster raster, final int band, final boolean deep) {
		if (!deep) return new ByteProcessor(raster.getWidth(), raster.getHeight(), bytes(raster, band), null);
		final int[] values = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), band, (int[]) null);
		final short[] shorts = new short[values.length];
		for (int i = 0; i < values.length; i++)
			shorts[i] = (short) values[i];
		return new ShortProcessor(raster.getWidth(), raster.getHeight(), shorts, null);
	}

	private static byte[] bytes(final Raster raster, final int band) {
		final int[] values = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), band, (int[]) null);
		final byte[] bytes = new byte[values.length];
		for (int i = 0; i < values.length; i++)
			bytes[i] = (byte) values[i];
		return bytes;
	}
}
