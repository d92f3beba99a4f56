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

/**
 * Unpacks blocks that are made of literals and copies of what came before: LZ4 (lz4_Block_format.md), Snappy
 * (format_description.txt) and Blosc's own. Each fills its part of an array exactly, and reads and writes nothing
 * beside.
 */
final class Lz {

	/** Distance from which Blosc writes a copy's distance in two bytes more. */
	private static final int BLOSC_FAR = 8191;

	private final byte[] in;
	private int at;
	private final int inEnd;
	private final byte[] out;
	private final int outStart;
	private int to;
	private final int outEnd;

	private Lz(final byte[] in, final int from, final int inEnd, final byte[] out, final int to, final int outEnd) {
		this.in = in;
		at = from;
		this.inEnd = inEnd;
		this.out = out;
		outStart = to;
		this.to = to;
		this.outEnd = outEnd;
	}

	static void lz4(final byte[] in, final int from, final int inEnd, final byte[] out, final int to, final int outEnd)
		throws IOException
	{
		final Lz lz = new Lz(in, from, inEnd, out, to, outEnd);
		lz.lz4();
		lz.end();
	}

	static void snappy(final byte[] in, final int from, final int inEnd, final byte[] out, final int to,
		final int outEnd) throws IOException
	{
		final Lz lz = new Lz(in, from, inEnd, out, to, outEnd);
		lz.snappy();
		lz.end();
	}

	static void blosc(final byte[] in, final int from, final int inEnd, final byte[] out, final int to, final int outEnd)
		throws IOException
	{
		final Lz lz = new Lz(in, from, inEnd, out, to, outEnd);
		lz.blosc();
		lz.end();
	}

	private void lz4() throws IOException {
		while (at < inEnd) {
			final int token = next();
			literals(token >> 4 == 15 ? 15 + more() : token >> 4);
			if (at == inEnd) return;
			final int distance = next() | next() << 8;
			copy(distance, 4 + ((token & 15) == 15 ? 15 + more() : token & 15));
		}
	}

	private void snappy() throws IOException {
		long size = 0;
		int shift = 0;
		int part;
		do {
			part = next();
			size |= (long) (part & 127) << shift;
			shift += 7;
		}
		while (part > 127 && shift < 35);
		if (size != outEnd - outStart) throw new IOException("it is damaged");
		while (at < inEnd) {
			final int tag = next();
			switch (tag & 3) {
				case 0 -> literals(1 + (tag >> 2 < 60 ? tag >> 2 : number((tag >> 2) - 59)));
				case 1 -> copy((tag >> 5 << 8) + next(), 4 + (tag >> 2 & 7));
				default -> copy(number((tag & 3) == 2 ? 2 : 4), 1 + (tag >> 2));
			}
		}
	}

	private void blosc() throws IOException {
		int control = next() & 31;
		while (true) {
			if (control < 32) literals(control + 1);
			else {
				final int length = 3 + (control >> 5) - 1 + (control >> 5 == 7 ? more() : 0);
				final int high = (control & 31) << 8;
				final int low = next();
				final boolean far = low == 255 && control % 32 == 31;
				copy(1 + (far ? BLOSC_FAR + (next() << 8) + next() : high + low), length);
			}
			if (at == inEnd) return;
			control = next();
		}
	}

	private int next() throws IOException {
		if (at >= inEnd) throw new IOException("it ends too early");
		return in[at++] & 0xff;
	}

	/** A length that goes on as long as bytes are 255. */
	private int more() throws IOException {
		int sum = 0;
		int part;
		do {
			part = next();
			sum += part;
			if (sum < 0) throw new IOException("it is damaged");
		}
		while (part == 255);
		return sum;
	}

	private int number(final int bytes) throws IOException {
		int number = 0;
		for (int i = 0; i < bytes; i++)
			number |= next() << 8 * i;
		return number;
	}

	private void literals(final int length) throws IOException {
		if (length < 0 || length > inEnd - at || length > outEnd - to) throw new IOException("it is damaged");
		System.arraycopy(in, at, out, to, length);
		at += length;
		to += length;
	}

	private void copy(final int distance, final int length) throws IOException {
		if (distance < 1 || distance > to - outStart || length < 0 || length > outEnd - to) throw new IOException(
			"it is damaged");
		// may overlap what it makes
		for (int i = 0; i < length; i++, to++)
			out[to] = out[to - distance];
	}

	private void end() throws IOException {
		if (to != outEnd) throw new IOException("it ends too early");
	}
}
