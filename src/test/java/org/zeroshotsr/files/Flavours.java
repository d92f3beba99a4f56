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

import static org.zeroshotsr.files.NumberType.integer;
import static org.zeroshotsr.files.NumberType.real;
import static org.zeroshotsr.files.NumberType.uint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.zeroshotsr.files.Flavour.Coding;
import org.zeroshotsr.files.Flavour.Colour;
import org.zeroshotsr.files.Flavour.Container;
import org.zeroshotsr.files.Flavour.Layout;
import org.zeroshotsr.files.Flavour.Pages;
import org.zeroshotsr.files.Flavour.Twist;

/** The grid: what programs write, and what they could write. */
final class Flavours {

	private static final List<NumberType> WHOLE = List.of(uint(1), uint(2), uint(4), uint(8), uint(12), uint(16), uint(
		24), uint(32), uint(64), integer(8), integer(16), integer(32), integer(64));
	private static final List<NumberType> REAL = List.of(real(16), real(32), real(64));
	private static final List<Container> CLASSIC = List.of(Container.II, Container.MM);
	private static final List<Coding> LOSSLESS = List.of(Coding.NONE, Coding.LZW, Coding.ZIP, Coding.PACK_BITS);
	private static final List<Colour> MORE_SAMPLES = List.of(Colour.RGB.with(0), Colour.RGB.with(1), Colour.RGB.with(2),
		Colour.RGB.with(2, 0), Colour.RGB.with(0, 0), Colour.GREY.with(1), Colour.GREY.with(2), Colour.GREY.with(0),
		Colour.GREY.with(0, 0), Colour.GREY.with(0, 0, 0, 0));
	private static final List<Pages> ONE_AND_THREE = List.of(Pages.ONE, Pages.THREE);

	private final Set<Flavour> all = new LinkedHashSet<>();

	private Flavours() {}

	static List<Flavour> all() {
		final Flavours flavours = new Flavours();
		flavours.grey();
		flavours.predicted();
		flavours.channels();
		flavours.whiteIsZeroAndPalettes();
		flavours.faxAndReversedBits();
		flavours.yCbCr();
		flavours.jpeg();
		flavours.bigTiff();
		flavours.pagesAndTwists();
		flavours.unreadable();
		return List.copyOf(flavours.all);
	}

	private static List<NumberType> types() {
		final List<NumberType> types = new ArrayList<>(WHOLE);
		types.addAll(REAL);
		return types;
	}

	private void grey() {
		for (final NumberType type : types())
			for (final Coding coding : LOSSLESS)
				for (final Container container : CLASSIC)
					for (final Layout layout : Layout.values()) {
						final Flavour flavour = Flavour.of(type, Colour.GREY).with(coding).with(container).with(layout);
						all.add(flavour);
						if (layout == Layout.ONE_STRIP) all.add(flavour.with(Pages.THREE));
					}
		for (final NumberType type : List.of(uint(10), uint(14), real(24)))
			for (final Container container : CLASSIC) {
				all.add(Flavour.of(type, Colour.GREY).with(container));
				all.add(Flavour.of(type, Colour.GREY).with(container).with(Coding.LZW).with(Layout.TILES));
			}
		all.add(Flavour.of(NumberType.BYTE, Colour.GREY).with(Coding.of(32946)));
		all.add(Flavour.of(NumberType.SHORT, Colour.RGB).with(Coding.of(32946).predicting(2)));
	}

	private void predicted() {
		for (final NumberType type : types())
			for (final int predictor : type.bits() % 8 != 0 || type.bits() == 24 ? new int[0] : REAL.contains(type)
				? new int[] { 2, 3 } : new int[] { 2 })
				for (final Coding coding : List.of(Coding.LZW.predicting(predictor), Coding.ZIP.predicting(predictor)))
					for (final Container container : CLASSIC) {
						final Flavour grey = Flavour.of(type, Colour.GREY).with(coding).with(container);
						final Flavour rgb = Flavour.of(type, Colour.RGB).with(coding).with(container);
						all.addAll(List.of(grey.with(Layout.STRIPS), grey.with(Layout.TILES).with(Pages.THREE), rgb, rgb.planar(
							true).with(Layout.STRIPS), rgb.with(Layout.TILES)));
					}
		for (final Container container : CLASSIC)
			all.add(Flavour.of(NumberType.BYTE, Colour.RGB.with(2)).with(Coding.LZW.predicting(2)).with(container));
	}

	private void channels() {
		for (final NumberType type : List.of(uint(4), uint(8), uint(12), uint(16), uint(32), integer(8), integer(16), real(
			16), real(32)))
			for (final Container container : CLASSIC)
				for (final boolean planar : new boolean[] { false, true })
					for (final Coding coding : LOSSLESS) {
						final Flavour rgb = Flavour.of(type, Colour.RGB).with(container).planar(planar).with(coding);
						all.add(rgb);
						all.add(rgb.with(Pages.THREE).with(coding == Coding.NONE ? Layout.SCATTERED : Layout.TILES));
					}
		for (final NumberType type : List.of(uint(8), uint(16), real(32)))
			for (final boolean planar : new boolean[] { false, true })
				for (final Coding coding : List.of(Coding.NONE, Coding.LZW)) {
					for (final Colour colour : MORE_SAMPLES)
						for (final Container container : CLASSIC)
							all.add(Flavour.of(type, colour).planar(planar).with(coding).with(container).with(coding == Coding.LZW
								? Pages.THREE : Pages.ONE));
					for (final Colour colour : List.of(Colour.RGB.with(0), Colour.GREY.with(0), Colour.GREY.with(0, 0)))
						all.add(Flavour.of(type, colour).planar(planar).with(coding).with(Twist.NO_EXTRA_SAMPLES));
				}
		for (final NumberType type : List.of(uint(8), uint(16)))
			for (final boolean planar : new boolean[] { false, true })
				for (final Coding coding : LOSSLESS)
					for (final Container container : CLASSIC) {
						all.add(Flavour.of(type, Colour.CMYK).planar(planar).with(coding).with(container));
						all.add(Flavour.of(type, Colour.CMYK.with(2)).planar(planar).with(coding).with(container));
					}
	}

	private void whiteIsZeroAndPalettes() {
		for (final Container container : CLASSIC)
			for (final Coding coding : LOSSLESS) {
				for (final NumberType type : List.of(uint(1), uint(2), uint(4), uint(8), uint(12), uint(16)))
					for (final Pages pages : ONE_AND_THREE)
						all.add(Flavour.of(type, Colour.WHITE_ZERO).with(coding).with(container).with(pages));
				for (final NumberType type : List.of(uint(1), uint(2), uint(4), uint(8)))
					for (final Layout layout : Layout.values())
						all.add(Flavour.of(type, Colour.PALETTE).with(coding).with(container).with(layout).with(
							layout == Layout.ONE_STRIP ? Pages.THREE : Pages.ONE));
			}
	}

	private void faxAndReversedBits() {
		for (final int compression : new int[] { 2, 3, 4 })
			for (final Colour colour : List.of(Colour.GREY, Colour.WHITE_ZERO))
				for (final Container container : CLASSIC)
					for (final Coding coding : List.of(Coding.of(compression), Coding.of(compression).reversing())) {
						final Flavour fax = Flavour.of(NumberType.BIT, colour).with(coding).with(container);
						all.addAll(List.of(fax, fax.with(Layout.STRIPS), fax.with(Layout.TILES), fax.with(Pages.THREE)));
					}
		for (final NumberType type : List.of(uint(1), uint(4), uint(8), uint(12), uint(16), real(32)))
			for (final Coding coding : LOSSLESS)
				for (final Container container : CLASSIC)
					all.add(Flavour.of(type, Colour.GREY).with(coding.reversing()).with(container));
	}

	private void yCbCr() {
		for (final Colour colour : List.of(Colour.yCbCr(1, 1), Colour.yCbCr(2, 1), Colour.yCbCr(2, 2), Colour.yCbCr(4, 2)))
			for (final Coding coding : List.of(Coding.NONE, Coding.LZW, Coding.ZIP, Coding.JPEG))
				for (final Container container : CLASSIC)
					for (final Layout layout : List.of(Layout.ONE_STRIP, Layout.STRIPS, Layout.TILES))
						all.add(Flavour.of(NumberType.BYTE, colour).with(coding).with(container).with(layout));
		all.add(Flavour.of(NumberType.BYTE, Colour.yCbCr(1, 1)).planar(true));
		all.add(Flavour.of(NumberType.BYTE, Colour.yCbCr(1, 1)).planar(true).with(Coding.LZW));
		all.add(Flavour.of(NumberType.BYTE, Colour.yCbCr(2, 2)).with(Twist.DEFAULTS_LEFT_OUT));
		all.add(Flavour.of(NumberType.BYTE, Colour.yCbCr(2, 2)).with(Coding.LZW).with(Pages.THREE));
	}

	private void jpeg() {
		for (final Colour colour : List.of(Colour.GREY, Colour.RGB, Colour.yCbCr(2, 2), Colour.CMYK))
			for (final Twist twist : List.of(Twist.NONE, Twist.JPEG_TABLES))
				for (final Container container : CLASSIC)
					for (final Layout layout : List.of(Layout.ONE_STRIP, Layout.STRIPS, Layout.TILES))
						all.add(Flavour.of(NumberType.BYTE, colour).with(Coding.JPEG).with(twist).with(container).with(layout));
		final Flavour grey = Flavour.of(NumberType.BYTE, Colour.GREY).with(Coding.JPEG);
		final Flavour rgb = Flavour.of(NumberType.BYTE, Colour.RGB).with(Coding.JPEG);
		all.addAll(List.of(grey.with(Pages.THREE), rgb.with(Pages.THREE), rgb.planar(true), grey.with(Container.BIG_II)));
	}

	private void bigTiff() {
		for (final NumberType type : types())
			for (final Container container : List.of(Container.BIG_II, Container.BIG_MM))
				for (final Pages pages : ONE_AND_THREE) {
					all.add(Flavour.of(type, Colour.GREY).with(container).with(pages));
					all.add(Flavour.of(type, Colour.GREY).with(Coding.LZW).with(Layout.TILES).with(container).with(pages));
				}
		for (final Container container : List.of(Container.BIG_II, Container.BIG_MM))
			for (final Colour colour : List.of(Colour.RGB, Colour.RGB.with(2), Colour.CMYK, Colour.GREY.with(0, 0)))
				for (final NumberType type : List.of(uint(8), uint(16)))
					all.add(Flavour.of(type, colour).with(container).with(Layout.STRIPS));
	}

	private void pagesAndTwists() {
		for (final NumberType type : List.of(uint(8), uint(16), real(32)))
			for (final Container container : List.of(Container.II, Container.MM, Container.BIG_II)) {
				final Flavour grey = Flavour.of(type, Colour.GREY).with(container);
				for (final Pages pages : Pages.values())
					all.add(grey.with(pages));
				for (final Twist twist : Twist.values())
					if (twist != Twist.JPEG_TABLES) all.add(grey.with(twist));
				all.add(Flavour.of(type, Colour.RGB).with(container).with(Twist.ONE_BITS_PER_SAMPLE));
				all.add(Flavour.of(type, Colour.RGB).with(container).with(Pages.HALVES).with(Coding.ZIP).with(Layout.TILES));
				all.add(Flavour.of(type, Colour.RGB).with(container).with(Pages.THUMBNAIL_LAST).with(Coding.LZW));
			}
		all.add(Flavour.of(NumberType.BIT, Colour.GREY).with(Twist.DEFAULTS_LEFT_OUT));
		all.add(Flavour.of(NumberType.BYTE, Colour.PALETTE).with(Twist.SHORT_NUMBERS));
	}

	private void unreadable() {
		for (final int compression : Flavour.FOREIGN)
			for (final Container container : CLASSIC)
				for (final Colour colour : List.of(Colour.GREY, Colour.RGB))
					all.add(Flavour.of(NumberType.BYTE, colour).with(Coding.of(compression)).with(container));
		all.add(Flavour.of(NumberType.SHORT, Colour.PALETTE));
		all.add(Flavour.of(NumberType.SHORT, Colour.PALETTE).with(Coding.LZW).with(Container.MM));
	}
}
