package org.zeroshotsr;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Optics;

/** Reads what follows {@code optics:} in a kernel's text, in small letters: key=value, separated by commas. */
final class OpticsText {

	private static final List<String> KEYS = List.of("na", "em", "n", "ex", "pinhole", "pixel");

	private OpticsText() {}

	/** The kernel; null where the pixel size is left out, after everything else has been checked. */
	static Kernel kernel(final String text) {
		final Map<String, String> values = new HashMap<>();
		for (final String part : text.split(",", -1)) {
			final String[] pair = part.split("=", 2);
			final String key = pair[0].trim();
			if (pair.length < 2 || !KEYS.contains(key)) throw new IllegalArgumentException("'" + part.trim() +
				"' is none of NA=, EM=, N=, EX=, PINHOLE=, PIXEL=");
			if (values.put(key, pair[1].trim()) != null) throw new IllegalArgumentException(upper(key) + " is given twice");
		}
		final Optics optics = optics(values);
		if (!values.containsKey("pixel")) return null;
		final String[] pixel = values.get("pixel").split("x", -1);
		if (pixel.length > 2) throw new IllegalArgumentException("PIXEL has more than two sizes");
		return Kernel.gaussian(optics.sigma() / size(pixel[0]), optics.sigma() / size(pixel[pixel.length - 1]), 0);
	}

	private static Optics optics(final Map<String, String> values) {
		if (values.containsKey("ex") != values.containsKey("pinhole")) throw new IllegalArgumentException(
			"a confocal microscope needs both EX= (excitation wavelength, nm) and PINHOLE= (diameter, Airy units)");
		final double index = values.containsKey("n") ? number("n", values) : Optics.OIL;
		final double na = number("na", values);
		final double emission = number("em", values);
		if (!values.containsKey("ex")) return Optics.widefield(na, index, emission);
		final double excitation = number("ex", values);
		if (excitation == 0) throw new IllegalArgumentException("EX is a wavelength in nm");
		return new Optics(na, index, emission, excitation, number("pinhole", values));
	}

	private static double number(final String key, final Map<String, String> values) {
		final String value = values.get(key);
		if (value == null) throw new IllegalArgumentException(upper(key) + "= is missing");
		return number(key, value);
	}

	private static double number(final String key, final String value) {
		try {
			return OptionValues.number(value);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(upper(key) + "=" + value + " is no number", e);
		}
	}

	private static double size(final String value) {
		final double size = number("pixel", value);
		if (!(size > 0)) throw new IllegalArgumentException("PIXEL=" + value + " is no size in micrometres");
		return size;
	}

	private static String upper(final String key) {
		return key.toUpperCase(Locale.ROOT);
	}
}
