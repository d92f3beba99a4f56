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

import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Decodes strips of CCITT's compressions with Java's own TIFF reader: of each a TIFF is made, in memory. */
final class TiffFax {

	private static final int T4_OPTIONS = 292;
	private static final int T6_OPTIONS = 293;
	private static final int SHORT = 3;
	private static final int LONG = 4;
	/** Where the data are. */
	private static final int START = 256;

	private TiffFax() {}

	static boolean takes(final TiffLayout layout) {
		return layout.compression() >= TiffLayout.CCITT_RLE && layout.compression() <= TiffLayout.CCITT_T6;
	}

	/** A bit for each pixel, rows filled up to whole bytes. */
	static byte[] decode(final TiffInput in, final TiffDirectory page, final TiffLayout layout, final byte[] data,
		final int rows) throws IOException
	{
		final int[][] fields = { { 256, LONG, layout.chunkWidth() }, { 257, LONG, rows }, { 258, SHORT, 1 }, { 259, SHORT, layout
			.compression() }, { 262, SHORT, TiffLayout.BLACK_IS_ZERO }, { 273, LONG, START }, { 277, SHORT, 1 }, { 278, LONG,
				rows }, { 279, LONG, data.length }, { T4_OPTIONS, LONG, (int) page.integer(in, T4_OPTIONS, 0) }, { T6_OPTIONS, LONG,
					(int) page.integer(in, T6_OPTIONS, 0) } };
		final ByteBuffer tiff = ByteBuffer.allocate(START + data.length).order(ByteOrder.LITTLE_ENDIAN);
		tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) fields.length);
		for (final int[] field : fields)
			tiff.putShort((short) field[0]).putShort((short) field[1]).putInt(1).putInt(field[2]);
		tiff.put(START, data);
		try {
			return Readers.read(tiff.array(), reader -> ((DataBufferByte) reader
				.read(0).getRaster().getDataBuffer()).getData());
		}
		catch (final IOException e) {
			// Java's reader does not know all of CCITT, so that such a file may be sound
			throw in.unsupported("CCITT compression of this kind (" + e.getMessage() + ")");
		}
	}
}
