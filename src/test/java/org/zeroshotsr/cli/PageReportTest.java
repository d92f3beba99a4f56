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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --report run.html}. */
class PageReportTest {

	@TempDir
	private Path folder;

	private static int count(final String text, final String part) {
		return text.split(part, -1).length - 1;
	}

	@ParameterizedTest
	@ValueSource(ints = { 16, 24 })
	void aRunHasAPageAndTheSameResult(final int bits) throws IOException {
		final Path input = Cli.image(folder.resolve("a & \u00fc.tif"), bits, 40, 36);
		final Path page = folder.resolve("run.HTML");
		final Cli.Run with = Cli.quick(input, "-o", folder.resolve("with.tif"), "--report", page);
		assertEquals(0, with.code(), with.err());
		assertEquals(0, Cli.quick(input, "-o", folder.resolve("without.tif")).code());
		final Map<String, String> files = Cli.contents(folder);
		assertEquals(files.get("without.tif"), files.get("with.tif"));
		final String html = Files.readString(page);
		assertTrue(html.startsWith("<!DOCTYPE html>") && html.endsWith("</html>\n"));
		assertTrue(html.contains("a &amp; \u00fc.tif (40 x 36, " + (bits == 24 ? "8-bit RGB" : "16-bit") + ")"));
		assertEquals(3, count(html, "alt=\"result, place"));
		assertEquals(1, count(html, "alt=\"Training: "));
		assertTrue(html.contains("<tr><th scope=\"row\">steps</th><td>3</td><td>auto</td><td>given</td></tr>"));
	}

	/** Whose planes were all done by others: the pictures are read from the result. */
	@Test
	void planesThatWereDoneBeforeAreShown() throws IOException {
		final Path input = Cli.image(folder.resolve("a.tif"), Cli.plane(16, 24, 24, 1), Cli.plane(16, 24, 24, 2));
		final Path output = folder.resolve("b.tif");
		final Path page = folder.resolve("b.html");
		for (int i = 1; i <= 2; i++)
			assertEquals(0, Cli.quick(input, "-o", output, "--part", i + "/2", "--report", page).code());
		assertFalse(Files.exists(page));
		final Cli.Run join = Cli.quick(input, "-o", output, "--join", "2", "--report", page);
		assertEquals(0, join.code(), join.err());
		final String html = Files.readString(page);
		assertEquals(3, count(html, "alt=\"result, place"));
		assertFalse(html.contains("not kept"));
	}

	@Test
	void isRefusedBeforeAnyWork() throws IOException {
		final Path input = Cli.image(folder.resolve("a.tif"), 8, 24, 24);
		final Path output = folder.resolve("b.tif");
		final Map<String, String> before = Cli.contents(folder);
		final Cli.Run nowhere = Cli.quick(input, "-o", output, "--report", folder.resolve("none/run.html"));
		assertEquals(2, nowhere.code());
		assertTrue(nowhere.err().contains("--report: the folder"), nowhere.err());
		assertEquals(2, Cli.run("noise", input, "--report", folder.resolve("run.html")).code());
		assertEquals(before, Cli.contents(folder));
		final Cli.Run folders = Cli.run("batch", folder, "-o", folder.resolve("out"), "--report", folder.resolve("run.html"));
		assertEquals(2, folders.code());
		assertTrue(folders.err().contains("a page (") && folders.err().contains(".json"), folders.err());
	}

	@Test
	void tellsOfFailures() throws IOException {
		final Path input = Cli.image(folder.resolve("small.tif"), 8, 6, 6);
		final Path page = folder.resolve("run.html");
		assertEquals(2, Cli.quick(input, "-o", folder.resolve("b.tif"), "--report", page).code());
		final String html = Files.readString(page);
		assertTrue(html.contains("Zero-Shot SR: failed") && html.contains("6 x 6 pixels"), html);
	}
}
