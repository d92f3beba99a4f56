/*-
 * #%L
 * Zero-Shot SR: zero-shot super-resolution for microscopy.
 * %%
 * Copyright (C) 2026 Zero-Shot SR developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package org.zeroshotsr.network;

import java.util.Objects;
import java.util.Random;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

/**
 * What a network is made of: convolutions of 3x3 on the low-resolution grid, the last of which gives
 * {@code blockRows x blockColumns} values for each pixel and colour.
 *
 * @param channels     colours of a pixel, 1 or 3
 * @param blockRows    how many high-resolution rows a low-resolution row becomes, at least 1
 * @param blockColumns how many columns a column becomes, at least 1
 * @param depth        convolution layers, at least 2
 * @param width        features of the hidden layers
 * @param device       "cpu", "gpu" (the first), "gpu:N", or "auto" (a GPU where TensorFlow finds one)
 * @param precision    what the convolutions compute in
 */
public record NetworkSpec(int channels, int blockRows, int blockColumns, int depth, int width, String device,
	Precision precision)
{

	/** Side of the window whose mean is the local mean of {@link Centring}. */
	public static final int WINDOW = 17;

	/**
	 * What is added of a feature to its positive part: features that are below zero everywhere go on learning, so that a
	 * network cannot die (leaky rectifier, Maas, Hannun, Ng 2013; this form of it is the faster one).
	 */
	public static final float LEAK = 0.11f;
	/** The share of the local mean, minus the level, that the layers see beside the plane minus its local mean. */
	public static final float MEAN_SHARE = 0.25f;

	/** How near zero the last layer begins, as a fraction of He's deviation, so that training begins at cubic enlargement. */
	private static final double LAST_LAYER = 0.005;
	private static final int FILTER = 3;
	/** The image minus its local mean, and that minus its level. */
	private static final int INPUTS = 2;

	/** Number format of the convolutions; weights, skip connection, loss and Adam's state are float32 always. */
	public enum Precision {
		AUTO, FLOAT32, BFLOAT16
	}

	public NetworkSpec {
		Objects.requireNonNull(device);
		Objects.requireNonNull(precision);
		if (channels < 1 || blockRows < 1 || blockColumns < 1 || depth < 2 || width < 1) throw new IllegalArgumentException(
			"a network of " + depth + " layers, " + width + " features, " + channels + " channels and blocks of " + blockRows +
				" x " + blockColumns + " cannot be built");
	}

	/** The same in another precision. */
	NetworkSpec with(final Precision newPrecision) {
		return new NetworkSpec(channels, blockRows, blockColumns, depth, width, device, newPrecision);
	}

	/** Values that the last layer gives for a low-resolution pixel. */
	int outputs() {
		return blockRows * blockColumns * channels;
	}

	/** The cubic enlargement that the last layer's values are added to. */
	public Plane cubic(final Plane low) {
		return Resizes.enlarge(low.height, low.width, new Factor(blockRows, blockColumns)).apply(low);
	}

	/** Shape of one layer's filter: rows, columns, inputs, outputs. */
	public int[] filter(final int layer) {
		return new int[] { FILTER, FILTER, layer == 0 ? INPUTS * channels : width, layer == depth - 1 ? outputs() : width };
	}

	/** How far zero padding reaches into the output, in low-resolution pixels. */
	public int radius() {
		return depth * (FILTER / 2);
	}

	/** How far a low-resolution pixel has a say, in low-resolution pixels: through the layers and the local mean. */
	public int reach() {
		return radius() + WINDOW / 2;
	}

	/**
	 * Weights to begin with, the same for the same seed on every machine: normal with variance 2 / fan-in (He et al. 2015),
	 * less what the leak adds, the last layer near zero.
	 */
	public float[][] initialWeights(final long seed) {
		final Random random = new Random(seed);
		final float[][] weights = new float[depth][];
		for (int layer = 0; layer < depth; layer++) {
			final int[] filter = filter(layer);
			final int fanIn = filter[0] * filter[1] * filter[2];
			final double deviation = Math.sqrt(2.0 / fanIn) * (layer == depth - 1 ? LAST_LAYER : 1 / (1 + LEAK));
			weights[layer] = new float[fanIn * filter[3]];
			for (int i = 0; i < weights[layer].length; i++)
				weights[layer][i] = (float) (deviation * random.nextGaussian());
		}
		return weights;
	}

	/** {@code weights} of a network like this but for its blocks: all of its layers but the last, which begins anew. */
	public float[][] carriedOver(final float[][] weights, final long seed) {
		final float[][] carried = initialWeights(seed);
		for (int layer = 0; layer < depth; layer++)
			if (weights[layer].length == carried[layer].length) carried[layer] = weights[layer];
		return carried;
	}
}
