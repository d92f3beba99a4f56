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
package org.zeroshotsr.imagej;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;

/**
 * What the user of ImageJ has chosen.
 *
 * @param options for the engine
 * @param bicubic whether the bicubic enlargement is wanted, too
 * @param window  whether the training is to be shown
 * @param maps    of the result that are wanted, too
 * @param report  whether there is to be a page about the run: "true", "false", or its file
 */
public record Choices(Options options, boolean bicubic, boolean window, List<Layer> maps, String report) {

	public static final String BICUBIC = "bicubic";
	public static final String WINDOW = "window";
	public static final String MAPS = "maps";
	public static final String REPORT = "report";
	/** The keys of those that are true or false; the report may be a file, too. */
	public static final List<String> FLAGS = List.of(BICUBIC, WINDOW, REPORT);

	public static final Choices DEFAULTS = new Choices(Options.defaults(), false, true, List.of(), ReportPage.NO);

	/** For a stack that is to grow along z alone, until its voxels are as deep as they are wide. */
	public static final Choices ISOTROPIC = new Choices(DEFAULTS.options.with(Map.of(Option.SCALE.text(), "1", Option.Z_SCALE.text(),
		"auto")), DEFAULTS.bicubic, DEFAULTS.window, DEFAULTS.maps, DEFAULTS.report);

	/**
	 * Reads the options of a macro's call, such as {@code scale=2 noise=[gaussian:1.25%] bicubic=true}.
	 *
	 * @throws IllegalArgumentException which names the option that is unknown or whose value is wrong
	 */
	public static Choices of(final Map<String, String> macro) {
		return DEFAULTS.and(macro);
	}

	/** These where such a call does not say anything else. */
	public Choices and(final Map<String, String> macro) {
		Choices choices = this;
		for (final Map.Entry<String, String> entry : macro.entrySet())
			choices = choices.with(entry.getKey(), entry.getValue());
		return choices;
	}

	/**
	 * What a call wants that enlarges files, as macros write it.
	 *
	 * @throws BadInput where images are wanted beside the result, which have no place there
	 */
	static Choices ofFiles(final String macro) {
		final Choices choices = of(MacroOptions.parse(macro.strip(), name -> null));
		if (choices.bicubic) throw new BadInput(BICUBIC + ": a second image has no place where files are enlarged; leave it out");
		if (!choices.maps.isEmpty()) throw new BadInput(MAPS + ": they have no place where files are enlarged; leave it out (the command line has --maps FOLDER)");
		return choices;
	}

	/** The same for many files, of which none has a report. */
	public static Options ofFolder(final String macro) {
		final Choices choices = ofFiles(macro);
		if (!choices.report.equals(ReportPage.NO)) throw new BadInput(REPORT + ": pages are for single images; leave it out");
		return choices.options;
	}

	private Choices with(final String key, final String value) {
		if (key.equals(BICUBIC)) return new Choices(options, yes(key, value), window, maps, report);
		if (key.equals(WINDOW)) return new Choices(options, bicubic, yes(key, value), maps, report);
		if (key.equals(MAPS)) return new Choices(options, bicubic, window, maps(value), report);
		if (key.equals(REPORT)) {
			ReportPage.check(value);
			return new Choices(options, bicubic, window, maps, value);
		}
		for (final Option option : Option.values())
			if (option.key().equals(key)) return new Choices(options.with(option, value), bicubic, window, maps, report);
		Option.refuseGone(key);
		throw new BadInput("there is no option '" + key + "'; there are " + Arrays.stream(Option.values())
			.map(Option::key).collect(Collectors.joining(", ")) + ", " + BICUBIC + ", " + WINDOW + ", " + MAPS + " and " + REPORT);
	}

	private static boolean yes(final String key, final String value) {
		if (value.equals("true")) return true;
		if (value.equals("false")) return false;
		throw new BadInput(key + ": '" + value + "' is not possible; it takes true, false");
	}

	/** What a tick box makes of the maps that were chosen before: those, or all, or none. */
	public static String maps(final String before, final boolean ticked) {
		return !ticked ? Layer.text(List.of()) : isTicked(before) ? before : Layer.text(Layer.maps());
	}

	/** Whether a tick box is ticked for these maps. */
	public static boolean isTicked(final String maps) {
		return !maps.equals(Layer.text(List.of()));
	}

	/** A list of them, or true for all, as a tick box has it. */
	private static List<Layer> maps(final String value) {
		return value.equals("true") ? Layer.maps() : value.equals("false") ? List.of() : Layer.maps(value);
	}

	/** All choices by macro key. */
	public Map<String, String> values() {
		final Map<String, String> map = new LinkedHashMap<>();
		for (final Option option : Option.values())
			map.put(option.key(), options.get(option));
		map.put(BICUBIC, String.valueOf(bicubic));
		map.put(WINDOW, String.valueOf(window));
		map.put(MAPS, Layer.text(maps));
		map.put(REPORT, report);
		return map;
	}

	/** What this preset and quality come to, with everything else by default. */
	public static Choices of(final String preset, final String quality) {
		return new Choices(Options.defaults().with(Option.PRESET, preset).with(Option.QUALITY, quality), DEFAULTS.bicubic,
			DEFAULTS.window, DEFAULTS.maps, DEFAULTS.report);
	}

	/** The same with the options as a run came to them, by their command-line names. */
	public Choices with(final Map<String, String> chosen) {
		return new Choices(options.with(chosen), bicubic, window, maps, report);
	}

	/** Those that preset, quality and defaults do not come to, by macro key: what a recorded call has to say. */
	public Map<String, String> recorded() {
		return recorded(DEFAULTS);
	}

	/** The same for a command that begins with other choices. */
	public Map<String, String> recorded(final Choices start) {
		final Map<String, String> map = values();
		final Map<String, String> implied = of(map.get(Option.PRESET.key()), map.get(Option.QUALITY.key())).values();
		for (final Option option : List.of(Option.PRESET, Option.QUALITY))
			implied.put(option.key(), option.defaultValue());
		start.values().forEach((key, value) -> {
			if (!value.equals(DEFAULTS.values().get(key))) implied.put(key, value);
		});
		map.entrySet().removeAll(implied.entrySet());
		return map;
	}
}
