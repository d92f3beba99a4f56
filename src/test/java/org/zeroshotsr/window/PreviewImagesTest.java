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
package org.zeroshotsr.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.zeroshotsr.image.Plane;

class PreviewImagesTest {

	/** Half of it is there, from dark to bright. */
	@Test
	void holesAreBlackAndTheRestIsShown() {
		final Plane plane = new Plane(1, 8, 8);
		Arrays.fill(plane.data, Float.NaN);
		for (int i = 0; i < 32; i++)
			plane.data[i] = 100 + i;
		final PreviewImages images = PreviewImages.of(plane, plane);
		assertEquals(0xff000000, images.bicubic().getRGB(0, 0));
		assertEquals(0xffffffff, images.bicubic().getRGB(7, 3));
		assertEquals(0xffffffff, images.current().getRGB(7, 3));
		assertEquals(0xff000000, images.bicubic().getRGB(7, 7));
	}

	@Test
	void whereNothingIsThereAllIsBlack() {
		final Plane plane = new Plane(1, 2, 2);
		Arrays.fill(plane.data, Float.NaN);
		assertEquals(0xff000000, PreviewImages.of(plane, plane).bicubic().getRGB(1, 1));
	}
}
