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

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run when the process is told to (Ctrl-C, a cluster's TERM): the work is asked to stop and gets time to, so that
 * it leaves nothing behind.
 */
final class Canceling implements AutoCloseable {

	private static final long SECONDS_TO_STOP = 20;

	private final CountDownLatch ended = new CountDownLatch(1);
	private final Thread hook = new Thread(this::cancel, "cancel");
	private volatile boolean canceled;
	private volatile int code = Main.CANCELED;

	Canceling() {
		Runtime.getRuntime().addShutdownHook(hook);
	}

	private void cancel() {
		canceled = true;
		try {
			ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		// Java's own would be 128 and the signal's number
		Runtime.getRuntime().halt(code);
	}

	/** The run has ended with this exit code, and has said what it had to. */
	void ended(final int exitCode) {
		code = exitCode;
	}

	boolean isCanceled() {
		return canceled;
	}

	/** The run has ended, one way or the other. */
	@Override
	public void close() {
		ended.countDown();
		if (canceled) return;
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (final IllegalStateException shuttingDown) {
			// the hook runs now and finds the run ended
		}
	}
}
