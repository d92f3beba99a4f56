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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.noise.Correlation;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Resizes;

/** Estimates without the truth, held against the truth. */
class SureTest {

	private static Plane truth() {
		return DeadLeaves.scene(160, 160, 3);
	}

	private static UnaryOperator<Plane> gaussian(final double sigma) {
		return low -> Resizes.blur(low.height, low.width, sigma).apply(low);
	}

	private static double meanSquare(final Plane a, final Plane b, final int border) {
		double sum = 0;
		int count = 0;
		for (int y = border; y < a.height - border; y++)
			for (int x = border; x < a.width - border; x++, count++)
				sum += Math.pow(a.get(0, y, x) - b.get(0, y, x), 2);
		return sum / count;
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.4 })
	void theErrorIsTheTrueOne(final double shared) {
		final Plane truth = truth();
		final double range = Arrays.stream(new float[][] { truth.data }).mapToDouble(d -> {
			float most = 0;
			for (final float v : d)
				most = Math.max(most, v);
			return most;
		}).max().getAsDouble();
		final NoiseModel noise = new NoiseModel(0.02 * range, 0.05 * range, 0, shared == 0 ? Correlation.NONE : new Correlation(
			Correlation.gaussian(shared), Correlation.gaussian(shared)));
		final Plane low = truth.copy();
		noise.addTo(low, new SplittableRandom(1));
		final Sure sure = new Sure(low, null, noise, 1);
		for (final double sigma : new double[] { 0.05, 0.5, 1, 2 }) {
			final double right = meanSquare(gaussian(sigma).apply(low), truth, 4);
			assertEquals(right, sure.of(gaussian(sigma)), 0.12 * right, "sigma " + sigma);
		}
		// not linear: squares of what is there
		final UnaryOperator<Plane> bent = plane -> {
			final Plane made = gaussian(0.8).apply(plane);
			for (int i = 0; i < made.data.length; i++)
				made.data[i] *= made.data[i] / range;
			return made;
		};
		final double right = meanSquare(bent.apply(low), truth, 4);
		assertEquals(right, sure.of(bent), 0.12 * right);
	}

	@Test
	void holesDoNotCount() {
		final Plane truth = truth();
		final NoiseModel noise = NoiseModel.gaussian(20);
		final Plane low = truth.copy();
		noise.addTo(low, new SplittableRandom(1));
		final Plane holes = low.copy();
		for (int i = 0; i < low.data.length; i++)
			if (i % 160 > 60 && i % 160 < 80) {
				holes.data[i] = Float.NaN;
				low.data[i] = 1e6f;
			}
		final double spoilt = new Sure(low, null, noise, 1).of(gaussian(0.05));
		final double known = new Sure(low, Known.of(holes), noise, 1).of(plane -> plane);
		assertEquals(400, known, 60, "of the identity: the noise");
		assertTrue(Math.abs(spoilt) < 1e12);
		final double hidden = HeldOut.of(low, Known.of(holes), gaussian(0.05), 0, 1);
		assertTrue(hidden < 1e5, "no pixel of 10^6 was looked at: " + hidden);
	}

	/** Of noisy images a Gaussian is nearer to pixels that it never saw than what keeps the noise. */
	@Test
	void heldOutPixelsRank() {
		final Plane smooth = gaussian(3).apply(truth());
		final Plane low = smooth.copy();
		NoiseModel.gaussian(30).addTo(low, new SplittableRandom(2));
		final List<Double> errors = List.of(1.5, 0.6).stream().map(s -> HeldOut.of(low, null, gaussian(s), 0, 1)).toList();
		assertTrue(errors.get(0) < errors.get(1), errors.toString());
		// what is left is the hidden pixels' own noise
		assertTrue(errors.get(0) > 0.85 * 900 && errors.get(0) < 1.5 * 900, errors.toString());
	}
}
