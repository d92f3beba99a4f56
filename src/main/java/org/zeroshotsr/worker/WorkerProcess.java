package org.zeroshotsr.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apposed.appose.Service;
import org.apposed.appose.TaskEvent;

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
	private static final int KILL_MILLIS = 500;

	private final WorkerHome home;
	private final Service service;
	private final SharedPlanes planes = new SharedPlanes();
	private final ExecutorService thread;
	private boolean killed;
	private int serial;

	/** Begins to start the process; {@link #run} says where that fails. */
	WorkerProcess(final WorkerHome home) {
		this.home = home;
		service = new Service(null, home.command());
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

	private synchronized Service start() throws IOException {
		if (killed) throw new IOException("killed");
		return service.start();
	}

	boolean isAlive() {
		return service.isAlive();
	}

	synchronized boolean isKilled() {
		return killed;
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
		try {
			while (true) {
				TaskEvent event = events.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
				waiting.run();
				if (event == null && isLost(sent)) {
					event = events.poll(NEWS_MILLIS, TimeUnit.MILLISECONDS);
					if (event == null) throw death();
				}
				if (event == null) continue;
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
		return Death.exception(service.waitFor(), log(), home);
	}

	private List<String> log() throws InterruptedException {
		// its lists grow until it has ended
		kill();
		service.waitFor();
		final List<String> log = new ArrayList<>(service.invalidLines());
		log.addAll(service.errorLines());
		return log;
	}

	/** Starts a task that answers nothing, while another one runs. */
	void tell(final String script, final Map<String, Object> inputs) {
		thread.submit(() -> start().task(script, inputs).start());
	}

	/** Does what is Appose's in the thread where it finds its services. */
	<T> T call(final Callable<T> work) {
		try {
			return thread.submit(work).get();
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof WorkerException) throw (WorkerException) e.getCause();
			throw new WorkerException("Memory to share with the training process could not be had: " + e.getCause()
				.getMessage(), e.getCause());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
	}

	/** Ends the process whatever it is doing, waits for its end, and frees the shared memory. May be called again. */
	synchronized void kill() {
		if (killed) return;
		killed = true;
		thread.shutdown();
		if (service.isAlive()) service.kill();
		final long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(KILL_MILLIS);
		while (service.isAlive() && System.nanoTime() < deadline) {
			try {
				Thread.sleep(2);
			}
			catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				break;
			}
		}
		planes.close();
	}
}
