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
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

class ResizePropertyTest {

	private static final Factor[] FACTORS = { new Factor(2, 2), new Factor(3, 1), new Factor(1.5, 2), new Factor(1.37,
		4) };

	static Stream<Kernel> kernels() {
		return Stream.of(Kernel.cubic(), Kernel.linear(), Kernel.gaussian(0.7), Kernel.gaussian(0.01), Kernel.measured(
			ResizeGoldenTest.LOPSIDED), Kernel.measured(new double[][] { { 1 } }));
	}

	/** Every kind of resize of a plane of the given size. */
	private static List<Resize> all(final int h, final int w) {
		final List<Resize> all = new ArrayList<>();
		for (final Factor f : FACTORS) {
			all.add(Resizes.enlarge(h, w, f));
			kernels().forEach(k -> all.add(k.shrink(h, w, f.lowHeight(h), f.lowWidth(w), f)));
		}
		all.add(Resizes.cubic(h, w, (int) (0.83 * h), (int) (1.21 * w), 0.83, 1.21));
		return all;
	}

	static Plane random(final int channels, final int h, final int w, final long seed) {
		final Plane plane = new Plane(channels, h, w);
		final Random random = new Random(seed);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = random.nextFloat();
		return plane;
	}

	@Test
	void constantsStay() {
		for (final int[] size : new int[][] { { 8, 8 }, { 9, 23 }, { 40, 31 } })
			for (final Resize resize : all(size[0], size[1])) {
				final Plane in = new Plane(1, size[0], size[1]);
				Arrays.fill(in.data, 1);
				for (final float v : resize.apply(in).data)
					assertEquals(1, v, 1e-6);
			}
	}

	@Test
	void rampsStayInsideWhenEnlarged() {
		final int n = 20;
		for (final Factor f : FACTORS) {
			final Plane in = new Plane(1, n, n);
			for (int y = 0; y < n; y++)
				for (int x = 0; x < n; x++)
					in.data[y * n + x] = 3 * y - 2 * x;
			final Plane out = Resizes.enlarge(n, n, f).apply(in);
			for (int y = 0; y < out.height; y++)
				for (int x = 0; x < out.width; x++) {
					final double v = (y + 0.5) / f.rows() - 0.5;
					final double u = (x + 0.5) / f.columns() - 0.5;
					if (v > 1 && v < n - 2 && u > 1 && u < n - 2) assertEquals(3 * v - 2 * u, out.get(0, y, x), 2e-5);
				}
		}
	}

	@Test
	void windowsAreExactlyPartsOfTheWhole() {
		// Large enough that the whole is made on several threads; its windows are made on one.
		final int h = 190;
		final int w = 210;
		final Plane in = random(2, h, w, 1);
		for (final Resize resize : all(h, w)) {
			final Plane whole = resize.apply(in);
			final double sy = (double) h / whole.height;
			final double sx = (double) w / whole.width;
			final int margin = 30;
			final int tileHeight = (whole.height + 3) / 4;
			for (int y = 0; y < whole.height; y += tileHeight)
				for (final int x : new int[] { 0, whole.width / 3, whole.width - whole.width / 4 }) {
					final Window out = new Window(y, x, Math.min(tileHeight, whole.height - y), whole.width / 4);
					final Window from = around(out, sy, sx, margin, h, w);
					final Plane part = resize.window(from, out).apply(in.crop(from));
					assertArrayEquals(whole.crop(out).data, part.data);
					// A window of a window.
					final Window inner = new Window(1, 2, out.height() - 2, out.width() - 3);
					final Window all = new Window(0, 0, from.height(), from.width());
					assertArrayEquals(part.crop(inner).data, resize.window(from, out).window(all, inner).apply(in.crop(
						from)).data);
				}
		}
	}

	private static Window around(final Window out, final double sy, final double sx, final int margin, final int h,
		final int w)
	{
		final int top = (int) Math.max(0, out.y() * sy - margin);
		final int left = (int) Math.max(0, out.x() * sx - margin);
		final int bottom = (int) Math.min(h, (out.y() + out.height()) * sy + margin);
		final int right = (int) Math.min(w, (out.x() + out.width()) * sx + margin);
		return new Window(top, left, bottom - top, right - left);
	}

	@Test
	void theNearestSampleStandsInOutsideAWindow() {
		// All that outputs 0 to 5 need are inputs up to 3, of which none is known.
		final Plane in = random(1, 12, 12, 2);
		final Resize part = Resizes.enlarge(12, 12, new Factor(3, 3)).window(new Window(4, 4, 4, 4), new Window(0, 0, 6,
			6));
		for (final float v : part.apply(in.crop(new Window(4, 4, 4, 4))).data)
			assertEquals(in.get(0, 4, 4), v, 1e-6);
	}

	@Test
	void parallelEqualsSequential() {
		final Plane in = random(1, 300, 300, 3);
		for (final Resize resize : all(300, 300)) {
			final Plane whole = resize.apply(in);
			for (int y = 0; y < whole.height; y++) {
				final Window row = new Window(y, 0, 1, whole.width);
				final int from = Math.max(0, (int) ((double) y * 300 / whole.height) - 40);
				final Window band = new Window(from, 0, Math.min(300, from + 80) - from, 300);
				assertTrue(band.height() * band.width() < 1 << 16);
				assertArrayEquals(whole.crop(row).data, resize.window(band, row).apply(in.crop(band)).data);
			}
		}
	}

	@Test
	void addsToAPlane() {
		final Plane in = random(2, 190, 210, 6);
		for (final Resize resize : all(190, 210)) {
			final Plane made = resize.apply(in);
			final Plane over = random(2, made.height, made.width, 7);
			final Plane sum = over.copy();
			resize.addTo(in, sum);
			for (int i = 0; i < sum.data.length; i++)
				assertEquals(over.data[i] + made.data[i], sum.data[i]);
			resize.apply(in, over);
			assertArrayEquals(made.data, over.data);
		}
	}

	@Test
	void aFactorOfOneCopies() {
		final Plane in = random(3, 9, 11, 4);
		final Plane out = Kernel.cubic().shrink(9, 11, 9, 11, new Factor(1, 1)).apply(in);
		assertNotSame(in.data, out.data);
		assertArrayEquals(in.data, out.data);
		// One axis alone: every column is resized as if it were an image.
		final Plane wide = Resizes.enlarge(9, 11, new Factor(2, 1)).apply(in);
		final Plane column = Resizes.enlarge(9, 1, new Factor(2, 1)).apply(new Plane(1, 9, 1, column(in, 5)));
		for (int y = 0; y < 18; y++)
			assertEquals(column.get(0, y, 0), wide.get(0, y, 5));
	}

	private static float[] column(final Plane in, final int x) {
		final float[] column = new float[in.height];
		for (int y = 0; y < in.height; y++)
			column[y] = in.get(0, y, x);
		return column;
	}

	@Test
	void mirroredEdgesServeAnyFactor() {
		// 8 x 8 shrunk 40 times in one go: the support is twenty times the image, and the result about its mean.
		final Plane in = random(1, 8, 8, 5);
		final Plane far = Kernel.cubic().shrink(8, 8, 1, 1, new Factor(40, 40)).apply(in);
		double mean = 0;
		for (final float v : in.data)
			mean += v / 64;
		assertEquals(mean, far.data[0], 0.05);
	}

	@Test
	void refusesWhatDoesNotFit() {
		final Resize resize = Resizes.enlarge(8, 8, new Factor(2, 2));
		final Plane in8 = new Plane(1, 8, 8);
		assertMessage("takes planes of 8 x 8, not 8 x 9", () -> resize.apply(new Plane(1, 8, 9)));
		assertMessage("makes planes of 16 x 16 in 2 channels, not 16 x 16 in 1", () -> resize.apply(new Plane(2, 8, 8),
			new Plane(1, 16, 16)));
		assertMessage("makes planes of 16 x 16", () -> resize.addTo(new Plane(1, 8, 8), new Plane(1, 16, 15)));
		assertMessage("into itself", () -> Resizes.enlarge(8, 8, new Factor(1, 1)).addTo(in8, in8));
		assertMessage("input window", () -> resize.window(new Window(0, 0, 9, 8), new Window(0, 0, 16, 16)));
		assertMessage("output window", () -> resize.window(new Window(0, 0, 8, 8), new Window(0, 1, 16, 16)));
		assertMessage("scale has to be over 0", () -> Resizes.cubic(8, 8, 8, 8, 0, 1));
		assertMessage("scale has to be over 0", () -> Resizes.cubic(8, 8, 8, 8, 1, Double.NaN));
		assertMessage("cannot resize 8 samples to 0", () -> Resizes.cubic(8, 8, 0, 8, 1, 1));
	}

	static void assertMessage(final String part, final Executable call) {
		final String message = assertThrows(IllegalArgumentException.class, call).getMessage();
		assertTrue(message.contains(part), message);
	}
}
