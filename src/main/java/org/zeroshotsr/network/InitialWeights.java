package org.zeroshotsr.network;

import java.util.Random;

/** The weights a network begins with: the same for the same seed, on every machine. */
public final class InitialWeights {

	/** How near zero the last layer of {@link NetworkSpec.Start#HE} begins, as a fraction of He's deviation. */
	private static final double LAST_LAYER = 0.01;

	private InitialWeights() {}

	/** Normal weights for every layer of {@code spec}, drawn from {@code seed}. */
	public static float[][] draw(final NetworkSpec spec, final long seed) {
		final Random random = new Random(seed);
		final float[][] weights = new float[spec.depth()][];
		for (int layer = 0; layer < weights.length; layer++) {
			final int[] filter = spec.filter(layer);
			final int fanIn = filter[0] * filter[1] * filter[2];
			double deviation = Math.sqrt((spec.start() == NetworkSpec.Start.PAPER ? 0.1 : 2.0) / fanIn);
			if (spec.start() == NetworkSpec.Start.HE && layer == weights.length - 1) deviation *= LAST_LAYER;
			weights[layer] = new float[fanIn * filter[3]];
			for (int i = 0; i < weights[layer].length; i++)
				weights[layer][i] = (float) (deviation * random.nextGaussian());
		}
		return weights;
	}
}
