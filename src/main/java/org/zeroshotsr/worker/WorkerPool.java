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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Keeps a training process that has nothing to do for a while, so that the next image need not start one. */
final class WorkerPool {

	/** How long a training process waits for the next image before it is ended. */
	static final long KEEP_ALIVE_MILLIS = 60_000;

	/** What all runs in this process share. */
	static final WorkerPool SHARED = new WorkerPool(KEEP_ALIVE_MILLIS);

	private final long keepAliveMillis;
	private WorkerProcess idle;
	private long idles;

	WorkerPool(final long keepAliveMillis) {
		this.keepAliveMillis = keepAliveMillis;
	}

	/** The idle process, if it lives and has memory for planes of so many samples, else a new one. */
	WorkerProcess take(final WorkerHome home, final long inSamples, final long outSamples) {
		return take(home, inSamples, outSamples, 0);
	}

	/** @param heap of the process's Java, in MB; 0 for what Java takes by itself */
	synchronized WorkerProcess take(final WorkerHome home, final long inSamples, final long outSamples, final int heap) {
		final WorkerProcess process = idle;
		idle = null;
		if (process == null) return new WorkerProcess(home, heap);
		if (process.isAlive() && process.home().equals(home) && process.hasHeap(heap) && process.planes().fit(inSamples,
			outSamples)) return process;
		process.kill();
		return new WorkerProcess(home, heap);
	}

	/** Keeps a process that has finished its work. */
	synchronized void giveBack(final WorkerProcess process) {
		if (idle != null) idle.kill();
		idle = process;
		final long serial = ++idles;
		CompletableFuture.runAsync(() -> end(serial), CompletableFuture.delayedExecutor(keepAliveMillis,
			TimeUnit.MILLISECONDS));
	}

	/** Ends the idle process. */
	synchronized void release() {
		if (idle != null) idle.kill();
		idle = null;
	}

	private synchronized void end(final long serial) {
		if (idle == null || serial != idles) return;
		idle.kill();
		idle = null;
	}
}
