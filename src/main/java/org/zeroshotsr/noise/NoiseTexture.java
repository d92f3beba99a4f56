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
package org.zeroshotsr.noise;

import java.util.SplittableRandom;

import org.zeroshotsr.image.Plane;

/**
 * Draws normally distributed noise of a given autocovariance: white noise, filtered by the square root of its power
 * spectrum. What of the spectrum would be negative is 0, so that what cannot be is drawn as nearly as can be. Immutable.
 */
public final class NoiseTexture {

	/** Autocovariance at a distance of (y, x) samples, even in both together. */
	@FunctionalInterface
	public interface Autocovariance {

		double at(int y, int x);
	}

	/** Frequencies along an axis. */
	private static final int FREQUENCIES = 32;
	/** Samples that the filter reaches beyond what the autocovariance does, for it has soft edges. */
	private static final int SOFT = 3;

	private final int reach;
	private final float[] filter;
	private final double variance;

	/** @param reach samples beyond which the autocovariance is 0 */
	public NoiseTexture(final Autocovariance covariance, final int reach) {
		final double[] root = spectrum(covariance, reach);
		double sum = 0;
		for (int i = 0; i < root.length; i++) {
			root[i] = Math.max(0, root[i]);
			sum += root[i];
			root[i] = Math.sqrt(root[i]);
		}
		variance = sum / root.length;
		this.reach = reach == 0 ? 0 : Math.min(reach + SOFT, FREQUENCIES / 2 - 1);
		filter = filter(root);
	}

	/** Noise of variance 1. */
	public NoiseTexture(final Correlation correlation) {
		this(correlation::at, correlation.reach());
	}

	/** Power at all frequencies; their mean is the variance. */
	static double[] spectrum(final Autocovariance covariance, final int reach) {
		final double[] power = new double[FREQUENCIES * FREQUENCIES];
		for (int y = -reach; y <= reach; y++) {
			for (int x = -reach; x <= reach; x++) {
				final double c = covariance.at(y, x);
				for (int i = 0; c != 0 && i < power.length; i++)
					power[i] += c * cosine(y * (i / FREQUENCIES) + x * (i % FREQUENCIES));
			}
		}
		return power;
	}

	private static double cosine(final int turns) {
		return Math.cos(2 * Math.PI * turns / FREQUENCIES);
	}

	private float[] filter(final double[] root) {
		final int side = 2 * reach + 1;
		final float[] taps = new float[side * side];
		double squares = 0;
		for (int t = 0; t < taps.length; t++) {
			double sum = 0;
			for (int i = 0; i < root.length; i++)
				sum += root[i] * cosine((t / side - reach) * (i / FREQUENCIES) + (t % side - reach) * (i % FREQUENCIES));
			taps[t] = (float) (sum / root.length);
			squares += taps[t] * taps[t];
		}
		// what was cut off of the filter
		final double whole = squares > 0 ? Math.sqrt(variance / squares) : 0;
		for (int t = 0; t < taps.length; t++)
			taps[t] *= (float) whole;
		return taps;
	}

	/** Variance of what is drawn. */
	public double variance() {
		return variance;
	}

	/** New noise, each channel of its own. */
	public Plane draw(final int channels, final int height, final int width, final SplittableRandom random) {
		final Plane noise = new Plane(channels, height, width);
		final int side = 2 * reach + 1;
		final int wide = width + 2 * reach;
		final float[] white = new float[(height + 2 * reach) * wide];
		for (int c = 0; c < channels; c++) {
			for (int i = 0; i < white.length; i++)
				white[i] = (float) random.nextGaussian();
			for (int y = 0; y < height; y++) {
				final int to = (c * height + y) * width;
				for (int t = 0; t < filter.length; t++) {
					final float tap = filter[t];
					final int from = (y + t / side) * wide + t % side;
					for (int x = 0; x < width; x++)
						noise.data[to + x] += tap * white[from + x];
				}
			}
		}
		return noise;
	}
}
