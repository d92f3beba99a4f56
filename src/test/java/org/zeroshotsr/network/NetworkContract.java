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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.network.NetworkSpec.Precision;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

/** What every {@link Network} has to do, wherever it runs. */
public abstract class NetworkContract {

	private static final int[][] BLOCKS = { { 1, 1 }, { 2, 2 }, { 1, 2 }, { 3, 1 }, { 2, 3 } };

	/** A network whose weights are yet to be set. */
	protected abstract Network make(NetworkSpec spec);

	static NetworkSpec spec(final int channels, final int rows, final int columns) {
		return new NetworkSpec(channels, rows, columns, 3, 6, "cpu", Precision.FLOAT32);
	}

	/** Weights whose residual can be seen: as at the start, but for a last layer that is not near zero. */
	static float[][] lively(final NetworkSpec spec, final long seed) {
		final float[][] weights = spec.initialWeights(seed);
		final float[] last = weights[spec.depth() - 1];
		for (int i = 0; i < last.length; i++)
			last[i] *= 60;
		return weights;
	}

	static Plane plane(final int channels, final int height, final int width, final long seed) {
		final Plane plane = new Plane(channels, height, width);
		final Random random = new Random(seed);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = random.nextFloat();
		return plane;
	}

	private Network network(final NetworkSpec spec) {
		final Network network = make(spec);
		network.setWeights(lively(spec, 4));
		return network;
	}

	private static float[][] zeros(final NetworkSpec spec) {
		final float[][] weights = spec.initialWeights(1);
		for (final float[] layer : weights)
			Arrays.fill(layer, 0);
		return weights;
	}

	private static Lesson lesson(final NetworkSpec spec, final Plane mask, final long seed) {
		final Plane low = plane(spec.channels(), 9, 8, seed);
		return new Lesson(spec, low, plane(spec.channels(), 9 * spec.blockRows(), 8 * spec.blockColumns(), seed + 1), mask, low
			.means());
	}

	@Test
	void withoutWeightsItIsCubicEnlargement() {
		for (final int channels : new int[] { 1, 3 })
			for (final int[] block : BLOCKS) {
				final NetworkSpec spec = spec(channels, block[0], block[1]);
				try (Network network = make(spec)) {
					network.setWeights(zeros(spec));
					final Plane low = plane(channels, 7, 11, 1);
					final Plane cubic = Resizes.enlarge(7, 11, new Factor(block[0], block[1])).apply(low);
					assertArrayEquals(cubic.data, network.apply(low, low.means()).data);
					final Lesson lesson = lesson(spec, null, 5);
					assertEquals(lesson.cubicLoss(), network.train(lesson, 1e-9), 1e-6);
				}
			}
	}

	/** The arithmetic, by a network in plain Java: outputs, losses and weights over three steps. */
	@Test
	void stepsAreThoseOfTheReference() {
		for (final int[] block : BLOCKS) {
			final NetworkSpec spec = spec(block[1] == 3 ? 3 : 1, block[0], block[1]);
			try (Network network = network(spec); Network reference = new ReferenceNetwork(spec)) {
				reference.setWeights(lively(spec, 4));
				for (int step = 0; step < 3; step++) {
					final Plane low = plane(spec.channels(), 6, 9, 70 + step);
					assertArrayEquals(reference.apply(low, low.means()).data, network.apply(low, low.means()).data, 2e-5f);
					final Plane mask = new Plane(1, 9 * spec.blockRows(), 8 * spec.blockColumns());
					Arrays.fill(mask.data, mask.data.length / 3, mask.data.length, 1);
					final Lesson lesson = lesson(spec, step == 1 ? mask : null, 10 * step);
					assertEquals(reference.train(lesson, 1e-2), network.train(lesson, 1e-2), 1e-5);
				}
				final float[][] expected = reference.weights();
				final float[][] got = network.weights();
				for (int l = 0; l < expected.length; l++)
					assertArrayEquals(expected[l], got[l], 3e-4f, "layer " + l);
			}
		}
	}

	@Test
	void weightsComeBackAndTheOptimiserForgets() {
		final NetworkSpec spec = spec(1, 2, 2);
		try (Network network = network(spec)) {
			final float[][] initial = lively(spec, 4);
			final float[] losses = new float[5];
			for (int run = 0; run < 2; run++) {
				network.setWeights(initial);
				for (int l = 0; l < initial.length; l++)
					assertArrayEquals(initial[l], network.weights()[l]);
				for (int i = 0; i < losses.length; i++) {
					final float loss = network.train(lesson(spec, null, 3), 1e-2);
					if (run == 0) losses[i] = loss;
					else assertEquals(losses[i], loss, "no momentum was left");
				}
			}
			assertTrue(losses[4] < losses[0], Arrays.toString(losses));
			final float before = network.weights()[0][0];
			network.weights()[0][0] = 99;
			assertEquals(before, network.weights()[0][0], "weights() is a copy");
		}
	}

	/** What does not count has no say: not even where the father is no number. */
	@Test
	void maskedPixelsChangeNothing() {
		final NetworkSpec spec = spec(1, 2, 2);
		final Plane low = plane(1, 9, 8, 1);
		final Plane high = plane(1, 18, 16, 2);
		final Plane other = high.copy();
		final Plane mask = new Plane(1, 18, 16);
		for (int i = 0; i < mask.data.length; i++)
			if (i % 16 < 9) mask.data[i] = 1;
			else other.data[i] = -7;
		try (Network network = network(spec)) {
			final float loss = network.train(new Lesson(spec, low, high, mask, low.means()), 1e-2);
			final float[][] weights = network.weights();
			network.setWeights(lively(spec, 4));
			assertEquals(loss, network.train(new Lesson(spec, low, other, mask, low.means()), 1e-2));
			for (int l = 0; l < weights.length; l++)
				assertArrayEquals(weights[l], network.weights()[l]);
		}
	}

	/** A brighter plane, and its level with it, comes out brighter, and is learnt as well. */
	@Test
	void brightnessDoesNotMatter() {
		final NetworkSpec spec = spec(1, 2, 2);
		final Plane low = plane(1, 12, 13, 1);
		final Plane bright = low.copy();
		for (int i = 0; i < bright.data.length; i++)
			bright.data[i] += 20;
		try (Network network = network(spec)) {
			final Plane a = network.apply(low, low.means());
			final Plane b = network.apply(bright, bright.means());
			for (int i = 0; i < a.data.length; i++)
				assertEquals(a.data[i] + 20, b.data[i], 1e-3);
		}
	}

	/** Part of a plane, with a margin as wide as the network sees: the same as in the whole. */
	@Test
	void aPartIsLikeTheWholeWithinItsReach() {
		final NetworkSpec spec = spec(1, 2, 3);
		final Plane low = plane(1, 50, 48, 1);
		final int reach = spec.reach();
		assertEquals(3 + 8, reach);
		try (Network network = network(spec)) {
			final Plane whole = network.apply(low, low.means());
			final Plane part = network.apply(low.crop(new Window(4, 6, 2 * reach + 5, 2 * reach + 7)), low.means());
			final Plane expected = whole.crop(new Window(2 * (4 + reach), 3 * (6 + reach), 10, 21));
			assertArrayEquals(expected.data, part.crop(new Window(2 * reach, 3 * reach, 10, 21)).data, 1e-5f);
		}
	}

	@Test
	void noNumbersAreToldAndGetBetterWithNewWeights() {
		final NetworkSpec spec = spec(1, 2, 2);
		final Plane broken = plane(1, 9, 8, 1);
		broken.data[5] = Float.NaN;
		try (Network network = network(spec)) {
			final float loss = network.train(lesson(spec, null, 3), 1e-3);
			assertTrue(Float.isNaN(network.train(new Lesson(spec, broken, plane(1, 18, 16, 2), null, new float[1]), 1e-3)));
			assertTrue(Float.isNaN(network.train(lesson(spec, null, 3), 1e-3)), "the weights are gone");
			network.setWeights(lively(spec, 4));
			assertEquals(loss, network.train(lesson(spec, null, 3), 1e-3));
		}
	}
}
