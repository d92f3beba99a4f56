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

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;

/** Compressions of bytes, and of numbers into bytes, as TIFF has them. */
final class Codec {

	/** Bits, the highest one first. */
	static final class Bits {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		private int pending;
		private int count;

		void put(final long value, final int bits) {
			for (int i = bits - 1; i >= 0; i--) {
				pending = pending << 1 | (int) (value >>> i & 1);
				if (++count == 8) {
					bytes.write(pending);
					count = pending = 0;
				}
			}
		}

		/** Fills the last byte with zeros. */
		void align() {
			while (count > 0)
				put(0, 1);
		}

		byte[] toBytes() {
			align();
			return bytes.toByteArray();
		}
	}

	private Codec() {}

	static byte[] reversed(final byte[] data) {
		final byte[] reversed = new byte[data.length];
		for (int i = 0; i < data.length; i++)
			reversed[i] = (byte) (Integer.reverse(data[i]) >>> 24);
		return reversed;
	}

	static byte[] zip(final byte[] data) {
		final Deflater deflater = new Deflater();
		try {
			deflater.setInput(data);
			deflater.finish();
			final byte[] zipped = new byte[data.length + 1000];
			final ByteArrayOutputStream all = new ByteArrayOutputStream();
			while (!deflater.finished())
				all.write(zipped, 0, deflater.deflate(zipped));
			return all.toByteArray();
		}
		finally {
			deflater.end();
		}
	}

	/** Rows do not share a run. */
	static byte[] packBits(final byte[] data, final int rowBytes) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int row = 0; row < data.length; row += rowBytes) {
			final int end = Math.min(data.length, row + rowBytes);
			for (int i = row; i < end;) {
				final int run = run(data, i, end);
				if (run > 1) {
					out.write(1 - run);
					out.write(data[i]);
					i += run;
					continue;
				}
				int stop = i + 1;
				while (stop < end && stop - i < 128 && run(data, stop, end) < 3)
					stop++;
				out.write(stop - i - 1);
				out.write(data, i, stop - i);
				i = stop;
			}
		}
		return out.toByteArray();
	}

	private static int run(final byte[] data, final int start, final int end) {
		int stop = start + 1;
		while (stop < end && stop - start < 128 && data[stop] == data[start])
			stop++;
		return stop - start;
	}

	/** Codes grow one entry early, as TIFF wants. */
	static byte[] lzw(final byte[] data) {
		final Bits out = new Bits();
		final Map<Integer, Integer> table = new HashMap<>();
		int bits = 9;
		int next = 258;
		out.put(256, bits);
		int code = data[0] & 0xff;
		for (int i = 1; i < data.length; i++) {
			final int longer = code << 8 | data[i] & 0xff;
			final Integer known = table.get(longer);
			if (known != null) {
				code = known;
				continue;
			}
			out.put(code, bits);
			table.put(longer, next++);
			if (next == 4095) {
				out.put(256, bits);
				table.clear();
				next = 258;
				bits = 9;
			}
			else if (next == 1 << bits) bits++;
			code = data[i] & 0xff;
		}
		out.put(code, bits);
		if (++next == 1 << bits && bits < 12) bits++; // the reader has an entry more by now
		out.put(257, bits);
		return out.toBytes();
	}
}
