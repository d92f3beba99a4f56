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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeroshotsr.resize.Factor;

class TileTest {

	@ParameterizedTest
	@CsvSource({ "100, 130, 2, 2, 32, 12", "31, 97, 1.5, 1.5, 16, 5", "40, 40, 2, 1.5, 17, 9", "33, 8, 3, 16, 20, 40",
		"64, 64, 1, 2, 32, 8", "50, 50, 1.1, 1.7, 10, 0" })
	void coverEveryPixelOnceWithTheirMargins(final int height, final int width, final double rows, final double columns,
		final int side, final int margin)
	{
		final Factor factor = new Factor(rows, columns);
		final int highHeight = factor.height(height);
		final int highWidth = factor.width(width);
		final int[][] covered = new int[highHeight][highWidth];
		final List<Tile> tiles = Tile.cut(height, width, factor, side, side, margin);
		for (final Tile t : tiles) {
			for (int y = t.kept().y(); y < t.kept().y() + t.kept().height(); y++)
				for (int x = t.kept().x(); x < t.kept().x() + t.kept().width(); x++)
					covered[y][x]++;
			assertTrue(t.kept().height() <= Math.max(side, 0) || t.kept().height() == highHeight, "not too large");
			// the margin is there, unless the image ends
			assertTrue(t.high().y() <= Math.max(0, t.kept().y() - margin + (int) Math.ceil(rows)));
			assertTrue(t.high().y() + t.high().height() >= Math.min(highHeight, t.kept().y() + t.kept().height() + margin -
				(int) Math.ceil(rows)));
			assertTrue(t.high().y() <= t.kept().y() && t.high().y() + t.high().height() >= t.kept().y() + t.kept().height());
			assertTrue(t.high().x() <= t.kept().x() && t.high().x() + t.high().width() >= t.kept().x() + t.kept().width());
			assertTrue(t.low().y() >= 0 && t.low().y() + t.low().height() <= height);
			assertTrue(t.low().x() >= 0 && t.low().x() + t.low().width() <= width);
		}
		for (final int[] row : covered)
			for (final int count : row)
				assertEquals(1, count);
	}

	@Test
	void aSmallImageIsOneTileWithoutMargins() {
		final Tile tile = Tile.cut(30, 40, new Factor(2, 2), 512, 512, 30).get(0);
		assertEquals(tile.high(), tile.kept());
		assertEquals(60, tile.kept().height());
		assertEquals(40, tile.low().width());
	}
}
