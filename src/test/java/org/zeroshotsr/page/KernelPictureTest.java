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
package org.zeroshotsr.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;

class KernelPictureTest {

	/** The same as the formula's samples, turned the same way. */
	@Test
	void aTurnedGaussianIsItself() {
		final Plane picture = KernelPicture.of(Kernel.gaussian(0.9, 0.4, 30));
		final double[][] samples = Kernel.gaussianSamples(0.9, 0.4, 30, new Factor(KernelPicture.FINENESS, KernelPicture.FINENESS));
		final int top = (picture.height - samples.length) / 2;
		final int left = (picture.width - samples[0].length) / 2;
		double sum = 0;
		for (final float v : picture.data)
			sum += v;
		assertEquals(1, sum, 1e-3);
		for (int y = 0; y < picture.height; y++)
			for (int x = 0; x < picture.width; x++) {
				final boolean inside = y >= top && y - top < samples.length && x >= left && x - left < samples[0].length;
				assertEquals(inside ? samples[y - top][x - left] : 0, picture.get(0, y, x), 2e-5, y + " " + x);
			}
	}

	/** Cubic convolution has its first zeros a pixel off its middle, and ends after two. */
	@Test
	void bicubicIsItsFormula() {
		final int n = KernelPicture.FINENESS;
		final Plane picture = KernelPicture.of(Kernel.cubic());
		final double middle = (picture.width - 1) / 2.0;
		final int row = picture.height / 2;
		final double scale = picture.get(0, row, picture.width / 2) / cubic(0.5 / n);
		for (int x = 0; x < picture.width; x++)
			assertEquals(scale * cubic(Math.abs(x - middle) / n), picture.get(0, row, x), 1e-3 * scale);
	}

	private static double cubic(final double x) {
		if (x >= 2) return 0;
		return x <= 1 ? 1.5 * x * x * x - 2.5 * x * x + 1 : -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2;
	}

	@Test
	void aMeasuredOneIsAsItWasGiven() {
		final double[][] samples = { { 0.1, 0.2, 0 }, { 0.1, 0.3, 0.1 }, { 0, 0.15, 0.05 } };
		final Plane picture = KernelPicture.of(Kernel.measured(samples));
		for (int y = 0; y < 3; y++)
			for (int x = 0; x < 3; x++)
				assertEquals(samples[y][x], picture.get(0, y, x), 1e-6);
	}
}
