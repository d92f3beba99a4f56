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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.zeroshotsr.files.ImageFiles;

/** On the real process: TensorFlow keeps to the threads of its first session. */
class ThreadsOptionTest {

	@TempDir
	Path folder;

	/** In float32; in bfloat16 TensorFlow's own sums depend on it. */
	@Test
	void theSameBitsWithAnyNumber() throws IOException, InterruptedException {
		final Path input = Cli.image(folder.resolve("in.tif"), 16, 90, 80);
		final float[][] one = pixels(input, 1, "--threads", "1");
		assertArrayEquals(one, pixels(input, 3, "--threads", "3"));
	}

	/** @param threads that the report is to tell */
	private float[][] pixels(final Path input, final int threads, final String... more) throws IOException,
		InterruptedException
	{
		final Path output = folder.resolve(threads + ".tif");
		final Path report = folder.resolve(threads + ".json");
		final ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx1g", "-cp", System.getProperty("java.class.path"), Main.class.getName(), input.toString(), "-o", output.toString(),
			"--report", report.toString(), "--steps", "12", "--depth", "4", "--width", "32", "--crop", "64", "--device", "cpu",
			"--precision", "float32", "--fallback", "off", "--quiet");
		builder.command().addAll(java.util.List.of(more));
		final Process process = builder.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
		assertTrue(process.waitFor(120, TimeUnit.SECONDS));
		assertEquals(Main.DONE, process.exitValue(), Files.readString(folder.resolve("said")));
		assertTrue(Files.readString(report).contains("\"threads\" : " + threads + ","));
		return ImageFiles.open(output).getProcessor().getFloatArray();
	}

	@Test
	void whatIsNoNumberIsRefused() throws IOException {
		final Path input = Cli.image(folder.resolve("in.tif"), 8, 16, 16);
		final Cli.Run run = Cli.quick(input, "-o", folder.resolve("out.tif"), "--threads", "0");
		assertEquals(Main.BAD_INPUT, run.code());
		assertTrue(run.err().contains("--threads: '0' is not possible"), run.err());
	}
}
