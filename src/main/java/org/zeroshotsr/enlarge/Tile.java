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
package org.zeroshotsr.enlarge;

import java.util.ArrayList;
import java.util.List;

import org.zeroshotsr.image.Window;
import org.zeroshotsr.resize.Factor;

/**
 * Cuts an image into tiles, each with a margin on the sides where the image goes on.
 *
 * @param low  the tile with its margin, in the image
 * @param high what of the enlarged image is computed from it
 * @param kept what of the enlarged image is kept: the tile without its margin
 */
record Tile(Window low, Window high, Window kept) {

	/** What is kept, within what is computed. */
	Window own() {
		return new Window(kept.y() - high.y(), kept.x() - high.x(), kept.height(), kept.width());
	}

	/**
	 * @param height rows of the image
	 * @param width  columns of the image
	 * @param rows    the most rows of an enlarged tile without its margin
	 * @param columns the most columns
	 * @param margin margin in enlarged pixels
	 */
	static List<Tile> cut(final int height, final int width, final Factor factor, final int rows, final int columns,
		final int margin) {
		final List<Tile> tiles = new ArrayList<>();
		for (final int[] y : intervals(height, factor.height(height), factor.rows(), rows, margin))
			for (final int[] x : intervals(width, factor.width(width), factor.columns(), columns, margin))
				tiles.add(new Tile(window(y, x, 0), window(y, x, 2), window(y, x, 4)));
		return tiles;
	}

	private static Window window(final int[] y, final int[] x, final int i) {
		return new Window(y[i], x[i], y[i + 1] - y[i], x[i + 1] - x[i]);
	}

	/** From and to of: low with margin, high with margin, high without. */
	private static List<int[]> intervals(final int low, final int high, final double factor, final int side,
		final int margin)
	{
		final List<int[]> intervals = new ArrayList<>();
		final int count = high <= side + 2 * margin ? 1 : (high + side - 1) / side;
		final int step = (high + count - 1) / count;
		for (int from = 0; from < high; from += step) {
			final int to = Math.min(high, from + step);
			final int first = Math.max(0, (int) Math.floor((from - margin) / factor));
			final int last = Math.min(low, (int) Math.ceil((to + margin) / factor));
			// the enlarged samples of a low pixel lie around it, so these all find support inside first..last
			final int highFirst = first == 0 ? 0 : (int) Math.ceil(first * factor);
			final int highLast = last == low ? high : (int) Math.floor(last * factor);
			intervals.add(new int[] { first, last, highFirst, highLast, from, to });
		}
		return intervals;
	}
}
