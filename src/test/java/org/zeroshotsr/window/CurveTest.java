package org.zeroshotsr.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CurveTest {

	@Test
	void fewPointsAreKeptAsTheyAre() {
		final Curve curve = new Curve("loss");
		curve.add(10, 3);
		curve.add(20, Double.NaN);
		curve.add(30, 1.5);
		assertArrayEquals(new double[] { 10, 30 }, curve.steps());
		assertArrayEquals(new double[] { 3, 1.5 }, curve.values());
		curve.clear();
		assertEquals(0, curve.steps().length);
	}

	/** Of a straight line all means lie on it, evenly. */
	@Test
	void manyStepsBecomeNoMorePointsThanAScreenShows() {
		final Curve curve = new Curve("loss");
		for (int step = 1; step <= 100_000; step++)
			curve.add(step, 2.0 * step);
		final double[] steps = curve.steps();
		final double[] values = curve.values();
		assertTrue(steps.length <= Curve.MOST_POINTS && steps.length > Curve.MOST_POINTS / 2 - 1, steps.length + " points");
		for (int i = 0; i < steps.length; i++)
			assertEquals(2 * steps[i], values[i], 1e-6);
		for (int i = 2; i < steps.length - 1; i++)
			assertEquals(steps[1] - steps[0], steps[i] - steps[i - 1], 1e-6);
		assertTrue(steps[0] < 300 && steps[steps.length - 1] > 99_700);
	}
}
