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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zeroshotsr.resize.ResizePropertyTest.assertMessage;
import static org.zeroshotsr.resize.ResizePropertyTest.random;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** Measured kernels with dark borders, and those large enough to be taken apart. */
class LargeKernelTest {

	private static final int SIZE = 65;

	/** About (31.8, 32), where its centre of mass is, or nearly. */
	private static double[][] gaussian() {
		return samples((y, x) -> Math.exp(-(Math.pow(y - 31.8, 2) + Math.pow(x - 32, 2)) / 162));
	}

	/** Turned and oblong, with a lobe beside it. */
	private static double[][] lopsided() {
		return samples((y, x) -> {
			final double u = 0.8 * (y - 33) + 0.6 * (x - 30);
			final double v = 0.8 * (x - 30) - 0.6 * (y - 33);
			return Math.exp(-u * u / 200 - v * v / 40) + 0.3 * Math.exp(-(Math.pow(y - 15, 2) + Math.pow(x - 44, 2)) / 50);
		});
	}

	private interface Shape {

		double at(double y, double x);
	}

	private static double[][] samples(final Shape shape) {
		final double[][] k = new double[SIZE][SIZE];
		for (int r = 0; r < SIZE; r++)
			for (int c = 0; c < SIZE; c++)
				k[r][c] = shape.at(r, c);
		return k;
	}

	private static double[][] kernel(final String name) {
		return name.equals("gaussian") ? gaussian() : lopsided();
	}

	/** The whole kernel, applied directly. */
	private static Resize direct(final double[][] k, final int h, final int w, final Factor f) {
		final double[][] samples = Arrays.stream(k).map(double[]::clone).toArray(double[][]::new);
		MeasuredKernel.normalise(samples);
		final double[] centre = { 0, 0 };
		for (int r = 0; r < k.length; r++)
			for (int c = 0; c < k[r].length; c++) {
				centre[0] += r * samples[r][c];
				centre[1] += c * samples[r][c];
			}
		for (int i = 0; i < 2; i++)
			if (Math.abs(2 * centre[i] - Math.rint(2 * centre[i])) <= 0.1) centre[i] = Math.rint(2 * centre[i]) / 2;
		return new CorrelationResize(samples, Axis.correlate(h, f.lowHeight(h), f.rows(), k.length, centre[0]), Axis.correlate(
			w, f.lowWidth(w), f.columns(), k[0].length, centre[1]));
	}

	private static Resize shrink(final double[][] k, final int h, final int w, final Factor f) {
		return Kernel.measured(k).shrink(h, w, f.lowHeight(h), f.lowWidth(w), f);
	}

	private static Plane steps(final int h, final int w) {
		final Plane plane = random(2, h, w, 1);
		// large contrasts besides the noise, which a large kernel averages out
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = i % w / 40 % 2 == i / w / 50 % 2 ? 0.1f * plane.data[i] : 1 - 0.1f * plane.data[i];
		return plane;
	}

	@ParameterizedTest
	@CsvSource({ "gaussian,2,2", "gaussian,3,1", "gaussian,1.5,2.7", "lopsided,2,2", "lopsided,3,1", "lopsided,1.5,2.7" })
	void actsAsTheDirectCorrelation(final String name, final double rows, final double columns) {
		final Factor f = new Factor(rows, columns);
		final Plane in = steps(190, 210);
		final Resize fast = shrink(kernel(name), 190, 210, f);
		assertInstanceOf(SumResize.class, fast);
		final Plane expected = direct(kernel(name), 190, 210, f).apply(in);
		final Plane out = fast.apply(in);
		double mean = 0;
		for (int i = 0; i < out.data.length; i++) {
			assertEquals(expected.data[i], out.data[i], 2e-4);
			mean += (out.data[i] - expected.data[i]) / out.data.length;
		}
		assertEquals(0, mean, 2e-5);
		final Plane sum = new Plane(2, out.height, out.width);
		fast.addTo(in, sum);
		for (int i = 0; i < out.data.length; i++)
			assertEquals(out.data[i], sum.data[i], 1e-6);
	}

	@ParameterizedTest
	@CsvSource({ "gaussian,2", "gaussian,1.5", "lopsided,2", "lopsided,2.7" })
	void keepsConstants(final String name, final double factor) {
		final Plane in = new Plane(1, 90, 70);
		Arrays.fill(in.data, 1);
		for (final float v : shrink(kernel(name), 90, 70, new Factor(factor, factor)).apply(in).data)
			assertEquals(1, v, 2e-6);
	}

	@ParameterizedTest
	@CsvSource({ "gaussian", "lopsided" })
	void termsSumToOne(final String name) {
		final double[][] k = kernel(name);
		MeasuredKernel.normalise(k);
		final SeparableSum sum = SeparableSum.of(k);
		double all = 0;
		double left = 0;
		for (final double[] row : k)
			for (final double v : row)
				left += Math.abs(v);
		assertEquals(1, left, 1e-9, "no negative samples");
		left = 0;
		for (int r = 0; r < SIZE; r++)
			for (int c = 0; c < SIZE; c++) {
				double v = 0;
				for (final RankOne term : sum.terms())
					v += term.column()[r] * term.row()[c];
				all += v;
				left += Math.abs(k[r][c] - v);
			}
		assertEquals(1, all, 1e-12);
		assertTrue(left < 2e-4, "leaves " + left);
		assertEquals(name.equals("gaussian"), sum.terms().size() == 1);
		assertTrue(sum.terms().size() < 12, sum.terms().size() + " terms");
	}

	@ParameterizedTest
	@CsvSource({ "gaussian,2", "gaussian,1.5", "lopsided,2", "lopsided,2.7" })
	void windowsAreExactlyPartsOfTheWhole(final String name, final double factor) {
		final Plane in = steps(300, 260);
		final Factor f = new Factor(factor, factor);
		final Resize resize = shrink(kernel(name), 300, 260, f);
		assertInstanceOf(SumResize.class, resize);
		final int reach = Kernel.measured(kernel(name)).reach(f);
		final Plane whole = resize.apply(in);
		for (final Window out : new Window[] { new Window(0, 0, 20, 30), new Window(30, 25, 10, 20), new Window(whole.height -
			12, 3, 12, 15), new Window(5, whole.width - 20, 30, 20) })
		{
			final int top = (int) Math.max(0, Math.floor((out.y() + 0.5) * factor - 0.5) - reach);
			final int left = (int) Math.max(0, Math.floor((out.x() + 0.5) * factor - 0.5) - reach);
			final int bottom = (int) Math.min(300, Math.ceil((out.y() + out.height() - 0.5) * factor - 0.5) + reach + 1);
			final int right = (int) Math.min(260, Math.ceil((out.x() + out.width() - 0.5) * factor - 0.5) + reach + 1);
			final Window from = new Window(top, left, bottom - top, right - left);
			assertArrayEquals(whole.crop(out).data, resize.window(from, out).apply(in.crop(from)).data, out.toString());
		}
	}

	@Test
	void aKernelThatTakesTooManyTermsIsAppliedAsItIs() {
		final Random random = new Random(1);
		final double[][] k = samples((y, x) -> random.nextDouble());
		final Resize resize = shrink(k, 100, 90, new Factor(2, 2));
		assertInstanceOf(CorrelationResize.class, resize);
		final Plane in = steps(100, 90);
		assertArrayEquals(direct(k, 100, 90, new Factor(2, 2)).apply(in).data, resize.apply(in).data);
	}

	@Test
	void aSmallKernelIsAppliedAsItIs() {
		final double[][] k = new double[9][9];
		for (int r = 0; r < 9; r++)
			for (int c = 0; c < 9; c++)
				k[r][c] = Math.exp(-(Math.pow(r - 4.5, 2) + Math.pow(c - 4.5, 2)) / 6);
		assertInstanceOf(CorrelationResize.class, shrink(k, 30, 30, new Factor(2, 2)));
	}

	private static double[][] bordered(final double[][] k, final int top, final int left, final int bottom,
		final int right)
	{
		final double[][] wide = new double[top + k.length + bottom][left + k[0].length + right];
		for (int r = 0; r < k.length; r++)
			System.arraycopy(k[r], 0, wide[top + r], left, k[r].length);
		return wide;
	}

	@Test
	void aBorderOfZerosChangesNothing() {
		final Plane in = steps(100, 90);
		for (final double[][] k : new double[][][] { ResizeGoldenTest.LOPSIDED, { { 1 } }, { { 1, 2, 1 }, { 2, 4, 2 } } })
			for (final double s : new double[] { 1, 1.5, 2, 3 }) {
				final Factor f = new Factor(s, s);
				final Kernel plain = Kernel.measured(k);
				final double[][] wide = bordered(k, 40, 2, 0, 33);
				final Kernel kernel = Kernel.measured(wide);
				final float[] expected = plain.shrink(100, 90, f.lowHeight(100), f.lowWidth(90), f).apply(in).data;
				assertArrayEquals(expected, kernel.shrink(100, 90, f.lowHeight(100), f.lowWidth(90), f).apply(in).data, 1e-6f);
				assertEquals(plain.reach(f), kernel.reach(f));
				for (final Orientation o : Orientation.values())
					assertEquals(plain.symmetric(o), kernel.symmetric(o));
				assertArrayEquals(wide, kernel.samples());
				assertEquals("measured " + wide.length + "x" + wide[0].length, kernel.toString());
			}
	}

	@Test
	void aDarkBorderIsCroppedAndCountsForTheCentre() {
		final double[][] k = bordered(new double[][] { { 1, 3, 1 }, { 2, 6, 2 }, { 1, 3, 1 } }, 20, 20, 20, 20);
		final Factor three = new Factor(3, 3);
		assertEquals(2, Kernel.measured(k).reach(three));
		k[21][0] = 1e-4; // of 20: less than a quarter of 1e-4, and too little to move the centre beyond what is snapped
		assertEquals(2, Kernel.measured(k).reach(three));
		k[21][0] = 1e-2;
		assertEquals(22, Kernel.measured(k).reach(three), "21.5 to the edge");
		k[21][0] = 0;
		// dark but so far away that it moves the centre
		final double[][] far = bordered(k, 0, 20000, 0, 0);
		far[21][0] = 4e-4;
		assertEquals(4, Kernel.measured(far).reach(three), "1.9 to the edge, 2 for the interpolation");
	}

	@Test
	void theCroppedKernelHasToFitTheImage() {
		final double[][] k = bordered(new double[][] { { 1, 3, 1 } }, 20, 20, 20, 20);
		assertEquals(4, Kernel.measured(k).shrink(8, 8, 4, 4, new Factor(2, 2)).apply(new Plane(1, 8, 8)).height);
		assertMessage("the kernel, 1 x 3 without its dark border, is larger than the image", () -> Kernel.measured(k).shrink(8,
			2, 4, 1, new Factor(2, 2)));
	}

	/** What lies farther than its reach has no effect; what lies just inside has, where the kernel's edge is bright. */
	@ParameterizedTest
	@CsvSource({ "5,5,2", "5,5,3", "4,6,2", "4,6,3", "7,2,1.5", "3,8,2.7", "5,4,1", "20,20,2", "21,17,1.5" })
	void reachIsEnoughAndNotMuchMore(final int rows, final int columns, final double s) {
		final double[][] k = new double[rows][columns];
		final Random random = new Random(rows);
		for (final double[] row : k)
			for (int c = 0; c < columns; c++)
				row[c] = 0.1 + random.nextDouble();
		final Kernel kernel = Kernel.measured(k);
		final Factor f = new Factor(s, s);
		final int n = 120;
		final Resize shrink = kernel.shrink(n, n, f.lowHeight(n), f.lowWidth(n), f);
		final int reach = kernel.reach(f);
		assertTrue(reach <= Math.max(rows, columns) + 2);
		boolean touched = false;
		for (int o = 20; o < 26; o++) {
			final double u = (o + 0.5) * s - 0.5;
			final Plane in = new Plane(1, n, n);
			final Plane near = new Plane(1, n, n);
			for (int i = 0; i < in.data.length; i++) {
				final double distance = Math.max(Math.abs(i / n - u), Math.abs(i % n - u));
				if (distance > reach) in.data[i] = 1e3f;
				if (distance > reach - 3.5) near.data[i] = 1e3f;
			}
			assertEquals(0, shrink.apply(in).get(0, o, o));
			touched |= Math.abs(shrink.apply(near).get(0, o, o)) > 1e-3;
		}
		assertTrue(touched);
		assertFalse(2 * reach < Math.max(rows, columns));
	}
}
