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

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;

/** Units of length and time as OME-XML and ImageJ write them. */
final class OmeUnits {

	private static final double INCH = 25400;

	/** In micrometres. */
	private static final Map<String, Double> LENGTHS = Map.ofEntries(Map.entry("micron", 1.0), Map.entry("microns", 1.0), Map
		.entry("micrometer", 1.0), Map.entry("micrometre", 1.0), Map.entry("um", 1.0), Map.entry("\u00b5m", 1.0), Map.entry(
			"\u03bcm", 1.0), Map.entry("fm", 1e-9), Map.entry("pm", 1e-6), Map.entry("\u00c5", 1e-4), Map.entry("Angstrom", 1e-4), Map
				.entry("nm", 1e-3), Map.entry("mm", 1e3), Map.entry("cm", 1e4), Map.entry("dm", 1e5), Map.entry("m", 1e6), Map.entry(
					"meter", 1e6), Map.entry("km", 1e9), Map.entry("thou", INCH / 1000), Map.entry("li", INCH / 12), Map.entry("pt", INCH /
						72), Map.entry("in", INCH), Map.entry("inch", INCH), Map.entry("inches", INCH), Map.entry("ft", 12 * INCH), Map.entry(
							"yd", 36 * INCH));
	/** In seconds. */
	private static final Map<String, Double> TIMES = Map.ofEntries(Map.entry("ps", 1e-12), Map.entry("ns", 1e-9), Map.entry(
		"\u00b5s", 1e-6), Map.entry("\u03bcs", 1e-6), Map.entry("us", 1e-6), Map.entry("usec", 1e-6), Map.entry("ms", 1e-3), Map
			.entry("msec", 1e-3), Map.entry("s", 1.0), Map.entry("sec", 1.0), Map.entry("seconds", 1.0), Map.entry("min", 60.0), Map
				.entry("minutes", 60.0), Map.entry("h", 3600.0), Map.entry("hr", 3600.0), Map.entry("hour", 3600.0), Map.entry("hours",
					3600.0), Map.entry("d", 86400.0), Map.entry("day", 86400.0), Map.entry("days", 86400.0));

	private OmeUnits() {}

	/** A unit of length in micrometres; NaN where it is none. */
	static double micrometres(final String unit) {
		return factor(LENGTHS, unit, "m");
	}

	/** A unit of time in seconds; NaN where it is none. */
	static double seconds(final String unit) {
		return factor(TIMES, unit, "s");
	}

	private static double factor(final Map<String, Double> units, final String unit, final String base) {
		if (unit == null) return Double.NaN;
		final String name = unit.strip();
		// a micro sign in an encoding that was taken for another
		if (name.matches("([^\\x00-\\x7f]{1,3}|\\?)" + base) && !units.containsKey(name)) return units.get("u" + base);
		return units.getOrDefault(name, Double.NaN);
	}

	/** A number as short as it can be: "520", "1.4", "0.065". */
	static String text(final double value) {
		final BigDecimal rounded = new BigDecimal(value).round(new MathContext(12)).stripTrailingZeros();
		return Math.abs(value) < 1e-9 || Math.abs(value) >= 1e15 ? rounded.toString() : rounded.toPlainString();
	}
}
