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
