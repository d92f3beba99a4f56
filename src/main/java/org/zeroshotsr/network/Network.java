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

import org.zeroshotsr.image.Plane;

/**
 * An image-specific network (Shocher, Cohen, Irani, CVPR 2018, section 3.1) that makes a high-resolution plane of a
 * low-resolution one: fully convolutional, residual to cubic enlargement, trained on one example at a time. It works on
 * the low-resolution grid (Shi et al., CVPR 2016), on centred input (see {@link Centring}).
 * <p>
 * Not for use by several threads at once. Everything it holds outside the Java heap is given back by {@link #close()}.
 */
public interface Network extends AutoCloseable {

	/** What the network is made of, with the precision that it really computes in. */
	NetworkSpec spec();

	/** The device that ran the last step, as TensorFlow reported it, such as "CPU" or "GPU:0 (NVIDIA H200)". */
	String device();

	/**
	 * One optimisation step (Adam on the mean absolute error of the lesson's pixels that count).
	 *
	 * @param rate learning rate, above 0
	 * @return the mean absolute error before the step; NaN when training has diverged
	 */
	float train(Lesson lesson, double rate);

	/**
	 * Enlarges a plane, or a part of one.
	 *
	 * @param low   channels x height x width
	 * @param level a number for each channel: the mean of the whole plane that {@code low} is a part of
	 * @return a new plane, blockRows and blockColumns times as large; beyond the edges of {@code low} the layers see 0
	 */
	Plane apply(Plane low, float[] level);

	/** Whether the device had no memory for a plane, or part of one, and it was done in halves. */
	default boolean ranShort() {
		return false;
	}

	/** A copy of the weights, an array a layer, in the order filter row, column, input, output. */
	float[][] weights();

	/** Sets the weights (as {@link #weights()} gave them) and forgets the optimiser's state. */
	void setWeights(float[][] weights);

	@Override
	void close();
}
