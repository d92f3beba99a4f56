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
package org.zeroshotsr.enlarge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.network.NetworkSpec.Precision;
import org.zeroshotsr.network.TensorFlowNetwork;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.resize.BackProjection;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resize;
import org.zeroshotsr.resize.Resizes;

class EnlargerTest {

	private static final Factor TWO = new Factor(2, 2);

	private static final int WHOLE = 10_000;

	private static final Map<NetworkSpec, Network> NETWORKS = new HashMap<>();

	private static Network exact(final Factor factor) {
		return network(1, factor, Precision.FLOAT32);
	}

	/** Random weights whose residual is some tenths of the range: much more than a trained network's. */
	private static Network network(final int channels, final Factor factor, final Precision precision) {
		final Factor block = factor.block();
		return NETWORKS.computeIfAbsent(new NetworkSpec(channels, (int) block.rows(), (int) block.columns(), 4, 8, "cpu",
			precision), spec -> {
				final Network network = new TensorFlowNetwork(spec);
				final float[][] weights = spec.initialWeights(4);
				for (int i = 0; i < weights[3].length; i++)
					weights[3][i] *= 8;
				network.setWeights(weights);
				return network;
			});
	}

	@AfterAll
	static void close() {
		NETWORKS.values().forEach(Network::close);
		NETWORKS.clear();
	}

	private static Plane image(final int channels, final int height, final int width) {
		final Plane plane = new Plane(channels, height, width);
		final Random random = new Random(2);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = random.nextFloat();
		return plane;
	}

	private static Plane enlarge(final Enlarger enlarger, final Factor factor, final Plane low, final double[] rms) {
		final Plane high = new Plane(low.channels, factor.height(low.height), factor.width(low.width));
		Arrays.fill(high.data, Float.NaN);
		rms[0] = enlarger.enlarge(low, low.means(), Output.into(high), Progress.NONE).rms();
		return high;
	}

	private static Plane enlarge(final Network network, final Degradation degradation, final int ensemble,
		final int projections, final int tile, final Plane low)
	{
		return enlarge(new Enlarger(network, degradation, ensemble, projections, null, tile), degradation.factor(), low,
			new double[1]);
	}

	private static Degradation degradation(final Kernel kernel, final Factor factor) {
		return new Degradation(kernel, factor, null);
	}

	private static double greatestDifference(final Plane a, final Plane b) {
		double most = 0;
		for (int i = 0; i < a.data.length; i++)
			most = Math.max(most, Math.abs(a.data[i] - b.data[i]));
		return most;
	}

	@ParameterizedTest
	@CsvSource({ "2, 2, 0, FLOAT32", "2, 2, 2, FLOAT32", "2, 2, 10, FLOAT32", "1.5, 1.5, 2, FLOAT32", "1, 1.5, 2, FLOAT32",
		"1.5, 1.5, 10, FLOAT32", "2, 1.5, 2, FLOAT32", "2.5, 2.5, 2, FLOAT32", "3.7, 3.7, 2, FLOAT32", "3, 1, 2, FLOAT32",
		"4, 4, 2, FLOAT32", "1.37, 3, 2, FLOAT32", "1, 2, 10, FLOAT32", "2, 2, 0, BFLOAT16", "2, 2, 2, BFLOAT16",
		"2, 2, 10, BFLOAT16", "1.5, 2, 2, BFLOAT16" })
	void tilesDoNotShow(final double rows, final double columns, final int projections, final Precision precision) {
		final Factor factor = new Factor(rows, columns);
		final Plane low = image(1, 91, 83);
		final Network network = network(1, factor, precision);
		final Degradation degradation = degradation(Kernel.cubic(), factor);
		final double[] rms = new double[1];
		final double[] tiledRms = new double[1];
		final Plane whole = enlarge(new Enlarger(network, degradation, 1, projections, null, WHOLE), factor, low, rms);
		final Plane tiled = enlarge(new Enlarger(network, degradation, 1, projections, null, 32), factor, low, tiledRms);
		assertEquals(0, greatestDifference(whole, tiled), 1e-4, "of the range");
		assertEquals(rms[0], tiledRms[0], 1e-5 + 1e-3 * rms[0]);
	}

	/** Where the network adds nothing, cubic enlargement and back-projection alone are in tiles and strips, too. */
	@Test
	void stripsDoNotShowWithoutANetwork() {
		final Factor factor = new Factor(2.5, 2);
		final Plane low = image(1, 91, 83);
		final Plane whole = enlarge(null, degradation(Kernel.cubic(), factor), 8, 2, WHOLE, low);
		assertEquals(0, greatestDifference(whole, enlarge(null, degradation(Kernel.cubic(), factor), 8, 2, 32, low)), 1e-5);
		final Plane cubic = Resizes.enlarge(91, 83, factor).apply(low);
		assertEquals(0, greatestDifference(cubic, enlarge(null, degradation(Kernel.cubic(), factor), 8, 0, 32, low)), 1e-6);
	}

	/** A spot stays where it is, whatever the factor: the network changes it in all turns alike, about its centre. */
	@ParameterizedTest
	@CsvSource({ "1, 2", "3, 1", "1.5, 1.5", "2, 2", "2.5, 2.5", "3.7, 3.7", "1, 1.5", "16, 16", "2, 3" })
	void doesNotMoveTheImage(final double rows, final double columns) {
		final Factor factor = new Factor(rows, columns);
		final Plane low = new Plane(1, 35, 41);
		for (int y = 0; y < 35; y++)
			for (int x = 0; x < 41; x++)
				low.data[y * 41 + x] = (float) Math.exp(-(Math.pow(y - 17.3, 2) + Math.pow(x - 19.6, 2)) / 8);
		final Plane high = enlarge(exact(factor), degradation(Kernel.cubic(), factor), 8, 4, WHOLE, low);
		assertEquals(Math.ceil(rows * 35), high.height);
		assertEquals(Math.ceil(columns * 41), high.width);
		final double[] before = centroid(low);
		final double[] after = centroid(high);
		assertEquals(before[0], (after[0] + 0.5) / rows - 0.5, 0.02);
		assertEquals(before[1], (after[1] + 0.5) / columns - 0.5, 0.02);
	}

	private static double[] centroid(final Plane plane) {
		double y = 0;
		double x = 0;
		double sum = 0;
		for (int i = 0; i < plane.data.length; i++) {
			final double weight = plane.data[i] > 0.2 ? plane.data[i] - 0.2 : 0;
			sum += weight;
			y += weight * (i / plane.width);
			x += weight * (i % plane.width);
		}
		return new double[] { y / sum, x / sum };
	}

	@ParameterizedTest
	@CsvSource({ "8, 70, 2, 2", "70, 8, 2.5, 3", "9, 11, 16, 16", "8, 8, 1, 1.5", "33, 47, 1.1, 3.7" })
	void hasTheRightSizeAtAnyFactor(final int height, final int width, final double rows, final double columns) {
		final Factor factor = new Factor(rows, columns);
		final Plane low = image(1, height, width);
		final Plane high = enlarge(exact(factor), degradation(Kernel.cubic(), factor), 4, 2, 32, low);
		for (final float v : high.data)
			assertTrue(Float.isFinite(v), "every pixel is made");
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
		final Plane whole = enlarge(exact(TWO), degradation(kernel, TWO), 1, projections, WHOLE, low);
		final Plane tiled = enlarge(exact(TWO), degradation(kernel, TWO), 1, projections, 32, low);
		assertEquals(0, greatestDifference(whole, tiled), 1e-4);
	}

	@Test
	void tilesDoNotShowInNoisyImages() {
		final Plane low = image(1, 200, 180);
		final Degradation noisy = new Degradation(Kernel.cubic(), TWO, NoiseModel.gaussian(0.1));
		final Plane whole = enlarge(exact(TWO), noisy, 1, 2, WHOLE, low);
		final Plane tiled = enlarge(exact(TWO), noisy, 1, 2, 64, low);
		assertEquals(0, greatestDifference(whole, tiled), 1e-4);
	}

	/** Back-projection must not bring back the noise of a noisy image, nor move its mean. */
	@Test
	void noisyImagesKeepTheirMeanAndNotTheirNoise() {
		final Plane low = new Plane(1, 64, 64);
		NoiseModel.gaussian(0.1).addTo(low, new SplittableRandom(1));
		// a network that makes everything black
		final NetworkSpec spec = new NetworkSpec(1, 2, 2, 4, 8, "cpu", Precision.FLOAT32);
		final Network black = (Network) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Network.class }, (
			proxy, method, args) -> method.getName().equals("apply") ? new Plane(1, 2 * ((Plane) args[0]).height,
				2 * ((Plane) args[0]).width) : method.getName().equals("spec") ? spec : null);
		final Plane high = enlarge(black, new Degradation(Kernel.cubic(), TWO, NoiseModel.gaussian(0.1)), 8, 2, WHOLE, low);
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
		final Plane low = image(3, 60, 70);
		final Network network = network(3, TWO, Precision.FLOAT32);
		final Plane whole = enlarge(network, degradation(Kernel.cubic(), TWO), 8, 2, WHOLE, low);
		final Plane tiled = enlarge(network, degradation(Kernel.cubic(), TWO), 8, 2, 40, low);
		assertEquals(0, greatestDifference(whole, tiled), 1e-4);
	}

	/** The ensemble written out: turn, apply, turn back, median, back-project. */
	@ParameterizedTest
	@CsvSource({ "1, 2, 2, 0, 1", "4, 2, 2, 0, 4", "8, 2, 2, 0, 8", "8, 2, 1, 0, 4", "8, 2, 2, 90, 4", "8, 2, 2, 30, 2",
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
		final List<Plane> passes = new ArrayList<>();
		for (final Orientation o : Orientation.values()) {
			if (ensemble == 1 && o != Orientation.AS_IS || expected == 4 && o.isTransposed()) continue;
			if (expected == 2 && o != Orientation.AS_IS && o != Orientation.TURNED_HALF) continue;
			passes.add(o.inverse().apply(exact(factor).apply(o.apply(low), low.means())));
		}
		assertEquals(expected, passes.size());
		final Plane median = new Plane(1, up.outHeight(), up.outWidth());
		for (int i = 0; i < median.data.length; i++) {
			final int at = i;
			final double[] sorted = passes.stream().mapToDouble(p -> p.data[at]).sorted().toArray();
			median.data[i] = (float) ((sorted[(expected - 1) / 2] + sorted[expected / 2]) / 2);
		}
		projection.refine(median, low);
		final Plane got = enlarge(exact(factor), degradation(kernel, factor), ensemble, 3, WHOLE, low);
		assertArrayEquals(median.data, got.data, 1e-5f);
	}

	@Test
	void backProjectionBringsTheInputBack() {
		final Plane low = image(1, 30, 34);
		final Plane before = low.copy();
		final double[] last = { Double.MAX_VALUE };
		for (final int count : new int[] { 0, 1, 2, 20 }) {
			final double[] rms = new double[1];
			final Plane high = enlarge(new Enlarger(exact(TWO), degradation(Kernel.cubic(), TWO), 8, count, null), TWO, low, rms);
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
		final Plane low = image(1, 60, 60);
		new Enlarger(exact(TWO), degradation(Kernel.cubic(), TWO), 4, 1, null, 40).enlarge(low, low.means(), (y, x, part) -> {},
			new Progress()
			{

				@Override
				public void update(final Status status) {
					told.add(status.step());
					all[0] = status.steps();
				}
			});
		assertFalse(told.isEmpty());
		for (int i = 0; i < told.size(); i++)
			assertEquals(i + 1, told.get(i));
		assertEquals(all[0], told.size());
	}
}
