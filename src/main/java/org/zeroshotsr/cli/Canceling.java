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
