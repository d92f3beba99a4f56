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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CancelTest {

	@TempDir
	Path folder;

	/** With the signal of a cluster's scheduler: Ctrl-C's may be ignored where tests run in the background. */
	@Test
	@DisabledOnOs(OS.WINDOWS)
	void toldToEndItLeavesNothing() throws IOException, InterruptedException {
		final Path input = Cli.image(folder.resolve("in.tif"), 16, 24, 20);
		final Map<String, String> before = Cli.contents(folder);
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx1g", "-cp", System.getProperty("java.class.path"), Main.class.getName(), input.toString(), "-o", folder
				.resolve("out.tif").toString(), "--report", folder.resolve("r.json").toString(), "--steps", "100000",
			"--depth", "3", "--width", "8", "--device", "cpu").start();
		try (BufferedReader err = process.errorReader()) {
			String progress = err.readLine();
			while (progress != null && progress.startsWith("note: "))
				progress = err.readLine(); // the first other line comes after some seconds of training
			assertNotNull(progress);
			assertTrue(progress.contains("training"), progress);
			process.toHandle().destroy(); // the process's own destroy would close the stream
			assertEquals("zero-shot-sr: canceled; nothing was written", err.lines().reduce((a, b) -> b).orElse(""));
			assertTrue(process.waitFor(30, TimeUnit.SECONDS));
			assertEquals(Main.CANCELED, process.exitValue(), "what the help promises, and not 128 + 15");
		}
		finally {
			process.destroyForcibly();
		}
		assertTrue(Files.readString(folder.resolve("r.json")).contains("\"status\" : \"canceled\""));
		Files.delete(folder.resolve("r.json"));
		assertEquals(before, Cli.contents(folder));
	}
}
