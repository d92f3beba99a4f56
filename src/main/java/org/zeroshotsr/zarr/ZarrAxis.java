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
	/** As ImageJ and people write them. */
	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("nm", "nanometer"), Map.entry("um",
		"micrometer"), Map.entry("\u00b5m", "micrometer"), Map.entry("\u03bcm", "micrometer"), Map.entry("micron",
		"micrometer"),
		Map.entry("microns", "micrometer"), Map.entry("mm", "millimeter"), Map.entry("cm", "centimeter"), Map.entry("m",
			"meter"),
		Map.entry("ns", "nanosecond"), Map.entry("us", "microsecond"), Map.entry("ms", "millisecond"), Map.entry("msec",
			"millisecond"), Map.entry("s", "second"), Map.entry("sec", "second"), Map.entry("seconds", "second"),
			Map.entry("min",
				"minute"), Map.entry("minutes", "minute"), Map.entry("h", "hour"), Map.entry("hours", "hour"), Map.entry("pixel",
				""),
		Map.entry("pixels", ""), Map.entry("frame", ""));

	/** A unit by another name, such as ImageJ's "micron", is given its own; null is none. */
	public ZarrAxis {
		final String name = unit == null ? "" : unit.strip();
		unit = NAMES.getOrDefault(name, name);
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
