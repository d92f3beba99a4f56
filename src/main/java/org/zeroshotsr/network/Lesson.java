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

/** One example in the form that a network takes, made by any thread while the network is at work on another. */
public final class Lesson {

	/** Of the low-resolution plane. */
	public final int height;
	public final int width;

	/** Of the low-resolution plane, see {@link Centring}. */
	final float[] input;
	/** What has to be added to the cubic enlargement, see {@link Blocks}. */
	final float[] target;
	/** As the target: what an error there has of the mean. */
	final float[] weight;

	private final double cubicLoss;

	/**
	 * @param spec  of the network
	 * @param low   what goes in: channels x height x width
	 * @param high  what is to come out, block times as large
	 * @param mask  1 x as many rows and columns as {@code high}: 1 where an error counts, else 0; or null for everywhere
	 * @param level the mean of each channel of the plane that {@code low} is like
	 */
	public Lesson(final NetworkSpec spec, final Plane low, final Plane high, final Plane mask, final float[] level) {
		final int rows = spec.blockRows();
		final int columns = spec.blockColumns();
		if (low.channels != spec.channels() || high.channels != low.channels || high.height != rows * low.height ||
			high.width != columns * low.width || mask != null && (mask.height != high.height || mask.width != high.width))
			throw new IllegalArgumentException("a network of blocks " + rows + " x " + columns + " cannot learn " +
				high.channels + " x " + high.height + " x " + high.width + " from " + low.channels + " x " + low.height + " x " +
				low.width);
		height = low.height;
		width = low.width;
		input = Centring.apply(low, level);
		final Plane residual = spec.cubic(low);
		final int size = high.height * high.width;
		double sum = 0;
		double count = 0;
		for (int i = 0; i < residual.data.length; i++) {
			final float m = mask == null ? 1 : mask.data[i % size];
			residual.data[i] = high.data[i] - residual.data[i];
			sum += m * Math.abs(residual.data[i]);
			count += m;
		}
		// nothing may count at all, where all of an example is unknown
		count = Math.max(1, count);
		cubicLoss = sum / count;
		target = Blocks.of(residual, rows, columns);
		weight = mask == null ? new float[target.length] : Blocks.of(repeated(mask, high.channels), rows, columns);
		for (int i = 0; i < weight.length; i++)
			weight[i] = (mask == null ? 1 : weight[i]) / (float) count;
	}

	private static Plane repeated(final Plane mask, final int channels) {
		if (channels == 1) return mask;
		final Plane all = new Plane(channels, mask.height, mask.width);
		for (int c = 0; c < channels; c++)
			System.arraycopy(mask.data, 0, all.data, c * mask.data.length, mask.data.length);
		return all;
	}

	/** The mean absolute error of cubic enlargement, where it counts. */
	public double cubicLoss() {
		return cubicLoss;
	}
}
