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
package org.zeroshotsr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What is formatted is formatted in the root locale: files, messages between processes, and numbers for people, too. */
class LocaleTest {

	/** What takes the user's language where no other is given. */
	private static final Pattern FORBIDDEN = Pattern.compile("String\\.format\\(\\s*(?!Locale\\.ROOT|\\s)" +
		"|System\\.(out|err)\\.format\\(\\s*(?!Locale\\.ROOT|\\s)|String::(format|to(Low|Upp)erCase)|Locale\\.getDefault" +
		"|\\.printf\\(\\s*(?!Locale\\.ROOT|\\s)|\\.to(Low|Upp)erCase\\(\\s*(?!Locale\\.ROOT|\\s)" +
		"|\\.formatted\\(|new (java\\.(util|text)\\.)?(Formatter|Scanner|SimpleDateFormat|DecimalFormat|MessageFormat)\\(" +
		"|(NumberFormat|DateFormat)\\.get\\w*Instance\\(\\)|DateTimeFormatter\\.of(Pattern|Localized\\w+)\\([^,)]*\\)");

	static List<String> found(final String source) {
		final List<String> found = new ArrayList<>();
		final Matcher matcher = FORBIDDEN.matcher(source);
		while (matcher.find())
			found.add(matcher.group());
		return found;
	}

	@Test
	void nothingIsFormattedInTheUsersLanguage() throws IOException {
		final List<String> wrong = new ArrayList<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".java")).toList())
				found(Files.readString(file)).forEach(text -> wrong.add(file + ": " + text));
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	void theUsersLanguageIsFound() {
		for (final String bad : List.of("String.format(\"%d\", 1)", "String.format(\n\t\"%d\", 1)", "out.printf(\"%d\", 1)",
			"name.toLowerCase()", "\"%d\".formatted(1)", "new DecimalFormat(\"0.0\")", "NumberFormat.getInstance()",
			"DateTimeFormatter.ofPattern(\"yyyy\")", "map(String::toLowerCase)", "System.out.format(\"%d\", 1)",
			"NumberFormat.getInstance(Locale.getDefault())", "new java.util.Formatter()",
			"new Formatter()", "\"a\".toUpperCase()")) assertEquals(1, found(bad).size(), bad);
		for (final String good : List.of("String.format(Locale.ROOT, \"%d\", 1)", "String.format(\n\tLocale.ROOT, \"%d\", 1)",
			"name.toLowerCase(Locale.ROOT)", "DateTimeFormatter.ofPattern(\"yyyy\", Locale.ROOT)")) assertEquals(0, found(good)
				.size(), good);
	}
}
