package org.zeroshotsr.enlarge;

import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;

/**
 * How a trained network is applied.
 *
 * @param factor         how many times the image grows
 * @param kernel         what shrinks the result back to the image
 * @param ensemble       in how many flips and turns the image goes through the network: 1, 4 (flips) or 8; see
 *                       {@link Enlarger#orientations}
 * @param backProjection how often each of these, and then their median, are back-projected
 * @param noise          of the image in working units, which back-projection must not bring back, or null
 * @param tile           the most rows and columns of the enlarged image that are computed at once, margins not counted
 */
public record EnlargeSettings(Factor factor, Kernel kernel, int ensemble, int backProjection, NoiseModel noise, int tile) {

	/** Keeps TensorFlow's memory to some hundred megabytes, and the margins' share of the work small. */
	public static final int DEFAULT_TILE = 512;

	/** For an image without noise. */
	public EnlargeSettings(final Factor factor, final Kernel kernel, final int ensemble, final int backProjection,
		final int tile)
	{
		this(factor, kernel, ensemble, backProjection, null, tile);
	}
}
