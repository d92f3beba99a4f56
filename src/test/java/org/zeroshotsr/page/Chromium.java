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
package org.zeroshotsr.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/** A browser without a window. */
final class Chromium {

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
	private static final int MOST_SECONDS = 120;

	/** What it wrote: the document as it became, and its log with what pages say on the console. */
	record Said(String document, String log) {}

	private final String command;
	private final Path folder;

	private Chromium(final String command, final Path folder) {
		this.command = command;
		this.folder = folder;
	}

	/**
	 * Skips the test where there is none.
	 *
	 * @param folder for its profile and output
	 */
	static Chromium find(final Path folder) throws InterruptedException {
		for (final String name : NAMES)
			try {
				final Process process = new ProcessBuilder(name, "--version").redirectErrorStream(true).redirectOutput(
					ProcessBuilder.Redirect.DISCARD).start();
				if (process.waitFor() == 0) return new Chromium(name, folder);
			}
			catch (final IOException e) {
				continue; // the next may be there
			}
		return Assumptions.abort("No browser: Chromium cannot be started; install Debian's package chromium to run this test");
	}

	/** @param more arguments */
	Said open(final Path page, final String... more) throws IOException, InterruptedException {
		final List<String> arguments = new ArrayList<>(List.of(command, "--headless", "--disable-gpu", "--user-data-dir=" + folder.resolve(
			"profile"), "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--enable-logging=stderr", "--dump-dom"));
		// its sandbox is not for root, nor for containers
		if (System.getProperty("user.name").equals("root") || System.getenv("CI") != null) arguments.add("--no-sandbox");
		arguments.addAll(List.of(more));
		arguments.add(page.toUri().toString());
		final Path document = folder.resolve("document.txt");
		final Path log = folder.resolve("log.txt");
		final Process process = new ProcessBuilder(arguments).redirectOutput(document.toFile()).redirectError(log.toFile()).start();
		try {
			if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) throw new IOException("Chromium does not end: " + Files.readString(
				log));
		}
		finally {
			process.destroyForcibly();
		}
		final String said = Files.readString(log, StandardCharsets.UTF_8);
		if (process.exitValue() != 0) throw new IOException("Chromium ended with " + process.exitValue() + ": " + said);
		return new Said(Files.readString(document), said);
	}
}
