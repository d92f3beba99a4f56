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

import java.util.BitSet;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** A window of a plane of the result, put together from the parts of the plane that come. */
final class Cut {

	private final Window window;
	/** In which the file has its samples; null for as they are. */
	private final Pixel pixel;
	private final BitSet seen = new BitSet();
	private Plane plane;

	Cut(final Window window, final Pixel pixel) {
		this.window = window;
		this.pixel = pixel;
	}

	/** Takes what of a part lies in the window. */
	void put(final int y, final int x, final Plane part) {
		final int top = Math.max(y, window.y());
		final int left = Math.max(x, window.x());
		final int bottom = Math.min(y + part.height, window.y() + window.height());
		final int right = Math.min(x + part.width, window.x() + window.width());
		if (top >= bottom || left >= right) return;
		if (plane == null) plane = new Plane(part.channels, window.height(), window.width());
		for (int row = top; row < bottom; row++) {
			final int to = (row - window.y()) * window.width() + left - window.x();
			for (int c = 0; c < part.channels; c++) {
				final int from = (c * part.height + row - y) * part.width + left - x;
				System.arraycopy(part.data, from, plane.data, c * window.height() * window.width() + to, right - left);
			}
			seen.set(to, to + right - left);
		}
	}

	/** What was put together, rounded as in the file; null where a part of it did not come. */
	Plane plane() {
		if (plane == null || seen.cardinality() < window.height() * window.width()) return null;
		final Plane copy = plane.copy();
		if (pixel != null) pixel.round(copy);
		return copy;
	}
}
