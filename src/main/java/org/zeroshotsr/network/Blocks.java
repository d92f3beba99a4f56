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
package org.zeroshotsr.network;

import org.zeroshotsr.image.Bands;
import org.zeroshotsr.image.Plane;

/**
 * Depth to space and back: a high-resolution plane as a block of values for each low-resolution pixel, in the order low
 * row, low column, row in the block, column in the block, channel.
 */
final class Blocks {

	private Blocks() {}

	/** The blocks of {@code high}, whose size has to be a multiple of theirs. */
	static float[] of(final Plane high, final int blockRows, final int blockColumns) {
		final float[] blocks = new float[high.data.length];
		each(high, blockRows, blockColumns, (block, sample) -> blocks[block] = high.data[sample]);
		return blocks;
	}

	/** Adds blocks to the plane that they are of. */
	static void add(final float[] blocks, final Plane high, final int blockRows, final int blockColumns) {
		each(high, blockRows, blockColumns, (block, sample) -> high.data[sample] += blocks[block]);
	}

	private interface Pairs {

		/** A place among the blocks and the place of the same value in the plane. */
		void pair(int block, int sample);
	}

	private static void each(final Plane high, final int blockRows, final int blockColumns, final Pairs pairs) {
		Bands.each(high.height, high.data.length, (from, to) -> {
			for (int row = from; row < to; row++) {
				int sample = row * high.width;
				int block = first(high, row, blockRows, blockColumns);
				for (int x = 0; x < high.width; x += blockColumns, block += (blockRows - 1) * blockColumns * high.channels)
					for (int b = 0; b < blockColumns; b++, sample++)
						for (int c = 0; c < high.channels; c++)
							pairs.pair(block++, c * high.height * high.width + sample);
			}
		});
	}

	/** Where the values of a high-resolution row begin. */
	private static int first(final Plane high, final int row, final int blockRows, final int blockColumns) {
		return (row / blockRows * high.width * blockRows + row % blockRows * blockColumns) * high.channels;
	}
}
