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
package org.zeroshotsr.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.zeroshotsr.imagej.VirtualDisplay;

/** Previews of the SciJava command with real windows; pictures of the screen are kept in target/screenshots. */
class PreviewTest {

	@TempDir
	private Path folder;

	@Test
	void previewsCancelAndPreviewAgain() throws Exception {
		try (VirtualDisplay display = VirtualDisplay.open()) {
			final Path pictures = Files.createDirectories(Path.of("target/screenshots")).toAbsolutePath();
			final Path log = folder.resolve("output.txt");
			final ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx500m", "-cp", System.getProperty("java.class.path"), PreviewProgram.class.getName(), Path.of(
					"test-images/beads_16bit.tif").toAbsolutePath().toString(), pictures.toString()).redirectErrorStream(true)
						.redirectOutput(log.toFile());
			builder.environment().put("DISPLAY", display.name());
			final Process process = builder.start();
			try {
				assertTrue(process.waitFor(180, TimeUnit.SECONDS), () -> "it did not end");
				assertEquals(0, process.exitValue(), Files.readString(log));
			}
			finally {
				process.destroyForcibly();
			}
		}
	}
}
