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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

/**
 * Unpacks chunks of Blosc 1 (github.com/Blosc/c-blosc, README_CHUNK_FORMAT.rst), in Java:
 * com.scalableminds:blosc-java has no native library for Linux on arm64, and what comes from a file is not given to
 * a C library to take apart.
 */
final class Blosc {

	private static final int HEADER = 16;
	/** Bits of the flags. */
	private static final int SHUFFLED = 1;
	private static final int COPIED = 2;
	private static final int BITS_SHUFFLED = 4;
	private static final int NOT_SPLIT = 16;
	/** How blocks are packed: above the flags. */
	private static final String[] FORMATS = { "blosclz", "lz4", "snappy", "zlib", "zstd" };

	private final byte[] packed;
	private final ByteBuffer numbers;
	private final int flags;
	private final int typeSize;
	private final int size;
	private final int blockSize;

	private Blosc(final byte[] packed, final int most) throws IOException {
		this.packed = packed;
		if (packed.length < HEADER) throw new IOException("it ends too early");
		numbers = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
		if (packed[0] < 1 || packed[0] > 2) throw new IOException("it is of Blosc's format " + packed[0] +
			", where 1 and 2 are read");
		flags = packed[2];
		typeSize = Math.max(1, packed[3] & 0xff);
		size = numbers.getInt(4);
		blockSize = numbers.getInt(8);
		if (size < 0 || size > most) throw new IOException((size & 0xffffffffL) + " bytes come out of it, where " + most +
			" are expected");
		if (numbers.getInt(12) != packed.length) throw new IOException("it ends too early, or too late");
		if (size > 0 && (blockSize < 1 || blockSize > size)) throw new IOException("its blocks have " + blockSize +
			" bytes");
	}

	/** What was packed; at most {@code most} bytes. */
	static byte[] unpack(final byte[] packed, final int most) throws IOException {
		return new Blosc(packed, most).bytes();
	}

	private byte[] bytes() throws IOException {
		if ((flags & COPIED) != 0) {
			if (packed.length - HEADER < size) throw new IOException("it ends too early");
			return Arrays.copyOfRange(packed, HEADER, HEADER + size);
		}
		if (size == 0) return new byte[0];
		final int blocks = (int) (((long) size + blockSize - 1) / blockSize);
		if (HEADER + 4L * blocks > packed.length) throw new IOException("it ends too early");
		final byte[] bytes = new byte[size];
		final byte[] block = new byte[blockSize];
		for (int i = 0; i < blocks; i++) {
			final int from = i * blockSize;
			final int length = Math.min(blockSize, size - from);
			block(number(HEADER + 4 * i), block, length);
			unshuffle(block, bytes, from, length);
		}
		return bytes;
	}

	/** A block is in one piece, or in one for each byte of a sample. */
	private void block(final int start, final byte[] block, final int length) throws IOException {
		final int pieces = (flags & NOT_SPLIT) == 0 && length == blockSize ? typeSize : 1;
		final int piece = length / pieces;
		int at = start;
		for (int i = 0; i < pieces; i++) {
			final int bytes = number(at);
			at += Integer.BYTES;
			if (bytes < 0 || bytes > packed.length - at) throw new IOException("it ends too early");
			if (bytes == piece) System.arraycopy(packed, at, block, i * piece, piece);
			else piece(at, bytes, block, i * piece, piece);
			at += bytes;
		}
	}

	private int number(final int at) throws IOException {
		if (at < HEADER || at > packed.length - Integer.BYTES) throw new IOException("it is damaged");
		return numbers.getInt(at);
	}

	private void piece(final int at, final int bytes, final byte[] to, final int offset, final int length)
		throws IOException
	{
		final int format = (flags & 0xff) >> 5;
		switch (format) {
			case 0 -> Lz.blosc(packed, at, at + bytes, to, offset, offset + length);
			case 1 -> Lz.lz4(packed, at, at + bytes, to, offset, offset + length);
			case 2 -> Lz.snappy(packed, at, at + bytes, to, offset, offset + length);
			case 3 -> inflate(at, bytes, to, offset, length);
			case 4 -> zstd(at, bytes, to, offset, length);
			default -> throw new IOException("its blocks are packed by method " + format + ", where " + String.join(", ",
				FORMATS) + " are known");
		}
	}

	private void inflate(final int at, final int bytes, final byte[] to, final int offset, final int length)
		throws IOException
	{
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(packed, at, bytes);
			if (inflater.inflate(to, offset, length) != length) throw new IOException("it ends too early");
		}
		catch (final DataFormatException e) {
			throw new IOException("it is damaged", e);
		}
		finally {
			inflater.end();
		}
	}

	private void zstd(final int at, final int bytes, final byte[] to, final int offset, final int length)
		throws IOException
	{
		ZstdLibrary.load();
		try {
			if (Zstd.decompressByteArray(to, offset, length, packed, at, bytes) != length) throw new IOException(
				"it is damaged");
		}
		catch (final ZstdException e) {
			throw new IOException("it is damaged (" + e.getMessage() + ")", e);
		}
	}

	/** Puts the bytes, or the bits, of a block's samples together again. */
	private void unshuffle(final byte[] block, final byte[] to, final int offset, final int length) {
		final int samples = length / typeSize;
		int done = 0;
		if ((flags & SHUFFLED) != 0 && typeSize > 1) {
			for (int b = 0; b < typeSize; b++)
				for (int i = 0; i < samples; i++)
					to[offset + i * typeSize + b] = block[b * samples + i];
			done = samples * typeSize;
		}
		else if ((flags & BITS_SHUFFLED) != 0 && samples % Byte.SIZE == 0) {
			done = samples * typeSize;
			for (int b = 0; b < Byte.SIZE * typeSize; b++)
				for (int i = 0; i < samples; i++) {
					final int bit = block[b * (samples / Byte.SIZE) + i / Byte.SIZE] >> i % Byte.SIZE & 1;
					to[offset + i * typeSize + b / Byte.SIZE] |= (byte) (bit << b % Byte.SIZE);
				}
		}
		System.arraycopy(block, done, to, offset + done, length - done);
	}
}
