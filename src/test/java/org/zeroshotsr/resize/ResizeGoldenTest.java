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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zeroshotsr.image.Plane;

/** The resampler against numbers made by dense matrices in numpy: src/test/python/resize_golden.py. */
class ResizeGoldenTest {

	static final double[][] LOPSIDED = { { 1, 2, 0, 1 }, { 3, 8, 2, 0 }, { 1, 2, 5, 1 } };

	static Stream<String> cases() throws IOException {
		try (InputStream in = ResizeGoldenTest.class.getResourceAsStream("golden.txt")) {
			return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("cases")
	void equalsTheDenseMatrix(final String line) {
		final String[] parts = line.split(" \\| ");
		final double[] size = numbers(parts[1]);
		final int h = (int) size[0];
		final int w = (int) size[1];
		final int outH = (int) size[2];
		final int outW = (int) size[3];
		final double[] scale = numbers(parts[2]);
		final Resize resize = resize(parts[0], h, w, outH, outW, scale[0], scale[1]);
		final Plane out = resize.apply(plane(h, w, numbers(parts[3])));
		final double[] expected = numbers(parts[4]);
		assertEquals(outH, out.height);
		assertEquals(outW, out.width);
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], out.data[i], 4e-5, parts[0] + " at " + i);
		if (parts[0].equals("enlarge") && scale[0] >= 1 && scale[1] >= 1) {
			final Plane enlarged = Resizes.enlarge(h, w, new Factor(scale[0], scale[1])).apply(plane(h, w, numbers(
				parts[3])));
			assertTrue(Arrays.equals(out.data, enlarged.data), "enlarge is the general cubic");
		}
	}

	private static Resize resize(final String name, final int h, final int w, final int outH, final int outW,
		final double rows, final double columns)
	{
		final Kernel kernel = switch (name) {
			case "cubic" -> Kernel.cubic();
			case "linear" -> Kernel.linear();
			case "gaussian0.6" -> Kernel.gaussian(0.6);
			case "measured" -> Kernel.measured(LOPSIDED);
			default -> null;
		};
		return kernel == null ? Resizes.cubic(h, w, outH, outW, rows, columns) : kernel.shrink(h, w, outH, outW,
			new Factor(1 / rows, 1 / columns));
	}

	private static double[] numbers(final String text) {
		return Arrays.stream(text.trim().split(" ")).mapToDouble(Double::parseDouble).toArray();
	}

	static Plane plane(final int height, final int width, final double[] samples) {
		final Plane plane = new Plane(1, height, width);
		for (int i = 0; i < samples.length; i++)
			plane.data[i] = (float) samples[i];
		return plane;
	}
}
