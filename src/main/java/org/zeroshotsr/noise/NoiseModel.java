package org.zeroshotsr.noise;

import java.util.SplittableRandom;

import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Plane;

/**
 * The sensor's noise: Gaussian read noise on a Poisson signal. Variance at intensity v is gain x max(0, v - offset) +
 * read². Both in intensity units (grey levels); pure Gaussian noise has gain 0.
 *
 * @param gain   grey levels a photo-electron; 0 for no photon noise
 * @param read   standard deviation of the read noise in grey levels
 * @param offset grey level of no light
 */
public record NoiseModel(double gain, double read, double offset) {

	/** Above this mean a Poisson number is drawn as a normal one of the same variance. */
	private static final double NORMAL_ABOVE = 40;

	public NoiseModel {
		if (!(gain >= 0 && read >= 0 && Double.isFinite(gain + read + offset))) throw new IllegalArgumentException(
			"noise cannot be negative or infinite: gain " + gain + ", read noise " + read + ", offset " + offset);
	}

	public static NoiseModel gaussian(final double sigma) {
		return new NoiseModel(0, sigma, 0);
	}

	/** The same noise in the working numbers of {@code range}. */
	public NoiseModel in(final IntensityRange range) {
		return new NoiseModel(gain / range.size(), read / range.size(), (offset - range.low()) / range.size());
	}

	/** The same noise with {@code share} times its variance at every intensity. */
	public NoiseModel times(final double share) {
		return new NoiseModel(gain * share, read * Math.sqrt(share), offset);
	}

	/** Variance of the noise at intensity {@code v}. */
	public double variance(final double v) {
		return gain * Math.max(0, v - offset) + read * read;
	}

	/** Adds noise to every sample, in place. */
	public void addTo(final Plane plane, final SplittableRandom random) {
		for (int i = 0; i < plane.data.length; i++) {
			double v = plane.data[i];
			if (gain > 0 && v > offset) v = offset + gain * photons((v - offset) / gain, random);
			plane.data[i] = (float) (v + read * random.nextGaussian());
		}
	}

	private static double photons(final double mean, final SplittableRandom random) {
		if (mean > NORMAL_ABOVE) return mean + Math.sqrt(mean) * random.nextGaussian();
		final double limit = Math.exp(-mean);
		int count = -1;
		double product = 1;
		do {
			count++;
			product *= random.nextDouble();
		}
		while (product > limit);
		return count;
	}
}
