package org.zeroshotsr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.zeroshotsr.options.Option;

class HelpTest {

	/** In one line, as the help's own lines break anywhere. */
	private static String help(final String... command) {
		final Cli.Run run = Cli.run((Object[]) command);
		assertEquals(Main.DONE, run.code(), run.err());
		assertEquals("", run.err());
		return run.out().replaceAll("\\s+", " ");
	}

	@ParameterizedTest
	@EnumSource
	void everyOptionWithUnitRangeAndDefault(final Option option) {
		for (final String help : new String[] { help("--help"), help("benchmark", "--help") }) {
			final int start = help.indexOf("--" + option.text());
			assertTrue(start >= 0, option.text());
			final String unit = option.unit().isEmpty() ? "" : " [" + option.unit() + "]";
			final String expected = option.help() + ". " + option.range() + unit + " Default: " + option.defaultValue() + " ";
			// a line may break after a comma
			assertTrue(help.substring(start).replace(" ", "").contains(expected.replace(" ", "")), expected + " in: " + help);
			assertTrue(help.contains("--" + option.key()), option.key());
		}
	}

	@Test
	void exitCodesAndAnExample() {
		final String help = help("--help");
		for (final String part : new String[] { "zero-shot-sr INPUT -o OUTPUT", "benchmark", "Exit codes: 0 done 2 bad usage",
			"3 failed", "130 canceled", "Example: zero-shot-sr cells.tif -o", "--truth", "--report", "--quiet", "--verbose" })
			assertTrue(help.contains(part), part + " in: " + help);
	}

	@Test
	void version() {
		assertTrue(help("--version").matches("zero-shot-sr \\d+\\.\\d+.*"), help("--version"));
	}
}
