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

import java.io.IOException;

/**
 * Colours of which the chroma is sampled more seldom (TIFF 6.0, section 21): blocks of luma, each followed by one Cb and one
 * Cr, which its pixels share.
 *
 * @param across   luma samples of a block side by side
 * @param down     and below each other
 * @param levels   for luma, Cb and Cr what stands for black and white
 * @param width    columns of a chunk
 */
record ChromaBlocks(int across, int down, double[] levels, int width) {

	/** Their parts of the luma; ITU-R BT.601. */
	private static final double RED = 0.299;
	private static final double BLUE = 0.114;
	private static final double[] FULL = { 0, 255, 128, 255, 128, 255 };

	static ChromaBlocks of(final TiffInput in, final TiffDirectory page, final TiffLayout layout) throws IOException {
		final long[] factors = page.integers(in, 530);
		final long across = factors.length < 2 ? 2 : factors[0];
		final long down = factors.length < 2 ? 2 : factors[1];
		if (across < 1 || across > 4 || down < 1 || down > 4) throw in.damaged("its colours are subsampled by " + across + " x " +
			down);
		final double[] levels = page.ratios(in, 532);
		return new ChromaBlocks((int) across, (int) down, levels.length == 6 ? levels : FULL, layout.chunkWidth());
	}

	private int blocks() {
		return (width + across - 1) / across;
	}

	/** Bytes of so many rows. */
	int bytes(final int rows) {
		return (int) Math.min(Integer.MAX_VALUE - 8, (long) blocks() * ((rows + down - 1) / down) * (across * down + 2));
	}

	/** Red, green and blue of each pixel of so many rows. */
	byte[] rgb(final TiffInput in, final byte[] data, final int rows) throws IOException {
		if (data.length < bytes(rows)) throw in.damaged("a strip or tile of its YCbCr colours has " + data.length + " bytes");
		final byte[] rgb = new byte[3 * width * rows];
		final int block = across * down + 2;
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < width; x++) {
				final int at = (y / down * blocks() + x / across) * block;
				rgb(scaled(data[at + y % down * across + x % across], 0, 255), scaled(data[at + block - 2], 2, 127), scaled(data[at +
					block - 1], 4, 127), rgb, 3 * (y * width + x));
			}
		return rgb;
	}

	/** Red, green and blue of a luma from 0 to 255 and of chromas around 0. */
	static void rgb(final double luma, final double cb, final double cr, final byte[] to, final int at) {
		final double red = luma + cr * (2 - 2 * RED);
		final double blue = luma + cb * (2 - 2 * BLUE);
		to[at] = rounded(red);
		to[at + 1] = rounded((luma - BLUE * blue - RED * red) / (1 - RED - BLUE));
		to[at + 2] = rounded(blue);
	}

	private double scaled(final byte value, final int level, final int range) {
		return ((value & 0xff) - levels[level]) * range / (levels[level + 1] - levels[level]);
	}

	private static byte rounded(final double value) {
		return (byte) Math.round(Math.max(0, Math.min(255, value)));
	}
}
