package org.zeroshotsr.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line under languages with other digits, other decimal points, and another lower case. */
class LocalesTest {

	private final Locale before = Locale.getDefault();

	@TempDir
	Path folder;

	@AfterEach
	void back() {
		Locale.setDefault(before);
	}

	@Test
	void everyLanguageGivesTheSameBytes() throws Exception {
		final Path in = Cli.image(folder.resolve("in.tif"), Cli.plane(16, 30, 24, 1), Cli.plane(16, 30, 24, 2));
		byte[] image = null;
		String said = null;
		for (final String language : new String[] { "en-US", "ar-EG-u-nu-arab", "fa-IR", "bn-BD", "de-DE", "tr-TR" }) {
			Locale.setDefault(Locale.forLanguageTag(language));
			final Path out = folder.resolve("out.tif");
			final Cli.Run run = Cli.quick(in, "-o", out, "--scale", "1.5", "--noise", "auto", "--report", folder.resolve("out.json"));
			assertEquals(0, run.code(), language + run.err());
			final String report = Files.readString(folder.resolve("out.json")).replaceAll("\"seconds\" : [0-9.eE-]+", "");
			if (image == null) {
				image = Files.readAllBytes(out);
				said = report;
			}
			assertArrayEquals(image, Files.readAllBytes(out), language);
			assertEquals(said, report, language);
			assertEquals(run.out().replaceAll("[^\\p{Nd}]", "").replaceAll("[0-9]", ""), "", language + run.out());
		}
	}
}
