package org.zeroshotsr.cli;

import java.util.concurrent.CancellationException;

import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/** Doing nothing for a while. */
final class Pause {

	/** Between two looks at what others do. */
	static final long POLL_MILLIS = 1000;
	private static final long STEP_MILLIS = 100;

	private Pause() {}

	/**
	 * @param stage what is told
	 * @throws CancellationException when {@code progress} asked for it
	 */
	static void wait(final String stage, final long millis, final Progress progress) {
		final long end = System.nanoTime() + millis * 1_000_000;
		try {
			do {
				progress.update(Status.of(stage, 0, 1));
				progress.checkCanceled();
				Thread.sleep(Math.min(STEP_MILLIS, millis));
			}
			while (System.nanoTime() < end);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
	}
}
