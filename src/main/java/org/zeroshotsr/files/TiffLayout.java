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
import java.util.Arrays;
import java.util.Map;

import org.zeroshotsr.image.Window;

/**
 * How the pixels of a page lie in the file, as far as they can be decoded for certain. Whatever cannot is refused by
 * name, and what contradicts itself as damaged.
 *
 * @param width         columns
 * @param height        rows
 * @param bits          of a sample: 1 to 16, 24, 32 or 64
 * @param format        {@link #UNSIGNED}, {@link #SIGNED} or {@link #FLOAT}
 * @param samples       of a pixel, with the extra ones
 * @param extra         how many of them are more than the photometric interpretation needs
 * @param alpha         whether the first of those is an opacity
 * @param photometric   what the values mean, one of the constants
 * @param planar        whether each sample has chunks of its own
 * @param compression   of a chunk, one of the constants
 * @param predictor     1 for none, 2 for horizontal differences, 3 for those of floating-point numbers
 * @param reversed      whether the bits of each byte stand the other way round
 * @param chunkWidth    columns of a tile, or of the image where there are strips
 * @param chunkHeight   rows of a tile or strip
 * @param offsets       where the chunks are; with planar samples, all of the first sample come first
 * @param lengths       bytes of the chunks, as the file says; none where it does not
 */
record TiffLayout(int width, int height, int bits, int format, int samples, int extra, boolean alpha, int photometric,
	boolean planar, int compression, int predictor, boolean reversed, int chunkWidth, int chunkHeight, long[] offsets,
	long[] lengths)
{
	static final int UNSIGNED = 1;
	static final int SIGNED = 2;
	static final int FLOAT = 3;

	static final int WHITE_IS_ZERO = 0;
	static final int BLACK_IS_ZERO = 1;
	static final int RGB = 2;
	static final int PALETTE = 3;
	static final int CMYK = 5;
	static final int YCBCR = 6;

	static final int NONE = 1;
	static final int CCITT_RLE = 2;
	static final int CCITT_T4 = 3;
	static final int CCITT_T6 = 4;
	static final int LZW = 5;
	static final int JPEG = 7;
	static final int ZIP = 8;
	static final int PACKBITS = 32773;
	static final int OLD_ZIP = 32946;

	private static final Map<Integer, String> PHOTOMETRICS = Map.of(4, "a transparency mask", 8, "CIE L*a*b* colours", 9,
		"ICC L*a*b* colours", 10, "ITU L*a*b* colours", 32803, "a camera's colour filter array", 32844,
		"logarithmic luminances", 32845, "logarithmic colours", 34892, "raw camera values");
	private static final Map<Integer, String> COMPRESSIONS = Map.ofEntries(Map.entry(6, "old-style JPEG"), Map.entry(9,
		"JBIG"), Map.entry(10, "JBIG"), Map.entry(32766, "NeXT"), Map.entry(32771, "word-aligned CCITT"), Map.entry(32809,
			"ThunderScan"), Map.entry(33003, "JPEG 2000"), Map.entry(33004, "JPEG 2000"), Map.entry(33005, "JPEG 2000"), Map
				.entry(34661, "JBIG"), Map.entry(34676, "SGI logarithmic"), Map.entry(34677, "SGI logarithmic"), Map.entry(
					34712, "JPEG 2000"), Map.entry(34887, "LERC"), Map.entry(34925, "LZMA"), Map.entry(34933, "PNG"), Map.entry(
						34934, "JPEG XR"), Map.entry(50000, "Zstandard"), Map.entry(50001, "WebP"), Map.entry(50002, "JPEG XL"), Map
							.entry(22610, "JPEG XR"));

	/** What a page's tags say. */
	static TiffLayout of(final TiffInput in, final TiffDirectory page) throws IOException {
		final int width = size(in, page, 256, "width");
		final int height = size(in, page, 257, "height");
		final long wide = page.integer(in, 277, 1);
		if (wide < 1 || wide > 0xffff) throw in.damaged("its pixels have " + wide + " samples");
		final int samples = (int) wide;
		final int bits = (int) same(in, page, 258, samples, 1, "numbers of bits");
		final int format = format(in, (int) same(in, page, 339, samples, UNSIGNED, "formats"), bits);
		final int photometric = photometric(in, page, samples);
		final int extra = samples - switch (photometric) {
			case RGB, YCBCR -> 3;
			case CMYK -> 4;
			default -> 1;
		};
		if (extra < 0) throw in.damaged("its " + samples + " samples are too few for its colours");
		final long[] extras = page.count(in, 338) > samples ? new long[0] : page.integers(in, 338);
		final boolean alpha = extra > 0 && extras.length == extra && (extras[0] == 1 || extras[0] == 2);
		if (photometric == PALETTE && (bits > 8 || format != UNSIGNED || extra > 0)) throw in.unsupported("a palette of " +
			bits + "-bit values" + (extra > 0 ? " and more samples" : ""));
		final int compression = compression(in, page, bits, format, samples, photometric);
		final int configuration = (int) page.integer(in, 284, 1);
		if (configuration != 1 && configuration != 2) throw in.damaged("its planar configuration is " + configuration);
		final boolean planar = configuration == 2 && samples > 1;
		if (photometric == YCBCR && (planar || bits != 8 || format != UNSIGNED || extra > 0)) throw in.unsupported(
			"YCbCr colours of this kind");
		if (photometric == YCBCR && page.has(in, 529) && Math.abs(page.ratio(in, 529) - 0.299) > 0.01) throw in.unsupported(
			"YCbCr colours of unusual coefficients");
		if (compression == JPEG && extra > 0 && !planar) throw in.unsupported("JPEG compression of " + samples + " samples");
		final int predictor = predictor(in, page, compression, bits, format, photometric);
		final long order = page.integer(in, 266, 1);
		if (order != 1 && order != 2) throw in.damaged("its fill order is " + order);
		final boolean tiles = page.has(in, 322);
		final long rows = page.integer(in, 278, height);
		final int chunkWidth = tiles ? size(in, page, 322, "tiles' width") : width;
		final int chunkHeight = tiles ? size(in, page, 323, "tiles' height") : (int) Math.min(rows < 1 ? height : rows, height);
		final String name = tiles ? "tiles" : "strips";
		final long count = ceil(width, chunkWidth) * ceil(height, chunkHeight) * (planar ? samples : 1);
		// some programs write the places of tiles as those of strips
		final long[] offsets = places(in, page, page.has(in, 324) ? 324 : 273, count, name);
		final int lengthsTag = page.has(in, 325) ? 325 : 279;
		final long[] lengths = page.has(in, lengthsTag) ? places(in, page, lengthsTag, count, name) : new long[0];
		final TiffLayout layout = new TiffLayout(width, height, bits, format, samples, extra, alpha, photometric, planar,
			compression, predictor, order == 2, chunkWidth, chunkHeight, offsets, lengths);
		layout.check(in, name);
		return layout;
	}

	private static long[] places(final TiffInput in, final TiffDirectory page, final int tag, final long count,
		final String name) throws IOException
	{
		if (page.count(in, tag) == 0) throw in.damaged("it does not say where its pixels are");
		if (page.count(in, tag) != count) throw in.damaged("it should have " + count + " " + name + " and has " + page.count(in,
			tag));
		return page.integers(in, tag);
	}

	private static int size(final TiffInput in, final TiffDirectory page, final int tag, final String name)
		throws IOException
	{
		final long size = page.integer(in, tag, 0);
		if (size < 1 || size > Integer.MAX_VALUE) throw in.damaged(page.has(in, tag) ? "its " + name + " is " + size +
			" pixels" : "it does not say its " + name);
		return (int) size;
	}

	/** A value that all samples share. Some programs write one for all. */
	private static long same(final TiffInput in, final TiffDirectory page, final int tag, final int samples,
		final long missing, final String name) throws IOException
	{
		if (page.count(in, tag) > samples) throw in.damaged("it has more " + name + " than samples");
		final long[] values = page.integers(in, tag);
		if (values.length == 0) return missing;
		if (values.length > 1 && values.length < samples) throw in.damaged("it has fewer " + name + " than samples");
		if (Arrays.stream(values).distinct().count() > 1) throw in.unsupported("samples of different " + name + " (" + Arrays
			.toString(values) + ")");
		return values[0];
	}

	private static int format(final TiffInput in, final int format, final int bits) throws IOException {
		final int known = format == 4 ? UNSIGNED : format; // "undefined"
		final boolean good = switch (known) {
			case UNSIGNED -> bits >= 1 && bits <= 16 || bits == 24 || bits == 32 || bits == 64;
			case SIGNED -> bits >= 8 && bits <= 16 || bits == 24 || bits == 32 || bits == 64;
			case FLOAT -> bits == 16 || bits == 32 || bits == 64;
			default -> false;
		};
		if (!good) throw in.unsupported(bits + "-bit " + switch (known) {
			case UNSIGNED -> "integers";
			case SIGNED -> "signed integers";
			case FLOAT -> "floating-point numbers";
			case 5, 6 -> "complex numbers";
			default -> "values of an unknown kind";
		});
		return known;
	}

	private static int photometric(final TiffInput in, final TiffDirectory page, final int samples) throws IOException {
		if (!page.has(in, 262) && samples > 1) throw in.unsupported(samples + " samples of which it does not say what they are");
		final long compression = page.integer(in, 259, NONE);
		final boolean fax = compression >= CCITT_RLE && compression <= CCITT_T6;
		final int photometric = (int) page.integer(in, 262, fax ? WHITE_IS_ZERO : BLACK_IS_ZERO);
		return switch (photometric) {
			case WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE, CMYK, YCBCR -> photometric;
			default -> throw in.unsupported(PHOTOMETRICS.getOrDefault(photometric, "values of the unknown meaning " +
				photometric));
		};
	}

	private static int compression(final TiffInput in, final TiffDirectory page, final int bits, final int format,
		final int samples, final int photometric) throws IOException
	{
		final int compression = (int) page.integer(in, 259, NONE);
		switch (compression) {
			case NONE, LZW, ZIP, OLD_ZIP, PACKBITS:
				return compression == OLD_ZIP ? ZIP : compression;
			case CCITT_RLE, CCITT_T4, CCITT_T6:
				if (bits != 1 || samples != 1) throw in.unsupported("CCITT compression of " + bits + "-bit values");
				return compression;
			case JPEG:
				if (bits != 8 || format != UNSIGNED || photometric == PALETTE || photometric == CMYK) throw in.unsupported(
					"JPEG compression of " + (photometric == CMYK ? "CMYK colours" : photometric == PALETTE ? "a palette" : bits +
						"-bit values"));
				return compression;
			default:
				throw in.unsupported(COMPRESSIONS.getOrDefault(compression, "unknown") + " compression (" + compression + ")");
		}
	}

	private static int predictor(final TiffInput in, final TiffDirectory page, final int compression, final int bits,
		final int format, final int photometric) throws IOException
	{
		final int predictor = (int) page.integer(in, 317, 1);
		final boolean good = predictor == 1 || (compression == LZW || compression == ZIP) && photometric != YCBCR &&
			(predictor == 2 && bits >= 8 && Integer.bitCount(bits) == 1 || predictor == 3 && format == FLOAT);
		if (!good) throw in.unsupported("predictor " + predictor + " for " + bits + "-bit values" + (compression == LZW ||
			compression == ZIP ? "" : " without LZW or ZIP"));
		return predictor;
	}

	/** That everything can be in the file, and in Java's arrays. */
	private void check(final TiffInput in, final String name) throws IOException {
		if ((double) rowBytes() * chunkHeight > (isPlain() ? Long.MAX_VALUE / 4 : Integer.MAX_VALUE - 8)) throw in.unsupported(
			name + " of " + chunkWidth + " x " + chunkHeight + " pixels");
		if (!isPlain() && lengths.length == 0) throw in.damaged("it does not say how long its " + name + " are");
		for (int i = 0; i < offsets.length; i++) {
			final long needed = rowBytes() * rows(i);
			if (isPlain() && lengths.length > 0) {
				// ImageJ writes what is left of a length beyond 4 GB
				final boolean believed = lengths[i] >= needed || lengths.length == 1 && (lengths[i] == 0 || lengths[i] == (int) needed ||
					lengths[i] == (needed & 0xffffffffL));
				if (!believed) throw in.damaged("one of its " + name + " has " + lengths[i] + " bytes, and needs " + needed);
			}
			if (!isPlain() && (lengths[i] < 1 || needed / lengths[i] > most())) throw in.damaged("one of its " + name + " has " +
				lengths[i] + " bytes, too few for " + needed);
			if (!in.holds(offsets[i], length(i))) throw in.truncated("one of its " + name + " begins at byte " + offsets[i] +
				" and has " + length(i) + ", and the file has " + in.length());
		}
	}

	/** Whether the bytes of a chunk are its samples. */
	private boolean isPlain() {
		return compression == NONE && photometric != YCBCR;
	}

	/** Bytes of a chunk in the file. */
	long length(final int chunk) {
		return isPlain() ? rowBytes() * rows(chunk) : lengths[chunk];
	}

	/** How many times larger than its data a chunk can be. */
	private long most() {
		return switch (compression) {
			case NONE -> 3; // subsampled YCbCr
			case PACKBITS -> 64;
			case ZIP -> 1040;
			case LZW -> 3000; // a code of 12 bits for up to 4096 bytes
			default -> 1 << 16; // a blank page
		};
	}

	private static long ceil(final long a, final long b) {
		return (a + b - 1) / b;
	}

	/** Whether a sample is an opacity, and no value. */
	boolean isAlpha(final int sample) {
		return alpha && sample == samples - extra;
	}

	/** Samples that a chunk holds for each pixel. */
	int chunkSamples() {
		return planar ? 1 : samples;
	}

	/** Bytes of a chunk's row. */
	long rowBytes() {
		return ceil((long) chunkWidth * chunkSamples() * bits, 8);
	}

	/** Chunks side by side. */
	int across() {
		return (int) ceil(width, chunkWidth);
	}

	/** Chunks of a sample, or of all where they are not planar. */
	int chunksOfSample() {
		return across() * (int) ceil(height, chunkHeight);
	}

	/** The first row of a chunk. */
	int top(final int chunk) {
		return chunk % chunksOfSample() / across() * chunkHeight;
	}

	/** The first column of a chunk. */
	int left(final int chunk) {
		return chunk % across() * chunkWidth;
	}

	boolean touches(final int chunk, final Window window) {
		final int top = top(chunk);
		final int left = left(chunk);
		return top < window.y() + window.height() && window.y() < top + (long) rows(chunk) && left < window.x() + window
			.width() && window.x() < left + (long) chunkWidth;
	}

	/** Rows that a chunk stores: all of a tile, and of the last strip what is left. */
	int rows(final int chunk) {
		return chunkWidth == width && across() == 1 && chunkHeight < height ? Math.min(chunkHeight, height - top(chunk))
			: chunkHeight;
	}

	/** Whether two pages can be planes of one stack. */
	boolean likes(final TiffLayout other) {
		return width == other.width && height == other.height && bits == other.bits && format == other.format &&
			samples == other.samples && alpha == other.alpha && photometric == other.photometric;
	}
}
