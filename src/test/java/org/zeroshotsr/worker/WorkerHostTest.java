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
import org.zeroshotsr.run.LocalEngine;
import org.zeroshotsr.progress.Progress;

/** The process that has the training done, as Fiji would: without TensorFlow, or with TensorFlow 1, and killed. */
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
