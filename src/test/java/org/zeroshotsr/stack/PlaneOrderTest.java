package org.zeroshotsr.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class PlaneOrderTest {

	@Test
	void channelByChannelThenTimeThenSlices() {
		final PlaneOrder order = PlaneOrder.of("XYCZT", new long[] { 9, 8, 2, 3, 2 });
		assertEquals(12, order.planes().size());
		final long[][] expected = { { 0, 0, 0 }, { 0, 1, 0 }, { 0, 2, 0 }, { 0, 0, 1 }, { 0, 1, 1 }, { 0, 2, 1 }, { 1, 0,
			0 } };
		for (int i = 0; i < expected.length; i++)
			assertArrayEquals(new long[] { 0, 0, expected[i][0], expected[i][1], expected[i][2] }, order.planes().get(i));
		assertEquals(List.of(true, false, false, false, false, false, true, false, false, false, false, false), order
			.fresh());
	}

	@Test
	void mergedColoursAreOnePlane() {
		final PlaneOrder order = PlaneOrder.of("YXSZ", new long[] { 8, 9, 3, 2 });
		assertEquals(1, order.x());
		assertEquals(0, order.y());
		assertEquals(2, order.samples());
		assertEquals(2, order.planes().size());
	}

	@Test
	void axesHaveToFit() {
		assertThrows(IllegalArgumentException.class, () -> PlaneOrder.of("XYZ", new long[] { 8, 8 }));
		assertThrows(IllegalArgumentException.class, () -> PlaneOrder.of("XZ", new long[] { 8, 8 }));
		assertThrows(IllegalArgumentException.class, () -> PlaneOrder.of("XYZZ", new long[] { 8, 8, 1, 1 }));
	}
}
