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

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a TIFF or BigTIFF file, in its byte order. Nothing outside the file is ever asked for: that is an
 * {@link IOException} which says that the file is truncated. Every message names the file.
 */
final class TiffInput implements Closeable {

	static final int CLASSIC = 42;
	static final int BIG = 43;

	private final Path path;
	private final FileChannel channel;
	private final long length;
	private final ByteOrder order;
	private final boolean big;

	/** @throws IOException if the file cannot be read, or does not begin as a TIFF does */
	TiffInput(final Path path) throws IOException {
		this.path = path;
		channel = FileChannel.open(path, StandardOpenOption.READ);
		try {
			length = channel.size();
			final ByteBuffer head = ByteBuffer.wrap(bytes(0, 4));
			final short mark = head.getShort(0);
			if (mark != 0x4949 && mark != 0x4d4d) throw damaged("it does not begin as a TIFF does");
			order = mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			final int version = head.order(order).getShort(2);
			if (version != CLASSIC && version != BIG) throw unsupported("version " + version);
			big = version == BIG;
		}
		catch (final IOException | RuntimeException e) {
			channel.close();
			throw e;
		}
	}

	/** Whether a file begins as a TIFF or BigTIFF does. */
	static boolean begins(final byte[] start) {
		if (start.length < 4 || start[0] != start[1]) return false;
		final int version = start[0] == 'I' ? start[2] | start[3] << 8 : start[0] == 'M' ? start[2] << 8 | start[3] : 0;
		return version == CLASSIC || version == BIG;
	}

	/** Whether this is the file's name, in whatever folder. */
	boolean isNamed(final String name) {
		return path.getFileName().toString().equalsIgnoreCase(last(name));
	}

	/** Whether there is a file of that name in this one's folder. */
	boolean hasBeside(final String name) {
		try {
			return !name.isEmpty() && Files.exists(path.resolveSibling(last(name)));
		}
		catch (final InvalidPathException e) {
			return false; // no file can have it here
		}
	}

	private static String last(final String name) {
		return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
	}

	/** Whether offsets have 8 bytes. */
	boolean big() {
		return big;
	}

	ByteOrder order() {
		return order;
	}

	long length() {
		return length;
	}

	/** Where the first directory is. */
	long first() throws IOException {
		if (!big) return integer(4, 4);
		if (integer(4, 2) != 8 || integer(6, 2) != 0) throw damaged("its header is not a BigTIFF's");
		return integer(8, 8);
	}

	/** An unsigned integer of 1, 2, 4 or 8 bytes; one over 2^63 is a damaged file. */
	long integer(final long at, final int bytes) throws IOException {
		return integer(read(at, bytes), 0, bytes);
	}

	/** The same out of bytes that were read before. */
	long integer(final ByteBuffer from, final int at, final int bytes) throws IOException {
		final long value = switch (bytes) {
			case 1 -> from.get(at) & 0xffL;
			case 2 -> from.getShort(at) & 0xffffL;
			case 4 -> from.getInt(at) & 0xffffffffL;
			default -> from.getLong(at);
		};
		if (value < 0) throw damaged("it speaks of a size or place beyond 2^63");
		return value;
	}

	/** Bytes of the file in its byte order. */
	ByteBuffer read(final long at, final long count) throws IOException {
		return ByteBuffer.wrap(bytes(at, count)).order(order);
	}

	private byte[] bytes(final long at, final long count) throws IOException {
		if (!holds(at, count)) throw truncated(at + count < 0 ? "it speaks of places beyond 2^63 and has " +
			length + " bytes" : "it should have at least " + (at + count) + " bytes and has " + length);
		if (count > Integer.MAX_VALUE - 8) throw unsupported("a part of " + count + " bytes");
		final ByteBuffer bytes = ByteBuffer.allocate((int) count);
		while (bytes.hasRemaining())
			if (channel.read(bytes, at + bytes.position()) < 0) throw truncated("it became shorter while it was read");
		return bytes.array();
	}

	/** As many bytes of each row, one after another; where they are all of the rows, at once. */
	ByteBuffer rows(final long at, final long row, final long bytes, final int rows) throws IOException {
		if (bytes == row || rows == 1) return read(at, bytes * rows);
		final ByteBuffer all = ByteBuffer.allocate((int) bytes * rows).order(order);
		for (int y = 0; y < rows; y++)
			all.put(bytes(at + y * row, bytes));
		return all.flip();
	}

	/** Whether these bytes are inside the file. */
	boolean holds(final long at, final long count) {
		return at >= 0 && count >= 0 && at <= length && count <= length - at;
	}

	IOException damaged(final String how) {
		return new IOException(path + " is damaged: " + how + "; export or copy it again");
	}

	IOException truncated(final String how) {
		return new IOException(path + " is truncated: " + how + "; export or copy it again");
	}

	/** For a file that may be sound. */
	IOException unsupported(final String what) {
		return new IOException(path + " is a TIFF with " + what +
			", which is not supported; open it in Fiji with Bio-Formats and save it as a plain TIFF");
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
