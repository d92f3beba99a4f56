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
package org.zeroshotsr.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeroshotsr.run.LocalEngine;
import org.zeroshotsr.progress.Progress;

/** The process that has the training done, as Fiji would: without TensorFlow, or with TensorFlow 1, and killed. */
@Timeout(180)
class WorkerHostTest {

	private static final Path TENSORFLOW_1 = Path.of("target", "tensorflow-1");

	/** What Fiji has, or the zip for it brings (src/main/assembly/fiji.xml). */
	private static final String FIJIS = "(imglib2|ij|scijava-common|groovy|groovy-json|jna|jna-platform|appose)-\\d.*";

	private static Path lib;

	@BeforeAll
	static void lib() throws IOException {
		lib = WorkerRuns.lib(Path.of("target", "worker-test-lib").toAbsolutePath());
	}

	/** Starts {@link HostProgram} with {@code first} on its class path, and then what it has in Fiji. */
	private Process host(final String mode, final List<Path> first) throws IOException {
		final List<String> classPath = new ArrayList<>();
		first.forEach(jar -> classPath.add(jar.toString()));
		for (final Path entry : WorkerRuns.classPath())
			if (!entry.toString().endsWith(".jar") || entry.getFileName().toString().matches(FIJIS)) classPath.add(entry
				.toString());
		return new ProcessBuilder(WorkerHome.find().java(), "-cp", String.join(File.pathSeparator, classPath), "-D" +
			WorkerHome.LIB_PROPERTY + "=" + lib, HostProgram.class.getName(), mode).redirectErrorStream(true).start();
	}

	private static int expectedHash() {
		return WorkerRuns.hash(WorkerRuns.run(WorkerRuns.SMALL, 1, Progress.NONE, LocalEngine::new));
	}

	private static String awaitLine(final BufferedReader reader, final String start) throws IOException {
		final StringBuilder all = new StringBuilder();
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			if (line.startsWith(start)) return line.substring(start.length());
			all.append(line).append('\n');
		}
		throw new AssertionError("no " + start + " in: " + all);
	}

	private static void assertEnds(final ProcessHandle process) throws Exception {
		process.onExit().get(60, TimeUnit.SECONDS);
		assertFalse(process.isAlive());
	}

	@Test
	void runsWithoutTensorFlowAndEndsWithItsChild() throws Exception {
		final Process host = host("once", List.of());
		try (BufferedReader reader = host.inputReader()) {
			assertEquals("none", awaitLine(reader, "tensorflow="));
			final ProcessHandle child = ProcessHandle.of(Long.parseLong(awaitLine(reader, "child="))).orElseThrow();
			assertEquals(expectedHash(), Integer.parseInt(awaitLine(reader, "hash=")));
			// nothing keeps it, though its child could have waited for a minute
			assertEnds(host.toHandle());
			assertEquals(0, host.exitValue());
			assertEnds(child);
		}
	}

	@Test
	void tensorFlow1FirstOnTheClassPathAndInUse() throws Exception {
		assumeTrue(System.getProperty("os.arch").equals("amd64"), "TensorFlow 1 has no native library for this processor");
		final List<Path> jars;
		try (Stream<Path> files = Files.list(TENSORFLOW_1)) {
			jars = files.map(Path::toAbsolutePath).toList();
		}
		assertEquals(2, jars.size());
		final Process host = host("once", jars);
		try (BufferedReader reader = host.inputReader()) {
			assertEquals("1.15.0", awaitLine(reader, "tensorflow="));
			assertEquals("3.5", awaitLine(reader, "tensor="));
			assertEquals(expectedHash(), Integer.parseInt(awaitLine(reader, "hash=")));
			assertEquals("3.5", awaitLine(reader, "tensor="));
			assertEquals(0, host.waitFor());
		}
	}

	@Test
	void killedWhileItsChildTrains() throws Exception {
		killed("forever", null);
	}

	@Test
	void killedWhileItsChildIsIdle() throws Exception {
		killed("idle", "hash=");
	}

	private void killed(final String mode, final String then) throws Exception {
		final Process host = host(mode, List.of());
		try (BufferedReader reader = host.inputReader()) {
			final ProcessHandle child = ProcessHandle.of(Long.parseLong(awaitLine(reader, "child="))).orElseThrow();
			if (then != null) assertNotNull(awaitLine(reader, then));
			final List<String> shared = WorkerRuns.onLinux() ? WorkerRuns.sharedMemory(child.pid()) : List.of();
			host.destroyForcibly().waitFor();
			assertEnds(child);
			for (final String name : shared)
				assertFalse(Files.exists(Path.of(name.replace(" (deleted)", ""))), name);
		}
	}

	/** Also while the child starts, and before it knows of memory. */
	@ParameterizedTest
	@ValueSource(ints = { 600, 1000, 1400, 1800, 2400 })
	void killedAtAnyMoment(final int millis) throws Exception {
		final Process host = host("forever", List.of());
		Thread.sleep(millis);
		final List<ProcessHandle> children = WorkerRuns.children(host.toHandle());
		host.destroyForcibly().waitFor();
		for (final ProcessHandle child : children)
			assertEnds(child);
		if (!WorkerRuns.onLinux()) return;
		try (Stream<Path> shared = Files.list(SharedName.SHM)) {
			assertEquals(List.of(), shared.filter(f -> f.getFileName().toString().startsWith(SharedName.START + host.pid() + "_"))
				.toList());
		}
	}

	/** Killed between making memory and handing it over: the child removes what has the names it was told. */
	@Test
	void memoryThatWasNotHandedOverIsRemovedByTheChild() throws Exception {
		assumeTrue(WorkerRuns.onLinux());
		final Process host = host("idle", List.of());
		final List<String> command = new ArrayList<>(List.of(WorkerHome.find().command()));
		command.replaceAll(word -> word.startsWith("-D" + ChildMain.PARENT) ? "-D" + ChildMain.PARENT + "=" + host.pid()
			: word);
		final String name = SharedName.random();
		command.add(1, "-D" + ChildMain.SHARED + "=" + name);
		final Path memory = Files.write(SharedName.SHM.resolve(SharedName.out(name)), new byte[9]);
		final Process child = new ProcessBuilder(command).start();
		try {
			host.destroyForcibly().waitFor();
			assertEnds(child.toHandle());
			assertFalse(Files.exists(memory));
		}
		finally {
			child.destroyForcibly();
			Files.deleteIfExists(memory);
		}
	}

	/** Another process may have inherited the pipe from the host, so that its end does not show. */
	@Test
	void endsWithTheHostThoughItsInputDoesNotEnd() throws Exception {
		final Process host = host("idle", List.of());
		final List<String> command = new ArrayList<>(List.of(WorkerHome.find().command()));
		command.replaceAll(word -> word.startsWith("-D" + ChildMain.PARENT) ? "-D" + ChildMain.PARENT + "=" + host.pid()
			: word);
		final Process child = new ProcessBuilder(command).start();
		try {
			assertTrue(child.isAlive());
			host.destroyForcibly().waitFor();
			assertEnds(child.toHandle());
		}
		finally {
			child.destroyForcibly();
		}
	}
}
