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

/** The 8 flips and quarter turns of a plane; none of them interpolates. */
public enum Orientation {

	AS_IS(false, false, false), //
	FLIPPED_ROWS(false, true, false), //
	FLIPPED_COLUMNS(false, false, true), //
	TURNED_HALF(false, true, true), //
	TRANSPOSED(true, false, false), //
	TURNED_RIGHT(true, false, true), //
	TURNED_LEFT(true, true, false), //
	TRANSPOSED_ANTI(true, true, true);

	/** Side of the squares that a transposed plane is made in: what is read down the columns stays in the cache. */
	private static final int TILE = 32;

	private final boolean transposed;
	private final boolean rowsFlipped;
	private final boolean columnsFlipped;

	Orientation(final boolean transposed, final boolean rowsFlipped, final boolean columnsFlipped) {
		this.transposed = transposed;
		this.rowsFlipped = rowsFlipped;
		this.columnsFlipped = columnsFlipped;
	}

	/** Whether rows become columns. */
	public boolean isTransposed() {
		return transposed;
	}

	/** A new plane: first transposed where this orientation says so, then flipped. */
	public Plane apply(final Plane in) {
		if (this == AS_IS) return in.copy();
		final int height = transposed ? in.width : in.height;
		final int width = transposed ? in.height : in.width;
		final Plane out = new Plane(in.channels, height, width);
		final int stepX = (columnsFlipped ? -1 : 1) * (transposed ? in.width : 1);
		final int stepY = (rowsFlipped ? -1 : 1) * (transposed ? 1 : in.width);
		final int corner = (columnsFlipped ? -stepX * (width - 1) : 0) + (rowsFlipped ? -stepY * (height - 1) : 0);
		final int tileHeight = transposed ? TILE : 1;
		final int tileWidth = transposed ? TILE : width;
		final int tiles = (height + tileHeight - 1) / tileHeight;
		Bands.each(in.channels * tiles, in.data.length, (fromTile, toTile) -> {
			for (int tile = fromTile; tile < toTile; tile++) {
				final int c = tile / tiles;
				final int top = tile % tiles * tileHeight;
				final int bottom = Math.min(height, top + tileHeight);
				for (int left = 0; left < width; left += tileWidth) {
					final int right = Math.min(width, left + tileWidth);
					for (int y = top; y < bottom; y++) {
						final int to = (c * height + y) * width;
						int from = c * in.height * in.width + corner + y * stepY + left * stepX;
						for (int x = left; x < right; x++, from += stepX)
							out.data[to + x] = in.data[from];
					}
				}
			}
		});
		return out;
	}

	/** The orientation that undoes this one. */
	public Orientation inverse() {
		if (this == TURNED_RIGHT) return TURNED_LEFT;
		if (this == TURNED_LEFT) return TURNED_RIGHT;
		return this;
	}
}
