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
