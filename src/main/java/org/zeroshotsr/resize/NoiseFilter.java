package org.zeroshotsr.resize;

import java.util.function.IntConsumer;

import org.zeroshotsr.image.Bands;
import org.zeroshotsr.image.Plane;

/** What back-projection does to the differences from a noisy image; see {@link BackProjection}. Not for several threads. */
final class NoiseFilter {

	private final Resize smooth;
	/** The local power of the image's noise. */
	private final Plane explained;
	private final Plane means;
	private final Plane power;
	private final Plane measured;

	NoiseFilter(final BackProjection.Noise noise, final Plane low) {
		smooth = noise.smooth();
		means = like(low);
		power = like(low);
		measured = like(low);
		explained = like(low);
		each(low, k -> power.data[k] = (float) noise.variance().applyAsDouble(low.data[k]));
		smooth.apply(power, explained);
	}

	/** Filters {@code error} in place. */
	void apply(final Plane error) {
		smooth.apply(error, means);
		each(error, k -> {
			error.data[k] -= means.data[k];
			power.data[k] = error.data[k] * error.data[k];
		});
		smooth.apply(power, measured);
		each(error, k -> {
			final float kept = measured.data[k] > explained.data[k] ? 1 - explained.data[k] / measured.data[k] : 0;
			error.data[k] = means.data[k] + kept * error.data[k];
		});
	}

	private static Plane like(final Plane plane) {
		return new Plane(plane.channels, plane.height, plane.width);
	}

	private static void each(final Plane plane, final IntConsumer task) {
		Bands.each(plane.channels * plane.height, plane.data.length, (from, to) -> {
			for (int k = from * plane.width; k < to * plane.width; k++)
				task.accept(k);
		});
	}
}
