package org.zeroshotsr.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.zeroshotsr.Version;
import org.zeroshotsr.options.Option;

/** What Help says. */
class OptionsHelpTest {

	@Test
	void everyOptionIsExplained() {
		for (final Option option : Option.values())
			assertTrue(OptionsHelp.html().contains("<b>" + option.key() + "</b></td><td>" + option.help()), option.key());
	}

	/** The paper of CITATION.cff, and this version. */
	@Test
	void whatToCiteIsWhatTheCitationFileSays() throws Exception {
		final String file = Files.readString(Path.of("CITATION.cff"));
		final String help = OptionsHelp.html().replace("&quot;", "\"");
		final List<String> names = values(file, "family-names: (.*)");
		assertEquals(List.of("Shocher", "Cohen", "Irani"), names);
		names.forEach(name -> assertTrue(help.contains(name), name));
		for (final String pattern : List.of("  title: '(.*)'", "collection-title: (.*)", "year: (\\d+)"))
			for (final String value : values(file, pattern))
				assertTrue(help.contains(value), value);
		assertEquals(List.of(Version.get().replace("-SNAPSHOT", "")), values(file, "\nversion: (.*)"));
		assertTrue(help.contains("Zero-Shot SR</i> " + Version.get()), help);
	}

	private static List<String> values(final String text, final String pattern) {
		final List<String> values = Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
		assertTrue(!values.isEmpty(), pattern);
		return values;
	}
}
