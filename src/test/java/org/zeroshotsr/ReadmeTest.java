package org.zeroshotsr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.zeroshotsr.options.Option;

/** What the README says of options, messages and the library is what there is. */
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

	@Test
	void messagesAreThoseOfTheProgram() throws Exception {
		final StringBuilder code = new StringBuilder();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".java")).toList())
				code.append(Files.readString(file));
		}
		final String texts = code.toString().replaceAll("\" \\+\\s*\"", "");
		final List<String> rows = Files.readAllLines(Path.of("README.md"));
		int checked = 0;
		for (final String row : rows.subList(rows.indexOf("| it says | what to do |") + 2, rows.indexOf("## Limits"))) {
			if (row.isEmpty() || row.contains("class file version")) continue; // that is Java's own
			final String message = row.split("`")[1];
			// between what differs from case to case
			for (final String part : message.split("…|: |gpu|libcuda.so.1"))
				assertTrue(texts.contains(part.strip()), "the program does not say '" + part + "' of: " + message);
			checked++;
		}
		assertEquals(8, checked);
	}
}
