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
package org.zeroshotsr.degrade;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.noise.Correlation;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resizes;

class DegradationTest {

	private static Plane random(final int height, final int width) {
		final Plane plane = new Plane(1, height, width);
		final Random random = new Random(1);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = random.nextFloat();
		return plane;
	}

	/** A ramp on the network's grid, enlarged by its blocks, is the ramp that direct enlargement makes. */
	@ParameterizedTest
	@CsvSource({ "2, 2", "1.5, 1.5", "2.5, 2.5", "3.7, 3.7", "1, 1.5", "1.5, 2", "16, 16" })
	void theNetworksGridLiesWhereTheImageDoes(final double rows, final double columns) {
		final Factor factor = new Factor(rows, columns);
		final Plane ramp = new Plane(1, 40, 44);
		for (int i = 0; i < ramp.data.length; i++)
			ramp.data[i] = 0.3f * (i / 44) + 0.2f * (i % 44);
		final Plane direct = Resizes.enlarge(40, 44, factor).apply(ramp);
		final Plane grid = new Degradation(Kernel.cubic(), factor, null).onGrid(ramp, direct.height, direct.width);
		final Plane byBlocks = Resizes.enlarge(grid.height, grid.width, factor.block()).apply(grid);
		final int border = (int) Math.ceil(6 * Math.max(rows, columns));
		for (int y = border; y < direct.height - border; y++)
			for (int x = border; x < direct.width - border; x++)
				assertEquals(direct.get(0, y, x), byBlocks.get(0, y, x), 1e-4, y + ", " + x);
	}

	@ParameterizedTest
	@CsvSource({ "2, 2, 40, 48", "1.5, 1.5, 41, 43", "2.5, 3, 40, 42", "1, 3, 17, 30", "16, 16, 32, 16", "1, 1, 9, 11",
		"1.1, 1.9, 23, 24", "3.7, 3.7, 33, 36", "1, 2, 8, 8", "7.99, 8, 42, 40", "16, 16, 16, 16" })
	void sonsFitTheirFathers(final double rows, final double columns, final int height, final int width) {
		final Factor factor = new Factor(rows, columns);
		final Degradation.Pair pair = new Degradation(Kernel.cubic(), factor, null).pair(random(height, width), true, 1,
			new SplittableRandom(1));
		assertEquals(pair.high().height, pair.low().height * factor.block().rows());
		assertEquals(pair.high().width, pair.low().width * factor.block().columns());
	}

	/** The pair of a part is a part of the pair of the whole. */
	@ParameterizedTest
	@CsvSource({ "2, 2", "2.5, 2.5", "3, 1", "1.5, 1.5" })
	void partsArePartsOfTheWhole(final double rows, final double columns) {
		final Factor factor = new Factor(rows, columns);
		final int y = 12 * (int) rows;
		final int x = 12 * (int) columns;
		final Window inner = new Window(y, x, 8 * (int) rows, 10 * (int) columns);
		final Plane father = random(3 * y, 3 * x);
		for (final Kernel kernel : List.of(Kernel.cubic(), Kernel.gaussian(0.5, 0.8, 30))) {
			final Degradation degradation = new Degradation(kernel, factor, null);
			final Degradation.Pair whole = degradation.pair(father, true, 1, new SplittableRandom(1));
			final Degradation.Pair part = degradation.pair(father, true, 1, inner, new SplittableRandom(1));
			assertArrayEquals(whole.high().crop(inner).data, part.high().data);
			assertArrayEquals(whole.low().crop(new Window(12, 12, 8, 10)).data, part.low().data, 1e-6f);
		}
	}

	@Test
	void onlyTurnsThatFitKernelAndFactor() {
		assertEquals(8, new Degradation(Kernel.cubic(), new Factor(2, 2), null).orientations().size());
		assertEquals(4, new Degradation(Kernel.cubic(), new Factor(2, 1.5), null).orientations().size());
		assertEquals(List.of(Orientation.AS_IS), new Degradation(Kernel.measured(new double[][] { { 1, 2 }, { 3, 4 } }),
			new Factor(2, 2), null).orientations());
	}

	@Test
	void noiseComesOnlyWhereItIsKnown() {
		final Plane father = random(60, 60);
		final SplittableRandom random = new SplittableRandom(1);
		final Degradation clean = new Degradation(Kernel.cubic(), new Factor(2, 2), null);
		assertArrayEquals(father.data, clean.fathers(father, true, 1, random).data);
		assertArrayEquals(clean.shrink(father).data, clean.pair(father, false, 1, random).low().data);
		final Degradation noisy = new Degradation(Kernel.cubic(), new Factor(2, 2), NoiseModel.gaussian(0.1));
		final Plane both = noisy.fathers(father, true, 1, random);
		assertEquals(2, both.channels);
		// the mean of both copies is the image
		for (int i = 0; i < father.data.length; i++)
			assertEquals(father.data[i], (both.data[i] + both.data[father.data.length + i]) / 2, 1e-6);
		assertArrayEquals(father.data, noisy.fathers(father, false, 1, random).data, "an enlarged image is not made noisy");
	}

	private static double variance(final Plane plane) {
		return covariance(plane, 0, 0);
	}

	/** Of samples so far apart. */
	private static double covariance(final Plane plane, final int dy, final int dx) {
		double sum = 0;
		double products = 0;
		int n = 0;
		for (int y = 12; y < plane.height - 12; y++)
			for (int x = 12; x < plane.width - 12; x++, n++) {
				sum += plane.get(0, y, x);
				products += plane.get(0, y, x) * plane.get(0, y + dy, x + dx);
			}
		return products / n - sum / n * sum / n;
	}

	/**
	 * The network sees sons with the noise of the image, of noisy fathers, shrunk or not, and of clean ones, at every level:
	 * as much of it, and shared by as many neighbours.
	 */
	@ParameterizedTest
	@CsvSource({ "2, 2, 0", "3, 3, 0", "1, 2, 0", "3, 1, 0", "1.5, 1.5, 0", "2.5, 2.5, 0", "3.7, 3.7, 0", "1.1, 1.1, 0",
		"1, 1.5, 0", "2, 2, 0.3", "2, 2, 0.5", "2, 2, 0.62", "3, 3, 0.4", "1.5, 1.5, 0.4" })
	void sonsAreAsNoisyAsTheImage(final double rows, final double columns, final double shared) {
		final Factor factor = new Factor(rows, columns);
		final Correlation correlation = shared == 0 ? Correlation.NONE : new Correlation(Correlation.gaussian(shared), List.of(
			shared, shared / 3));
		final NoiseModel noise = new NoiseModel(0.01, 0.03, 0, correlation);
		for (final Kernel kernel : List.of(Kernel.cubic(), Kernel.gaussian(0.5))) {
			final Degradation degradation = new Degradation(kernel, factor, noise);
			for (final float level : new float[] { 0.1f, 1 }) {
				final Plane clean = new Plane(1, 360, 360);
				Arrays.fill(clean.data, level);
				final Plane image = clean.copy();
				noise.addTo(image, new SplittableRandom(3));
				final Plane grid = degradation.onGrid(image, factor.height(360), factor.width(360));
				sonIsLike(grid, degradation, clean, false, 1);
				for (final double scale : new double[] { 1, 0.9, 0.75 })
					sonIsLike(grid, degradation, image, true, scale);
			}
		}
	}

	private static void sonIsLike(final Plane grid, final Degradation degradation, final Plane image, final boolean noisy,
		final double scale)
	{
		final SplittableRandom random = new SplittableRandom(4);
		final Plane fathers = degradation.fathers(image, noisy, scale, random);
		final int side = (int) (scale * 360);
		final Plane scaled = scale == 1 ? fathers : Resizes.cubic(360, 360, side, side, scale, scale).apply(fathers);
		final Plane son = degradation.pair(scaled, noisy, scale, random).low();
		final String which = degradation.factor() + ", of noisy fathers: " + noisy + ", scale " + scale + ", distance ";
		final double all = covariance(grid, 0, 0);
		// of noise that neighbours share so much, shrinking by 2 leaves more at some frequencies than the image has
		final double most = degradation.noise().correlation().at(1, 0) > 0.6 ? 0.15 : 0.1;
		assertEquals(1, covariance(son, 0, 0) / all, most, which + 0);
		for (int k = 1; k <= 2; k++) {
			assertEquals(covariance(grid, k, 0) / all, covariance(son, k, 0) / all, 0.1, which + k + " down");
			assertEquals(covariance(grid, 0, k) / all, covariance(son, 0, k) / all, 0.1, which + k + " across");
		}
	}

	/** Nothing of a son's noise is in its father, at any level: else a network would learn to keep noise. */
	@Test
	void noiseOfBothHalvesIsIndependent() {
		final Factor factor = new Factor(2, 2);
		final NoiseModel noise = new NoiseModel(0.01, 0.03, 0);
		final Degradation degradation = new Degradation(Kernel.cubic(), factor, noise);
		for (final float level : new float[] { 0.1f, 1 }) {
			final Plane image = new Plane(1, 600, 600);
			Arrays.fill(image.data, level);
			noise.addTo(image, new SplittableRandom(5));
			final SplittableRandom random = new SplittableRandom(6);
			final Degradation.Pair pair = degradation.pair(degradation.fathers(image, true, 1, random), true, 1, random);
			final Plane father = new Degradation(Kernel.cubic(), factor, null).shrink(pair.high());
			double product = 0;
			for (int i = 0; i < father.data.length; i++)
				product += (father.data[i] - level) * (pair.low().data[i] - level);
			// a father that shared the son's noise: a quarter and more
			assertEquals(0, product / father.data.length / noise.variance(level), 0.015);
			assertEquals(2, variance(pair.high()) / noise.variance(level), 0.04, "that of the image and what was drawn");
		}
	}
}
