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
