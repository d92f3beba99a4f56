package org.zeroshotsr.fiji;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.module.MutableModuleItem;

import org.zeroshotsr.Option;
import org.zeroshotsr.imagej.Choices;

/** The inputs of {@link ZeroShotSRCommand}: macro keys, defaults, and what dialogs say of them, from {@link Option}. */
final class Inputs {

	/** Key of the image; a macro gives its title. */
	static final String IMAGE = "input";

	private static final List<String> YES_NO = List.of("false", "true");

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

	static void describe(final MutableModuleItem<String> item, final Option option) {
		item.setLabel(capital(option.text()) + (option.unit().isEmpty() ? "" : " (" + option.unit() + ")"));
		item.setDescription(capital(option.help()) + ". Possible: " + option.range() + ".");
		final List<String> choices = choices(option);
		if (!choices.isEmpty()) item.setChoices(choices);
	}

	static void describe(final MutableModuleItem<String> item, final String label, final String description) {
		item.setLabel(label);
		item.setDescription(description);
		item.setChoices(YES_NO);
	}

	/** The values of an option whose range names them all, or nothing. */
	private static List<String> choices(final Option option) {
		final List<String> values = List.of(option.range().split(", "));
		try {
			values.forEach(option::parse);
			return values;
		}
		catch (final IllegalArgumentException e) {
			return List.of();
		}
	}

	private static String capital(final String text) {
		return Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}
}
