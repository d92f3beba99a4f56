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

import java.awt.image.Raster;
import java.io.IOException;

/** Decodes the JPEG streams of strips and tiles (Adobe Photoshop TIFF Technical Notes, 2002) with Java's own reader. */
final class TiffJpeg {

	private static final int TABLES = 347;

	private final TiffInput in;
	private final TiffDirectory page;
	private final TiffLayout layout;

	TiffJpeg(final TiffInput in, final TiffDirectory page, final TiffLayout layout) {
		this.in = in;
		this.page = page;
		this.layout = layout;
	}

	/** The samples of each pixel, one after the other; of YCbCr colours red, green and blue. */
	byte[] decode(final byte[] data, final int rows) throws IOException {
		check(data, rows);
		final Raster raster;
		try {
			// as they are: an image would be converted by what the reader guesses
			raster = Readers.read(whole(data), reader -> reader.readRaster(0,
				null));
		}
		catch (final IOException e) {
			throw in.damaged("one of its JPEG strips or tiles cannot be decoded (" + e.getMessage() + ")");
		}
		final int count = layout.chunkWidth() * rows;
		final int samples = raster.getNumBands();
		final int[] values = raster.getPixels(0, 0, layout.chunkWidth(), rows, (int[]) null);
		final byte[] bytes = new byte[count * samples];
		final boolean convert = layout.photometric() == TiffLayout.YCBCR && samples == 3;
		for (int i = 0; i < count; i++)
			if (convert) ChromaBlocks.rgb(values[3 * i], values[3 * i + 1] - 128, values[3 * i + 2] - 128, bytes, 3 * i);
			else for (int s = 0; s < samples; s++)
				bytes[samples * i + s] = (byte) values[samples * i + s];
		return bytes;
	}

	/** With the tables that the page has for all its streams. */
	private byte[] whole(final byte[] data) throws IOException {
		final TiffDirectory.Field field = page.field(in, TABLES);
		if (field == null || field.bytes().length < 4) return data;
		final byte[] tables = field.bytes();
		final boolean ends = tables[tables.length - 2] == (byte) 0xff && tables[tables.length - 1] == (byte) 0xd9;
		final int length = tables.length - (ends ? 2 : 0);
		final byte[] whole = new byte[length + data.length - 2];
		System.arraycopy(tables, 0, whole, 0, length);
		System.arraycopy(data, 2, whole, length, data.length - 2); // without its own start
		return whole;
	}

	/** That a JPEG stream is what the tags say: Java's reader would fill up with what it has not. */
	private void check(final byte[] data, final int rows) throws IOException {
		for (int i = 2; i + 9 < data.length;) {
			if ((data[i] & 0xff) != 0xff) break;
			final int marker = data[i + 1] & 0xff;
			if (marker == 0xff) {
				i++;
				continue;
			}
			final int length = (data[i + 2] & 0xff) << 8 | data[i + 3] & 0xff;
			final boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
			if (frame) {
				if (marker > 0xc2) throw in.unsupported("lossless or arithmetic JPEG compression");
				if (data[i + 4] != 8) throw in.unsupported("JPEG compression of " + data[i + 4] + "-bit values");
				final int high = (data[i + 5] & 0xff) << 8 | data[i + 6] & 0xff;
				final int wide = (data[i + 7] & 0xff) << 8 | data[i + 8] & 0xff;
				if (data[i + 9] != layout.chunkSamples() || wide != layout.chunkWidth() || high != rows && high != layout
					.chunkHeight()) throw in.damaged("one of its JPEG strips or tiles is " + wide + " x " + high + " x " +
						data[i + 9]);
				return;
			}
			i += 2 + length;
		}
		throw in.damaged("one of its JPEG strips or tiles has no frame");
	}
}
