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

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.noise.NoiseTexture;

/**
 * How far something that is made of a noisy image is from the image without its noise, estimated without knowing that:
 * Stein's unbiased risk estimate (Annals of Statistics 9, 1981) with a Monte Carlo divergence (Ramani, Blu, Unser, IEEE TIP
 * 17, 2008), for the noise's variance at every level and its correlation. What is made is "enlarge, then shrink": of all
 * enlargements of a noisy image those whose shrunken copies are nearest to the image without noise are nearest to the truth,
 * as far as measured (docs/measurements.md).
 */
public final class Sure {

	private static final int REPEATS = 3;
	/** Of the noise, what is added to see how the result follows. */
	private static final float EPSILON = 0.2f;
	/** Nearer to the edges errors do not count. */
	private static final int BORDER = 4;

	private final Plane low;
	private final Known known;
	/** Of the image's noise, and its mean over the plane. */
	private final double variance;
	private final List<Plane> probes = new ArrayList<>();

	/**
	 * @param known which of its pixels are; null for all
	 * @param noise of the plane, in its units
	 */
	public Sure(final Plane low, final Known known, final NoiseModel noise, final long seed) {
		this.low = low;
		this.known = known;
		final NoiseTexture texture = new NoiseTexture(noise.correlation());
		final SplittableRandom random = new SplittableRandom(seed);
		final Plane deviation = new Plane(low.channels, low.height, low.width);
		for (int i = 0; i < low.data.length; i++)
			deviation.data[i] = (float) Math.sqrt(noise.variance(low.data[i]));
		variance = mean(deviation, deviation);
		for (int k = 0; k < REPEATS; k++) {
			final Plane probe = texture.draw(low.channels, low.height, low.width, random);
			for (int i = 0; i < probe.data.length; i++)
				probe.data[i] *= deviation.data[i];
			probes.add(probe);
		}
	}

	/**
	 * The mean square error; by chance it may be under 0.
	 *
	 * @param rebuild makes of the plane, or of one that differs a little, a plane of its size
	 */
	public double of(final UnaryOperator<Plane> rebuild) {
		final Plane made = rebuild.apply(low);
		final Plane difference = minus(made, low);
		double bend = 0;
		for (final Plane probe : probes) {
			final Plane moved = low.copy();
			for (int i = 0; i < moved.data.length; i++)
				moved.data[i] += EPSILON * probe.data[i];
			bend += mean(probe, minus(rebuild.apply(moved), made)) / EPSILON / REPEATS;
		}
		return mean(difference, difference) - variance + 2 * bend;
	}

	private static Plane minus(final Plane a, final Plane b) {
		final Plane difference = a.copy();
		for (int i = 0; i < difference.data.length; i++)
			difference.data[i] -= b.data[i];
		return difference;
	}

	/** Of the product, inside, where the plane is known. */
	private double mean(final Plane a, final Plane b) {
		final int border = Math.min(BORDER, (Math.min(a.height, a.width) - 1) / 4);
		double sum = 0;
		long count = 0;
		for (int c = 0; c < a.channels; c++)
			for (int y = border; y < a.height - border; y++)
				for (int x = border; x < a.width - border; x++) {
					if (known != null && !known.around(y, x, 1)) continue;
					sum += (double) a.get(c, y, x) * b.get(c, y, x);
					count++;
				}
		return sum / Math.max(1, count);
	}
}
