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
package org.zeroshotsr.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.zeroshotsr.image.Plane;

class QualityTest {

	/** The images of the golden values, which numpy makes from the same integers. */
	private static Plane image(final int channels, final boolean disturbed) {
		final Plane image = new Plane(channels, 37, 52);
		int i = 0;
		for (int k = 0; k < channels; k++)
			for (int y = 0; y < 37; y++)
				for (int x = 0; x < 52; x++)
					image.data[i++] = (x * 73 + y * 151 + x * y * 7 + k * 59) % 256 + (disturbed ? (x * 31 + y * 17 + k *
						5) % 23 - 11 : 0);
		return image;
	}

	private static Plane constant(final int channels, final float value) {
		final Plane image = new Plane(channels, 15, 20);
		Arrays.fill(image.data, value);
		return image;
	}

	/** Values of numpy 2-D convolutions with the 11 x 11 Gaussian (scipy.signal.convolve2d, mode valid). */
	@Test
	void agreesWithNumpy() {
		final Plane a = image(1, false);
		final Plane b = image(1, true);
		assertEquals(31.69566127440101, Quality.psnr(b, a, 255, 0, 0), 1e-9);
		assertEquals(0.9951801853023503, Quality.ssim(b, a, 255, 0, 0), 1e-10);
		assertEquals(79.8943237410269, Quality.psnr(b, a, 65535, 0, 0), 1e-9);
		assertEquals(0.9999885471464603, Quality.ssim(b, a, 65535, 0, 0), 1e-10);
		assertEquals(31.694618838918444, Quality.psnr(b, a, 255, 3, 2), 1e-9);
		assertEquals(0.9949685118647448, Quality.ssim(b, a, 255, 3, 2), 1e-10);
	}

	@Test
	void coloursAreComparedOnLuma() {
		// luma is held as float, hence the tolerance
		assertEquals(36.96238880354068, Quality.psnr(image(3, true), image(3, false), 255, 2, 2), 1e-5);
		assertEquals(0.9950056678554162, Quality.ssim(image(3, true), image(3, false), 255, 2, 2), 1e-7);
		assertEquals(235, Quality.luma(constant(3, 255), 255).get(0, 3, 4), 1e-4);
		assertEquals(16, Quality.luma(constant(3, 0), 255).get(0, 3, 4), 1e-5);
		final Plane green = new Plane(3, 1, 1, new float[] { 0, 255, 0 });
		assertEquals(16 + 128.553, Quality.luma(green, 255).data[0], 1e-4);
	}

	@Test
	void constantsCanBeCalculatedByHand() {
		assertEquals(20 * Math.log10(51), Quality.psnr(constant(1, 105), constant(1, 100), 255, 0, 0), 1e-12);
		final double c1 = 2.55 * 2.55;
		assertEquals((2 * 80 * 120 + c1) / (80 * 80 + 120 * 120 + c1), Quality.ssim(constant(1, 80), constant(1, 120), 255,
			2, 2), 1e-9);
	}

	@Test
	void equalImages() {
		final Plane a = image(1, false);
		assertEquals(Double.POSITIVE_INFINITY, Quality.psnr(a, a.copy(), 255, 2, 2));
		assertEquals(1, Quality.ssim(a, a.copy(), 255, 2, 2), 1e-12);
	}

	@Test
	void theBorderIsNotSeen() {
		final Plane a = image(1, false);
		final Plane b = a.copy();
		Arrays.fill(b.data, 0, 2 * 52, 1e6f);
		for (int y = 0; y < 37; y++)
			b.data[y * 52 + 49] = -1e6f;
		assertEquals(Double.POSITIVE_INFINITY, Quality.psnr(b, a, 255, 2, 3));
		assertTrue(Quality.psnr(b, a, 255, 1, 3) < 0);
		assertTrue(Quality.psnr(b, a, 255, 2, 2) < 0);
	}

	@Test
	void holesAreLeftOut() {
		final Plane a = constant(1, 100);
		final Plane b = constant(1, 105);
		b.data[3] = Float.NaN;
		a.data[50] = Float.NaN;
		assertEquals(20 * Math.log10(51), Quality.psnr(b, a, 255, 0, 0), 1e-12);
		final double c1 = 2.55 * 2.55;
		assertEquals((2 * 100 * 105 + c1) / (100 * 100 + 105 * 105 + c1), Quality.ssim(b, a, 255, 0, 0), 1e-9);
		Arrays.fill(a.data, Float.NaN);
		assertTrue(Double.isNaN(Quality.psnr(b, a, 255, 0, 0)));
		assertTrue(Double.isNaN(Quality.ssim(b, a, 255, 0, 0)));
	}

	@Test
	void whatCannotBeComparedIsRefused() {
		final Plane a = constant(1, 1);
		assertThrows(IllegalArgumentException.class, () -> Quality.psnr(a, new Plane(1, 20, 15), 255, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> Quality.psnr(constant(2, 1), constant(2, 1), 255, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> Quality.ssim(a, a, 0, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> Quality.ssim(a, a, 255, 8, 0));
		assertTrue(Double.isNaN(Quality.ssim(a, a, 255, 3, 0)), "smaller than the window");
	}
}
