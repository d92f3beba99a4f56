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
package org.zeroshotsr.image;

import java.util.function.IntBinaryOperator;

/**
 * Which pixels of a plane are known: those whose samples are numbers in all channels. What is filled in for the others is
 * not learnt from, and nothing is judged by it. Immutable.
 */
public final class Known {

	private final int height;
	private final int width;
	/** Unknown pixels above and left of a corner. */
	private final int[] unknown;

	private Known(final int height, final int width, final IntBinaryOperator isUnknown) {
		this.height = height;
		this.width = width;
		unknown = new int[(height + 1) * (width + 1)];
		for (int y = 0; y < height; y++) {
			int line = 0;
			for (int x = 0; x < width; x++) {
				line += isUnknown.applyAsInt(y, x);
				unknown[(y + 1) * (width + 1) + x + 1] = unknown[y * (width + 1) + x + 1] + line;
			}
		}
	}

	/** Of a plane before its holes are filled; null where there is none. */
	public static Known of(final Plane plane) {
		boolean all = true;
		for (final float v : plane.data)
			all &= Float.isFinite(v);
		return all ? null : new Known(plane.height, plane.width, (y, x) -> {
			for (int c = 0; c < plane.channels; c++)
				if (!Float.isFinite(plane.get(c, y, x))) return 1;
			return 0;
		});
	}

	/** How many pixels of a window are unknown; what lies outside of the plane does not count. */
	private int unknown(final int y, final int x, final int endY, final int endX) {
		final int top = clamp(y, height);
		final int bottom = clamp(endY, height);
		final int left = clamp(x, width);
		final int right = clamp(endX, width);
		final int n = width + 1;
		return unknown[bottom * n + right] - unknown[top * n + right] - unknown[bottom * n + left] + unknown[top * n + left];
	}

	private static int clamp(final int at, final int size) {
		return Math.max(0, Math.min(size, at));
	}

	public boolean at(final int y, final int x) {
		return unknown(y, x, y + 1, x + 1) == 0;
	}

	/** Whether a pixel and all pixels no further than {@code reach} from it are known. */
	public boolean around(final int y, final int x, final int reach) {
		return unknown(y - reach, x - reach, y + reach + 1, x + reach + 1) == 0;
	}

	/** The known part of a window's pixels. */
	public double share(final Window window) {
		return 1 - unknown(window.y(), window.x(), window.y() + window.height(), window.x() + window.width()) / ((double) window
			.height() * window.width());
	}

	/** Of a part of the plane. */
	public Known crop(final Window window) {
		return new Known(window.height(), window.width(), (y, x) -> at(window.y() + y, window.x() + x) ? 0 : 1);
	}

	/** Of the plane enlarged to a size: a pixel is known where the one that it comes from is. */
	public Known enlarged(final int newHeight, final int newWidth) {
		return new Known(newHeight, newWidth, (y, x) -> at((int) ((y + 0.5) * height / newHeight), (int) ((x + 0.5) * width /
			newWidth)) ? 0 : 1);
	}
}
