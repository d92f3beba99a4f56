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

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses the byte streams of a TIFF (TIFF 6.0, sections 9 and 13, and Adobe's supplement 2). Each says how many bytes
 * came out, so that data that end too early are noticed; none makes more than it was asked for.
 */
final class Unpacker {

	private static final int CLEAR = 256;
	private static final int END = 257;
	private static final int CODES = 4096;

	private Unpacker() {}

	/** The stream is LZW of the kind before TIFF 6.0, with the lowest bits first. */
	static final class OldLzwException extends DataFormatException {

		private static final long serialVersionUID = 1;
	}

	/** PackBits; returns the number of bytes written into {@code to}. */
	static int packBits(final byte[] from, final byte[] to) {
		int in = 0;
		int out = 0;
		while (in < from.length && out < to.length) {
			final int n = from[in++];
			if (n == -128) continue;
			if (n >= 0) {
				final int count = Math.min(n + 1, Math.min(from.length - in, to.length - out));
				System.arraycopy(from, in, to, out, count);
				in += n + 1;
				out += count;
			}
			else if (in < from.length) {
				final int end = Math.min(to.length, out + 1 - n);
				final byte value = from[in++];
				while (out < end)
					to[out++] = value;
			}
		}
		return out;
	}

	/** Deflate with a zlib header; returns the number of bytes written into {@code to}. */
	static int zip(final byte[] from, final byte[] to) throws DataFormatException {
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(from);
			int out = 0;
			while (out < to.length && !inflater.finished()) {
				final int count = inflater.inflate(to, out, to.length - out);
				if (count == 0 && !inflater.finished()) break; // no more data, or a dictionary, which TIFF has not
				out += count;
			}
			return out;
		}
		finally {
			inflater.end();
		}
	}

	/**
	 * LZW with the highest bits first; returns the number of bytes written into {@code to}.
	 *
	 * @throws OldLzwException if the stream is of the old kind, lowest bits first
	 * @throws DataFormatException if a code comes that cannot be
	 */
	static int lzw(final byte[] from, final byte[] to) throws DataFormatException {
		if (from.length > 1 && from[0] == 0 && (from[1] & 1) == 1) throw new OldLzwException();
		// each string is the one before in the output and one byte more, so that where it stands there is all to remember
		final int[] starts = new int[CODES];
		final int[] lengths = new int[CODES];
		int next = END + 1;
		int width = 9;
		long bits = 0;
		int held = 0;
		int out = 0;
		int before = -1; // where the last string stands
		int beforeLength = 0;
		for (int in = 0; out < to.length;) {
			while (held < width && in < from.length) {
				bits = bits << 8 | from[in++] & 0xff;
				held += 8;
			}
			if (held < width) return out;
			final int code = (int) (bits >> held - width) & (1 << width) - 1;
			held -= width;
			if (code == END) return out;
			if (code == CLEAR) {
				next = END + 1;
				width = 9;
				before = -1;
				continue;
			}
			final int start = out;
			if (code < CLEAR) to[out++] = (byte) code;
			else {
				final boolean known = code < next;
				if (before < 0 || !known && code > next) throw new DataFormatException("an LZW code that cannot be");
				final int source = known ? starts[code] : before;
				final int length = Math.min(known ? lengths[code] : beforeLength + 1, to.length - out);
				for (int i = 0; i < length; i++) // may run into what it writes
					to[out++] = to[source + i];
			}
			if (before >= 0 && next < CODES) {
				starts[next] = before;
				lengths[next++] = beforeLength + 1;
				if (next == (1 << width) - 1 && width < 12) width++;
			}
			before = start;
			beforeLength = out - start;
		}
		return out;
	}
}
