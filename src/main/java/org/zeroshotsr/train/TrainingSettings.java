package org.zeroshotsr.train;

import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;

/**
 * How one network is trained.
 *
 * @param factor       how many times a son is smaller than its father
 * @param kernel       what shrinks fathers
 * @param noise        noise of the image in working units, or null
 * @param augmentation how fathers are made
 * @param crop         side of a father, pixels
 * @param adaptive     the paper's policy instead of a fixed number of steps
 * @param steps        steps (fixed) or the most steps (adaptive)
 * @param rate         the highest learning rate
 * @param seed         of the examples
 */
public record TrainingSettings(Factor factor, Kernel kernel, NoiseModel noise, Augmentation augmentation, int crop,
	boolean adaptive, int steps, double rate, long seed)
{

	/** The published learning rate, for the adaptive schedule. */
	public static final double ADAPTIVE_RATE = 1e-3;
	/** The highest rate of the fixed schedule. */
	public static final double FIXED_RATE = 2e-3;

	Schedule schedule(final double highest) {
		return adaptive ? new AdaptiveSchedule(steps, highest) : new FixedSchedule(steps, highest);
	}

	/** The same, starting from a trained network: fewer steps at a lower rate. */
	public TrainingSettings with(final int newSteps, final double newRate) {
		return new TrainingSettings(factor, kernel, noise, augmentation, crop, adaptive, newSteps, newRate, seed);
	}

	/** The same for another factor and noise. */
	public TrainingSettings with(final Factor newFactor, final NoiseModel newNoise) {
		return new TrainingSettings(newFactor, kernel, newNoise, augmentation, crop, adaptive, steps, rate, seed);
	}
}
