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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** A chunk of one plane that is being filled. Beyond the edges of the image it is 0. */
final class OpenChunk {

	private final ZarrType type;
	private final int chunkWidth;
	private final int height;
	private final int width;
	private final ByteBuffer samples;
	private final BitSet filled;
	private int left;

	/**
	 * @param chunkHeight rows of the chunk
	 * @param chunkWidth  its columns
	 * @param height      those of its rows that are inside of the image
	 * @param width       those of its columns
	 */
	OpenChunk(final ZarrType type, final int chunkHeight, final int chunkWidth, final int height, final int width) {
		this.type = type;
		this.chunkWidth = chunkWidth;
		this.height = height;
		this.width = width;
		samples = ByteBuffer.allocate(chunkHeight * chunkWidth * type.bytes).order(ByteOrder.LITTLE_ENDIAN);
		filled = new BitSet(height * width);
		left = height * width;
	}

	/**
	 * Takes what {@code part} has of this chunk.
	 *
	 * @param to      rows and columns of this chunk that are taken
	 * @param channel of the part
	 * @param row     of the part, which goes to the first of them
	 * @param column  of the part
	 */
	void put(final Window to, final Plane part, final int channel, final int row, final int column) {
		for (int y = 0; y < to.height(); y++) {
			final int first = (to.y() + y) * width + to.x();
			final int next = filled.nextSetBit(first);
			if (next >= 0 && next < first + to.width()) throw new IllegalStateException(
				"a pixel of a plane was given twice; abandon a plane before it is begun again");
			filled.set(first, first + to.width());
			final int from = (channel * part.height + row + y) * part.width + column;
			final int index = (to.y() + y) * chunkWidth + to.x();
			for (int x = 0; x < to.width(); x++)
				type.put(samples, index + x, part.data[from + x]);
		}
		left -= to.height() * to.width();
	}

	boolean isWhole() {
		return left == 0;
	}

	byte[] bytes() {
		return samples.array();
	}

	/**
	 * The mean of each 2 x 2 pixels, or of those that are inside of the image, as the type holds it: integers are
	 * rounded to nearest, halves to even.
	 */
	Plane means() {
		final Plane means = new Plane(1, (height + 1) / 2, (width + 1) / 2);
		for (int y = 0; y < means.height; y++)
			for (int x = 0; x < means.width; x++) {
				final boolean below = 2 * y + 1 < height;
				final boolean right = 2 * x + 1 < width;
				final int at = 2 * y * chunkWidth + 2 * x;
				double sum = type.get(samples, at);
				if (right) sum += type.get(samples, at + 1);
				if (below) sum += type.get(samples, at + chunkWidth);
				if (below && right) sum += type.get(samples, at + chunkWidth + 1);
				final double mean = sum / ((below ? 2 : 1) * (right ? 2 : 1));
				means.data[y * means.width + x] = (float) (type.isInteger() ? Math.rint(mean) : mean);
			}
		return means;
	}
}
