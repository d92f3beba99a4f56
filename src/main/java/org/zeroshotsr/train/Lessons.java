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
package org.zeroshotsr.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.zeroshotsr.image.Threads;
import org.zeroshotsr.network.Lesson;

/**
 * Has lessons made ahead by as many threads as there may be ({@link Threads}); where that is one, they are made by the
 * caller. Nothing is made ahead across a renewal of the echo.
 */
final class Lessons implements AutoCloseable {

	private final Examples examples;
	private final List<Source> sources;
	private final Echo echo;
	private final int count = Threads.count();
	/** Null where the caller makes them. */
	private final ExecutorService threads;
	private final Deque<Future<Lesson>> ahead = new ArrayDeque<>();
	private List<Source> echoes = List.of();
	private int submitted;

	Lessons(final Examples examples, final List<Source> sources, final Echo echo) {
		this.examples = examples;
		this.sources = sources;
		this.echo = echo;
		threads = count == 1 ? null : Executors.newFixedThreadPool(count, work -> {
			final Thread thread = new Thread(() -> {
				try (Threads.Limit alone = Threads.limit(1)) {
					work.run();
				}
			}, "zero-shot-sr examples");
			thread.setDaemon(true);
			return thread;
		});
	}

	/** The lesson of this step; steps come one after another, from 0. */
	Lesson next(final int step) {
		if (echo.renews(step)) echoes = echo.at(step);
		if (threads == null) return examples.lesson(step, sources, echoes);
		while (submitted <= step + count && (submitted == step || !echo.renews(submitted))) {
			final int of = submitted++;
			final List<Source> now = echoes;
			ahead.add(threads.submit(() -> examples.lesson(of, sources, now)));
		}
		try {
			return ahead.remove().get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		catch (final ExecutionException e) {
			throw new IllegalStateException("no example could be made: " + e.getCause().getMessage(), e.getCause());
		}
	}

	@Override
	public void close() {
		if (threads != null) threads.shutdownNow();
	}
}
