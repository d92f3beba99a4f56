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
package org.zeroshotsr.page;

import java.util.Locale;

import org.zeroshotsr.files.PixelSize;

/**
 * A bar of a round length.
 *
 * @param pixels its length in columns of the input
 * @param text   the same with its unit, such as "5 &#181;m", or "20 pixels" of an image without calibration
 */
record ScaleBar(double pixels, String text) {

	/** Part of the picture's width, at most. */
	private static final double MOST = 0.4;
	private static final double[] ROUND = { 5, 2, 1 };
	private static final double NANOMETRES = 1000;

	/** For a picture of so many columns of the input. */
	static ScaleBar of(final PixelSize size, final int columns) {
		if (!size.known()) {
			final double pixels = Math.max(1, round(MOST * columns));
			return new ScaleBar(pixels, length(size, pixels));
		}
		final double length = round(MOST * columns * size.columns());
		return new ScaleBar(length / size.columns(), micrometres(length));
	}

	/** The greatest of 1, 2, 5, 10, .. that is not larger. */
	private static double round(final double most) {
		final double decade = Math.pow(10, Math.floor(Math.log10(most) + 1e-9));
		for (final double digit : ROUND)
			if (digit * decade <= most * (1 + 1e-9)) return digit * decade;
		return decade;
	}

	/** A length in columns of the input, in the calibration's unit where there is one. */
	static String length(final PixelSize size, final double pixels) {
		return size.known() ? micrometres(pixels * size.columns()) : digits(pixels) + (pixels == 1 ? " pixel" : " pixels");
	}

	private static String micrometres(final double length) {
		if (length >= NANOMETRES) return digits(length / NANOMETRES) + " mm";
		return length < 1 ? digits(length * NANOMETRES) + " nm" : digits(length) + " \u00b5m";
	}

	/** Three significant ones. */
	static String digits(final double value) {
		if (value == 0 || !Double.isFinite(value)) return String.format(Locale.ROOT, "%.0f", value);
		return new java.math.BigDecimal(value).round(new java.math.MathContext(3)).stripTrailingZeros().toPlainString();
	}
}
