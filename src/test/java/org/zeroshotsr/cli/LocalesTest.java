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
