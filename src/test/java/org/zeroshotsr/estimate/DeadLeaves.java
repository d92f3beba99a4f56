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
package org.zeroshotsr.estimate;

import java.util.Arrays;
import java.util.Random;

import org.zeroshotsr.image.Plane;

/**
 * Discs of all sizes that hide each other, their number falling with the cube of the radius: a scene alike at all scales
 * (Lee, Mumford, Huang, Occlusion Models for Natural Images, IJCV 41, 2001).
 */
public final class DeadLeaves {

	private static final int FINE = 3;
	private static final double SMALLEST = 2;
	private static final double LARGEST = 400;
	private static final int COUNT = 60_000;

	private DeadLeaves() {}

	/** Grey levels from 20 to 220; each pixel is the mean of {@value #FINE} x {@value #FINE} finer ones. */
	public static Plane scene(final int height, final int width, final long seed) {
		final Random random = new Random(seed);
		final int rows = height * FINE;
		final int columns = width * FINE;
		final float[] fine = new float[rows * columns];
		Arrays.fill(fine, 120);
		final double inner = 1 / (SMALLEST * SMALLEST);
		final double outer = 1 / (LARGEST * LARGEST);
		for (int i = 0; i < COUNT; i++) {
			final double radius = 1 / Math.sqrt(inner - random.nextDouble() * (inner - outer));
			final double y = random.nextDouble() * rows;
			final double x = random.nextDouble() * columns;
			disc(fine, rows, columns, y, x, radius, 20 + 200 * random.nextFloat());
		}
		return mean(fine, height, width);
	}

	private static void disc(final float[] fine, final int rows, final int columns, final double y, final double x,
		final double radius, final float grey)
	{
		for (int r = (int) Math.max(0, Math.ceil(y - radius)); r <= Math.min(rows - 1, y + radius); r++) {
			final double half = Math.sqrt(Math.max(0, radius * radius - (r - y) * (r - y)));
			final int from = (int) Math.max(0, Math.ceil(x - half));
			final int to = (int) Math.min(columns, Math.floor(x + half) + 1);
			if (from < to) Arrays.fill(fine, r * columns + from, r * columns + to, grey);
		}
	}

	private static Plane mean(final float[] fine, final int height, final int width) {
		final Plane plane = new Plane(1, height, width);
		for (int y = 0; y < height * FINE; y++)
			for (int x = 0; x < width * FINE; x++)
				plane.data[y / FINE * width + x / FINE] += fine[y * width * FINE + x] / (FINE * FINE);
		return plane;
	}
}
