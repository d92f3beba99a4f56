package org.zeroshotsr.enlarge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.InitialWeights;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.network.NetworkSpec.Precision;
import org.zeroshotsr.network.TensorFlowNetwork;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resizes;

class EnlargerTest {

	private static final int HEIGHT = 61;
	private static final int WIDTH = 83;

	/** Structure of all sizes in about 0..1. */
	private static Plane image() {
		final Random random = new Random(3);
		final Plane plane = new Plane(1, HEIGHT, WIDTH);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				plane.data[y * WIDTH + x] = (float) (0.5 + 0.3 * Math.sin(0.37 * x + 0.02 * y * y) + 0.1 * random.nextGaussian());
		return plane;
	}

	/** A network that changes the image about as much as a trained one: the published start has no layer near zero. */
	private static TensorFlowNetwork network(final Precision precision) {
		final NetworkSpec spec = new NetworkSpec(1, 8, 16, NetworkSpec.Start.HE, "cpu", precision);
		final float[][] weights = InitialWeights.draw(spec, 5);
		for (int i = 0; i < weights[7].length; i++)
			weights[7][i] *= 5;
		return new TensorFlowNetwork(spec, weights);
	}

	private static Plane enlarge(final TensorFlowNetwork network, final EnlargeSettings settings, final Plane image) {
		final Factor f = settings.factor();
		final Plane result = new Plane(1, f.height(image.height), f.width(image.width));
		java.util.Arrays.fill(result.data, Float.NaN);
		final int[] passes = new int[2];
		new Enlarger(network, settings, image.height, image.width).enlarge(image, Output.into(result), (done, of) -> {
			passes[0]++;
			passes[1] = of;
		});
		assertEquals(passes[1], passes[0]);
		return result;
	}

	@ParameterizedTest
	@CsvSource({ "2, 2, 0, 8, FLOAT32", "2, 2, 2, 8, FLOAT32", "2, 2, 10, 1, FLOAT32", "1.5, 1.5, 2, 1, FLOAT32",
		"1.37, 3, 2, 4, FLOAT32", "4, 4, 2, 1, FLOAT32", "2, 2, 2, 8, BFLOAT16", "3, 3, 0, 1, BFLOAT16" })
	void tilesDoNotShow(final double rows, final double columns, final int projections, final int ensemble,
		final Precision precision)
	{
		final Plane image = image();
		final Factor factor = new Factor(rows, columns);
		try (TensorFlowNetwork network = network(precision)) {
			final Plane whole = enlarge(network, new EnlargeSettings(factor, Kernel.cubic(), ensemble, projections, 100_000),
				image);
			final Plane tiled = enlarge(network, new EnlargeSettings(factor, Kernel.cubic(), ensemble, projections, 16),
				image);
			final Plane bicubic = Resizes.enlarge(HEIGHT, WIDTH, factor).apply(image);
			double difference = 0;
			double change = 0;
			for (int i = 0; i < whole.data.length; i++) {
				assertTrue(Float.isFinite(tiled.data[i]), "a sample that no tile wrote");
				difference = Math.max(difference, Math.abs(whole.data[i] - tiled.data[i]));
				change = Math.max(change, Math.abs(whole.data[i] - bicubic.data[i]));
			}
			assertTrue(change > 0.01, "the network does something: " + change);
			assertTrue(difference <= 1e-4, "tiled and whole differ by " + difference);
		}
	}

	@Test
	void tilesCoverTheResultOnce() {
		for (final double s : new double[] { 1.5, 2, 2.7, 3 }) {
			final Factor factor = new Factor(s, 1.3);
			final List<Tile> tiles = Tile.cut(200, 150, factor, 64, 9);
			assertTrue(tiles.size() > 4);
			final int[][] times = new int[factor.height(200)][factor.width(150)];
			for (final Tile tile : tiles)
				for (int y = tile.kept().y(); y < tile.kept().y() + tile.kept().height(); y++)
					for (int x = tile.kept().x(); x < tile.kept().x() + tile.kept().width(); x++)
						times[y][x]++;
			for (final int[] row : times)
				for (final int t : row)
					assertEquals(1, t);
		}
	}

	@Test
	void backProjectionBringsTheResultBackToTheInput() {
		final Plane image = image();
		final Factor factor = new Factor(2, 2);
		try (TensorFlowNetwork network = network(Precision.FLOAT32)) {
			double last = Double.MAX_VALUE;
			for (final int count : new int[] { 0, 1, 3 }) {
				final Plane result = new Plane(1, 2 * HEIGHT, 2 * WIDTH);
				final double rms = new Enlarger(network, new EnlargeSettings(factor, Kernel.cubic(), 4, count, 64), HEIGHT,
					WIDTH).enlarge(image, Output.into(result), (done, of) -> {});
				// the same by hand, over the whole image
				final Plane shrunk = Kernel.cubic().shrink(2 * HEIGHT, 2 * WIDTH, HEIGHT, WIDTH, factor).apply(result);
				double squares = 0;
				for (int i = 0; i < shrunk.data.length; i++)
					squares += Math.pow(shrunk.data[i] - image.data[i], 2);
				assertEquals(Math.sqrt(squares / shrunk.data.length), rms, 1e-3 * rms + 1e-6);
				assertTrue(rms < 0.6 * last, count + " back-projections: " + rms + " after " + last);
				last = rms;
			}
		}
	}
}
