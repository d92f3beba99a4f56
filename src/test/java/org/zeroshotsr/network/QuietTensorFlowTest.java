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
package org.zeroshotsr.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.NetworkSpec.Precision;

/** TensorFlow writes its log lines from native code, past Java's streams: only another process shows them. */
class QuietTensorFlowTest {

	@TempDir
	Path folder;

	/** Trains and applies a network, and writes to both streams itself; "verbose" lets TensorFlow speak. */
	public static final class Program {

		public static void main(final String... args) {
			TensorFlowRuntime.setVerbose(args.length > 0);
			final NetworkSpec spec = new NetworkSpec(1, 2, 2, 2, 4, "auto", Precision.AUTO);
			try (TensorFlowNetwork network = new TensorFlowNetwork(spec)) {
				network.setWeights(spec.initialWeights(1));
				final Plane low = new Plane(1, 8, 8);
				network.train(new Lesson(spec, low, new Plane(1, 16, 16), null, new float[1]), 1e-3);
				network.apply(low, new float[1]);
			}
			System.out.println("done");
			System.err.println("own line");
		}
	}

	private String errorsOf(final String... args) throws Exception {
		final ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx256m", "-cp", System.getProperty("java.class.path"), Program.class.getName());
		builder.command().addAll(java.util.List.of(args));
		builder.environment().keySet().removeIf(name -> name.startsWith("TF_"));
		final Path out = folder.resolve("out");
		final Path err = folder.resolve("err");
		final Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
		assertTrue(process.waitFor(120, TimeUnit.SECONDS));
		assertEquals("done", Files.readString(out).strip(), () -> "failed");
		return Files.readString(err).strip();
	}

	@Test
	void nothingIsPrintedUnlessAskedFor() throws Exception {
		assertEquals("own line", errorsOf());
		final String verbose = errorsOf("verbose");
		assertTrue(verbose.contains("tensorflow/"), "with verbose, TensorFlow's lines are there: " + verbose);
	}

	/** Whatever the process ends of, what it said before is printed, and no file is left. */
	@Test
	@DisabledOnOs(OS.WINDOWS)
	void whatTensorFlowSaidBeforeItAbortedIsPrinted() throws Exception {
		final Path temporary = Files.createDirectory(folder.resolve("tmp"));
		final ProcessBuilder aborted = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"), Program.class.getName());
		aborted.environment().put("ZERO_SHOT_SR_TEST_ABORT", "compiled to use AVX2");
		final Process dying = aborted.redirectErrorStream(true).start();
		// to the end of the stream, which the shell that prints has, too
		assertTrue(new String(dying.getInputStream().readAllBytes()).contains("compiled to use AVX2"));
		assertEquals(128 + 6, dying.waitFor());
		try (Stream<Path> files = Files.list(temporary)) {
			assertEquals(List.of(), files.filter(f -> f.getFileName().toString().endsWith(".log")).toList());
		}
	}
}
