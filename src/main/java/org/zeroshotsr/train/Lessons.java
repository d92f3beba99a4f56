package org.zeroshotsr.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.zeroshotsr.network.Lesson;

/** Has lessons made ahead by as many threads as there are processors. Nothing is made ahead across a renewal of the echo. */
final class Lessons implements AutoCloseable {

	private static final int THREADS = Runtime.getRuntime().availableProcessors();

	private final Examples examples;
	private final List<Source> sources;
	private final Echo echo;
	private final ExecutorService threads;
	private final Deque<Future<Lesson>> ahead = new ArrayDeque<>();
	private List<Source> echoes = List.of();
	private int submitted;

	Lessons(final Examples examples, final List<Source> sources, final Echo echo) {
		this.examples = examples;
		this.sources = sources;
		this.echo = echo;
		threads = Executors.newFixedThreadPool(THREADS, work -> {
			final Thread thread = new Thread(work, "zero-shot-sr examples");
			thread.setDaemon(true);
			return thread;
		});
	}

	/** The lesson of this step; steps come one after another, from 0. */
	Lesson next(final int step) {
		if (echo.renews(step)) echoes = echo.at(step);
		while (submitted <= step + THREADS && (submitted == step || !echo.renews(submitted))) {
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
		threads.shutdownNow();
	}
}
