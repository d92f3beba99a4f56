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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.exceptions.TFResourceExhaustedException;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.NetworkSpec.Precision;

class HalvesTest {

	/** A device that has memory for so many pixels: the result is that of a larger one. */
	@ParameterizedTest
	@CsvSource({ "1, 2, 2, 300, 170", "3, 2, 3, 130, 260", "1, 1, 2, 333, 331" })
	void whatTheDeviceCannotDoAtOnceItDoesInHalves(final int channels, final int rows, final int columns, final int height,
		final int width)
	{
		final NetworkSpec spec = new NetworkSpec(channels, rows, columns, 3, 8, "cpu", Precision.FLOAT32);
		final Plane low = new Plane(channels, height, width);
		final Random random = new Random(1);
		for (int i = 0; i < low.data.length; i++)
			low.data[i] = random.nextFloat();
		final AtomicInteger tries = new AtomicInteger();
		final AtomicInteger failures = new AtomicInteger();
		try (TensorFlowNetwork network = new TensorFlowNetwork(spec)) {
			network.setWeights(NetworkContract.lively(spec, 2));
			final float[] level = low.means();
			final Plane expected = network.apply(low, level);
			final Plane made = Halves.apply(low, spec, part -> {
				tries.incrementAndGet();
				if (part.height * part.width > 20_000) throw new TFResourceExhaustedException("OOM when allocating tensor");
				return network.apply(part, level);
			}, failures::incrementAndGet);
			assertTrue(failures.get() >= 1 && tries.get() > 2 * failures.get(), tries + " tries, " + failures + " failures");
			assertArrayEquals(expected.data, made.data, 2e-5f);
		}
	}

	@ParameterizedTest
	@CsvSource({ "40, 300", "300, 40" })
	void thatItHasNoMemoryAtAllIsSaid(final int height, final int width) {
		final NetworkSpec spec = new NetworkSpec(1, 2, 2, 3, 8, "cpu", Precision.FLOAT32);
		assertEquals("OOM", assertThrows(TFResourceExhaustedException.class, () -> Halves.apply(new Plane(1, height, width), spec,
			part -> {
				throw new TFResourceExhaustedException("OOM");
			}, () -> {})).getMessage());
	}
}
