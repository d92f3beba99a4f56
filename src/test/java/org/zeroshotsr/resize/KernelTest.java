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

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;

class KernelTest {

	/** Even kernels at factor 2 and odd ones at factor 3 need no interpolation: plain correlation, sum by sum. */
	@ParameterizedTest
	@CsvSource({ "4,2", "2,2", "6,4", "3,3", "1,3", "5,3", "5,1" })
	void measuredIsTheDirectCorrelation(final int size, final int factor) {
		final double[][] k = pointSymmetric(size);
		final int n = 25;
		final Plane in = random(2, n, n, size);
		final Factor f = new Factor(factor, factor);
		final int low = f.lowHeight(n);
		final Plane out = Kernel.measured(k).shrink(n, n, low, low, f).apply(in);
		double total = 0;
		for (final double[] row : k)
			for (final double v : row)
				total += v;
		for (int c = 0; c < 2; c++)
			for (int i = 0; i < low; i++)
				for (int j = 0; j < low; j++) {
					double sum = 0;
					for (int p = 0; p < size; p++)
						for (int q = 0; q < size; q++)
							sum += k[p][q] / total * in.get(c, reflect(i * factor + (factor - size) / 2 + p, n), reflect(j *
								factor + (factor - size) / 2 + q, n));
					assertEquals(sum, out.get(c, i, j), 2e-6);
				}
	}

	private static int reflect(final int i, final int n) {
		return i < 0 ? -1 - i : i >= n ? 2 * n - 1 - i : i;
	}

	/** Lopsided, but with its centre of mass in the middle. */
	private static double[][] pointSymmetric(final int size) {
		final double[][] k = new double[size][size];
		final Random random = new Random(size);
		for (int p = 0; p < size; p++)
			for (int q = 0; q < size; q++) {
				final double v = random.nextDouble();
				k[p][q] += v;
				k[size - 1 - p][size - 1 - q] += v;
			}
		return k;
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1.5, 2, 2.7, 3, 4 })
	void shrinkAndEnlargeLeaveABlobWhereItIs(final double s) {
		for (int size = 1; size <= 9; size++) {
			final double[][] k = gaussian(size, (size - 1) / 2.0 + (size % 3 - 1) * 0.3, 0.8 + size / 5.0);
			check(Kernel.measured(k), s);
			final double[][] shifted = new double[size + 3][size + 2];
			for (int r = 0; r < size; r++)
				System.arraycopy(k[r], 0, shifted[r + 3], 1, size);
			check(Kernel.measured(shifted), s);
		}
		check(Kernel.cubic(), s);
		check(Kernel.linear(), s);
		check(Kernel.gaussian(0.5), s);
	}

	private static void check(final Kernel kernel, final double s) {
		final int n = 96;
		final Plane in = new Plane(1, n, n);
		for (int y = 0; y < n; y++)
			for (int x = 0; x < n; x++)
				in.data[y * n + x] = (float) Math.exp(-(Math.pow(y - 44.3, 2) + Math.pow(x - 50.9, 2)) / 72);
		final Factor f = new Factor(s, s);
		final int low = f.lowHeight(n);
		final Plane shrunk = kernel.shrink(n, n, low, low, f).apply(in);
		// In the low grid, and back in the high one, whose size may differ.
		final double[] atLow = centroid(shrunk);
		assertEquals(44.3, (atLow[0] + 0.5) * s - 0.5, 0.06, kernel + " x" + s);
		assertEquals(50.9, (atLow[1] + 0.5) * s - 0.5, 0.06, kernel + " x" + s);
		final double[] back = centroid(Resizes.enlarge(low, low, f).apply(shrunk));
		assertEquals(44.3, back[0], 0.06, kernel + " x" + s);
		assertEquals(50.9, back[1], 0.06, kernel + " x" + s);
	}

	private static double[] centroid(final Plane plane) {
		double sum = 0;
		double y = 0;
		double x = 0;
		for (int r = 0; r < plane.height; r++)
			for (int c = 0; c < plane.width; c++) {
				sum += plane.get(0, r, c);
				y += r * plane.get(0, r, c);
				x += c * plane.get(0, r, c);
			}
		return new double[] { y / sum, x / sum };
	}

	private static double[][] gaussian(final int size, final double centre, final double sigma) {
		final double[][] k = new double[size][size];
		for (int r = 0; r < size; r++)
			for (int c = 0; c < size; c++)
				k[r][c] = Math.exp(-(Math.pow(r - centre, 2) + Math.pow(c - centre, 2)) / (2 * sigma * sigma));
		return k;
	}

	@ParameterizedTest
	@CsvSource({ "2,20,1e-6", "3,21,1e-6", "2,21,2e-3", "1.5,21,4e-3" })
	void aSampledGaussianActsAsTheGaussian(final double s, final int size, final double tolerance) {
		final double sigma = 0.9;
		final int n = 48;
		final Plane in = random(1, n, n, 8);
		final Factor f = new Factor(s, s);
		final int low = f.lowHeight(n);
		final float[] a = Kernel.gaussian(sigma).shrink(n, n, low, low, f).apply(in).data;
		final float[] b = Kernel.measured(gaussian(size, (size - 1) / 2.0, sigma * s)).shrink(n, n, low, low, f).apply(in)
			.data;
		// Where the tap positions agree they differ by the tails beyond 5 sigma alone, else by the cubic interpolation.
		for (int i = 0; i < a.length; i++)
			assertEquals(a[i], b[i], Math.max(tolerance, 5e-5), "sample " + i);
	}

	@Test
	void theWindowsTruncationDoesNotMoveAKernel() {
		// As in the published kernel_x2: centred on (4.5, 4.5) of 9 x 9, the far tail cut off.
		final double[][] k = gaussian(9, 4.5, 1.7);
		final Plane in = random(1, 30, 30, 9);
		final Plane out = Kernel.measured(k).shrink(30, 30, 15, 15, new Factor(2, 2)).apply(in);
		double total = 0;
		double sum = 0;
		for (int p = 0; p < 9; p++)
			for (int q = 0; q < 9; q++) {
				total += k[p][q];
				sum += k[p][q] * in.get(0, 2 * 6 + p - 4, 2 * 7 + q - 4);
			}
		assertEquals(sum / total, out.get(0, 6, 7), 1e-6);
	}

	@Test
	void tinySigmasTakeTheNearestPixels() {
		final Plane in = random(1, 12, 12, 10);
		final Plane odd = Kernel.gaussian(1e-9).shrink(12, 12, 4, 4, new Factor(3, 3)).apply(in);
		assertEquals(in.get(0, 4, 7), odd.get(0, 1, 2), 1e-6);
		final Plane even = Kernel.gaussian(1e-9).shrink(12, 12, 6, 12, new Factor(2, 1)).apply(in);
		assertEquals((in.get(0, 4, 7) + in.get(0, 5, 7)) / 2, even.get(0, 2, 7), 1e-6);
	}

	/** An image turned and shrunk is the shrunken image turned, if and only if the kernel says so. */
	@ParameterizedTest
	@EnumSource
	void flipsOfSymmetricKernelsCommute(final Orientation o) {
		final int n = 24;
		final Plane in = random(1, n, n, 11);
		for (final Kernel kernel : new Kernel[] { Kernel.cubic(), Kernel.linear(), Kernel.gaussian(0.4), Kernel.measured(
			gaussian(5, 2, 1)), Kernel.measured(gaussian(4, 1.5, 1)), Kernel.measured(ResizeGoldenTest.LOPSIDED), Kernel
				.measured(pointSymmetric(4)), Kernel.measured(pointSymmetric(5)), Kernel.measured(new double[][] { { 1, 2, 1 } }),
			Kernel.gaussian(0.8, 0.4, 0), Kernel.gaussian(0.8, 0.4, 30), Kernel.gaussian(0.8, 0.4, 45) })
		{
			double worst = 0;
			for (final double s : new double[] { 2, 3, 1.5 }) {
				final int low = (int) (n / s);
				final Resize shrink = kernel.shrink(n, n, low, low, new Factor(s, s));
				final float[] a = o.apply(shrink.apply(in)).data;
				final float[] b = shrink.apply(o.apply(in)).data;
				for (int i = 0; i < a.length; i++)
					worst = Math.max(worst, Math.abs(a[i] - b[i]));
			}
			assertEquals(kernel.symmetric(o), worst < 1e-5, kernel + " differs by " + worst);
		}
	}

	@Test
	void symmetricMeansInEveryWay() {
		assertTrue(Kernel.cubic().symmetric());
		assertTrue(Kernel.measured(gaussian(5, 2, 1)).symmetric());
		assertFalse(Kernel.measured(pointSymmetric(4)).symmetric());
		assertFalse(Kernel.measured(ResizeGoldenTest.LOPSIDED).symmetric());
	}

	@Test
	void namesItself() {
		assertEquals("cubic", Kernel.cubic().toString());
		assertEquals("gaussian 0.8", Kernel.gaussian(0.8).toString());
		assertEquals("measured 3x4", Kernel.measured(ResizeGoldenTest.LOPSIDED).toString());
	}

	@Test
	void refusesBadKernels() {
		assertMessage("empty", () -> Kernel.measured(new double[0][]));
		assertMessage("empty", () -> Kernel.measured(new double[1][0]));
		assertMessage("row 2 has 1 samples", () -> Kernel.measured(new double[][] { { 1, 2 }, { 1 } }));
		assertMessage("row 1, column 2 is NaN", () -> Kernel.measured(new double[][] { { 1, Double.NaN } }));
		assertMessage("sum to 0", () -> Kernel.measured(new double[][] { { 1, -1 } }));
		assertMessage("sum to 0", () -> Kernel.measured(new double[2][2]));
		assertMessage("sum to -3", () -> Kernel.measured(new double[][] { { -1, -2 } }));
		assertMessage("outside it", () -> Kernel.measured(new double[][] { { -1, 0, 0, 2 } }));
		for (final double sigma : new double[] { 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
			assertMessage("sigma", () -> Kernel.gaussian(sigma));
		assertMessage("larger than the image", () -> Kernel.measured(new double[][] { { 1, 1, 1 } }).shrink(2, 2, 1, 1,
			new Factor(2, 2)));
	}

	@Test
	void isItsOwn() {
		final double[][] k = { { 1, 3 }, { 2, 4 } };
		final Plane in = random(1, 8, 8, 12);
		final Kernel kernel = Kernel.measured(k);
		final float[] before = kernel.shrink(8, 8, 4, 4, new Factor(2, 2)).apply(in).data;
		k[0][0] = 100;
		assertArrayEquals(before, kernel.shrink(8, 8, 4, 4, new Factor(2, 2)).apply(in).data);
	}
}
