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
package org.zeroshotsr.options;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.resize.AxialKernel;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Optics;

/**
 * Reads what follows {@code optics} in a kernel's text, in small letters: a colon and key=value, separated by commas. EM
 * may name a wavelength for each channel, with slashes between them.
 */
final class OpticsText {

	private static final List<String> NEEDED = List.of("NA", "EM", "PIXEL");
	private static final Pattern EMISSIONS = Pattern.compile("(?i)(\\bem\\s*=)([^,]*)");
	private static final List<String> KEYS = List.of("na", "em", "n", "ex", "pinhole", "pixel");
	/** What a kernel along z needs. */
	static final List<String> ALONG_Z = List.of("NA", "EM", "DEPTH");
	private static final List<String> KEYS_ALONG_Z = List.of("na", "em", "n", "ex", "pinhole", "depth");
	/** With a Gaussian of fewer slices a slice shows nothing but its middle. */
	private static final double THIN = 0.1;

	private OpticsText() {}

	/** The kernel, of the first channel; null where something is left out, after everything else has been checked. */
	static Kernel kernel(final String text) {
		return first(values(text, KEYS), OpticsText::kernel);
	}

	/** The same of a kernel along z. */
	static Kernel axial(final String text) {
		return first(values(text, KEYS_ALONG_Z), OpticsText::axial);
	}

	private static Kernel first(final Map<String, String> values, final Function<Map<String, String>, Kernel> kernel) {
		final String[] emissions = values.getOrDefault("em", "").split("/", -1);
		Kernel first = null;
		for (int i = emissions.length - 1; i >= 0; i--) {
			if (values.containsKey("em")) values.put("em", emissions[i]);
			first = kernel.apply(values);
		}
		return first;
	}

	/** Which of those that the image's metadata may tell are left out. */
	static List<String> missing(final String text) {
		return missing(text, NEEDED);
	}

	static List<String> missing(final String text, final List<String> needed) {
		final Map<String, String> values = values(text, needed == NEEDED ? KEYS : KEYS_ALONG_Z);
		return needed.stream().filter(key -> !values.containsKey(key.toLowerCase(Locale.ROOT))).toList();
	}

	/** For how many channels the text has a wavelength. */
	static int channels(final String text) {
		return values(text, text.matches("(?i).*\\bdepth\\s*=.*") ? KEYS_ALONG_Z : KEYS).getOrDefault("em", "").split("/", -1).length;
	}

	/** The text of one channel, from 0. */
	static String channel(final String text, final int channel) {
		final Matcher emissions = EMISSIONS.matcher(text);
		if (!emissions.find() || !emissions.group(2).contains("/")) return text;
		return emissions.replaceFirst("$1" + emissions.group(2).split("/", -1)[channel].trim());
	}

	private static Map<String, String> values(final String text, final List<String> keys) {
		final Map<String, String> values = new HashMap<>();
		if (text.isEmpty()) return values;
		if (!text.startsWith(":")) throw new BadInput("a colon is missing after optics");
		for (final String part : text.substring(1).split(",", -1)) {
			final String[] pair = part.split("=", 2);
			final String key = pair[0].trim();
			if (pair.length < 2 || !keys.contains(key)) throw new BadInput("'" + part.trim() + "' is none of " + keys.stream().map(k -> upper(k) +
				"=").collect(Collectors.joining(", ")));
			if (values.put(key, pair[1].trim()) != null) throw new BadInput(upper(key) + " is given twice");
		}
		return values;
	}

	private static Kernel kernel(final Map<String, String> values) {
		final Optics optics = optics(values);
		if (optics == null || !values.containsKey("pixel")) return null;
		final String[] pixel = values.get("pixel").split("x", -1);
		if (pixel.length > 2) throw new BadInput("PIXEL has more than two sizes");
		return Kernel.gaussian(optics.sigma() / size("pixel", pixel[0]), optics.sigma() / size("pixel", pixel[pixel.length - 1]), 0);
	}

	/** What the depth has more of the Gaussian than the width. */
	private static Kernel axial(final Map<String, String> values) {
		final Optics optics = optics(values);
		if (optics == null || !values.containsKey("depth")) return null;
		final double depth = size("depth", values.get("depth"));
		final double more = Math.sqrt(Math.max(0, optics.axialSigma() * optics.axialSigma() - optics.sigma() * optics.sigma())) / depth;
		return more < THIN ? AxialKernel.SAMPLED : AxialKernel.gaussian(more);
	}

	private static Optics optics(final Map<String, String> values) {
		if (values.containsKey("ex") != values.containsKey("pinhole")) throw new BadInput(
			"a confocal microscope needs both EX= (excitation wavelength, nm) and PINHOLE= (diameter, Airy units)");
		final double index = values.containsKey("n") ? number("n", values) : Optics.OIL;
		if (!values.containsKey("na") || !values.containsKey("em")) return null;
		final double na = number("na", values);
		final double emission = number("em", values);
		if (!values.containsKey("ex")) return Optics.widefield(na, index, emission);
		final double excitation = number("ex", values);
		if (excitation == 0) throw new BadInput("EX is a wavelength in nm");
		return new Optics(na, index, emission, excitation, number("pinhole", values));
	}

	private static double number(final String key, final Map<String, String> values) {
		return number(key, values.get(key));
	}

	private static double number(final String key, final String value) {
		try {
			return OptionValues.number(value);
		}
		catch (final IllegalArgumentException e) {
			throw new BadInput(upper(key) + "=" + value + " is no number", e);
		}
	}

	private static double size(final String key, final String value) {
		final double size = number(key, value);
		if (!(size > 0)) throw new BadInput(upper(key) + "=" + value + " is no size in micrometres");
		return size;
	}

	private static String upper(final String key) {
		return key.toUpperCase(Locale.ROOT);
	}
}
