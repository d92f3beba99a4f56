package org.zeroshotsr;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** What the README says of the options is what the options are. */
class ReadmeTest {

	static String row(final Option option) {
		return "| `--" + option.text() + "` | " + option.defaultValue() + " | " + option.range() + " | " + option.help() +
			" |";
	}

	@Test
	void readmeHasEveryOption() throws Exception {
		final String readme = Files.readString(Path.of("README.md"));
		for (final Option option : Option.values())
			assertTrue(readme.contains(row(option)), "README.md needs this row:\n" + row(option));
	}

	@Test
	void libraryExampleUsesWhatThereIs() throws Exception {
		final String readme = Files.readString(Path.of("README.md"));
		for (final String name : new String[] { "Options.defaults().with(Option.SCALE, \"2\")", "ZeroShotSR.upscale(image, \"XYZ\", options, Progress.NONE)",
			"result.image()", "result.report().gain()" })
			assertTrue(readme.contains(name), name);
	}
}
