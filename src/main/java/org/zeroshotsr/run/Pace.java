package org.zeroshotsr.run;

import org.zeroshotsr.progress.Status;

/** Tells from what is done how long the rest takes. */
final class Pace {

	/** The first of the work prepares TensorFlow, and says nothing about the time that the rest takes. */
	private static final int UNUSUAL_STEPS = 10;

	private long start;
	private double startDone = Double.NaN;
	private long last;
	private double lastDone;

	/** @param done 0 to 1; NaN where that is not known */
	void update(final double done, final Status status) {
		if (Double.isNaN(done)) return;
		last = System.nanoTime();
		lastDone = done;
		if (!Double.isNaN(startDone) || status.step() < UNUSUAL_STEPS) return;
		start = last;
		startDone = done;
	}

	/** What all of the work takes; NaN where that cannot be told yet. */
	double secondsOfAll() {
		return lastDone > startDone ? (last - start) / 1e9 / (lastDone - startDone) : Double.NaN;
	}
}
