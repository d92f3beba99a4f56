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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.zeroshotsr.files.PixelSize;

class ScaleBarTest {

	/** Pixel size in micrometres (-1: not known), columns of the picture, and what the bar is. */
	@ParameterizedTest
	@CsvSource({ "0.2, 64, 25, 5 \u00b5m", "0.065, 96, 30.769, 2 \u00b5m", "0.01, 20, 5, 50 nm", "50, 100, 40, 2 mm", "1, 25, 10, 10 \u00b5m",
		"-1, 96, 20, 20 pixels", "-1, 2, 1, 1 pixel", "-1, 12, 2, 2 pixels" })
	void isOfARoundLength(final double size, final int columns, final double pixels, final String text) {
		final ScaleBar bar = ScaleBar.of(size < 0 ? PixelSize.UNKNOWN : new PixelSize(size, size), columns);
		assertEquals(pixels, bar.pixels(), 0.001);
		assertEquals(text, bar.text());
	}

	/** Across goes by the columns' size. */
	@Test
	void isLevel() {
		assertEquals(25, ScaleBar.of(new PixelSize(9, 0.2), 64).pixels(), 1e-9);
	}

	@Test
	void fitsIntoThePicture() {
		for (int columns = 3; columns < 300; columns++)
			for (final double size : new double[] { 1e-4, 0.0333, 0.11, 1, 7, 900 }) {
				final double pixels = ScaleBar.of(new PixelSize(size, size), columns).pixels();
				assertTrue(pixels <= 0.4 * columns + 1e-6 && pixels > 0.15 * columns, columns + " " + size + " " + pixels);
			}
	}
}
