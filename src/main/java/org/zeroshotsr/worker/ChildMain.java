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

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

import org.apposed.appose.GroovyWorker;
import org.apposed.appose.util.Types;

import org.zeroshotsr.network.LoadFailure;
import org.zeroshotsr.network.Natives;
import org.zeroshotsr.network.TensorFlowRuntime;

/**
 * The training process: Appose's worker for the JVM, which ends with its parent whatever it is doing. When the parent
 * ends, the input it speaks through does; where another process has inherited that pipe, its process id tells.
 */
public final class ChildMain {

	/** System property: process id of the parent. */
	static final String PARENT = "zeroshotsr.parent";
	/** System property: what the names of memory that the parent shares begin with. */
	static final String SHARED = "zeroshotsr.shared";

	/** What the line of its log begins with that says why a library cannot be loaded. */
	static final String NOT_LOADED = "not loaded: ";

	private static final int ORPHANED = 0;
	private static final int FAILED = 1;
	private static final int POLL_MILLIS = 500;

	private ChildMain() {}

	public static void main(final String[] args) {
		Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // for what libraries format
		final Thread watchdog = new Thread(() -> watch(Long.getLong(PARENT)), "zero-shot-sr watchdog");
		watchdog.setDaemon(true);
		watchdog.start();
		Natives.useDelivered();
		// an error that ended one of Appose's threads would leave the parent waiting
		Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
			System.err.println("Thread " + thread.getName() + ": " + Types.stackTrace(error));
			if (error instanceof LinkageError) System.err.println(NOT_LOADED + LoadFailure.of(error));
			Runtime.getRuntime().halt(FAILED);
		});
		// the parent keeps it for the case that this process dies
		TensorFlowRuntime.setCollected();
		System.setIn(new EndingInput(System.in));
		GroovyWorker.main(args);
	}

	private static void watch(final long parent) {
		final ProcessHandle handle = ProcessHandle.of(parent).orElse(null);
		while (handle != null && handle.isAlive()) {
			try {
				Thread.sleep(POLL_MILLIS);
			}
			catch (final InterruptedException e) {
				break;
			}
		}
		end();
	}

	/** Not exit(): hooks might wait for native code. */
	private static void end() {
		try {
			// of a parent that was killed between making memory and handing it over
			final String shared = System.getProperty(SHARED);
			if (shared != null) SharedName.removeAll(shared);
		}
		finally {
			Runtime.getRuntime().halt(ORPHANED);
		}
	}

	/** Ends this process when the parent's words end. */
	private static final class EndingInput extends FilterInputStream {

		EndingInput(final InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			final int value = super.read();
			if (value < 0) end();
			return value;
		}

		@Override
		public int read(final byte[] bytes, final int offset, final int length) throws IOException {
			final int count = super.read(bytes, offset, length);
			if (count < 0) end();
			return count;
		}
	}
}
