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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/**
 * The right to train, which one run at a time has on each {@link Share} of a machine: two would slow each other down by
 * more than they save, and take each other's memory. It is a lock on a file, which the system takes back when its process
 * ends, however that ends. Whoever trains in a process of its own takes its turn in the process that asked for it.
 */
public final class Turn implements AutoCloseable {

	/** The stage of a run that waits for its turn. */
	public static final String WAITING = "waiting for another training to end";

	/** How the note begins that is given then. */
	public static final String OTHER = "another Zero-Shot SR training runs ";

	private static final int POLL_MILLIS = 200;
	/** Beyond what is written into the file, which others can read therefore, on Windows too. */
	private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
	private static final int LONGEST_PID = 20;

	/** A file lock is the whole process's, so that its threads need one of their own. */
	private static final Semaphore HERE = new Semaphore(1, true);
	private static Thread holder;

	private final boolean inner;
	private FileChannel channel;

	private Turn(final boolean inner) {
		this.inner = inner;
	}

	/**
	 * Waits for its turn. A thread that has it already gets it again. Where the file cannot be made, the run goes on with a
	 * note.
	 *
	 * @param device   as {@link Recipe#device()}
	 * @param progress is told that this run waits, and may cancel
	 * @throws CancellationException when {@code progress} asked for it
	 */
	public static Turn take(final String device, final Progress progress) {
		return take(() -> Share.of(device), progress);
	}

	static Turn take(final Place place, final Progress progress) {
		if (isMine()) return new Turn(true);
		final Waiting waiting = new Waiting(progress);
		try {
			while (!HERE.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS))
				waiting.on("in this program");
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		final Turn turn = new Turn(false);
		boolean taken = false;
		try {
			turn.lock(place, waiting);
			setHolder(Thread.currentThread());
			taken = true;
			return turn;
		}
		finally {
			if (!taken) turn.close();
		}
	}

	private void lock(final Place place, final Waiting waiting) {
		try {
			final Path file = place.file();
			channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
			while (!isLocked()) {
				waiting.on(by());
				Thread.sleep(POLL_MILLIS);
			}
			channel.truncate(0).write(ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(
				StandardCharsets.US_ASCII)));
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		catch (final IOException e) {
			waiting.progress.note("whether another training runs on this computer cannot be told, so this one does not wait: " +
				e.getMessage());
		}
	}

	private boolean isLocked() throws IOException {
		try {
			final FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
			return lock != null;
		}
		catch (final OverlappingFileLockException e) { // this program, loaded twice
			return false;
		}
	}

	private String by() throws IOException {
		final ByteBuffer text = ByteBuffer.allocate(LONGEST_PID);
		channel.read(text, 0);
		final String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
		return pid.isEmpty() ? "on this computer" : "on this computer (process " + pid + ")";
	}

	@Override
	public void close() {
		if (inner) return;
		setHolder(null);
		try {
			if (channel != null) channel.close();
		}
		catch (final IOException e) {
			throw new IllegalStateException("the lock of the training cannot be given back: " + e.getMessage(), e);
		}
		finally {
			HERE.release();
		}
	}

	private static synchronized boolean isMine() {
		return holder == Thread.currentThread();
	}

	private static synchronized void setHolder(final Thread thread) {
		holder = thread;
	}

	/** Where the lock is. */
	interface Place {

		Path file() throws IOException;
	}

	/** Tells the user, of the reason once. */
	private static final class Waiting {

		private final Progress progress;
		private boolean told;

		Waiting(final Progress progress) {
			this.progress = progress;
		}

		void on(final String whom) {
			progress.checkCanceled();
			if (!told) progress.note(OTHER + whom + "; this one begins when that has ended");
			told = true;
			progress.update(Status.of(WAITING, 0, 1));
			progress.checkCanceled();
		}
	}
}
