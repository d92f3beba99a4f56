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
package org.zeroshotsr.page;

import java.util.function.DoubleBinaryOperator;

import org.zeroshotsr.estimate.Periodogram;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.noise.Correlation;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;

/**
 * A power spectrum, the mean over all directions: Welch's, of tiles under a Hann window, which lie side by side. Frequencies
 * are in cycles per pixel of the input and powers per such pixel, also of images that are enlarged, so that all of an image may
 * be drawn together.
 *
 * @param frequencies of the bins' middles
 * @param powers      in grey levels squared, 1 for white noise of variance 1 at the input's pixels; NaN where a bin is empty
 */
record RadialSpectrum(double[] frequencies, double[] powers) {

	/** Rows and columns of a tile, in pixels of the input. */
	static final int TILE = 64;
	/** The same in those of the image, at most. */
	private static final int MOST = 256;
	private static final int LEAST = 16;
	/** Lower frequencies, in periods per tile, are those of the window. */
	private static final double LOWEST = 1.9;
	/** Half of the pixels' frequency. */
	static final double NYQUIST = 0.5;
	/** Signal and noise are equal where both together have so many times the noise's power. */
	private static final double EQUAL = 2;

	/**
	 * Of one colour.
	 *
	 * @param plane  holes filled
	 * @param factor how many times it has been enlarged
	 * @return null where the plane is too small
	 */
	static RadialSpectrum of(final Plane plane, final Factor factor) {
		final int wanted = (int) Math.round(TILE * Math.max(factor.rows(), factor.columns()));
		final int n = Math.min(Math.min(MOST, wanted), Math.min(plane.height, plane.width));
		if (n < LEAST) return null;
		final Periodogram periodogram = new Periodogram(n);
		for (final int y : starts(plane.height, n))
			for (final int x : starts(plane.width, n))
				periodogram.add(plane, new Window(y, x, n, n));
		final double area = factor.rows() * factor.columns();
		return binned(n, factor, (v, u) -> periodogram.get((int) v, (int) u) / area);
	}

	/** From edge to edge. */
	private static int[] starts(final int size, final int n) {
		final int count = (size + n - 1) / n;
		final int[] starts = new int[count];
		for (int i = 1; i < count; i++)
			starts[i] = (int) ((long) (size - n) * i / (count - 1));
		return starts;
	}

	/** That of noise, at the input's pixels, of which {@code plane} tells the intensities. */
	static RadialSpectrum of(final NoiseModel noise, final Plane plane) {
		double variance = 0;
		for (final float v : plane.data)
			variance += noise.variance(v) / plane.data.length;
		final double mean = variance;
		final Correlation shared = noise.correlation();
		return binned(TILE, new Factor(1, 1), (v, u) -> mean * Math.max(0, transfer(shared, true, v / TILE)) * Math.max(0, transfer(
			shared, false, u / TILE)));
	}

	private static double transfer(final Correlation shared, final boolean rows, final double frequency) {
		double sum = 1;
		for (int k = 1; k <= shared.reach(); k++)
			sum += 2 * (rows ? shared.at(k, 0) : shared.at(0, k)) * Math.cos(2 * Math.PI * k * frequency);
		return sum;
	}

	/** @param power at so many periods per tile up and down, and left and right */
	private static RadialSpectrum binned(final int n, final Factor factor, final DoubleBinaryOperator power) {
		final double most = NYQUIST * Math.min(factor.rows(), factor.columns());
		final int bins = (int) Math.round(most * TILE);
		final double[] sums = new double[bins];
		final int[] counts = new int[bins];
		final int half = (n - 1) / 2;
		for (int v = -half; v <= half; v++)
			for (int u = 0; u <= half; u++) {
				final int bin = (int) (Math.hypot(v * factor.rows(), u * factor.columns()) / n * TILE);
				if (bin >= bins || Math.hypot(v, u) <= LOWEST) continue;
				sums[bin] += power.applyAsDouble(v, u);
				counts[bin]++;
			}
		final double[] frequencies = new double[bins];
		for (int i = 0; i < bins; i++) {
			frequencies[i] = (i + 0.5) / TILE;
			sums[i] = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
		}
		return new RadialSpectrum(frequencies, sums);
	}

	/**
	 * The frequency beyond which an input of this spectrum tells nothing: its pixels' Nyquist frequency, or a lower one beyond
	 * which noise is everywhere stronger than signal.
	 *
	 * @param noise its noise's; null for none
	 */
	double limit(final RadialSpectrum noise) {
		if (noise == null) return NYQUIST;
		for (int i = Math.min(powers.length, noise.powers.length) - 1; i >= 0; i--)
			if (powers[i] > EQUAL * noise.powers[i]) return Math.min(NYQUIST, (i + 1.0) / TILE);
		return 0;
	}
}
