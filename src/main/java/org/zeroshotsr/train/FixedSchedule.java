package org.zeroshotsr.train;

/** A fixed number of steps: a short linear warm-up, then a cosine decay from the highest rate to zero. */
final class FixedSchedule implements Schedule {

	private static final int WARM_UP = 50;
	/** How many times the reconstruction error is measured. */
	private static final int MEASUREMENTS = 20;

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
		return step == steps || step % Math.max(1, (steps + MEASUREMENTS - 1) / MEASUREMENTS) == 0;
	}

	@Override
	public int maxSteps() {
		return steps;
	}
}
