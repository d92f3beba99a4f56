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
package org.zeroshotsr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.zeroshotsr.options.Option;

/**
 * How a result came to be, to be kept with it: everything that it takes to make it again, and to tell why it is another then. In
 * an image's Info it is a line of its own, in JSON. The same run has the same record, so that it changes no byte of a result.
 *
 * @param version    of this program
 * @param begun      when and where
 * @param input      what was enlarged; null where that is not known, as in a program that uses the library
 * @param options    every option by its command-line name, with what was found in the image, and what threads, device and precision
 *                   came to
 * @param asked      what was asked for, of those options in whose place something was found: {@code noise} may be "auto"
 * @param tensorflow its version; empty where nothing had to be trained
 * @param device     that TensorFlow ran on; "none" where nothing had to be trained
 * @param precision  what the convolutions computed in
 * @param steps      training steps in all
 * @param planes     how many were enlarged
 * @param simple     of how many of them the result is no network's: bicubic enlargement, or that after a Gaussian
 */
public record RunRecord(String version, Begun begun, Origin input, Map<String, String> options, Map<String, String> asked,
	String tensorflow, String device, String precision, int steps, int planes, int simple)
{

	/** What its line in an image's Info begins with. */
	private static final String MARK = "RECORD Zero-Shot SR ";

	static RunRecord of(final Report report) {
		final Map<String, String> options = new LinkedHashMap<>(report.options());
		final Map<String, String> asked = new LinkedHashMap<>(report.asked());
		asked.entrySet().removeAll(options.entrySet());
		options.put(Option.THREADS.text(), String.valueOf(report.begun().threads()));
		came(options, Option.DEVICE, report.device().replaceFirst(" .*", "").toLowerCase(Locale.ROOT));
		came(options, Option.PRECISION, report.precision());
		return new RunRecord(report.version(), report.begun(), report.origin(), options, asked, report.tensorflow(), report.device(),
			report.precision(), report.steps(), report.planes().size(), (int) report.simple());
	}

	/** What was left to the machine is written as what that came to, if it was needed. */
	private static void came(final Map<String, String> options, final Option option, final String to) {
		if (!to.equals("none")) options.replace(option.text(), "auto", to);
	}

	/**
	 * By command-line name, the options that repeat the run: those that were asked for, on as many threads of such a device, in
	 * such a precision.
	 */
	public Map<String, String> repeating() {
		final Map<String, String> all = new LinkedHashMap<>(options);
		all.putAll(asked);
		return all;
	}

	/** As JSON, of ASCII alone, which every place where an image's Info is kept can hold; what is null is left out. */
	public String json() {
		final Map<String, Object> json = fields("version", version, "begun", fields("date", begun.date(), "threads", begun.threads(),
			"java", begun.java(), "system", begun.system(), "processor", begun.processor()));
		if (input != null) json.put("input", fields("name", input.name(), "sha256", input.sha256(), "pixels", input.pixels(), "box", input
			.box(), "slice", input.slice(), "kernel", input.kernel(), "network", input.network()));
		json.putAll(fields("options", options, "asked", asked, "tensorflow", tensorflow, "device", device, "precision", precision, "steps",
			steps, "planes", planes, "simple", simple));
		return Json.of(json);
	}

	private static Map<String, Object> fields(final Object... namesAndValues) {
		final Map<String, Object> fields = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2)
			if (namesAndValues[i + 1] != null) fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
		return fields;
	}

	/** For an image's Info. */
	String line() {
		return MARK + json();
	}

	/**
	 * The records in an image's Info, as JSON, the oldest first: an image that was enlarged twice has two.
	 *
	 * @param info may be null
	 */
	public static List<String> in(final String info) {
		return info == null ? List.of() : info.lines().filter(line -> line.startsWith(MARK)).map(line -> line.substring(MARK.length()))
			.toList();
	}
}
