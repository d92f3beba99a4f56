package org.zeroshotsr.network;

import java.util.Objects;

/**
 * What a network is made of.
 *
 * @param channels  colours of a pixel, 1 or 3
 * @param depth     convolution layers of 3x3, at least 2
 * @param width     features of the hidden layers
 * @param start     how the weights begin
 * @param device    "cpu", "gpu" (the first), "gpu:N", or "auto" (a GPU where TensorFlow finds one)
 * @param precision what the convolutions compute in
 */
public record NetworkSpec(int channels, int depth, int width, Start start, String device, Precision precision) {

	/** Initial weights. */
	public enum Start {
		/** Normal, variance 2 / fan-in; the last layer near zero, so that training begins at cubic interpolation. */
		HE,
		/** Normal, variance 0.1 / fan-in in every layer: the published start (see method.md, section 2). */
		PAPER
	}

	/** Number format of the convolutions; weights, skip connection, loss and Adam's state are float32 always. */
	public enum Precision {
		AUTO, FLOAT32, BFLOAT16
	}

	public NetworkSpec {
		Objects.requireNonNull(start);
		Objects.requireNonNull(device);
		Objects.requireNonNull(precision);
		if (channels < 1 || depth < 2 || width < 1) throw new IllegalArgumentException("a network of " + depth +
			" layers, " + width + " features and " + channels + " channels cannot be built");
	}

	/** Shape of one layer's 3x3 filter: rows, columns, inputs, outputs. */
	int[] filter(final int layer) {
		return new int[] { 3, 3, layer == 0 ? channels : width, layer == depth - 1 ? channels : width };
	}
}
