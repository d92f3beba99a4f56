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

import java.util.Locale;
import java.util.Map;

import ij.ImagePlus;
import ij.measure.Calibration;

/**
 * Size of an image's pixels in micrometres.
 *
 * @param rows    height of a pixel; NaN where it is not known
 * @param columns width of a pixel; NaN where it is not known
 */
public record PixelSize(double rows, double columns) {

	public static final PixelSize UNKNOWN = new PixelSize(Double.NaN, Double.NaN);

	private static final Map<String, Double> MICROMETRES = Map.of("\u00b5m", 1.0, "\u03bcm", 1.0, "um", 1.0, "micron", 1.0,
		"microns", 1.0, "micrometer", 1.0, "micrometre", 1.0, "nm", 1e-3, "mm", 1e3);

	/** What an image's calibration says, if its unit is one of length as microscopes have it. */
	public static PixelSize of(final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		return of(calibration.pixelHeight, calibration.getYUnit(), calibration.pixelWidth, calibration.getXUnit());
	}

	/**
	 * The size in pixels of another image, which is how an estimated kernel without calibration is stored: known where the
	 * unit is the pixel, and the size another than 1.
	 */
	public static PixelSize ofPixels(final ImagePlus image) {
		final Calibration c = image.getCalibration();
		final boolean known = c.getXUnit().startsWith("pixel") && c.getYUnit().startsWith("pixel") && (c.pixelWidth != 1 ||
			c.pixelHeight != 1);
		return known ? new PixelSize(c.pixelHeight, c.pixelWidth) : UNKNOWN;
	}

	/** Sizes in any unit; one that is not known, or not over 0, makes both unknown. */
	public static PixelSize of(final double rows, final String rowsUnit, final double columns,
		final String columnsUnit)
	{
		final PixelSize size = new PixelSize(rows * micrometres(rowsUnit), columns * micrometres(columnsUnit));
		return size.rows > 0 && size.columns > 0 && Double.isFinite(size.rows + size.columns) ? size : UNKNOWN;
	}

	/** A length in micrometres; NaN where its unit is not known, or it is not over 0. */
	public static double length(final double size, final String unit) {
		final double length = size * micrometres(unit);
		return length > 0 && Double.isFinite(length) ? length : Double.NaN;
	}

	private static double micrometres(final String unit) {
		return unit == null ? Double.NaN : MICROMETRES.getOrDefault(unit.trim().toLowerCase(Locale.ROOT), Double.NaN);
	}

	public boolean known() {
		return !Double.isNaN(rows + columns);
	}

	/** The size of pixels that are so many times smaller (or larger, where a factor is under 1). */
	public PixelSize dividedBy(final double byRows, final double byColumns) {
		return new PixelSize(rows / byRows, columns / byColumns);
	}

	/** Such as "0.1" or "0.1 x 0.12". */
	@Override
	public String toString() {
		final String height = text(rows);
		final String width = text(columns);
		return height.equals(width) ? width : height + " x " + width;
	}

	private static String text(final double size) {
		return String.format(Locale.ROOT, "%.4g", size);
	}
}
