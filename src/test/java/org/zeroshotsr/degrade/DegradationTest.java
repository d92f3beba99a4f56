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
		final Degradation.Pair pair = new Degradation(Kernel.cubic(), factor, null).pair(random(height, width), true,
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
			final Degradation.Pair whole = degradation.pair(father, true, new SplittableRandom(1));
			final Degradation.Pair part = degradation.pair(father, true, inner, new SplittableRandom(1));
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
		assertArrayEquals(father.data, clean.fathers(father, true, random).data);
		assertArrayEquals(clean.shrink(father).data, clean.pair(father, false, random).low().data);
		final Degradation noisy = new Degradation(Kernel.cubic(), new Factor(2, 2), NoiseModel.gaussian(0.1));
		final Plane both = noisy.fathers(father, true, random);
		assertEquals(2, both.channels);
		// the mean of both copies is the image
		for (int i = 0; i < father.data.length; i++)
			assertEquals(father.data[i], (both.data[i] + both.data[father.data.length + i]) / 2, 1e-6);
		assertArrayEquals(father.data, noisy.fathers(father, false, random).data, "an enlarged image is not made noisy");
	}

	private static double variance(final Plane plane) {
		double sum = 0;
		double squares = 0;
		int n = 0;
		for (int y = 12; y < plane.height - 12; y++)
			for (int x = 12; x < plane.width - 12; x++, n++) {
				sum += plane.get(0, y, x);
				squares += plane.get(0, y, x) * plane.get(0, y, x);
			}
		return squares / n - sum / n * sum / n;
	}

	/** The network sees sons with the noise of the image on its grid, of noisy fathers and of clean ones, at every level. */
	@ParameterizedTest
	@CsvSource({ "2, 2", "3, 3", "1, 2", "3, 1", "1.5, 1.5", "2.5, 2.5", "3.7, 3.7" })
	void sonsAreAsNoisyAsTheImage(final double rows, final double columns) {
		final Factor factor = new Factor(rows, columns);
		final NoiseModel noise = new NoiseModel(0.01, 0.03, 0);
		for (final Kernel kernel : List.of(Kernel.cubic(), Kernel.gaussian(0.5))) {
			final Degradation degradation = new Degradation(kernel, factor, noise);
			for (final float level : new float[] { 0.1f, 1 }) {
				final Plane clean = new Plane(1, 360, 360);
				Arrays.fill(clean.data, level);
				final Plane image = clean.copy();
				noise.addTo(image, new SplittableRandom(3));
				final double expected = variance(degradation.onGrid(image, factor.height(360), factor.width(360)));
				for (final boolean noisy : new boolean[] { true, false }) {
					final SplittableRandom random = new SplittableRandom(4);
					final Plane son = degradation.pair(degradation.fathers(noisy ? image : clean, noisy, random), noisy, random).low();
					assertEquals(1, variance(son) / expected, 0.1, "level " + level + ", of noisy fathers: " + noisy);
				}
			}
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
			final Degradation.Pair pair = degradation.pair(degradation.fathers(image, true, random), true, random);
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
