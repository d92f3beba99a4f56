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

import java.awt.image.IndexColorModel;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import org.zeroshotsr.files.Flavour.Colour;
import org.zeroshotsr.files.NumberType.Kind;
import org.zeroshotsr.files.TiffWriter.Written;

/**
 * What an image that was read has to be:
 * <ul>
 * <li>unsigned integers of up to 8 bits: 8 bits as stored, but 0 and 255 for one bit; of up to 16 bits: 16 bits as
 * stored; signed ones of 16 bits: 16 bits, shifted by 32768, with ImageJ's calibration for it; all others 32-bit
 * float;</li>
 * <li>red, green and blue of 8 bits, and YCbCr: an RGB image; else one channel for each sample, pages are slices;
 * alpha is dropped;</li>
 * <li>where white is zero: as stored, with an inverted look-up table, or inverted without one;</li>
 * <li>palettes: the indices, with the palette as look-up table.</li>
 * </ul>
 */
record Expected(Flavour flavour, Written written) {

	/** What is wrong with what was read; null if nothing is. */
	String difference(final ImagePlus image) {
		final int channels = flavour.plainRgb() ? 1 : flavour.colour().channels();
		final Picture first = written.planes().get(0);
		final String shape = image.getWidth() + "x" + image.getHeight() + " c" + image.getNChannels() + " z" + image
			.getNSlices() + " t" + image.getNFrames() + " of " + image.getBitDepth() + " bits";
		final String wanted = first.width() + "x" + first.height() + " c" + channels + " z" + written.planes().size() +
			" t1 of " + bitDepth() + " bits";
		if (!shape.equals(wanted)) return shape + " instead of " + wanted;
		if (image.getStackSize() != channels * written.planes().size()) return image.getStackSize() + " planes";
		if (image.getCalibration().isSigned16Bit() != isSigned16()) return "calibrated as signed: " + !isSigned16();
		final boolean zeroIsWhite = flavour.colour().photometric() == Colour.WHITE_IS_ZERO;
		final boolean inverted = image.getProcessor().isInvertedLut();
		if (inverted && !zeroIsWhite && written.palette() == null) return "an inverted look-up table";
		for (int z = 0; z < written.planes().size(); z++)
			for (int c = 0; c < channels; c++) {
				final ImageProcessor plane = image.getStack().getProcessor(1 + z * channels + c);
				final String where = "slice " + (z + 1) + " channel " + (c + 1) + ": ";
				final String wrong = flavour.plainRgb() ? rgb((ColorProcessor) plane, written.planes().get(z)) : samples(plane,
					written.planes().get(z), flavour.colour().sampleOf(c), zeroIsWhite && !inverted);
				if (wrong != null) return where + wrong;
			}
		return written.palette() == null ? null : palette(image.getStack().getProcessor(1));
	}

	private boolean isSigned16() {
		final NumberType type = flavour.type();
		return type.kind() == Kind.INT && type.bits() > 8 && type.bits() <= 16;
	}

	private int bitDepth() {
		if (flavour.plainRgb()) return 24;
		final NumberType type = flavour.type();
		return type.kind() == Kind.UINT && type.bits() <= 8 ? 8 : type.kind() == Kind.UINT && type.bits() <= 16 ||
			isSigned16() ? 16 : 32;
	}

	private String samples(final ImageProcessor plane, final Picture picture, final int sample, final boolean invert) {
		final NumberType type = flavour.type();
		final double tolerance = flavour.jpeg() && flavour.colour().samples() > 1 ? 2 : 0;
		for (int i = 0; i < picture.width() * picture.height(); i++) {
			float value = type.value(picture.samples()[sample][i]);
			if (invert) value = type.mask() - value;
			if (type.bits() == 1) value *= 255;
			if (isSigned16()) value += 32768;
			// a 64-bit integer may be rounded to double on its way
			final double room = type.bits() == 64 && !flavour.isReal() ? Math.ulp(value) : tolerance;
			if (!(Math.abs((double) plane.getf(i) - value) <= room)) return at(picture, i) + plane.getf(i) + " instead of " +
				value;
		}
		return null;
	}

	private String rgb(final ColorProcessor plane, final Picture picture) {
		final boolean exact = flavour.colour().photometric() == Colour.RGB_MODEL && !flavour.jpeg();
		for (int i = 0; i < picture.width() * picture.height(); i++)
			for (int s = 0; s < 3; s++) {
				final int value = plane.get(i) >> 8 * (2 - s) & 255;
				final long wanted = picture.samples()[s][i];
				if (Math.abs(value - wanted) > (exact ? 0 : 2)) return at(picture, i) + "colour " + s + " " + value +
					" instead of " + wanted;
			}
		return null;
	}

	private static String at(final Picture picture, final int i) {
		return "(" + i % picture.width() + "," + i / picture.width() + ") ";
	}

	private String palette(final ImageProcessor plane) {
		if (!(plane.getColorModel() instanceof IndexColorModel)) return "no palette";
		final IndexColorModel model = (IndexColorModel) plane.getColorModel();
		for (int i = 0; i < 1 << flavour.type().bits(); i++) {
			final String is = model.getRed(i) + " " + model.getGreen(i) + " " + model.getBlue(i);
			final String wanted = (written.palette()[0][i] >> 8) + " " + (written.palette()[1][i] >> 8) + " " + (written
				.palette()[2][i] >> 8);
			if (!is.equals(wanted)) return "palette " + i + ": " + is + " instead of " + wanted;
		}
		return null;
	}
}
