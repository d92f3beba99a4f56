package org.zeroshotsr.fiji;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.zeroshotsr.Option;
import org.zeroshotsr.imagej.Choices;

/** The inputs of {@link ZeroShotSRCommand}: macro keys and defaults, from {@link Option}. */
final class Inputs {

	/** Key of the image; a macro gives its title. */
	static final String IMAGE = "input";

	private Inputs() {}

	/** Default values by key of all inputs but the image. */
	static Map<String, String> defaults() {
		final Map<String, String> defaults = new LinkedHashMap<>();
		for (final Option option : Option.values())
			defaults.put(option.key(), option.defaultValue());
		defaults.put(Choices.BICUBIC, String.valueOf(Choices.DEFAULTS.bicubic()));
		defaults.put(Choices.WINDOW, String.valueOf(Choices.DEFAULTS.window()));
		return defaults;
	}

	/** All keys that a macro may give. */
	static List<String> keys() {
		final List<String> keys = new ArrayList<>(List.of(IMAGE));
		keys.addAll(defaults().keySet());
		return keys;
	}
}
