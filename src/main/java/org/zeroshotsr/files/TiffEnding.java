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
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.zeroshotsr.files.TiffDirectory.Field;

/**
 * What comes behind the pixels of a {@link TiffOutput}: the values of the tags, once for all planes, then a directory for
 * each plane. As in ImageJ's own files a plane is one strip, so that ImageJ takes the planes by their number alone; only one
 * of 2 GB or more is cut into smaller strips, which readers in Java can hold.
 */
final class TiffEnding {

	private static final int SHORT = 3;
	private static final int LONG = 4;
	private static final int LONG8 = 16;
	private static final int OFFSETS = 273;
	private static final int ROWS = 278;
	private static final int LENGTHS = 279;
	private static final int FORMAT = 339;
	/** ImageJ's own, which stand in the first directory alone. */
	private static final Set<Integer> FIRST = Set.of(50838, 50839);
	private static final long CLASSIC_END = 0xffffffffL;
	private static final int STRIP = 64 << 20;

	private final RandomAccessFile file;
	private final TiffShape shape;
	private final ByteOrder order;
	private final SortedMap<Integer, Field> tags = new TreeMap<>();
	private final boolean big;
	private final ByteBuffer part;
	private final Map<Integer, Long> places = new HashMap<>();
	private final int rows;
	private final int strips;
	private long at;

	/**
	 * @param tags of the first page, as ImageJ has them
	 * @param alwaysBig also where a classic TIFF would do
	 */
	TiffEnding(final RandomAccessFile file, final TiffShape shape, final ByteOrder order, final List<Field> tags,
		final boolean alwaysBig)
	{
		this.file = file;
		this.shape = shape;
		this.order = order;
		part = ByteBuffer.allocate(1 << 20).order(order);
		rows = shape.planeBytes() <= Integer.MAX_VALUE ? shape.height() : (int) Math.max(1, STRIP / shape.rowBytes());
		strips = (shape.height() + rows - 1) / rows;
		for (final Field tag : tags)
			this.tags.put(tag.tag(), tag);
		set(256, LONG, shape.width());
		set(257, LONG, shape.height());
		set(ROWS, LONG, rows);
		if (shape.kind() == TiffShape.Kind.SIGNED16) set(FORMAT, SHORT, TiffLayout.SIGNED);
		at = TiffOutput.START + shape.bytes() + shape.bytes() % 2;
		big = alwaysBig || end(tags) > CLASSIC_END;
		lengths();
	}

	/** Where a classic TIFF would end, or a bit before that. */
	private long end(final List<Field> fields) {
		final long values = fields.stream().mapToLong(f -> f.bytes().length + 1).sum();
		return at + values + shape.planes() * (8L * strips + 12L * (fields.size() + 3) + 6);
	}

	private void set(final int tag, final int type, final long... values) {
		final int size = type == SHORT ? 2 : type == LONG ? 4 : 8;
		final ByteBuffer bytes = ByteBuffer.allocate(size * values.length).order(order);
		for (final long value : values)
			put(bytes, value, size);
		tags.put(tag, new Field(tag, type, values.length, bytes.array()));
	}

	private static void put(final ByteBuffer bytes, final long value, final int size) {
		if (size == 2) bytes.putShort((short) value);
		else if (size == 4) bytes.putInt((int) value);
		else bytes.putLong(value);
	}

	private void lengths() {
		final long[] lengths = new long[strips];
		for (int i = 0; i < strips; i++)
			lengths[i] = Math.min(rows, shape.height() - i * rows) * shape.rowBytes();
		set(LENGTHS, big ? LONG8 : LONG, lengths);
	}

	/** Writes it; returns the header that has yet to be written. */
	ByteBuffer write() throws IOException {
		for (final Field tag : tags.values()) {
			if (tag.bytes().length <= room() || tag.tag() == OFFSETS) continue;
			places.put(tag.tag(), at);
			bytes(tag.bytes());
			if (at % 2 == 1) bytes(new byte[1]);
		}
		final long first = at + ahead();
		for (int plane = 0; plane < shape.planes(); plane++)
			directory(plane);
		TiffOutput.write(file, part.flip(), at - part.limit());
		final ByteBuffer header = ByteBuffer.allocate(TiffOutput.START).order(order).putShort((short) (order ==
			ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d)).putShort((short) (big ? TiffInput.BIG : TiffInput.CLASSIC));
		if (big) header.putShort((short) 8).putShort((short) 0);
		put(header, first, room());
		return header.clear();
	}

	private int room() {
		return big ? 8 : 4;
	}

	/** Bytes of a plane's list of strips, which stands before its directory where there are several. */
	private long ahead() {
		return strips > 1 ? (long) strips * room() : 0;
	}

	private void directory(final int plane) throws IOException {
		final long[] offsets = new long[strips];
		for (int i = 0; i < strips; i++)
			offsets[i] = TiffOutput.START + shape.place(plane, i * rows, 0);
		set(OFFSETS, big ? LONG8 : LONG, offsets);
		if (strips > 1) {
			places.put(OFFSETS, at);
			bytes(tags.get(OFFSETS).bytes());
		}
		if (plane == 1) tags.keySet().removeAll(FIRST);
		number(tags.size(), big ? 8 : 2);
		for (final Field tag : tags.values()) {
			number(tag.tag(), 2);
			number(tag.type(), 2);
			number(tag.count(), room());
			if (places.containsKey(tag.tag())) number(places.get(tag.tag()), room());
			else {
				bytes(tag.bytes());
				bytes(new byte[room() - tag.bytes().length]);
			}
		}
		number(plane == shape.planes() - 1 ? 0 : at + room() + ahead(), room());
	}

	private void number(final long value, final int size) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(size).order(order);
		put(bytes, value, size);
		bytes(bytes.array());
	}

	private void bytes(final byte[] bytes) throws IOException {
		for (int done = 0; done < bytes.length;) {
			if (!part.hasRemaining()) {
				TiffOutput.write(file, part.flip(), at - part.limit());
				part.clear();
			}
			final int count = Math.min(part.remaining(), bytes.length - done);
			part.put(bytes, done, count);
			done += count;
			at += count;
		}
	}
}
