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
package org.zeroshotsr.resize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zeroshotsr.resize.ResizePropertyTest.assertMessage;
import static org.zeroshotsr.resize.ResizePropertyTest.random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeroshotsr.image.Plane;

/** Gaussians of two widths. */
class GaussianTest {

	/** The definition, pixel by pixel, at whole factors; a different one for each axis, too. */
	@ParameterizedTest
	@CsvSource({ "0.9,0.3,30,2,2", "0.4,0.7,-75,3,3", "0.5,0.8,135,2,3", "0.7,0.4,20,4,1", "0.6,0.3,0,2,3", "0.6,0.3,90,2,2",
		"0.6,0.3,270,3,2", "0.5,0.5,33,2,2" })
	void isTheDirectSum(final double sy, final double sx, final double angle, final int fy, final int fx) {
		final int n = 60;
		final Plane in = random(1, n, n, 3);
		final Factor f = new Factor(fy, fx);
		final Plane out = Kernel.gaussian(sy, sx, angle).shrink(n, n, f.lowHeight(n), f.lowWidth(n), f).apply(in);
		// R diag(sy^2, sx^2) R' with x to the right and y up, inverted: another way than the product code's
		final double t = Math.toRadians(angle);
		final double cxx = sx * sx * Math.cos(t) * Math.cos(t) + sy * sy * Math.sin(t) * Math.sin(t);
		final double cyy = sx * sx * Math.sin(t) * Math.sin(t) + sy * sy * Math.cos(t) * Math.cos(t);
		final double cxy = (sx * sx - sy * sy) * Math.sin(t) * Math.cos(t);
		final double det = cxx * cyy - cxy * cxy;
		for (final int[] at : new int[][] { { out.height / 2, out.width / 2 }, { out.height / 2 - 2, out.width / 2 + 3 } }) {
			double sum = 0;
			double weights = 0;
			for (int r = 0; r < n; r++)
				for (int c = 0; c < n; c++) {
					final double x = (c + 0.5) / fx - (at[1] + 0.5);
					final double y = at[0] + 0.5 - (r + 0.5) / fy;
					final double w = Math.exp(-(cyy * x * x - 2 * cxy * x * y + cxx * y * y) / (2 * det));
					sum += w * in.get(0, r, c);
					weights += w;
				}
			assertEquals(sum / weights, out.get(0, at[0], at[1]), 2e-5);
		}
	}

	/** What a delta becomes has the moments of the Gaussian and lies where the delta was, also at broken factors. */
	@ParameterizedTest
	@CsvSource({ "1.5,0.9,20,2,2", "0.8,1.4,110,1.5,1.5", "1.2,0.8,45,2.7,1.3", "1.1,0.7,-30,3,2" })
	void hasTheMomentsOfTheGaussian(final double sy, final double sx, final double angle, final double fy,
		final double fx)
	{
		final int n = 80;
		final Factor f = new Factor(fy, fx);
		final Resize shrink = Kernel.gaussian(sy, sx, angle).shrink(n, n, f.lowHeight(n), f.lowWidth(n), f);
		final int r = shrink.outHeight() / 2;
		final int c = shrink.outWidth() / 2;
		double sum = 0;
		double y = 0;
		double x = 0;
		double yy = 0;
		double xy = 0;
		double xx = 0;
		for (int p = 0; p < n; p++)
			for (int q = 0; q < n; q++) {
				final Plane delta = new Plane(1, n, n);
				delta.data[p * n + q] = 1;
				if (Math.hypot(p - r * fy, q - c * fx) > 30) continue;
				final double w = shrink.apply(delta).get(0, r, c);
				final double v = (p + 0.5) / fy - (r + 0.5);
				final double h = (q + 0.5) / fx - (c + 0.5);
				sum += w;
				y += w * v;
				x += w * h;
				yy += w * v * v;
				xy += w * v * h;
				xx += w * h * h;
			}
		final double t = Math.toRadians(angle);
		assertEquals(1, sum, 1e-4);
		assertEquals(0, y, 1e-3);
		assertEquals(0, x, 1e-3);
		assertEquals(sy * sy * Math.cos(t) * Math.cos(t) + sx * sx * Math.sin(t) * Math.sin(t), yy, 0.01);
		assertEquals(sx * sx * Math.cos(t) * Math.cos(t) + sy * sy * Math.sin(t) * Math.sin(t), xx, 0.01);
		// y goes down here: a thick "rows" axis turned from upright to the left leans from upper left to lower right
		assertEquals((sy * sy - sx * sx) * Math.sin(t) * Math.cos(t), xy, 0.01);
	}

	@Test
	void manyAngles() {
		final Plane in = random(1, 40, 40, 5);
		for (final double s : new double[] { 2, 1.5 }) {
			final Factor f = new Factor(s, s);
			final int low = f.lowHeight(40);
			final float[] a = apply(Kernel.gaussian(0.8, 0.4, 30), in, low, f);
			assertArrayEquals(a, apply(Kernel.gaussian(0.8, 0.4, 210), in, low, f), 1e-6f);
			assertArrayEquals(a, apply(Kernel.gaussian(0.8, 0.4, -150), in, low, f), 1e-6f);
			assertArrayEquals(a, apply(Kernel.gaussian(0.4, 0.8, 120), in, low, f), 1e-6f);
		}
		// nearly a multiple of 90 degrees, where another class takes over
		final Factor f = new Factor(2, 2);
		assertArrayEquals(apply(Kernel.gaussian(0.8, 0.4, 0), in, 20, f), apply(Kernel.gaussian(0.8, 0.4, 1e-4), in, 20, f),
			1e-5f);
		assertArrayEquals(apply(Kernel.gaussian(0.8, 0.4, 90), in, 20, f), apply(Kernel.gaussian(0.4, 0.8, 0), in, 20, f));
		assertArrayEquals(apply(Kernel.gaussian(0.6, 0.6, 17), in, 20, f), apply(Kernel.gaussian(0.6), in, 20, f));
	}

	private static float[] apply(final Kernel kernel, final Plane in, final int low, final Factor f) {
		return kernel.shrink(in.height, in.width, low, low, f).apply(in).data;
	}

	@Test
	void reachCoversIt() {
		for (final Kernel kernel : new Kernel[] { Kernel.gaussian(0.9, 0.3, 30), Kernel.gaussian(0.9, 0.3, 0), Kernel.gaussian(
			0.1, 0.2, 45) })
			for (final double s : new double[] { 2, 1.5, 3 }) {
				final Factor f = new Factor(s, 2);
				final Plane in = random(1, 90, 90, 6);
				final Resize shrink = kernel.shrink(90, 90, f.lowHeight(90), 45, f);
				final float before = shrink.apply(in).get(0, 20, 20);
				for (int r = 0; r < 90; r++)
					for (int c = 0; c < 90; c++)
						if (Math.max(Math.abs(r - (20.5 * s - 0.5)), Math.abs(c - 40.5)) > kernel.reach(f)) in.data[r * 90 + c] = 1e3f;
				assertEquals(before, shrink.apply(in).get(0, 20, 20), kernel + " x" + s);
			}
	}

	@Test
	void symmetryNamesAndErrors() {
		assertTrue(Kernel.gaussian(0.5, 0.5, 12).symmetric());
		assertFalse(Kernel.gaussian(0.5, 0.6, 12).symmetric());
		assertFalse(Kernel.gaussian(0.5, 0.6, 0).symmetric());
		assertEquals("gaussian 0.5,0.6,12.0", Kernel.gaussian(0.5, 0.6, 12).toString());
		for (final double sigma : new double[] { 0, -1, Double.NaN, 1e5 }) {
			assertMessage("sigma", () -> Kernel.gaussian(sigma, 1, 0));
			assertMessage("sigma", () -> Kernel.gaussian(1, sigma, 0));
		}
		assertMessage("angle", () -> Kernel.gaussian(1, 2, Double.NaN));
	}
}
