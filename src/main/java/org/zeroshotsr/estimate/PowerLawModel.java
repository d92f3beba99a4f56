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
package org.zeroshotsr.estimate;

import java.util.Arrays;

import org.zeroshotsr.image.BadInput;

/**
 * The power spectrum to be expected of an image that was shrunk, from a scene that is alike at all scales. The scene's
 * spectrum is a power law, c |f|^-exponent (Field, Relations between the statistics of natural images and the response
 * properties of cortical cells, J. Opt. Soc. Am. A 4, 1987), with c depending on the direction, since edges have
 * preferred ones (Goldstein and Fattal, Blur-Kernel Estimation from Spectral Irregularities, ECCV 2012); the kernel
 * multiplies it by its squared transform; taking every second sample folds the frequencies over the low-resolution
 * limit, up to twice it, back to below; and white noise is added:
 *
 * <pre>
 * S(f) = noise + sum over aliases g of f:  exp(c(direction of g)) |g|^-exponent |K(g)|²
 * </pre>
 *
 * with K the transform of a Gaussian, exp(-2 pi² g' V g), its covariance V in low-resolution pixels, or that of the
 * bicubic kernel. Logarithms of c are a Fourier series of the direction, and of the noise, so that all parameters may
 * take any value.
 */
final class PowerLawModel {

	/** Where the parameters lie: log c and its four harmonics come first. */
	static final int EXPONENT = 5;
	static final int NOISE = 6;
	static final int ROWS = 7;
	static final int MIXED = 8;
	static final int COLUMNS = 9;

	/** Beyond it the exponential of a bad guess would overflow. */
	private static final double MAX_LOG = 60;

	/** How many parameters there are. */
	final int size;

	/** Relative to the mean of power x |f|², so that parameters do not depend on the image's units. */
	final double[] power;

	/** How many independent observations each of {@link #power} is worth. */
	final double weight;

	/** The 5th percentile of the power near the highest frequencies: noise, or little over it. */
	final double floor;

	/** For each frequency its aliases; for each of these the derivatives of its logarithm, and its constant part. */
	private final double[][][] slopes;
	private final double[][] constants;

	private PowerLawModel(final Spectrum spectrum, final boolean gaussian) {
		size = gaussian ? 10 : 7;
		final int n = spectrum.power().length;
		double scale = 0;
		for (int i = 0; i < n; i++) {
			final double r = radius(spectrum, i);
			scale += spectrum.power()[i] * r * r / n;
		}
		if (!(scale > 0)) throw new BadInput("the image has no structure at any scale to estimate a kernel" +
			" from; choose another kernel");
		power = new double[n];
		for (int i = 0; i < n; i++)
			power[i] = Math.max(spectrum.power()[i] / scale, 1e-12);
		weight = spectrum.pixels() / 2 / n;
		floor = floor(spectrum);
		slopes = new double[n][][];
		constants = new double[n][];
		for (int i = 0; i < n; i++)
			addAliases(i, spectrum.rows()[i], spectrum.columns()[i], gaussian);
	}

	static PowerLawModel gaussian(final Spectrum spectrum) {
		return new PowerLawModel(spectrum, true);
	}

	static PowerLawModel cubic(final Spectrum spectrum) {
		return new PowerLawModel(spectrum, false);
	}

	private static double radius(final Spectrum spectrum, final int i) {
		return Math.hypot(spectrum.rows()[i], spectrum.columns()[i]);
	}

	private double floor(final Spectrum spectrum) {
		final double[] high = new double[power.length];
		int count = 0;
		for (int i = 0; i < power.length; i++)
			if (radius(spectrum, i) > 0.4) high[count++] = power[i];
		Arrays.sort(high, 0, count);
		return high[count / 20];
	}

	private void addAliases(final int i, final double row, final double column, final boolean gaussian) {
		final double[][] slopes = new double[9][];
		final double[] constants = new double[9];
		int count = 0;
		for (int v = -1; v <= 1; v++)
			for (int u = -1; u <= 1; u++) {
				final double y = row + v;
				final double x = column + u;
				if (Math.abs(y) > 1 || Math.abs(x) > 1) continue;
				slopes[count] = slopes(y, x, gaussian);
				constants[count++] = gaussian ? 0 : CubicTransfer.logPower(y) + CubicTransfer.logPower(x);
			}
		this.slopes[i] = Arrays.copyOf(slopes, count);
		this.constants[i] = Arrays.copyOf(constants, count);
	}

	private double[] slopes(final double y, final double x, final boolean gaussian) {
		final double[] slope = new double[size];
		final double direction = Math.atan2(y, x);
		slope[0] = 1;
		slope[1] = Math.cos(2 * direction);
		slope[2] = Math.sin(2 * direction);
		slope[3] = Math.cos(4 * direction);
		slope[4] = Math.sin(4 * direction);
		slope[EXPONENT] = -Math.log(Math.hypot(y, x));
		if (gaussian) {
			final double q = -4 * Math.PI * Math.PI;
			slope[ROWS] = q * y * y;
			slope[MIXED] = 2 * q * y * x;
			slope[COLUMNS] = q * x * x;
		}
		return slope;
	}

	/** The expected power at frequency i; {@code relative} gets its derivatives divided by it. */
	double expected(final int i, final double[] parameters, final double[] relative) {
		Arrays.fill(relative, 0);
		double sum = Math.exp(Math.min(parameters[NOISE], MAX_LOG));
		relative[NOISE] = sum;
		for (int a = 0; a < slopes[i].length; a++) {
			final double[] slope = slopes[i][a];
			double log = constants[i][a];
			for (int j = 0; j < size; j++)
				log += parameters[j] * slope[j];
			final double part = Math.exp(Math.min(log, MAX_LOG));
			sum += part;
			for (int j = 0; j < size; j++)
				relative[j] += part * slope[j];
		}
		for (int j = 0; j < size; j++)
			relative[j] /= sum;
		return sum;
	}
}
