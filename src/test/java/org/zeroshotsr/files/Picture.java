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
package org.zeroshotsr.files;

import java.util.Random;

import org.zeroshotsr.files.Flavour.Colour;

/**
 * A page of known samples.
 *
 * @param samples raw bits, [sample][y * width + x]
 */
record Picture(int width, int height, long[][] samples) {

	/** Random samples from the whole range, with rows of runs between them; chroma is the same where it is shared. */
	static Picture draw(final Flavour flavour, final int width, final int height, final long seed) {
		final Random random = new Random(seed);
		final Colour colour = flavour.colour();
		final long[][] samples = new long[colour.samples()][width * height];
		for (int s = 0; s < samples.length; s++)
			for (int i = 0; i < samples[s].length; i++) {
				final boolean runs = i / width % 4 == 1 && i % width % 6 > 0;
				samples[s][i] = runs ? samples[s][i - 1] : flavour.type().draw(random);
			}
		final Picture picture = new Picture(width, height, samples);
		for (int s = 1; s < samples.length && colour.subX() * colour.subY() > 1; s++)
			for (int i = 0; i < samples[s].length; i++)
				samples[s][i] = picture.at(s, i % width / colour.subX() * colour.subX(), i / width / colour.subY() * colour
					.subY());
		return picture;
	}

	/** A sample; outside of the picture the nearest one. */
	long at(final int sample, final int x, final int y) {
		return samples[sample][Math.min(y, height - 1) * width + Math.min(x, width - 1)];
	}

	/** One sample of each pixel, or all of them where {@code sample} is negative. */
	Picture cut(final int sample, final int left, final int top, final int wide, final int high) {
		final int first = Math.max(0, sample);
		final long[][] cut = new long[sample < 0 ? samples.length : 1][wide * high];
		for (int s = 0; s < cut.length; s++)
			for (int i = 0; i < wide * high; i++)
				cut[s][i] = at(first + s, left + i % wide, top + i / wide);
		return new Picture(wide, high, cut);
	}

	/** Puts another picture's samples into this one, where it has room for them. */
	void paste(final Picture other, final int sample, final int left, final int top) {
		for (int s = 0; s < other.samples.length; s++)
			for (int y = 0; y < Math.min(other.height, height - top); y++)
				for (int x = 0; x < Math.min(other.width, width - left); x++)
					samples[Math.max(0, sample) + s][(top + y) * width + left + x] = other.at(s, x, y);
	}

	/** Red, green and blue of a picture of luma and two chromas of 8 bits (CCIR 601, full range). */
	Picture toRgb() {
		final long[][] rgb = new long[3][width * height];
		for (int i = 0; i < width * height; i++) {
			final double y = samples[0][i];
			final double cb = samples[1][i] - 128;
			final double cr = samples[2][i] - 128;
			final double[] exact = { y + 1.402 * cr, y - 0.344136 * cb - 0.714136 * cr, y + 1.772 * cb };
			for (int s = 0; s < 3; s++)
				rgb[s][i] = Math.round(Math.max(0, Math.min(255, exact[s])));
		}
		return new Picture(width, height, rgb);
	}
}
