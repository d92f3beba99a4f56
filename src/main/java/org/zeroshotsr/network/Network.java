package org.zeroshotsr.network;

/**
 * An image-specific network that maps an enlarged low-resolution crop to its high-resolution father (Shocher, Cohen,
 * Irani, CVPR 2018, section 3.1): fully convolutional, residual, trained on one example at a time.
 * <p>
 * Samples are passed as plain float arrays in the order (example, row, column, channel), the channel fastest. Not safe
 * for use by several threads at once. Everything it holds outside the Java heap is given back by {@link #close()}.
 */
public interface Network extends AutoCloseable {

	/** What the network is made of and where it really runs. */
	NetworkSpec spec();

	/** The device that ran the last step, as TensorFlow reported it, such as "CPU" or "GPU:0 (NVIDIA H200)". */
	String device();

	/**
	 * One optimisation step (Adam on the mean absolute error).
	 *
	 * @param input  examples x height x width x channels samples, the sons enlarged to their fathers' size
	 * @param target as many samples, the fathers
	 * @param rate   learning rate, above 0
	 * @return the mean absolute error before the step; NaN when training has diverged
	 */
	float train(float[] input, float[] target, int examples, int height, int width, double rate);

	/** The network's output for one enlarged image of height x width x channels samples; a new array of as many. */
	float[] apply(float[] input, int height, int width);

	/** A copy of the weights, an array a layer. */
	float[][] weights();

	/** Sets the weights (as {@link #weights()} gave them) and forgets the optimiser's state. */
	void setWeights(float[][] weights);

	/** Receptive-field radius in pixels: an output pixel depends on inputs at most this far away. */
	default int radius() {
		return spec().depth();
	}

	@Override
	void close();
}
