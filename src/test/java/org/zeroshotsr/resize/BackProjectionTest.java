package org.zeroshotsr.resize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zeroshotsr.resize.ResizePropertyTest.assertMessage;
import static org.zeroshotsr.resize.ResizePropertyTest.random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeroshotsr.image.Plane;

class BackProjectionTest {

	@ParameterizedTest
	@CsvSource({ "2,2", "3,3", "1.5,2", "1.37,1.37", "4,1" })
	void bringsTheShrinkToTheInput(final double rows, final double columns) {
		final Factor f = new Factor(rows, columns);
		final Plane low = random(2, 30, 26, 1);
		final Resize enlarge = Resizes.enlarge(30, 26, f);
		final Resize shrink = Kernel.cubic().shrink(enlarge.outHeight(), enlarge.outWidth(), 30, 26, f);
		final Plane high = enlarge.apply(low);
		double before = rms(shrink.apply(high), low);
		final double start = before;
		for (int i = 0; i < 10; i++) {
			new BackProjection(shrink, enlarge, 1).refine(high, low);
			final double now = rms(shrink.apply(high), low);
			assertTrue(now < before, "from " + before + " to " + now);
			before = now;
		}
		assertTrue(before < 0.05 * start, "from " + start + " to " + before);
		// Ten times one is once ten times.
		final Plane again = enlarge.apply(low);
		new BackProjection(shrink, enlarge, 10).refine(again, low);
		assertArrayEquals(high.data, again.data);
	}

	@Test
	void isTheFormula() {
		final Factor f = new Factor(2, 2);
		final Plane low = random(1, 9, 8, 2);
		final Plane high = random(1, 18, 16, 3);
		final Resize enlarge = Resizes.enlarge(9, 8, f);
		final Resize shrink = Kernel.gaussian(0.6).shrink(18, 16, 9, 8, f);
		final Plane expected = high.copy();
		// Both maps are linear: y + enlarge(I) - enlarge(shrink(y)).
		final float[] plus = enlarge.apply(low).data;
		final float[] minus = enlarge.apply(shrink.apply(high)).data;
		final Plane same = high.copy();
		new BackProjection(shrink, enlarge, 0).refine(same, low);
		assertArrayEquals(high.data, same.data);
		new BackProjection(shrink, enlarge, 1).refine(high, low);
		for (int i = 0; i < plus.length; i++)
			assertEquals(expected.data[i] + plus[i] - minus[i], high.data[i], 2e-6);
	}

	/** What the noise explains is not brought back, but for the mean; what it does not explain is. */
	@Test
	void correctsMeansAndStructureButBringsBackNoNoise() {
		final Factor f = new Factor(2, 2);
		final Plane low = random(1, 96, 96, 2);
		final Resize enlarge = Resizes.enlarge(96, 96, f);
		final Resize shrink = Kernel.cubic().shrink(192, 192, 96, 96, f);
		final Resize smooth = Kernel.gaussian(4).shrink(96, 96, 96, 96, new Factor(1, 1));
		double mean = 0;
		double power = 0;
		for (final float v : low.data)
			mean += v / low.data.length;
		for (final float v : low.data)
			power += (v - mean) * (v - mean) / low.data.length;
		final double[] left = new double[2];
		for (int weak = 0; weak < 2; weak++) {
			final double variance = weak == 0 ? power : power / 100;
			final Plane high = new Plane(1, 192, 192);
			new BackProjection(shrink, new BackProjection.Noise(v -> variance, smooth), enlarge, 2).refine(high, low);
			double result = 0;
			for (final float v : high.data)
				result += v / high.data.length;
			assertEquals(mean, result, 2e-3);
			left[weak] = rms(shrink.apply(high), low);
		}
		assertEquals(Math.sqrt(power), left[0], 0.08 * Math.sqrt(power), "as noisy as the image");
		final Plane full = new Plane(1, 192, 192);
		new BackProjection(shrink, enlarge, 2).refine(full, low);
		assertEquals(rms(shrink.apply(full), low), left[1], 0.04 * Math.sqrt(power), "next to no noise");
	}

	@Test
	void refusesWhatDoesNotFit() {
		final Factor f = new Factor(2, 2);
		final Resize enlarge = Resizes.enlarge(9, 8, f);
		final Resize shrink = Kernel.cubic().shrink(18, 16, 9, 8, f);
		assertMessage("0 or more", () -> new BackProjection(shrink, enlarge, -1));
		assertMessage("undoes", () -> new BackProjection(shrink, Resizes.enlarge(8, 8, f), 1));
		final BackProjection once = new BackProjection(shrink, enlarge, 1);
		assertMessage("got 8 x 8", () -> once.refine(new Plane(1, 18, 16), new Plane(1, 8, 8)));
		assertMessage("in 2 channels got 9 x 8 in 1", () -> once.refine(new Plane(2, 18, 16), new Plane(1, 9, 8)));
	}

	private static double rms(final Plane a, final Plane b) {
		double sum = 0;
		for (int i = 0; i < a.data.length; i++)
			sum += Math.pow(a.data[i] - b.data[i], 2);
		return Math.sqrt(sum / a.data.length);
	}
}
