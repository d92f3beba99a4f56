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
package org.zeroshotsr.zarr;

import java.util.Map;

/**
 * A dimension of an OME-Zarr image.
 *
 * @param letter      X, Y, Z, C or T; for writing also S, merged colours, which become channels
 * @param size        at least 1
 * @param scale       distance of neighbouring samples, in {@code unit}; above 0, and 1 where it is not known
 * @param translation where the centre of the first sample is, in {@code unit}
 * @param unit        a name as in UDUNITS-2, such as "micrometer" or "second"; empty where it is not known
 */
public record ZarrAxis(char letter, long size, double scale, double translation, String unit) {

	/** In micrometres. */
	private static final Map<String, Double> LENGTHS = Map.of("angstrom", 1e-4, "picometer", 1e-6, "nanometer", 1e-3,
		"micrometer", 1.0, "millimeter", 1e3, "centimeter", 1e4, "decimeter", 1e5, "meter", 1e6, "inch", 25400.0);
	/** In seconds. */
	private static final Map<String, Double> TIMES = Map.of("nanosecond", 1e-9, "microsecond", 1e-6, "millisecond", 1e-3,
		"second", 1.0, "minute", 60.0, "hour", 3600.0, "day", 86400.0);
	/** A unit by another name, such as ImageJ's "micron", is given its own; null is none. */
	public ZarrAxis {
		unit = unit == null ? "" : named(unit.strip());
	}

	private static String named(final String unit) {
		return switch (unit) {
			case "nm" -> "nanometer";
			case "um", "\u00b5m", "\u03bcm", "micron", "microns" -> "micrometer";
			case "mm" -> "millimeter";
			case "cm" -> "centimeter";
			case "m" -> "meter";
			case "ns" -> "nanosecond";
			case "us", "\u00b5s", "\u03bcs" -> "microsecond";
			case "ms", "msec" -> "millisecond";
			case "s", "sec", "seconds" -> "second";
			case "min", "minutes" -> "minute";
			case "h", "hours" -> "hour";
			case "pixel", "pixels", "frame" -> "";
			default -> unit;
		};
	}

	/** An axis of which nothing but its size is known. */
	public static ZarrAxis of(final char letter, final long size) {
		return new ZarrAxis(letter, size, 1, 0, "");
	}

	/** The scale in micrometres; NaN where the unit is no length that is known. */
	public double micrometres() {
		return scale * LENGTHS.getOrDefault(unit, Double.NaN);
	}

	/** The scale in seconds; NaN where the unit is no time that is known. */
	public double seconds() {
		return scale * TIMES.getOrDefault(unit, Double.NaN);
	}

	/**
	 * The same extent in {@code size} samples that are {@code factor} times as dense: outer edges stay, so that the
	 * centre of the first sample moves.
	 */
	public ZarrAxis enlarged(final double factor, final long newSize) {
		final double dense = scale / factor;
		return new ZarrAxis(letter, newSize, dense, translation + (dense - scale) / 2, unit);
	}
}
