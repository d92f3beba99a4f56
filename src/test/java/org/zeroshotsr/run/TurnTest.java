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
package org.zeroshotsr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/** One training at a time, in this program and beside others, and never a wait without end or without a word. */
@Timeout(60)
class TurnTest {

	@TempDir
	private Path folder;

	/** Has its turn until it is killed. */
	static final class Program {

		public static void main(final String... args) throws Exception {
			Turn.take(() -> Path.of(args[0]), Progress.NONE);
			System.out.println("taken");
			Thread.sleep(Long.MAX_VALUE);
		}
	}

	/** Keeps what it is told; is canceled once it was told that the run waits, where it is to be. */
	private static final class Told implements Progress {

		private final boolean cancel;
		private final CountDownLatch waiting = new CountDownLatch(1);
		private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

		Told(final boolean cancel) {
			this.cancel = cancel;
		}

		@Override
		public void update(final Status status) {
			assertEquals(Turn.WAITING, status.stage());
			waiting.countDown();
		}

		@Override
		public void note(final String message) {
			notes.add(message);
		}

		@Override
		public boolean isCanceled() {
			return cancel && waiting.getCount() == 0;
		}
	}

	private Process other(final Path file) throws IOException {
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
			System.getProperty("java.class.path"), Program.class.getName(), file.toString()).redirectErrorStream(true).start();
		final BufferedReader reader = process.inputReader();
		assertEquals("taken", reader.readLine());
		return process;
	}

	@Test
	void waitsForAnotherProcessSaysSoAndCanBeCanceled() throws Exception {
		final Path file = folder.resolve("lock");
		final Process other = other(file);
		try {
			final Told told = new Told(true);
			assertThrows(CancellationException.class, () -> Turn.take(() -> file, told));
			assertEquals(1, told.notes.size());
			assertTrue(told.notes.get(0).contains("process " + other.pid()), told.notes.get(0));
		}
		finally {
			other.destroyForcibly().waitFor();
		}
	}

	@Test
	void whoIsKilledLeavesItsTurn() throws Exception {
		final Path file = folder.resolve("lock");
		final Process other = other(file);
		final Told told = new Told(false);
		final CompletableFuture<Turn> turn = new CompletableFuture<>();
		final Thread thread = new Thread(() -> {
			try (Turn taken = Turn.take(() -> file, told)) {
				turn.complete(taken);
			}
			catch (final RuntimeException e) {
				turn.completeExceptionally(e);
			}
		});
		thread.start();
		told.waiting.await();
		other.destroyForcibly().waitFor();
		turn.get(30, TimeUnit.SECONDS);
		thread.join();
		assertEquals(1, told.notes.size());
	}

	@Test
	void twoThreadsOfOneProgramOneAfterTheOther() throws Exception {
		final Path file = folder.resolve("lock");
		final Told told = new Told(false);
		final List<String> order = Collections.synchronizedList(new ArrayList<>());
		final Thread second = new Thread(() -> {
			try (Turn turn = Turn.take(() -> file, told)) {
				order.add("second");
			}
		});
		try (Turn first = Turn.take(() -> file, Progress.NONE)) {
			second.start();
			told.waiting.await();
			order.add("first");
		}
		second.join();
		assertEquals(List.of("first", "second"), order);
		assertEquals(1, told.notes.size());
	}

	@Test
	void aRunWithinARunDoesNotWaitForItself() {
		final Path file = folder.resolve("lock");
		try (Turn outer = Turn.take(() -> file, Progress.NONE); Turn inner = Turn.take(() -> file, Progress.NONE)) {
			assertNotEquals(outer, inner);
		}
		try (Turn again = Turn.take(() -> file, Progress.NONE)) {
			assertTrue(Files.exists(file));
		}
	}

	@Test
	void interruptedWhileItWaitsItIsCanceled() {
		final Path file = folder.resolve("lock");
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> Turn.take(() -> file, Progress.NONE));
		assertTrue(Thread.interrupted());
		Turn.take(() -> file, Progress.NONE).close();
	}

	@Test
	void whereThereIsNoFileItGoesOnWithANote() {
		final Told told = new Told(false);
		Turn.take(() -> folder.resolve("missing").resolve("lock"), told).close();
		assertEquals(1, told.notes.size());
		assertTrue(told.notes.get(0).contains("does not wait"), told.notes.get(0));
		Turn.take(() -> folder.resolve("lock"), Progress.NONE).close();
	}

	@Test
	void whatSchedulersProcessorsAndGpusKeepApartNeedNotWait() throws IOException {
		final Map<String, String> plain = Map.of("XDG_RUNTIME_DIR", folder.toString());
		final Path file = Share.of("auto", plain, "0-7");
		assertEquals(folder, file.getParent());
		assertEquals(file, Share.of("cpu", plain, "0-7"));
		assertEquals(file, Share.of("gpu:0", plain, "0-7"));
		assertNotEquals(file, Share.of("gpu:1", plain, "0-7"));
		assertNotEquals(file, Share.of("auto", plain, "0-3"));
		assertNotEquals(file, Share.of("auto", Map.of("XDG_RUNTIME_DIR", folder.toString(), "SLURM_JOB_ID", "7"), "0-7"));
		final Path ofTheUser = Share.of("auto", Map.of(), "0-7");
		assertTrue(ofTheUser.getParent().getFileName().toString().contains(System.getProperty("user.name")));
	}
}
