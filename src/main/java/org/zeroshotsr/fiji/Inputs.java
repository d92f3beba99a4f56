package org.zeroshotsr.fiji;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.zeroshotsr.imagej.Choices;

/** The inputs of {@link ZeroShotSRCommand} by their macro keys. */
final class Inputs {

	/** Key of the image; a macro gives its title. */
	static final String IMAGE = "input";

	private Inputs() {}

	/** The keys of all inputs but the image. */
	static Set<String> choices() {
		return Choices.DEFAULTS.values().keySet();
	}

	/** All keys that a macro may give. */
	static List<String> keys() {
		final List<String> keys = new ArrayList<>(List.of(IMAGE));
		keys.addAll(choices());
		return keys;
	}
}
