package org.zeroshotsr.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.zeroshotsr.image.Plane;

/** The reference does what a network has to; and what is prepared for training is what it would see itself. */
class ReferenceNetworkTest extends NetworkContract {

	@Override
	protected Network make(final NetworkSpec spec) {
		return new ReferenceNetwork(spec);
	}

	@Test
	void lessonsAreCentredAndInBlocks() {
		final NetworkSpec spec = spec(3, 2, 3);
		final Plane low = plane(3, 21, 30, 1);
		final Plane high = plane(3, 42, 90, 2);
		final float[] level = { 0.1f, 0.5f, -3 };
		final Lesson lesson = new Lesson(spec, low, high, null, level);
		final double[] expected = ReferenceNetwork.centred(low, level);
		assertEquals(expected.length, lesson.input.length);
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], lesson.input[i], 1e-5);
		final Plane cubic = org.zeroshotsr.resize.Resizes.enlarge(21, 30, new org.zeroshotsr.resize.Factor(2, 3)).apply(low);
		for (int c = 0; c < 3; c++)
			for (int y = 0; y < 42; y++)
				for (int x = 0; x < 90; x++)
					assertEquals(high.get(c, y, x) - cubic.get(c, y, x), lesson.target[ReferenceNetwork.place(spec, 30, c, y, x)],
						1e-6);
	}
}
