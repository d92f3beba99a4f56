package org.zeroshotsr.train;

/** A fixed number of steps: a short linear warm-up, then a cosine decay from the highest rate to zero. */
final class FixedSchedule implements Schedule {

	private static final int WARM_UP = 50;
	private static final int MEASURE_EVERY = 100;

	private final int steps;
	private final double rate;

	FixedSchedule(final int steps, final double rate) {
		this.steps = steps;
		this.rate = rate;
	}

	@Override
	public double rate(final int step) {
		if (step >= steps) return 0;
		final int warmUp = Math.min(WARM_UP, steps / 5);
		if (step < warmUp) return rate * (step + 1) / (warmUp + 1);
		return rate * 0.5 * (1 + Math.cos(Math.PI * (step - warmUp) / (steps - warmUp)));
	}

	@Override
	public boolean measures(final int step) {
		return step % MEASURE_EVERY == 0;
	}

	@Override
	public int maxSteps() {
		return steps;
	}
}
