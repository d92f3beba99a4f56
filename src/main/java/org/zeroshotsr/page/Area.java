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

import java.util.EnumMap;
import java.util.Map;

import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

/** A window of a plane: as it is in the input, as bicubic enlargement makes it, and as the run's layers have it. */
final class Area {

	/** Pixels around it that bicubic enlargement needs. */
	private static final int MARGIN = 4;

	private final int height;
	private final int width;
	private final Factor factor;
	private final Pixel pixel;
	/** Of the input. */
	private final Window window;
	private final Window result;
	/** With what is around it. */
	private final Window read;
	private final Plane low;
	private final Map<Layer, Cut> cuts = new EnumMap<>(Layer.class);

	/**
	 * @param height of the whole plane
	 * @param width  of it
	 * @param window of it
	 * @param seen   of it, which {@code plane} is of, and {@code window} lies in
	 * @param plane  in grey levels, holes as they are
	 */
	Area(final int height, final int width, final Factor factor, final Pixel pixel, final Window window, final Window seen,
		final Plane plane)
	{
		this.height = height;
		this.width = width;
		this.factor = factor;
		this.pixel = pixel;
		this.window = window;
		final int y = (int) Math.round(window.y() * factor.rows());
		final int x = (int) Math.round(window.x() * factor.columns());
		result = new Window(y, x, Math.min(factor.height(height), (int) Math.round((window.y() + window.height()) * factor.rows())) - y,
			Math.min(factor.width(width), (int) Math.round((window.x() + window.width()) * factor.columns())) - x);
		final int top = Math.max(seen.y(), window.y() - MARGIN);
		final int left = Math.max(seen.x(), window.x() - MARGIN);
		read = new Window(top, left, Math.min(seen.y() + seen.height(), window.y() + window.height() + MARGIN) - top, Math.min(seen
			.x() + seen.width(), window.x() + window.width() + MARGIN) - left);
		low = plane.crop(new Window(top - seen.y(), left - seen.x(), read.height(), read.width()));
	}

	/** In the input. */
	Window window() {
		return window;
	}

	/** In the result. */
	Window result() {
		return result;
	}

	/** Of the run, whose parts are put into it. */
	Cut cut(final Layer layer) {
		return cuts.computeIfAbsent(layer, l -> new Cut(result, l == Layer.RESULT ? pixel : null));
	}

	/** In grey levels, holes as they are. */
	Plane input() {
		return low.crop(new Window(window.y() - read.y(), window.x() - read.x(), window.height(), window.width()));
	}

	/** Rounded as the result is, with the input's holes. */
	Plane bicubic() {
		final Plane filled = low.copy();
		final Holes holes = Holes.fill(filled);
		final Plane enlarged = Resizes.enlarge(height, width, factor).window(read, result).apply(filled);
		pixel.round(enlarged);
		if (holes != null) reopen(enlarged);
		return enlarged;
	}

	private void reopen(final Plane enlarged) {
		for (int c = 0; c < enlarged.channels; c++)
			for (int y = 0; y < enlarged.height; y++) {
				final int row = Math.min(low.height - 1, (int) ((result.y() + y + 0.5) / factor.rows()) - read.y());
				for (int x = 0; x < enlarged.width; x++) {
					final float v = low.get(c, row, Math.min(low.width - 1, (int) ((result.x() + x + 0.5) / factor.columns()) - read
						.x()));
					if (!Float.isFinite(v)) enlarged.data[(c * enlarged.height + y) * enlarged.width + x] = v;
				}
			}
	}

	/** What a layer has here; null where it has not come, or not all of it. */
	Plane layer(final Layer layer) {
		return cuts.containsKey(layer) ? cuts.get(layer).plane() : null;
	}
}
