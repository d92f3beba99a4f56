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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.apposed.appose.Service;
import org.apposed.appose.Service.ResponseType;
import org.apposed.appose.TaskEvent;

import org.zeroshotsr.network.LoadFailure;
import org.zeroshotsr.progress.Status;

/** One training process: starts in the background, runs Appose tasks, and can be killed at any moment. */
final class WorkerProcess {

	/**
	 * Appose's queue for the worker's main thread. A task with a thread of its own may be taken for dead in the moment
	 * before that thread starts (appose 0.9.0, GroovyWorker.isTaskDead).
	 */
	private static final String MAIN_QUEUE = "main";
	private static final int POLL_MILLIS = 50;
	/** How long after a process's end the news of its last task may come. */
	private static final int NEWS_MILLIS = 1000;
	/** How long a killed process may take to end. */
	private static final int KILL_MILLIS = 500;
	private static final int END_MILLIS = 5000;
	/** Work tells of itself several times a second; a large plane on a slow computer has its silences. */
	private static final long SILENCE_MILLIS = TimeUnit.MINUTES.toMillis(30);

	private final WorkerHome home;
	private final int heap;
	private final long silenceMillis;
	private final Service service;
	private final SharedPlanes planes = new SharedPlanes();
	private final ExecutorService thread;
	private final AtomicBoolean killed = new AtomicBoolean();
	private int serial;

	/**
	 * Begins to start the process; {@link #run} says where that fails.
	 *
	 * @param heap of its Java, in MB, or 0 for what Java takes by itself
	 */
	WorkerProcess(final WorkerHome home, final int heap) {
		this(home, heap, SILENCE_MILLIS);
	}

	/** With as much heap as Java takes by itself. */
	WorkerProcess(final WorkerHome home) {
		this(home, 0);
	}

	/** @param silenceMillis after which a process that tells nothing is given up */
	WorkerProcess(final WorkerHome home, final int heap, final long silenceMillis) {
		this.home = home;
		this.heap = heap;
		this.silenceMillis = silenceMillis;
		final List<String> command = new ArrayList<>(List.of(home.command()));
		// before the options of the user, of which the last one counts
		if (heap > 0) command.add(1, "-Xmx" + heap + "m");
		command.add(1, "-D" + ChildMain.SHARED + "=" + planes.name());
		service = new Service(null, command.toArray(new String[0]));
		// Appose's threads are made by this one, and inherit that they keep no JVM from ending, and the class loader that
		// Appose and Groovy find their services with
		thread = Executors.newSingleThreadExecutor(r -> {
			final Thread t = new Thread(r, "zero-shot-sr worker");
			t.setDaemon(true);
			t.setContextClassLoader(Service.class.getClassLoader());
			return t;
		});
		thread.submit(this::start);
	}

	/** Whether its Java's heap is as large as this, in MB. */
	boolean hasHeap(final int wanted) {
		return heap == 0 || heap >= wanted;
	}

	WorkerHome home() {
		return home;
	}

	SharedPlanes planes() {
		return planes;
	}

	/** A number for each plane, from 1. */
	int nextSerial() {
		return ++serial;
	}

	/** In the one thread; no lock is held, for a system that does not start it may not keep anybody from giving it up. */
	private Service start() throws IOException {
		if (killed.get()) throw new IOException("killed");
		service.start();
		if (killed.get()) service.kill();
		return service;
	}

	boolean isAlive() {
		return service.isAlive();
	}

	boolean isKilled() {
		return killed.get();
	}

	/**
	 * Runs a task to its end. Where {@code updates} or {@code waiting} throw, the process is killed.
	 *
	 * @param updates gets the task's updates, in the calling thread
	 * @param waiting called several times a second
	 * @return the task's outputs
	 * @throws WorkerException where the process cannot start, ends, or fails
	 * @throws IllegalArgumentException and other exceptions that {@link Failure} knows, as the work threw them
	 */
	Map<String, Object> run(final String script, final Map<String, Object> inputs, final Consumer<TaskEvent> updates,
		final Runnable waiting)
	{
		try {
			final Map<String, Object> outputs = await(script, inputs, updates, waiting);
			final Failure failure = Failure.of(outputs);
			if (failure == null) return outputs;
			if (!failure.harmless()) kill();
			throw failure.exception(outputs, home);
		}
		catch (final InterruptedException e) {
			kill();
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
	}

	private Map<String, Object> await(final String script, final Map<String, Object> inputs,
		final Consumer<TaskEvent> updates, final Runnable waiting) throws InterruptedException
	{
		final BlockingQueue<TaskEvent> events = new LinkedBlockingQueue<>();
		final Future<?> sent = thread.submit(() -> start().task(script, inputs, MAIN_QUEUE).listen(events::add).start());
		boolean done = false;
		long heard = System.nanoTime();
		try {
			while (true) {
				TaskEvent event = next(events, POLL_MILLIS);
				// a result that is there is not lost by who cancels now
				if (event == null || event.responseType != ResponseType.COMPLETION) waiting.run();
				if (event == null && isLost(sent)) {
					event = next(events, NEWS_MILLIS);
					if (event == null) throw death();
				}
				if (event == null) {
					if (System.nanoTime() - heard > TimeUnit.MILLISECONDS.toNanos(silenceMillis)) throw Death.ofSilence(
						"has not told anything for " + Status.duration(silenceMillis / 1e3), log());
					continue;
				}
				heard = System.nanoTime();
				switch (event.responseType) {
					case UPDATE:
						updates.accept(event);
						break;
					case COMPLETION:
						done = true;
						return event.task.outputs;
					case FAILURE:
						throw Death.ofTask(event.task.error, log());
					case CRASH:
						throw death();
					default:
				}
			}
		}
		finally {
			if (!done) kill();
		}
	}

	/** The next event; null where none comes in time. An interrupt does not lose one that is there. */
	private static TaskEvent next(final BlockingQueue<TaskEvent> events, final long millis) throws InterruptedException {
		final TaskEvent event = events.poll();
		return event != null ? event : events.poll(millis, TimeUnit.MILLISECONDS);
	}

	/** Whether the process has ended, or never started. */
	private boolean isLost(final Future<?> sent) throws InterruptedException {
		if (!sent.isDone()) return false;
		try {
			sent.get();
		}
		catch (final ExecutionException e) {
			throw new WorkerException("The training process could not be started: " + e.getCause().getMessage(), e.getCause());
		}
		return !service.isAlive();
	}

	private WorkerException death() throws InterruptedException {
		final List<String> log = log();
		if (service.isAlive()) return Death.ofSilence("does not end, though it was killed", log);
		return Death.exception(exit(), log, home);
	}

	/** What it said, to the end where it has one. */
	private List<String> log() throws InterruptedException {
		kill();
		exit();
		final List<String> log = new ArrayList<>(service.invalidLines());
		log.addAll(service.errorLines());
		return log;
	}

	/** Exit code, once all it said has been read; -1 where that takes too long. */
	private int exit() throws InterruptedException {
		final FutureTask<Integer> exit = new FutureTask<>(service::waitFor);
		final Thread waiting = new Thread(exit, "zero-shot-sr worker's end");
		waiting.setDaemon(true);
		waiting.start();
		try {
			return exit.get(END_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (final TimeoutException e) {
			return -1;
		}
		catch (final ExecutionException e) {
			throw new WorkerException("The end of the training process cannot be told: " + e.getCause(), e.getCause());
		}
	}

	/** Starts a task that answers nothing, while another one runs. */
	void tell(final String script, final Map<String, Object> inputs) {
		thread.submit(() -> start().task(script, inputs).start());
	}

	/**
	 * Does what is Appose's in the thread where it finds its services. Where that fails, or {@code waiting} throws, the
	 * process is killed.
	 *
	 * @param waiting called several times a second
	 */
	void call(final Runnable work, final Runnable waiting) {
		final Future<?> done = thread.submit(work);
		boolean good = false;
		try {
			while (!good) {
				waiting.run();
				good = isDone(done);
			}
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof WorkerException) throw (WorkerException) e.getCause();
			if (e.getCause() instanceof LinkageError) throw new WorkerException(LoadFailure.of(e.getCause()), e.getCause());
			throw new WorkerException("Memory to share with the training process could not be had: " + e.getCause()
				.getMessage(), e.getCause());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		finally {
			if (!good) kill();
		}
	}

	private static boolean isDone(final Future<?> work) throws InterruptedException, ExecutionException {
		try {
			work.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
			return true;
		}
		catch (final TimeoutException e) {
			return false;
		}
	}

	/** Ends the process whatever it is doing, waits for its end, if not for long, and frees the shared memory. May be called again. */
	void kill() {
		if (killed.getAndSet(true)) return;
		if (service.isAlive()) service.kill();
		// after what may be making it; that thread waits for the process, too, where its pipe is full
		final Future<?> freed = thread.submit(planes::close);
		thread.shutdown();
		final boolean interrupted = Thread.interrupted();
		try {
			final long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(KILL_MILLIS);
			freed.get(KILL_MILLIS, TimeUnit.MILLISECONDS);
			while (service.isAlive() && System.nanoTime() < deadline)
				Thread.sleep(2);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (final TimeoutException e) {
			// it is freed once the system lets go, or with this process
		}
		catch (final ExecutionException e) {
			throw new IllegalStateException("shared memory cannot be given back: " + e.getCause(), e.getCause());
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}
}
