package org.zeroshotsr.resize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zeroshotsr.resize.ResizePropertyTest.assertMessage;
import static org.zeroshotsr.resize.ResizePropertyTest.random;

import org.junit.jupiter.api.Test;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

class WarpTest {

	@Test
	void wholePositionsAreCopies() {
		final Plane in = random(2, 20, 24, 1);
		final Plane out = Warp.apply(in, 9, 10, new double[][] { { 1, 0, 3 }, { 0, 1, 5 } });
		assertArrayEquals(in.crop(new Window(3, 5, 9, 10)).data, out.data);
		// A quarter turn.
		final Plane turned = Warp.apply(in, 24, 20, new double[][] { { 0, -1, 19 }, { 1, 0, 0 } });
		for (int y = 0; y < 24; y++)
			for (int x = 0; x < 20; x++)
				assertEquals(in.get(1, 19 - x, y), turned.get(1, y, x));
	}

	@Test
	void enlargesAsTheResamplerDoesMirrorsIncluded() {
		final Plane in = random(3, 9, 12, 2);
		final Plane expected = Resizes.enlarge(9, 12, new Factor(3, 1.6)).apply(in);
		final Plane out = Warp.apply(in, expected.height, expected.width, new double[][] { { 1 / 3.0, 0, 0.5 / 3 - 0.5 },
			{ 0, 1 / 1.6, 0.5 / 1.6 - 0.5 } });
		assertArrayEquals(expected.data, out.data, 3e-6f);
	}

	@Test
	void isExactForParabolas() {
		// Cubic convolution reproduces polynomials of second degree; here through a rotation with shear.
		final Plane in = new Plane(1, 40, 40);
		for (int y = 0; y < 40; y++)
			for (int x = 0; x < 40; x++)
				in.data[y * 40 + x] = (float) parabola(y, x);
		final double[][] m = { { 0.8, -0.5, 14.3 }, { 0.6, 0.7, 6.1 } };
		final Plane out = Warp.apply(in, 20, 20, m);
		for (int y = 0; y < 20; y++)
			for (int x = 0; x < 20; x++)
				assertEquals(parabola(0.8 * y - 0.5 * x + 14.3, 0.6 * y + 0.7 * x + 6.1), out.get(0, y, x), 2e-5);
	}

	private static double parabola(final double y, final double x) {
		return 0.3 + 0.01 * y - 0.02 * x + 1e-3 * y * y - 2e-3 * x * y + 5e-4 * x * x;
	}

	@Test
	void refusesNoMap() {
		final Plane in = new Plane(1, 8, 8);
		assertMessage("2 rows of 3", () -> Warp.apply(in, 8, 8, new double[][] { { 1, 0 }, { 0, 1 } }));
		assertMessage("finite", () -> Warp.apply(in, 8, 8, new double[][] { { 1, 0, Double.NaN }, { 0, 1, 0 } }));
	}
}
