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
package org.zeroshotsr.cli;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.noise.NoiseModel;

/** What is done to a shrunken image before it is rounded to its pixel type. */
interface Harm {

	Harm NONE = (plane, range, random) -> plane;

	/**
	 * @param plane in grey levels; may be changed
	 * @param range of the data: 255, 65535, or the original's maximum - minimum for float
	 * @return the harmed plane
	 */
	Plane done(Plane plane, double range, SplittableRandom random);

	/** @throws IllegalArgumentException if images of this pixel type cannot be harmed so */
	default void check(final Samples<?> samples) {}

	/** In grey levels. */
	static Harm noise(final NoiseModel noise) {
		return (plane, range, random) -> {
			noise.addTo(plane, random);
			return plane;
		};
	}

	/** In parts of the data's range. */
	static Harm relativeNoise(final NoiseModel noise) {
		return (plane, range, random) -> noise(noise.in(new IntensityRange(0, 1 / range))).done(plane, range, random);
	}

	/**
	 * A camera's noise: Poisson, of so many photons between the least and the 99.9 percentile of the plane, and 2 electrons of
	 * read noise.
	 */
	static Harm camera(final double photons) {
		if (!(photons > 0 && photons < Double.POSITIVE_INFINITY)) throw new BadInput(
			"a camera needs photons");
		return (plane, range, random) -> {
			final float[] sorted = plane.data.clone();
			Arrays.sort(sorted);
			final double gain = (sorted[(int) (0.999 * (sorted.length - 1))] - sorted[0]) / photons;
			return noise(new NoiseModel(gain, 2 * gain, sorted[0])).done(plane, range, random);
		};
	}

	/** MATLAB's imnoise(.., 'speckle', V): every sample times 1 + n, n uniform about 0 with this variance. */
	static Harm speckle(final double variance) {
		if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) throw new BadInput(
			"a variance cannot be negative or infinite");
		final double most = Math.sqrt(3 * variance);
		return (plane, range, random) -> {
			for (int i = 0; i < plane.data.length; i++)
				plane.data[i] *= 1 + most * (2 * random.nextDouble() - 1);
			return plane;
		};
	}
}
