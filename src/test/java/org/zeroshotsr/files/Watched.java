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
package org.zeroshotsr.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.sun.management.ThreadMXBean;

import ij.ImagePlus;
import ij.ImageStack;

/** Reads files whole in a thread of its own, and sees to it that this ends, in little memory, unheard. */
final class Watched implements AutoCloseable {

	/** A file that does not end within {@link #SECONDS}: its thread cannot be had back. */
	static final class Hangs extends Exception {

		private static final long serialVersionUID = 1;

		Hangs(final String where) {
			super(where);
		}
	}

	private static final int SECONDS = 2;
	private static final long BYTES = 256L << 20;

	/** @param failure what must not happen, or null */
	record Outcome(String refusal, String failure) {}

	private volatile Thread worker;
	private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
		worker = new Thread(task, "reads damaged files");
		worker.setDaemon(true);
		return worker;
	});
	private final PrintStream out = System.out;
	private final PrintStream err = System.err;
	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	Watched() {
		System.setOut(new PrintStream(printed, true));
		System.setErr(new PrintStream(printed, true));
	}

	Outcome open(final Path file) throws Hangs, InterruptedException {
		printed.reset();
		final Outcome outcome;
		try {
			outcome = thread.submit(() -> measured(file)).get(SECONDS, TimeUnit.SECONDS);
		}
		catch (final TimeoutException e) {
			throw new Hangs("hangs in " + Arrays.toString(worker.getStackTrace()));
		}
		catch (final ExecutionException e) {
			return new Outcome(null, "threw " + e.getCause());
		}
		return printed.size() == 0 ? outcome : new Outcome(null, "printed: " + printed);
	}

	private static Outcome measured(final Path file) {
		final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		final long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
		String refusal = null;
		try {
			final ImagePlus image = ImageFiles.open(file);
			final ImageStack stack = image.getStack();
			for (int i = 1; i <= stack.size(); i++)
				if (stack.getProcessor(i) == null) return new Outcome(null, "plane " + i + " is null");
		}
		catch (final IOException | UncheckedIOException e) {
			refusal = String.valueOf(e.getMessage());
		}
		final long used = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
		final boolean unnamed = refusal != null && !refusal.contains(file.toString());
		return new Outcome(refusal, used > BYTES ? "took " + (used >> 20) + " MB" : unnamed ? "does not name the file: " +
			refusal : null);
	}

	@Override
	public void close() {
		System.setOut(out);
		System.setErr(err);
		thread.shutdownNow();
	}
}
