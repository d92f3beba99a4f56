package org.zeroshotsr.enlarge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.InitialWeights;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.network.NetworkSpec.Precision;
import org.zeroshotsr.network.TensorFlowNetwork;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.BackProjection;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resize;
import org.zeroshotsr.resize.Resizes;

class EnlargerTest {

	private static final Factor TWO = new Factor(2, 2);

	private static TensorFlowNetwork exact;
	private static TensorFlowNetwork rough;

	@BeforeAll
	static void open() {
		exact = network(Precision.FLOAT32);
		rough = network(Precision.BFLOAT16);
	}

	/** Random weights whose residual is some tenths of the range: much more than a trained network's. */
	private static TensorFlowNetwork network(final Precision precision) {
		final NetworkSpec spec = new NetworkSpec(1, 4, 8, NetworkSpec.Start.HE, "cpu", precision);
		final float[][] weights = InitialWeights.draw(spec, 4);
		for (int i = 0; i < weights[3].length; i++)
			weights[3][i] *= 15;
		return new TensorFlowNetwork(spec, weights);
	}

	@AfterAll
	static void close() {
		exact.close();
		rough.close();
	}

	private static Plane image(final int channels, final int height, final int width) {
		final Plane plane = new Plane(channels, height, width);
		final Random random = new Random(2);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = random.nextFloat();
		return plane;
	}

	private static Plane enlarge(final Network network, final EnlargeSettings settings, final Plane low,
		final double[] rms)
	{
		final Plane high = new Plane(low.channels, settings.factor().height(low.height), settings.factor().width(low.width));
		Arrays.fill(high.data, Float.NaN);
		rms[0] = new Enlarger(network, settings, low.height, low.width).enlarge(low, Output.into(high), (n, of) -> {});
		return high;
	}

	private static Plane enlarge(final Network network, final EnlargeSettings settings, final Plane low) {
		return enlarge(network, settings, low, new double[1]);
	}

	private static double greatestDifference(final Plane a, final Plane b) {
		double most = 0;
		for (int i = 0; i < a.data.length; i++)
			most = Math.max(most, Math.abs(a.data[i] - b.data[i]));
		return most;
	}

	@ParameterizedTest
	@CsvSource({ "2, 2, 0, FLOAT32", "2, 2, 2, FLOAT32", "2, 2, 10, FLOAT32", "1.5, 1.5, 2, FLOAT32",
		"1.5, 1.5, 10, FLOAT32", "2, 1.5, 2, FLOAT32", "3, 3, 2, FLOAT32", "4, 4, 2, FLOAT32", "1.37, 3, 2, FLOAT32", "1, 2, 10, FLOAT32", "2, 2, 0, BFLOAT16",
		"2, 2, 2, BFLOAT16", "2, 2, 10, BFLOAT16", "1.5, 2, 2, BFLOAT16" })
	void tilesDoNotShow(final double rows, final double columns, final int projections, final Precision precision) {
		final Factor factor = new Factor(rows, columns);
		final Plane low = image(1, 90, 80);
		final Network network = precision == Precision.FLOAT32 ? exact : rough;
		final double[] rms = new double[1];
		final double[] tiledRms = new double[1];
		final Plane whole = enlarge(network, new EnlargeSettings(factor, Kernel.cubic(), 1, projections, 1000), low, rms);
		final Plane tiled = enlarge(network, new EnlargeSettings(factor, Kernel.cubic(), 1, projections, 32), low, tiledRms);
		assertEquals(0, greatestDifference(whole, tiled), 1e-4, "of the range");
		assertEquals(rms[0], tiledRms[0], 1e-5 + 1e-3 * rms[0]);
	}

	@ParameterizedTest
	@CsvSource({ "gaussian, 2", "gaussian, 10", "measured, 2", "measured, 10" })
	void tilesDoNotShowWithOtherKernels(final String name, final int projections) {
		final double[][] samples = new double[6][5];
		for (int y = 0; y < 6; y++)
			for (int x = 0; x < 5; x++)
				samples[y][x] = Math.exp(-(y - 2.3) * (y - 2.3) / 3 - (x - 2) * (x - 2) / 4.0) * (1 + 0.3 * y);
		final Kernel kernel = name.equals("gaussian") ? Kernel.gaussian(0.6) : Kernel.measured(samples);
		final Plane low = image(1, 100, 90);
		final Plane whole = enlarge(exact, new EnlargeSettings(TWO, kernel, 1, projections, 1000), low);
		final Plane tiled = enlarge(exact, new EnlargeSettings(TWO, kernel, 1, projections, 32), low);
		assertEquals(0, greatestDifference(whole, tiled), 1e-4);
	}

	@Test
	void tilesDoNotShowInNoisyImages() {
		final Plane low = image(1, 200, 180);
		final Plane whole = enlarge(exact, new EnlargeSettings(TWO, Kernel.cubic(), 1, 2, NoiseModel.gaussian(0.1), 1000), low);
		final Plane tiled = enlarge(exact, new EnlargeSettings(TWO, Kernel.cubic(), 1, 2, NoiseModel.gaussian(0.1), 64), low);
		assertEquals(0, greatestDifference(whole, tiled), 1e-4);
	}

	/** Back-projection must not bring back the noise of a noisy image, nor move its mean. */
	@Test
	void noisyImagesKeepTheirMeanAndNotTheirNoise() {
		final Plane low = new Plane(1, 64, 64);
		NoiseModel.gaussian(0.1).addTo(low, new SplittableRandom(1));
		// a network that makes everything black
		final Network black = (Network) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Network.class }, (
			proxy, method, args) -> method.getName().equals("apply") ? new float[((float[]) args[0]).length] : method
				.getName().equals("radius") ? 4 : null);
		final Plane high = enlarge(black, new EnlargeSettings(TWO, Kernel.cubic(), 8, 2, NoiseModel.gaussian(0.1), 512), low);
		double mean = 0;
		double square = 0;
		for (final float v : high.data) {
			mean += v / high.data.length;
			square += v * v / high.data.length;
		}
		double expected = 0;
		for (final float v : low.data)
			expected += v / low.data.length;
		assertEquals(expected, mean, 1e-4);
		assertTrue(Math.sqrt(square) < 0.04, "noise " + Math.sqrt(square));
	}

	@Test
	void tilesDoNotShowInAnEnsembleOfColours() {
		final NetworkSpec spec = new NetworkSpec(3, 3, 6, NetworkSpec.Start.HE, "cpu", Precision.FLOAT32);
		final float[][] weights = InitialWeights.draw(spec, 1);
		for (int i = 0; i < weights[2].length; i++)
			weights[2][i] *= 15;
		try (Network network = new TensorFlowNetwork(spec, weights)) {
			final Plane low = image(3, 60, 70);
			final Plane whole = enlarge(network, new EnlargeSettings(TWO, Kernel.cubic(), 8, 2, 1000), low);
			final Plane tiled = enlarge(network, new EnlargeSettings(TWO, Kernel.cubic(), 8, 2, 40), low);
			assertEquals(0, greatestDifference(whole, tiled), 1e-4);
		}
	}

	/** The ensemble written out: turn, apply, turn back, back-project, median, back-project (method.md, section 2). */
	@ParameterizedTest
	@CsvSource({ "1, 2, 2, 0, 1", "4, 2, 2, 0, 4", "8, 2, 2, 0, 8", "8, 2, 1.5, 0, 4", "8, 2, 2, 90, 4", "8, 2, 2, 30, 2",
		"4, 2, 2, 30, 2", "1, 2, 2, 30, 1" })
	void isTheMedianOfItsTurns(final int ensemble, final double rows, final double columns, final double angle,
		final int expected)
	{
		final Kernel kernel = angle == 0 ? Kernel.cubic() : Kernel.gaussian(0.7, 0.4, angle);
		final Factor factor = new Factor(rows, columns);
		final Plane low = image(1, 20, 23);
		final Resize up = Resizes.enlarge(20, 23, factor);
		final Resize down = kernel.shrink(up.outHeight(), up.outWidth(), 20, 23, factor);
		final BackProjection projection = new BackProjection(down, up, 3);
		final Plane start = up.apply(low);
		final List<Plane> passes = new ArrayList<>();
		for (final Orientation o : Orientation.values()) {
			if (ensemble == 1 && o != Orientation.AS_IS || expected == 4 && o.isTransposed()) continue;
			if (expected == 2 && o != Orientation.AS_IS && o != Orientation.TURNED_HALF) continue;
			final Plane turned = o.apply(start);
			final Plane back = o.inverse().apply(new Plane(1, turned.height, turned.width, exact.apply(turned.data,
				turned.height, turned.width)));
			projection.refine(back, low);
			passes.add(back);
		}
		assertEquals(expected, passes.size());
		final Plane median = new Plane(1, start.height, start.width);
		for (int i = 0; i < median.data.length; i++) {
			final int at = i;
			final double[] sorted = passes.stream().mapToDouble(p -> p.data[at]).sorted().toArray();
			median.data[i] = (float) ((sorted[(expected - 1) / 2] + sorted[expected / 2]) / 2);
		}
		projection.refine(median, low);
		final Plane got = enlarge(exact, new EnlargeSettings(factor, kernel, ensemble, 3, 512), low);
		assertArrayEquals(median.data, got.data, 1e-5f);
	}

	@Test
	void backProjectionBringsTheInputBack() {
		final Plane low = image(1, 30, 34);
		final Plane before = low.copy();
		final double[] last = { Double.MAX_VALUE };
		for (final int count : new int[] { 0, 1, 2, 10 }) {
			final double[] rms = new double[1];
			final Plane high = enlarge(exact, new EnlargeSettings(TWO, Kernel.cubic(), 8, count, 512), low, rms);
			final Plane shrunk = Kernel.cubic().shrink(60, 68, 30, 34, TWO).apply(high);
			double squares = 0;
			for (int i = 0; i < low.data.length; i++)
				squares += Math.pow(shrunk.data[i] - low.data[i], 2);
			assertEquals(Math.sqrt(squares / low.data.length), rms[0], 1e-6, "it reports what is so");
			assertTrue(rms[0] < 0.7 * last[0], count + ": " + rms[0] + " after " + last[0]);
			last[0] = rms[0];
		}
		assertTrue(last[0] < 1e-3);
		assertArrayEquals(before.data, low.data, "the input is not touched");
	}

	@Test
	void tellsHowFarItIs() {
		final List<Integer> told = new ArrayList<>();
		final int[] all = new int[1];
		new Enlarger(exact, new EnlargeSettings(TWO, Kernel.cubic(), 4, 1, 40), 60, 60).enlarge(image(1, 60, 60), (y, x,
			part) -> {}, (n, of) -> {
				told.add(n);
				all[0] = of;
			});
		assertFalse(told.isEmpty());
		for (int i = 0; i < told.size(); i++)
			assertEquals(i + 1, told.get(i));
		assertEquals(all[0], told.size());
	}
}
