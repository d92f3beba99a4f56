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
package org.zeroshotsr.image;

import java.util.stream.IntStream;

/** Shares the rows of a plane among the threads that there may be ({@link Threads}), in bands of neighbouring rows. */
public final class Bands {

	/** Samples of a plane under which starting other threads costs more than it saves. */
	private static final long SMALL = 1 << 16;

	private Bands() {}

	/** What is done to some of the rows. */
	public interface Task {

		/** Makes rows {@code from} to {@code to} (exclusive). */
		void run(int from, int to);
	}

	/**
	 * Runs {@code task} over all rows, by several threads where that is worth it. Every row is made once, by one thread.
	 *
	 * @param samples that are read or made in all
	 */
	public static void each(final int rows, final long samples, final Task task) {
		final int threads = Threads.count();
		if (samples < SMALL || rows < 2 || threads == 1) {
			task.run(0, rows);
			return;
		}
		// small parts where all of Java's threads may take part; else as many parts as threads, so that no more do
		final int parts = Math.min(rows, threads < Runtime.getRuntime().availableProcessors() ? threads : 4 * threads);
		IntStream.range(0, parts).parallel().forEach(part -> task.run((int) ((long) rows * part / parts),
			(int) ((long) rows * (part + 1) / parts)));
	}
}
