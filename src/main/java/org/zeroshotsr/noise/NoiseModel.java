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

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Plane;

/**
 * The sensor's noise: Gaussian read noise on a Poisson signal. Variance at intensity v is gain x max(0, v - offset) +
 * read². Both in intensity units (grey levels); pure Gaussian noise has gain 0.
 *
 * @param gain        grey levels a photo-electron; 0 for no photon noise
 * @param read        standard deviation of the read noise in grey levels
 * @param offset      grey level of no light
 * @param correlation of neighbouring samples, as demosaicing, interpolation and a camera's own filters make it
 */
public record NoiseModel(double gain, double read, double offset, Correlation correlation) {

	/** Above this mean a Poisson number is drawn as a normal one of the same variance. */
	private static final double NORMAL_ABOVE = 40;

	public NoiseModel {
		if (!(gain >= 0 && read >= 0 && Double.isFinite(gain + read + offset))) throw new BadInput(
			"noise cannot be negative or infinite: gain " + gain + ", read noise " + read + ", offset " + offset);
	}

	/** White noise. */
	public NoiseModel(final double gain, final double read, final double offset) {
		this(gain, read, offset, Correlation.NONE);
	}

	public static NoiseModel gaussian(final double sigma) {
		return new NoiseModel(0, sigma, 0);
	}

	/** The same with another correlation. */
	public NoiseModel with(final Correlation other) {
		return new NoiseModel(gain, read, offset, other);
	}

	/** The same noise in the working numbers of {@code range}. */
	public NoiseModel in(final IntensityRange range) {
		return new NoiseModel(gain / range.size(), read / range.size(), (offset - range.low()) / range.size(),
			correlation);
	}

	/** The same noise with {@code share} times its variance at every intensity. */
	public NoiseModel times(final double share) {
		return new NoiseModel(gain * share, read * Math.sqrt(share), offset, correlation);
	}

	/** Variance of the noise at intensity {@code v}. */
	public double variance(final double v) {
		return gain * Math.max(0, v - offset) + read * read;
	}

	/** Adds noise to every sample, in place: white noise photon by photon, other noise as {@link #addTo(Plane, NoiseTexture, SplittableRandom)} does. */
	public void addTo(final Plane plane, final SplittableRandom random) {
		if (!correlation.isNone()) {
			addTo(plane, new NoiseTexture(correlation), random);
			return;
		}
		for (int i = 0; i < plane.data.length; i++) {
			double v = plane.data[i];
			if (gain > 0 && v > offset) v = offset + gain * photons((v - offset) / gain, random);
			plane.data[i] = (float) (v + read * random.nextGaussian());
		}
	}

	/** Adds normally distributed noise of this texture, its standard deviation that of the model times the texture's, in place. */
	public void addTo(final Plane plane, final NoiseTexture texture, final SplittableRandom random) {
		final Plane noise = texture.draw(plane.channels, plane.height, plane.width, random);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] += (float) (Math.sqrt(variance(plane.data[i])) * noise.data[i]);
	}

	private static double photons(final double mean, final SplittableRandom random) {
		if (mean > NORMAL_ABOVE) return mean + Math.sqrt(mean) * random.nextGaussian();
		final double limit = Math.exp(-mean);
		int count = -1;
		double product = 1;
		do {
			count++;
			product *= random.nextDouble();
		}
		while (product > limit);
		return count;
	}
}
