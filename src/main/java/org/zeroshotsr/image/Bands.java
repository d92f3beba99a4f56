package org.zeroshotsr.image;

import java.util.stream.IntStream;

/** Shares the rows of a plane among all cores, in bands of neighbouring rows. */
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
	 * Runs {@code task} over all rows, on all cores where that is worth it. Every row is made once, by one thread.
	 *
	 * @param samples that are read or made in all
	 */
	public static void each(final int rows, final long samples, final Task task) {
		if (samples < SMALL || rows < 2) {
			task.run(0, rows);
			return;
		}
		final int parts = Math.min(rows, 4 * Runtime.getRuntime().availableProcessors());
		IntStream.range(0, parts).parallel().forEach(part -> task.run((int) ((long) rows * part / parts),
			(int) ((long) rows * (part + 1) / parts)));
	}
}
