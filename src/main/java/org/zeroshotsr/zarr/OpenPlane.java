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
package org.zeroshotsr.zarr;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/**
 * A plane that is being written, with its smaller levels. A chunk is written as soon as all of its pixels have come,
 * and its means go to the next level; so what is held are the chunks that have begun and not ended.
 */
final class OpenPlane {

	private final Layout layout;
	private final ChunkFiles files;
	private final long[] at;
	private final Level[] levels;

	/** What there is of a level. */
	private static final class Level {

		private final Map<Integer, OpenChunk> open = new HashMap<>();
		private final BitSet done = new BitSet();
	}

	/** @param at place of the plane along the axes but Y and X */
	OpenPlane(final Layout layout, final ChunkFiles files, final long[] at) {
		this.layout = layout;
		this.files = files;
		this.at = at;
		levels = new Level[layout.levels().size()];
		for (int level = 0; level < levels.length; level++)
			levels[level] = new Level();
	}

	/** Takes a channel of a part, of samples that the type holds, with its first row and column at y and x. */
	void put(final Plane part, final int channel, final long y, final long x) throws IOException {
		put(0, part, channel, y, x);
	}

	boolean isWhole() {
		for (int level = 0; level < levels.length; level++)
			if (levels[level].done.cardinality() < layout.chunks(level)) return false;
		return true;
	}

	private void put(final int level, final Plane part, final int channel, final long y, final long x)
		throws IOException
	{
		final int height = layout.chunkHeight(level);
		final int width = layout.chunkWidth(level);
		for (long row = y / height; row * height < y + part.height; row++)
			for (long column = x / width; column * width < x + part.width; column++) {
				final int top = (int) Math.max(0, y - row * height);
				final int first = (int) Math.max(0, x - column * width);
				final int bottom = (int) Math.min(height, y + part.height - row * height);
				final int last = (int) Math.min(width, x + part.width - column * width);
				final OpenChunk chunk = chunk(level, row, column);
				chunk.put(new Window(top, first, bottom - top, last - first), part, channel, (int) (row * height + top - y),
					(int) (column * width + first - x));
				if (chunk.isWhole()) end(level, row, column, chunk);
			}
	}

	private OpenChunk chunk(final int level, final long row, final long column) {
		final int index = (int) (row * layout.columns(level) + column);
		if (levels[level].done.get(index)) throw new IllegalStateException(
			"a pixel of a plane was given twice; abandon a plane before it is begun again");
		final int height = layout.chunkHeight(level);
		final int width = layout.chunkWidth(level);
		final long[] size = layout.levels().get(level);
		return levels[level].open.computeIfAbsent(index, i -> new OpenChunk(layout.type(), height, width,
			(int) Math.min(height, size[0] - row * height), (int) Math.min(width, size[1] - column * width)));
	}

	private void end(final int level, final long row, final long column, final OpenChunk chunk) throws IOException {
		files.writeChunk(layout.path(level, at, row, column), chunk.bytes());
		final int index = (int) (row * layout.columns(level) + column);
		levels[level].done.set(index);
		levels[level].open.remove(index);
		// chunks begin at even rows and columns, but for a plane of a single one
		if (level + 1 < levels.length) put(level + 1, chunk.means(), 0, row * layout.chunkHeight(level) / 2, column * layout
			.chunkWidth(level) / 2);
	}
}
