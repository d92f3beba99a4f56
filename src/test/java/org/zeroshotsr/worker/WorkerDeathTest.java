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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.LocalEngine;
import org.zeroshotsr.Result;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.progress.Progress;

/** However the training process ends, this one goes on, knows why, and finds nothing left of it. */
@Timeout(120)
class WorkerDeathTest {

	private final WorkerPool pool = new WorkerPool(60_000);
	private final List<String> shared = new ArrayList<>();

	private Engine.Maker worker(final WorkerHome home) {
		return (o, c, h, w) -> new WorkerEngine(o, c, h, w, home, pool);
	}

	@BeforeAll
	static void begin() {
		WorkerRuns.endSharedProcess();
	}

	@AfterEach
	void nothingIsLeft() {
		pool.take(WorkerHome.find(), 1, 1).kill();
		assertEquals(List.of(), WorkerRuns.children());
		if (!WorkerRuns.onLinux()) return;
		assertEquals(List.of(), WorkerRuns.sharedMemory(ProcessHandle.current().pid()));
		for (final String name : shared)
			assertFalse(Files.exists(Path.of(name.replace(" (deleted)", ""))), name);
	}

	private ProcessHandle child() {
		assertEquals(1, WorkerRuns.children().size());
		final ProcessHandle child = WorkerRuns.children().get(0);
		if (WorkerRuns.onLinux()) shared.addAll(WorkerRuns.sharedMemory(child.pid()));
		return child;
	}

	private static void signal(final String signal, final ProcessHandle child) {
		try {
			assertEquals(0, new ProcessBuilder("kill", "-" + signal, "" + child.pid()).inheritIO().start().waitFor());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	private String messageOf(final Progress progress) {
		return assertThrows(WorkerException.class, () -> WorkerRuns.run(WorkerRuns.LONG, 1, progress, worker(WorkerHome
			.find()))).getMessage();
	}

	@Test
	void killedInMidTrainingAndTheNextRunIsRight() {
		final float[] expected = WorkerRuns.samples(WorkerRuns.run(WorkerRuns.SMALL, 1, Progress.NONE, LocalEngine::new));
		final String message = messageOf(WorkerRuns.at("training", () -> child().destroyForcibly()));
		if (WorkerRuns.onLinux()) {
			assertTrue(message.contains("killed (signal 9)"), message);
			// its name is gone while it is in use
			assertEquals(2, shared.size());
			assertTrue(shared.stream().allMatch(name -> name.endsWith("(deleted)")), shared.toString());
		}
		assertTrue(message.contains("next run starts a new process"), message);
		final Result<FloatType> next = WorkerRuns.run(WorkerRuns.SMALL, 1, Progress.NONE, worker(WorkerHome.find()));
		assertArrayEquals(expected, WorkerRuns.samples(next));
	}

	/** Runs a task that does not end, without TensorFlow, and does something meanwhile. */
	private void runForever(final Runnable once) {
		final WorkerProcess process = pool.take(WorkerHome.find(), 1, 1);
		process.run("org.zeroshotsr.worker.ChildTasks.start()", Map.of(), null, () -> {});
		final boolean[] done = new boolean[1];
		process.run("sleep(1000000)", Map.of(), null, () -> {
			if (!done[0]) once.run();
			done[0] = true;
		});
	}

	@Test
	void nativeCrashIsNamedAndLeavesNoReportBehind() throws IOException {
		assumeTrue(WorkerRuns.onLinux());
		final String message = assertThrows(WorkerException.class, () -> runForever(() -> signal("SEGV", child())))
			.getMessage();
		assertTrue(message.contains("crashed in native code"), message);
		assertTrue(message.contains("SIGSEGV"), message);
		try (Stream<Path> files = Files.list(Path.of(""))) {
			assertEquals(List.of(), files.filter(f -> f.toString().matches("hs_err.*|core.*|replay.*")).toList());
		}
	}

	@Test
	void outOfJavaMemoryIsNamed() {
		final WorkerHome found = WorkerHome.find();
		final List<String> options = new ArrayList<>(found.options());
		options.add("-Xmx40m");
		final WorkerHome home = new WorkerHome(found.java(), found.classPath(), options);
		final Plane plane = new Plane(1, 3000, 3000);
		plane.data[4] = 1;
		final String message = assertThrows(WorkerException.class, () -> {
			try (Engine engine = new WorkerEngine(WorkerRuns.SMALL.recipe(0), 1, 3000, 3000, home, pool)) {
				engine.upscale(plane, Engine.Start.FRESH, (y, x, part) -> {}, Progress.NONE);
			}
		}).getMessage();
		assertTrue(message.contains("ran out of Java memory"), message);
		assertTrue(message.contains(WorkerHome.OPTIONS_VARIABLE), message);
	}

	@Test
	void missingNativeIsNamed() {
		final StringBuilder classPath = new StringBuilder();
		for (final Path entry : WorkerRuns.classPath())
			if (!entry.getFileName().toString().matches("tensorflow-core-native-.*-.*-.*\\.jar")) classPath.append(entry).append(
				java.io.File.pathSeparator);
		final WorkerHome found = WorkerHome.find();
		final WorkerHome home = new WorkerHome(found.java(), classPath.toString(), found.options());
		final String message = assertThrows(WorkerException.class, () -> WorkerRuns.run(WorkerRuns.SMALL, 1, Progress.NONE,
			worker(home))).getMessage();
		assertTrue(message.contains("TensorFlow's libraries for this kind of computer"), message);
		assertTrue(message.contains("unpack"), message);
	}

	@Test
	void missingJavaIsNamed() {
		final WorkerHome home = new WorkerHome("/no/such/java", "", List.of());
		final String message = assertThrows(WorkerException.class, () -> WorkerRuns.run(WorkerRuns.SMALL, 1, Progress.NONE,
			worker(home))).getMessage();
		assertTrue(message.contains("/no/such/java"), message);
	}

	@Test
	void oldJavaIsNamed(@TempDir final Path folder) throws IOException {
		assumeTrue(WorkerRuns.onLinux());
		// what Java 8 answers to classes of Java 17
		final Path java = Files.writeString(folder.resolve("java"),
			"#!/bin/sh\necho 'Exception in thread \"main\" java.lang.UnsupportedClassVersionError: X has been compiled' >&2\nexit 1\n");
		Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
		final String message = assertThrows(WorkerException.class, () -> WorkerRuns.run(WorkerRuns.SMALL, 1, Progress.NONE,
			worker(new WorkerHome(java.toString(), "", List.of())))).getMessage();
		assertTrue(message.contains("Java 17 or newer"), message);
	}

	@Test
	void incompleteFilesAreNamed() {
		final String message = assertThrows(WorkerException.class, () -> WorkerRuns.run(WorkerRuns.SMALL, 1, Progress.NONE,
			worker(new WorkerHome(WorkerHome.find().java(), "/no/such/folder", List.of())))).getMessage();
		assertTrue(message.contains("files are incomplete"), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "starting", "training", "enlarging" })
	void canceled(final String stage) {
		assertThrows(CancellationException.class, () -> WorkerRuns.run(stage.equals("training") ? WorkerRuns.LONG
			: WorkerRuns.SMALL, 2, WorkerRuns.cancelAt(stage), worker(WorkerHome.find())));
		assertEquals(List.of(), WorkerRuns.children());
	}

	@Test
	void canceledWhileItDoesNotAnswer() {
		assumeTrue(WorkerRuns.onLinux());
		assertThrows(CancellationException.class, () -> runForever(() -> {
			signal("STOP", child());
			throw new CancellationException();
		}));
		assertEquals(List.of(), WorkerRuns.children());
	}

	@Test
	void errorsInTheWorkerItselfAreSaidWithItsLog() {
		final String message = assertThrows(WorkerException.class, () -> pool.take(WorkerHome.find(), 1, 1).run(
			"System.err.println('last words'); throw new StackOverflowError()", Map.of(), null, () -> {})).getMessage();
		assertTrue(message.contains("StackOverflowError"), message);
		assertTrue(message.contains("last words"), message);
	}

	private WorkerProcess idle(final WorkerPool keeper) {
		final WorkerProcess process = keeper.take(WorkerHome.find(), 1, 1);
		process.run("org.zeroshotsr.worker.ChildTasks.start()", Map.of(), null, () -> {});
		keeper.giveBack(process);
		return process;
	}

	@Test
	void endsAfterAWhileWithoutWork() throws Exception {
		final WorkerPool impatient = new WorkerPool(500);
		final WorkerProcess process = impatient.take(WorkerHome.find(), 1, 1);
		process.run("org.zeroshotsr.worker.ChildTasks.start()", Map.of(), null, () -> {});
		final ProcessHandle child = child();
		impatient.giveBack(process);
		child.onExit().get(30, TimeUnit.SECONDS);
		assertFalse(child.isAlive());
	}

	@Test
	void onceItTellsNothingForTooLongItIsGivenUp() {
		final WorkerProcess process = new WorkerProcess(WorkerHome.find(), 0, 3000);
		process.run("org.zeroshotsr.worker.ChildTasks.start()", Map.of(), null, () -> {});
		final String message = assertThrows(WorkerException.class, () -> process.run("sleep(1000000)", Map.of(), null,
			() -> {})).getMessage();
		assertTrue(message.contains("has not told anything for 3.0 s"), message);
	}

	/** Whoever waits for the result may be interrupted by the plugin that called; that comes too late once it is there. */
	@Test
	void anInterruptDoesNotLoseAFinishedResultAndCloseThrowsNothing() {
		final Plane plane = new Plane(1, 24, 30);
		plane.data[40] = 1;
		final Engine engine = new WorkerEngine(WorkerRuns.SMALL.recipe(0), 1, 24, 30, WorkerHome.find(), pool);
		final int[] rows = new int[1];
		engine.upscale(plane, Engine.Start.FRESH, (y, x, part) -> {
			Thread.currentThread().interrupt();
			rows[0] += part.height;
		}, Progress.NONE);
		assertEquals(48, rows[0]);
		engine.close();
		assertTrue(Thread.interrupted());
		assertEquals(List.of(), WorkerRuns.children());
	}

	@Test
	void closeThrowsNothingWhateverHappened() {
		final Plane plane = new Plane(1, 24, 30);
		plane.data[40] = 1;
		final Engine engine = new WorkerEngine(WorkerRuns.SMALL.recipe(0), 1, 24, 30, WorkerHome.find(), pool);
		engine.upscale(plane, Engine.Start.FRESH, (y, x, part) -> {}, Progress.NONE);
		signal("STOP", child());
		engine.close();
		assertEquals(List.of(), WorkerRuns.children());
		engine.close();
	}

	@Test
	void sharedMemoryThatIsNotThereIsRefused() {
		assumeTrue(WorkerRuns.onLinux());
		final SharedPlanes planes = new SharedPlanes();
		final long free = SharedName.SHM.toFile().getUsableSpace();
		assumeTrue(free / Float.BYTES < Integer.MAX_VALUE, "more free than a plane can take");
		final String message = assertThrows(WorkerException.class, () -> planes.make(1, free / Float.BYTES + 1_000_000))
			.getMessage();
		assertTrue(message.contains("/dev/shm") && message.contains("MB left"), message);
		planes.close();
	}

	@Test
	void whatTensorFlowSaidBeforeItEndedTheProcessIsTold() {
		assumeTrue(WorkerRuns.onLinux());
		final String words = "2026-01-01 12:00:00.123456: F tensorflow/core/x.cc:37] Check failed: the driver is too old";
		final WorkerHome found = WorkerHome.find();
		// a shell in Java's place, for the environment of a process is its parent's
		final String message = assertThrows(WorkerException.class, () -> WorkerRuns.run(WorkerRuns.SMALL, 1, Progress.NONE,
			worker(new WorkerHome(aborting(words, found.java()).toString(), found.classPath(), found.options())))).getMessage();
		assertTrue(message.startsWith("TensorFlow ended the training process: Check failed: the driver is too old."), message);
	}

	@TempDir
	private Path temporary;

	private Path aborting(final String words, final String java) throws IOException {
		final Path script = Files.writeString(temporary.resolve("java"), "#!/bin/sh\nexport ZERO_SHOT_SR_TEST_ABORT='" + words +
			"'\nexec '" + java + "' \"$@\"\n");
		Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
		return script;
	}

	@Test
	void diedWhileIdleDoesNotMatter() throws Exception {
		final WorkerProcess process = idle(pool);
		assertSame(process, pool.take(WorkerHome.find(), 1, 1));
		pool.giveBack(process);
		final ProcessHandle child = child();
		child.destroyForcibly();
		child.onExit().get(30, TimeUnit.SECONDS);
		while (process.isAlive()) // Java hears of it by another thread
			Thread.sleep(10);
		final WorkerProcess next = pool.take(WorkerHome.find(), 1, 1);
		assertNotSame(process, next);
		next.run("org.zeroshotsr.worker.ChildTasks.start()", Map.of(), null, () -> {});
		next.kill();
	}
}
