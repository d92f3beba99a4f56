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
