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

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.zeroshotsr.files.NumberType.Kind;

/** One of the ways in which a TIFF can hold an image. */
record Flavour(NumberType type, Colour colour, boolean planar, Coding coding, Layout layout, Pages pages,
	Container container, Twist twist)
{

	/** Compressions that nobody here reads: old JPEG, ZSTD, WebP, LZMA, JPEG 2000 twice, and one that does not exist. */
	static final List<Integer> FOREIGN = List.of(6, 50000, 50001, 34925, 33003, 34712, 12345);

	/**
	 * @param photometric TIFF's number
	 * @param samples in a pixel, with the extra ones
	 * @param extras what each extra sample is: 0 unspecified, 1 alpha that was multiplied in, 2 other alpha
	 * @param subX pixels in a row that share their chroma (YCbCr); likewise {@code subY}
	 */
	record Colour(int photometric, int samples, List<Integer> extras, int subX, int subY) {

		static final int WHITE_IS_ZERO = 0;
		static final int RGB_MODEL = 2;
		static final int PALETTE_MODEL = 3;
		static final int CMYK_MODEL = 5;
		static final int YCBCR_MODEL = 6;

		static final Colour GREY = new Colour(1, 1, List.of(), 1, 1);
		static final Colour WHITE_ZERO = new Colour(WHITE_IS_ZERO, 1, List.of(), 1, 1);
		static final Colour RGB = new Colour(RGB_MODEL, 3, List.of(), 1, 1);
		static final Colour PALETTE = new Colour(PALETTE_MODEL, 1, List.of(), 1, 1);
		static final Colour CMYK = new Colour(CMYK_MODEL, 4, List.of(), 1, 1);

		static Colour yCbCr(final int subX, final int subY) {
			return new Colour(YCBCR_MODEL, 3, List.of(), subX, subY);
		}

		Colour with(final Integer... more) {
			return new Colour(photometric, samples + more.length, List.of(more), subX, subY);
		}

		/** Samples that are channels: all but alpha. */
		int channels() {
			return samples - (int) extras.stream().filter(e -> e > 0).count();
		}

		/** The sample that a channel, from 0, is read from. */
		int sampleOf(final int channel) {
			int left = channel;
			for (int s = 0;; s++) {
				final int extra = s - (samples - extras.size());
				if (extra >= 0 && extras.get(extra) > 0) continue;
				if (left-- == 0) return s;
			}
		}

		@Override
		public String toString() {
			final String model = List.of("white0", "grey", "rgb", "palette", "mask", "cmyk", "ycbcr" + subX + subY).get(
				photometric);
			return extras.isEmpty() ? model : model + "+" + extras;
		}
	}

	/**
	 * @param compression TIFF's number
	 * @param predictor 1 none, 2 differences, 3 differences of floats' bytes
	 * @param reversed bits in each byte of the data, last one first (FillOrder 2)
	 */
	record Coding(int compression, int predictor, boolean reversed) {

		static final Coding NONE = of(1);
		static final Coding LZW = of(5);
		static final Coding JPEG = of(7);
		static final Coding ZIP = of(8);
		static final Coding PACK_BITS = of(32773);

		static Coding of(final int compression) {
			return new Coding(compression, 1, false);
		}

		Coding predicting(final int how) {
			return new Coding(compression, how, reversed);
		}

		Coding reversing() {
			return new Coding(compression, predictor, true);
		}

		@Override
		public String toString() {
			return "c" + compression + (predictor > 1 ? "/p" + predictor : "") + (reversed ? "/fill2" : "");
		}
	}

	/** How a plane is cut: whole, into strips of a few rows, such strips in reversed order and with gaps, tiles of 16. */
	enum Layout {
		ONE_STRIP, STRIPS, SCATTERED, TILES
	}

	/** Which directories follow one another; the first one is always of the whole size. */
	enum Pages {
		ONE, THREE, THUMBNAIL_LAST, THUMBNAILS_BETWEEN, HALVES, UNRELATED, OTHER_TYPE
	}

	enum Container {
		II, MM, BIG_II, BIG_MM;

		boolean big() {
			return this == BIG_II || this == BIG_MM;
		}

		boolean motorola() {
			return this == MM || this == BIG_MM;
		}
	}

	/** What programs do differently; the last ones are TIFF's orientations 2 to 8. */
	enum Twist {
		NONE, NO_ROWS_PER_STRIP, DEFAULTS_LEFT_OUT, SHORT_NUMBERS, ONE_BITS_PER_SAMPLE, NO_EXTRA_SAMPLES, JPEG_TABLES,
		NO_BYTE_COUNTS, TURNED_2, TURNED_3, TURNED_4, TURNED_5, TURNED_6, TURNED_7, TURNED_8;

		int orientation() {
			return ordinal() < TURNED_2.ordinal() ? 1 : 2 + ordinal() - TURNED_2.ordinal();
		}
	}

	static Flavour of(final NumberType type, final Colour colour) {
		return new Flavour(type, colour, false, Coding.NONE, Layout.ONE_STRIP, Pages.ONE, Container.II, Twist.NONE);
	}

	Flavour with(final Coding other) {
		return new Flavour(type, colour, planar, other, layout, pages, container, twist);
	}

	Flavour with(final Layout other) {
		return new Flavour(type, colour, planar, coding, other, pages, container, twist);
	}

	Flavour with(final Pages other) {
		return new Flavour(type, colour, planar, coding, layout, other, container, twist);
	}

	Flavour with(final Container other) {
		return new Flavour(type, colour, planar, coding, layout, pages, other, twist);
	}

	Flavour with(final Twist other) {
		return new Flavour(type, colour, planar, coding, layout, pages, container, other);
	}

	Flavour planar(final boolean apart) {
		return new Flavour(type, colour, apart, coding, layout, pages, container, twist);
	}

	boolean jpeg() {
		return coding.compression == Coding.JPEG.compression;
	}

	/** Sizes are odd, so that bytes, strips, tiles and chroma do not end with the rows. */
	int width() {
		return pages == Pages.HALVES ? 42 : 21;
	}

	int height() {
		return jpeg() ? 37 : layout == Layout.TILES ? 19 : pages == Pages.HALVES ? 26 : 13;
	}

	/** Rows of a strip, but for the last one. */
	int rows() {
		if (layout == Layout.ONE_STRIP) return height();
		return jpeg() ? 8 * colour.subY : colour.subY > 1 ? 4 : type.bits() % 16 == 0 ? 2 : 3;
	}

	/** Pages that are planes of the image. */
	int planes() {
		return switch (pages) {
			case THREE -> 3;
			case THUMBNAILS_BETWEEN -> 2;
			default -> 1;
		};
	}

	/** A pixel is red, green and blue of 8 bits, and nothing else. */
	boolean plainRgb() {
		return colour.photometric == Colour.YCBCR_MODEL || colour.photometric == Colour.RGB_MODEL && type.equals(
			NumberType.BYTE) && colour.channels() == 3;
	}

	/** Nothing here can be read, or it would not be one image. */
	boolean mustBeRefused() {
		return FOREIGN.contains(coding.compression) || colour.photometric == Colour.PALETTE_MODEL && type.bits() > 8 ||
			Set.of(Pages.UNRELATED, Pages.OTHER_TYPE).contains(pages);
	}

	/** ImageJ writes such files itself. */
	boolean isImageJs() {
		final boolean small = type.equals(NumberType.BYTE);
		final boolean known = switch (colour.photometric) {
			case 0, 1 -> small || type.equals(NumberType.SHORT) || type.equals(NumberType.SINGLE);
			case Colour.RGB_MODEL -> small || type.equals(NumberType.SHORT);
			default -> colour.photometric == Colour.PALETTE_MODEL && small;
		};
		final boolean pagesKnown = pages == Pages.ONE || pages == Pages.THREE;
		return known && pagesKnown && colour.extras.isEmpty() && !planar && coding.equals(Coding.NONE) &&
			layout == Layout.ONE_STRIP && !container.big() && twist == Twist.NONE;
	}

	boolean isReal() {
		return type.kind() == Kind.FLOAT;
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%s %s%s %s %s %s %s %s", type, colour, planar ? " planar" : "", coding, layout,
			pages, container, twist).toLowerCase(Locale.ROOT);
	}
}
