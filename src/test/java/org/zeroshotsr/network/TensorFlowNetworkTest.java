package org.zeroshotsr.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zeroshotsr.network.NetworkSpec.Precision;
import org.zeroshotsr.network.NetworkSpec.Start;

class TensorFlowNetworkTest {

	private static NetworkSpec spec(final int channels, final int depth, final int width, final Start start,
		final Precision precision)
	{
		return new NetworkSpec(channels, depth, width, start, "cpu", precision);
	}

	private static TensorFlowNetwork network(final NetworkSpec spec, final long seed) {
		return new TensorFlowNetwork(spec, InitialWeights.draw(spec, seed));
	}

	private static float[] samples(final int count, final long seed) {
		final Random random = new Random(seed);
		final float[] samples = new float[count];
		for (int i = 0; i < count; i++)
			samples[i] = random.nextFloat();
		return samples;
	}

	/** Steps and outputs against gradients and Adam written out by hand. */
	@ParameterizedTest
	@CsvSource({ "1, 2, 3", "1, 3, 4", "3, 3, 2" })
	void threeStepsAreThoseOfTheReference(final int channels, final int depth, final int width) {
		final int h = 7;
		final int w = 9;
		final NetworkSpec spec = spec(channels, depth, width, Start.HE, Precision.FLOAT32);
		final float[][] initial = InitialWeights.draw(spec, 11);
		// the last layer near zero would hide errors behind it
		for (int i = 0; i < initial[depth - 1].length; i++)
			initial[depth - 1][i] *= 50;
		final ReferenceNetwork reference = new ReferenceNetwork(channels, depth, width, initial);
		try (TensorFlowNetwork network = new TensorFlowNetwork(spec, initial)) {
			for (int step = 0; step < 3; step++) {
				final float[] in = samples(h * w * channels, 100 + step);
				final float[] out = samples(h * w * channels, 200 + step);
				assertClose(reference.apply(in, h, w), network.apply(in, h, w), 1e-5);
				assertEquals(reference.train(in, out, h, w, 1e-2), network.train(in, out, 1, h, w, 1e-2), 1e-5, "loss");
				final float[][] weights = network.weights();
				for (int l = 0; l < depth; l++)
					assertClose(reference.weights()[l], weights[l], 1e-4);
			}
			assertFalse(Arrays.equals(initial[0], network.weights()[0]), "it did learn");
		}
	}

	private static void assertClose(final double[] expected, final float[] got, final double tolerance) {
		assertEquals(expected.length, got.length);
		for (int i = 0; i < got.length; i++)
			assertEquals(expected[i], got[i], tolerance, "sample " + i);
	}

	@Test
	void bfloat16ComputesTheSameWithinItsEightBits() {
		final float[] in = samples(20 * 24, 1);
		final float[][] initial = InitialWeights.draw(spec(1, 4, 8, Start.HE, Precision.BFLOAT16), 2);
		for (int i = 0; i < initial[3].length; i++)
			initial[3][i] *= 50;
		try (TensorFlowNetwork exact = new TensorFlowNetwork(spec(1, 4, 8, Start.HE, Precision.FLOAT32), initial);
				TensorFlowNetwork rough = new TensorFlowNetwork(spec(1, 4, 8, Start.HE, Precision.BFLOAT16), initial))
		{
			assertEquals(Precision.BFLOAT16, rough.spec().precision());
			final float[] a = exact.apply(in, 20, 24);
			final float[] b = rough.apply(in, 20, 24);
			double scale = 0;
			for (int i = 0; i < in.length; i++)
				scale = Math.max(scale, Math.abs(a[i] - in[i]));
			assertTrue(scale > 0.1, "there is a residual: " + scale);
			boolean differs = false;
			for (int i = 0; i < in.length; i++) {
				assertEquals(a[i], b[i], 0.03 * scale);
				differs |= a[i] != b[i];
			}
			assertTrue(differs, "the convolutions were not in bfloat16");
			// the skip connection is float32: with dead layers the input comes back to the bit
			rough.setWeights(new float[][] { new float[9 * 8], new float[9 * 64], new float[9 * 64], new float[9 * 8] });
			assertArrayEquals(in, rough.apply(in, 20, 24));
		}
	}

	@Test
	void severalExamplesAreOneMean() {
		final NetworkSpec spec = spec(1, 2, 4, Start.HE, Precision.FLOAT32);
		final float[] in = samples(2 * 36, 5);
		final float[] out = samples(2 * 36, 6);
		try (TensorFlowNetwork network = network(spec, 1)) {
			final double first = network.train(Arrays.copyOf(in, 36), Arrays.copyOf(out, 36), 1, 6, 6, 1e-30);
			final double second = network.train(Arrays.copyOfRange(in, 36, 72), Arrays.copyOfRange(out, 36, 72), 1, 6, 6,
				1e-30);
			assertEquals((first + second) / 2, network.train(in, out, 2, 6, 6, 1e-30), 1e-6);
		}
	}

	@Test
	void startsHaveTheirDeviations() {
		for (final Start start : Start.values()) {
			final float[][] weights = InitialWeights.draw(spec(1, 8, 64, start, Precision.AUTO), 1);
			assertEquals(8, weights.length);
			for (int l = 0; l < 8; l++) {
				final int fanIn = 9 * (l == 0 ? 1 : 64);
				assertEquals(fanIn * (l == 7 ? 1 : 64), weights[l].length);
				double squares = 0;
				double sum = 0;
				for (final float v : weights[l]) {
					squares += v * v;
					sum += v;
				}
				final int n = weights[l].length;
				final double deviation = Math.sqrt((start == Start.PAPER ? 0.1 : 2) / fanIn) * (start == Start.HE && l == 7
					? 0.01 : 1);
				assertEquals(1, Math.sqrt(squares / n) / deviation, 5 / Math.sqrt(2 * n), start + ", layer " + l);
				assertEquals(0, sum / n, 5 * deviation / Math.sqrt(n));
			}
		}
		final NetworkSpec spec = spec(3, 3, 5, Start.HE, Precision.AUTO);
		assertArrayEquals(InitialWeights.draw(spec, 8)[1], InitialWeights.draw(spec, 8)[1]);
		assertFalse(Arrays.equals(InitialWeights.draw(spec, 8)[1], InitialWeights.draw(spec, 9)[1]));
	}

	@Test
	void beginsAtItsInput() {
		final float[] in = samples(3 * 16 * 12, 4);
		try (TensorFlowNetwork network = network(spec(3, 5, 16, Start.HE, Precision.FLOAT32), 3)) {
			final float[] out = network.apply(in, 16, 12);
			for (int i = 0; i < in.length; i++)
				assertEquals(in[i], out[i], 0.05);
			assertFalse(Arrays.equals(in, out));
		}
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
	void theSameSeedGivesTheSameBits(final Precision precision) {
		final NetworkSpec spec = spec(1, 4, 16, Start.HE, precision);
		final float[][][] weights = new float[2][][];
		final float[][] losses = new float[2][20];
		for (int run = 0; run < 2; run++)
			try (TensorFlowNetwork network = network(spec, 1)) {
				for (int step = 0; step < 20; step++)
					losses[run][step] = network.train(samples(40 * 40, step), samples(40 * 40, step + 50), 1, 40, 40, 2e-3);
				weights[run] = network.weights();
			}
		assertArrayEquals(losses[0], losses[1]);
		for (int l = 0; l < 4; l++)
			assertArrayEquals(weights[0][l], weights[1][l]);
	}

	@Test
	void settingWeightsBringsThemBackAndForgetsTheOptimiser() {
		final NetworkSpec spec = spec(1, 3, 4, Start.HE, Precision.FLOAT32);
		final float[][] initial = InitialWeights.draw(spec, 1);
		final float[] in = samples(100, 1);
		final float[] out = samples(100, 2);
		try (TensorFlowNetwork network = new TensorFlowNetwork(spec, initial)) {
			for (int l = 0; l < 3; l++)
				assertArrayEquals(initial[l], network.weights()[l]);
			final float[] losses = new float[5];
			for (int i = 0; i < 5; i++)
				losses[i] = network.train(in, out, 1, 10, 10, 1e-2);
			final float[][] after = network.weights();
			network.setWeights(initial);
			for (int l = 0; l < 3; l++)
				assertArrayEquals(initial[l], network.weights()[l]);
			for (int i = 0; i < 5; i++)
				assertEquals(losses[i], network.train(in, out, 1, 10, 10, 1e-2), "no momentum was left");
			for (int l = 0; l < 3; l++)
				assertArrayEquals(after[l], network.weights()[l]);
			network.weights()[0][0] = 99;
			assertEquals(after[0][0], network.weights()[0][0], "weights() is a copy");
		}
	}

	@Test
	void comesBackFromNaN() {
		final NetworkSpec spec = spec(1, 3, 4, Start.HE, Precision.FLOAT32);
		final float[][] initial = InitialWeights.draw(spec, 1);
		final float[] in = samples(100, 1);
		try (TensorFlowNetwork network = new TensorFlowNetwork(spec, initial)) {
			final float loss = network.train(in, samples(100, 2), 1, 10, 10, 1e-3);
			final float[] broken = in.clone();
			broken[5] = Float.NaN;
			assertTrue(Float.isNaN(network.train(broken, in, 1, 10, 10, 1e-3)));
			assertTrue(Float.isNaN(network.train(in, in, 1, 10, 10, 1e-3)), "the weights are gone");
			network.setWeights(initial);
			assertEquals(loss, network.train(in, samples(100, 2), 1, 10, 10, 1e-3));
		}
	}

	@Test
	void leaksNoTensorOverThousandsOfSteps() {
		final NetworkSpec spec = spec(1, 2, 4, Start.HE, Precision.FLOAT32);
		final float[] in = samples(64 * 64, 1);
		try (TensorFlowNetwork network = network(spec, 1)) {
			for (int i = 0; i < 300; i++)
				network.train(in, in, 1, 64, 64, 1e-4);
			System.gc();
			final long tracked = Pointer.totalBytes();
			final long resident = Pointer.physicalBytes();
			for (int i = 0; i < 3000; i++) {
				network.train(in, in, 1, 64, 64, 1e-4);
				if (i % 10 == 0) network.apply(in, 64, 64);
				if (i % 100 == 0) network.setWeights(network.weights());
			}
			System.gc();
			// one 16 kB tensor a step would be 49 MB
			assertEquals(tracked, Pointer.totalBytes(), 1 << 20, "bytes that JavaCPP holds");
			assertTrue(Pointer.physicalBytes() - resident < 40 << 20, "the process grew by " + (Pointer.physicalBytes() -
				resident) / 1e6 + " MB");
		}
	}

	@Test
	void reportsWhereItRanAndInWhat() {
		try (TensorFlowNetwork network = network(spec(1, 2, 4, Start.HE, Precision.AUTO), 1)) {
			network.train(samples(64, 1), samples(64, 2), 1, 8, 8, 1e-3);
			assertEquals("CPU", network.device());
			assertEquals(Processor.hasFastBfloat16() ? Precision.BFLOAT16 : Precision.FLOAT32, network.spec().precision());
			assertEquals(2, network.radius(), "two 3x3 layers");
		}
	}

	/** Changing one input sample changes nothing further away than the radius, and something that far away. */
	@Test
	void radiusIsWhatItReaches() {
		final NetworkSpec spec = spec(1, 3, 8, Start.HE, Precision.FLOAT32);
		final float[] in = samples(17 * 17, 1);
		final float[] other = in.clone();
		other[8 * 17 + 8] += 1;
		try (TensorFlowNetwork network = network(spec, 1)) {
			final float[] a = network.apply(in, 17, 17);
			final float[] b = network.apply(other, 17, 17);
			int reach = 0;
			for (int i = 0; i < a.length; i++)
				if (a[i] != b[i]) reach = Math.max(reach, Math.max(Math.abs(i / 17 - 8), Math.abs(i % 17 - 8)));
			assertEquals(network.radius(), reach);
		}
	}

	@Test
	void aMissingGpuIsAnErrorThatSaysWhatIsMissing() {
		for (final String gpu : new String[] { "gpu", "gpu:7" }) {
			final NetworkSpec spec = new NetworkSpec(1, 2, 4, Start.HE, gpu, Precision.AUTO);
			org.junit.jupiter.api.Assumptions.assumeFalse(gpu.equals("gpu") && hasGpu());
			final DeviceException e = assertThrows(DeviceException.class, () -> network(spec, 1).close());
			assertTrue(e.getMessage().contains(gpu) && e.getMessage().contains("NVIDIA"), e.getMessage());
			assertTrue(e.getMessage().contains("cpu"), "and what to do: " + e.getMessage());
		}
	}

	private static boolean hasGpu() {
		try (TensorFlowNetwork network = network(new NetworkSpec(1, 2, 4, Start.HE, "auto", Precision.FLOAT32), 1)) {
			return !network.device().equals("CPU");
		}
	}

	@Test
	void refusesImpossibleNetworks() {
		assertThrows(IllegalArgumentException.class, () -> spec(1, 1, 4, Start.HE, Precision.AUTO));
		assertThrows(IllegalArgumentException.class, () -> spec(0, 3, 4, Start.HE, Precision.AUTO));
		assertThrows(IllegalArgumentException.class, () -> spec(1, 3, 0, Start.HE, Precision.AUTO));
	}
}
