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

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;

/**
 * How well "enlarge, then shrink" tells pixels that it never saw: some are hidden, filled from around, and compared. No
 * noise has to be known for that, and its variance is in all figures alike; but hidden blocks have to be as wide as
 * neighbours share their noise, else what leaks from them counts as signal.
 */
public final class HeldOut {

	private static final int REPEATS = 4;

	private HeldOut() {}

	/**
	 * The mean square error at hidden pixels.
	 *
	 * @param known   which pixels are; null for all
	 * @param rebuild makes of the plane, or of one that differs a little, a plane of its size
	 * @param radius  of the hidden blocks, whose middle pixels are compared: 0 for single pixels
	 */
	public static double of(final Plane low, final Known known, final UnaryOperator<Plane> rebuild, final int radius, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		final int step = 2 * radius + 4;
		double sum = 0;
		long count = 0;
		for (int k = 0; k < REPEATS; k++) {
			final int top = random.nextInt(step);
			final int left = random.nextInt(step);
			final Plane filled = low.copy();
			for (int c = 0; c < low.channels; c++)
				for (int y = top; y < low.height; y += step)
					for (int x = left; x < low.width; x += step)
						hide(low, filled, c, y, x, radius);
			final Plane made = rebuild.apply(filled);
			for (int c = 0; c < low.channels; c++) {
				for (int y = top; y < low.height; y += step) {
					for (int x = left; x < low.width; x += step) {
						if (known != null && !known.around(y, x, radius + 1)) continue;
						count++;
						final double error = (double) made.get(c, y, x) - low.get(c, y, x);
						sum += error * error;
					}
				}
			}
		}
		return sum / Math.max(1, count);
	}

	/** Fills a block with the mean of the ring around it. */
	private static void hide(final Plane low, final Plane filled, final int c, final int y, final int x, final int radius) {
		double sum = 0;
		int count = 0;
		for (int v = y - radius - 1; v <= y + radius + 1; v++) {
			for (int u = x - radius - 1; u <= x + radius + 1; u++) {
				if (Math.max(Math.abs(v - y), Math.abs(u - x)) <= radius || !inside(low, v, u)) continue;
				sum += low.get(c, v, u);
				count++;
			}
		}
		for (int v = y - radius; v <= y + radius; v++)
			for (int u = x - radius; u <= x + radius; u++)
				if (inside(low, v, u)) filled.data[(c * low.height + v) * low.width + u] = (float) (sum / count);
	}

	private static boolean inside(final Plane plane, final int y, final int x) {
		return y >= 0 && x >= 0 && y < plane.height && x < plane.width;
	}
}
