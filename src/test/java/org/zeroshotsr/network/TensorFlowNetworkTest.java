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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.NetworkSpec.Precision;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

class TensorFlowNetworkTest extends NetworkContract {

	@Override
	protected Network make(final NetworkSpec spec) {
		return new TensorFlowNetwork(spec);
	}

	private static NetworkSpec spec(final int depth, final int width, final Precision precision) {
		return new NetworkSpec(1, 2, 2, depth, width, "cpu", precision);
	}

	private static TensorFlowNetwork network(final NetworkSpec spec) {
		final TensorFlowNetwork network = new TensorFlowNetwork(spec);
		network.setWeights(spec.initialWeights(1));
		return network;
	}

	private static Lesson lesson(final NetworkSpec spec, final int side, final long seed) {
		final Plane low = plane(1, side, side, seed);
		return new Lesson(spec, low, plane(1, 2 * side, 2 * side, seed + 50), null, low.means());
	}

	@Test
	void bfloat16ComputesTheSameWithinItsEightBits() {
		final Plane low = plane(1, 20, 24, 1);
		final NetworkSpec spec = spec(4, 8, Precision.FLOAT32);
		try (TensorFlowNetwork exact = new TensorFlowNetwork(spec);
				TensorFlowNetwork rough = new TensorFlowNetwork(spec.with(Precision.BFLOAT16)))
		{
			assertEquals(Precision.BFLOAT16, rough.spec().precision());
			exact.setWeights(lively(spec, 2));
			rough.setWeights(lively(spec, 2));
			final float[] cubic = Resizes.enlarge(20, 24, new Factor(2, 2)).apply(low).data;
			final float[] a = exact.apply(low, low.means()).data;
			final float[] b = rough.apply(low, low.means()).data;
			double scale = 0;
			for (int i = 0; i < a.length; i++)
				scale = Math.max(scale, Math.abs(a[i] - cubic[i]));
			assertTrue(scale > 0.1, "there is a residual: " + scale);
			for (int i = 0; i < a.length; i++)
				assertEquals(a[i], b[i], 0.03 * scale);
			assertFalse(Arrays.equals(a, b), "the convolutions were not in bfloat16");
			// the skip connection is float32: without weights cubic enlargement comes out to the bit
			rough.setWeights(new float[][] { new float[9 * 2 * 8], new float[9 * 64], new float[9 * 64], new float[9 * 8 *
				4] });
			assertArrayEquals(cubic, rough.apply(low, low.means()).data);
		}
	}

	@Test
	void theStartHasItsDeviations() {
		final NetworkSpec spec = spec(8, 64, Precision.AUTO);
		final float[][] weights = spec.initialWeights(1);
		assertEquals(8, weights.length);
		for (int l = 0; l < 8; l++) {
			final int fanIn = 9 * (l == 0 ? 2 : 64);
			final int n = fanIn * (l == 7 ? 4 : 64);
			assertEquals(n, weights[l].length);
			double squares = 0;
			double sum = 0;
			for (final float v : weights[l]) {
				squares += v * v;
				sum += v;
			}
			final double deviation = Math.sqrt(2.0 / fanIn) * (l == 7 ? 0.005 : 1 / 1.11);
			assertEquals(1, Math.sqrt(squares / n) / deviation, 5 / Math.sqrt(2 * n), "layer " + l);
			assertEquals(0, sum / n, 5 * deviation / Math.sqrt(n));
		}
		assertArrayEquals(spec.initialWeights(8)[1], spec.initialWeights(8)[1]);
		assertFalse(Arrays.equals(spec.initialWeights(8)[1], spec.initialWeights(9)[1]));
	}

	@Test
	void weightsAreCarriedOverToOtherBlocksButForTheLastLayer() {
		final NetworkSpec one = new NetworkSpec(1, 1, 2, 4, 8, "cpu", Precision.FLOAT32);
		final NetworkSpec two = spec(4, 8, Precision.FLOAT32);
		final float[][] carried = two.carriedOver(one.initialWeights(5), 7);
		for (int l = 0; l < 3; l++)
			assertArrayEquals(one.initialWeights(5)[l], carried[l]);
		assertArrayEquals(two.initialWeights(7)[3], carried[3]);
		assertArrayEquals(two.initialWeights(5)[3], two.carriedOver(two.initialWeights(5), 7)[3], "the same blocks");
	}

	@Test
	void beginsNearCubicEnlargement() {
		final Plane low = plane(1, 16, 12, 4);
		try (TensorFlowNetwork network = network(spec(5, 16, Precision.FLOAT32))) {
			final float[] out = network.apply(low, low.means()).data;
			final float[] cubic = Resizes.enlarge(16, 12, new Factor(2, 2)).apply(low).data;
			for (int i = 0; i < out.length; i++)
				assertEquals(cubic[i], out[i], 0.05);
			assertFalse(Arrays.equals(cubic, out));
		}
	}

	@ParameterizedTest
	@EnumSource(value = Precision.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
	void theSameSeedGivesTheSameBits(final Precision precision) {
		final NetworkSpec spec = spec(4, 16, precision);
		final float[][][] weights = new float[2][][];
		final float[][] losses = new float[2][20];
		for (int run = 0; run < 2; run++)
			try (TensorFlowNetwork network = network(spec)) {
				for (int step = 0; step < 20; step++)
					losses[run][step] = network.train(lesson(spec, 40, step), 2e-3);
				weights[run] = network.weights();
			}
		assertArrayEquals(losses[0], losses[1]);
		for (int l = 0; l < 4; l++)
			assertArrayEquals(weights[0][l], weights[1][l]);
	}

	@Test
	void leaksNoTensorOverThousandsOfSteps() {
		final NetworkSpec spec = spec(2, 4, Precision.FLOAT32);
		final Lesson lesson = lesson(spec, 32, 1);
		final Plane low = plane(1, 32, 32, 1);
		try (TensorFlowNetwork network = network(spec)) {
			for (int i = 0; i < 300; i++)
				network.train(lesson, 1e-4);
			System.gc();
			final long tracked = Pointer.totalBytes();
			final long resident = Pointer.physicalBytes();
			for (int i = 0; i < 3000; i++) {
				network.train(lesson, 1e-4);
				if (i % 10 == 0) network.apply(low, low.means());
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
		final NetworkSpec spec = spec(2, 4, Precision.AUTO);
		try (TensorFlowNetwork network = network(spec)) {
			network.train(lesson(spec, 8, 1), 1e-3);
			assertEquals("CPU", network.device());
			assertEquals(Processor.hasFastBfloat16() ? Precision.BFLOAT16 : Precision.FLOAT32, network.spec().precision());
			assertEquals(2, network.spec().radius(), "two 3x3 layers");
			assertEquals(2 + 8, network.spec().reach(), "and half of a window of 17");
		}
	}

	/** Changing one input sample changes nothing further away than the reach, and something that far away. */
	@Test
	void reachIsWhatItReaches() {
		final NetworkSpec spec = spec(3, 8, Precision.FLOAT32);
		final int side = 2 * spec.reach() + 7;
		final int centre = side / 2;
		final Plane low = plane(1, side, side, 1);
		final Plane other = low.copy();
		other.data[centre * side + centre] += 5;
		try (TensorFlowNetwork network = network(spec)) {
			network.setWeights(lively(spec, 1));
			final float[] a = network.apply(low, low.means()).data;
			final float[] b = network.apply(other, low.means()).data;
			int reach = 0;
			for (int i = 0; i < a.length; i++)
				if (Math.abs(a[i] - b[i]) > 1e-6) reach = Math.max(reach, Math.max(Math.abs(i / (2 * side) / 2 - centre), Math.abs(
					i % (2 * side) / 2 - centre)));
			assertEquals(spec.reach(), reach);
		}
	}

	@Test
	void aMissingGpuIsAnErrorThatSaysWhatIsMissing() {
		for (final String gpu : new String[] { "gpu", "gpu:7" }) {
			final NetworkSpec spec = new NetworkSpec(1, 2, 2, 2, 4, gpu, Precision.AUTO);
			org.junit.jupiter.api.Assumptions.assumeFalse(gpu.equals("gpu") && hasGpu());
			final DeviceException e = assertThrows(DeviceException.class, () -> network(spec).close());
			assertTrue(e.getMessage().contains(gpu) && e.getMessage().contains("NVIDIA"), e.getMessage());
			assertTrue(e.getMessage().contains("cpu"), "and what to do: " + e.getMessage());
		}
	}

	private static boolean hasGpu() {
		try (TensorFlowNetwork network = network(new NetworkSpec(1, 2, 2, 2, 4, "auto", Precision.FLOAT32))) {
			return !network.device().equals("CPU");
		}
	}

	@Test
	void refusesImpossibleNetworks() {
		assertThrows(IllegalArgumentException.class, () -> spec(1, 4, Precision.AUTO));
		assertThrows(IllegalArgumentException.class, () -> spec(3, 0, Precision.AUTO));
		assertThrows(IllegalArgumentException.class, () -> new NetworkSpec(0, 2, 2, 3, 4, "cpu", Precision.AUTO));
		assertThrows(IllegalArgumentException.class, () -> new NetworkSpec(1, 0, 2, 3, 4, "cpu", Precision.AUTO));
		final NetworkSpec spec = spec(3, 4, Precision.AUTO);
		assertThrows(IllegalArgumentException.class, () -> new Lesson(spec, plane(1, 8, 8, 1), plane(1, 16, 15, 1), null,
			new float[1]));
	}
}
