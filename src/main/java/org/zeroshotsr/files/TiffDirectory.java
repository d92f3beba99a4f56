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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One image file directory: the tags of a page (TIFF 6.0, section 2). Values are read from the file when they are asked
 * for. A tag that stands there twice, has no number where one is needed, or points outside the file is a damaged file.
 */
final class TiffDirectory {

	/** Sizes of the field types, from 1 (BYTE); 0 where there is no such type. */
	private static final int[] SIZES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8 };
	private static final int RATIONAL = 5;
	private static final int LAST_CLASSIC = 12;
	private static final Set<Integer> PLACES = Set.of(273, 279, 324, 325);
	/** More pages than this in one file are not believed. */
	private static final int MOST = 1 << 20;

	/** For each tag: tag and type, count, where the value is. */
	private final long[] entries;

	/**
	 * A tag as it stands in the file.
	 *
	 * @param type  of its values, as TIFF numbers them
	 * @param bytes of the values, in the file's order
	 */
	record Field(int tag, int type, long count, byte[] bytes) {}

	private TiffDirectory(final long[] entries) {
		this.entries = entries;
	}

	/** All directories of a file, in order. A chain that comes back to where it was, or in which two overlap, is refused. */
	static List<TiffDirectory> all(final TiffInput in) throws IOException {
		final List<TiffDirectory> all = new ArrayList<>();
		final TreeMap<Long, Long> taken = new TreeMap<>();
		final int number = in.big() ? 8 : 2;
		final int entry = in.big() ? 20 : 12;
		final int link = in.big() ? 8 : 4;
		long next = in.first();
		while (next != 0) {
			final long count = in.integer(next, number);
			if (count == 0) throw in.damaged("its page " + (all.size() + 1) + " has no tags");
			if (count > 0xffff || !in.holds(next, number + count * entry + link)) throw in.truncated("its list of pages is cut off");
			final long end = next + number + count * entry + link;
			final Map.Entry<Long, Long> before = taken.lowerEntry(end);
			if (before != null && before.getValue() > next) throw in.damaged(before.getKey() == next ?
				"its list of pages runs in a circle" : "its list of pages overlaps itself");
			taken.put(next, end);
			if (all.size() == MOST) throw in.unsupported("more than " + MOST + " pages");
			final ByteBuffer bytes = in.read(next + number, count * entry + link);
			all.add(new TiffDirectory(entries(in, bytes, next + number, (int) count)));
			next = in.integer(bytes, (int) count * entry, link);
		}
		if (all.isEmpty()) throw in.damaged("it has the start of a TIFF but no image");
		return all;
	}

	private static long[] entries(final TiffInput in, final ByteBuffer bytes, final long start, final int count)
		throws IOException
	{
		final int size = in.big() ? 20 : 12;
		final int room = in.big() ? 8 : 4;
		final long[] entries = new long[3 * count];
		for (int i = 0; i < count; i++) {
			final int at = i * size;
			final long tag = in.integer(bytes, at, 2);
			final long type = in.integer(bytes, at + 2, 2);
			final long values = in.integer(bytes, at + 4, room);
			entries[3 * i] = tag << 16 | type;
			entries[3 * i + 1] = values;
			final long length = type < SIZES.length ? SIZES[(int) type] : 0;
			entries[3 * i + 2] = length == 0 || values <= room / length ? start + at + size - room : in.integer(bytes, at +
				size - room, room);
		}
		return entries;
	}

	/** A classic TIFF with the tags of this directory, but for where the pixels are. */
	byte[] classic(final TiffInput in) throws IOException {
		final List<Field> fields = new ArrayList<>();
		for (int i = 0; i < entries.length; i += 3) {
			final int tag = (int) (entries[i] >> 16);
			if (!PLACES.contains(tag) && (entries[i] & 0xffff) <= LAST_CLASSIC) fields.add(field(in, tag));
		}
		final int start = 10 + 12 * fields.size() + 4;
		final long end = start + fields.stream().mapToLong(f -> f.bytes().length).sum();
		if (end > Integer.MAX_VALUE - 8) throw in.unsupported(end + " bytes of tags");
		final ByteBuffer tiff = ByteBuffer.allocate((int) end).order(in.order());
		tiff.put(in.read(0, 2)).putShort((short) TiffInput.CLASSIC).putInt(8).putShort((short) fields.size());
		int at = start;
		for (final Field field : fields) {
			tiff.putShort((short) field.tag()).putShort((short) field.type()).putInt((int) field.count());
			final boolean inside = field.bytes().length <= 4;
			if (inside) tiff.put(tiff.position(), field.bytes()).position(tiff.position() + 4);
			else tiff.putInt(at).put(at, field.bytes());
			if (!inside) at += field.bytes().length;
		}
		return tiff.array();
	}

	/** The tags in the first directory of a small classic TIFF that is known to be sound, in its byte order. */
	static List<Field> fields(final ByteBuffer tiff) {
		final int start = tiff.getInt(4) + 2;
		final List<Field> fields = new ArrayList<>();
		for (int at = start; at < start + 12 * tiff.getShort(start - 2); at += 12) {
			final int type = tiff.getShort(at + 2);
			final byte[] bytes = new byte[tiff.getInt(at + 4) * SIZES[type]];
			tiff.get(bytes.length <= 4 ? at + 8 : tiff.getInt(at + 8), bytes);
			fields.add(new Field(tiff.getShort(at) & 0xffff, type, tiff.getInt(at + 4), bytes));
		}
		return fields;
	}

	/** Index of a tag's entry, or -1. */
	private int find(final TiffInput in, final int tag) throws IOException {
		int found = -1;
		for (int i = 0; i < entries.length; i += 3) {
			if (entries[i] >> 16 != tag) continue;
			if (found >= 0) throw in.damaged("tag " + tag + " stands twice in a page");
			found = i;
		}
		return found;
	}

	boolean has(final TiffInput in, final int tag) throws IOException {
		return find(in, tag) >= 0;
	}

	/** How many values a tag has; 0 where it is missing. */
	long count(final TiffInput in, final int tag) throws IOException {
		final int i = find(in, tag);
		return i < 0 ? 0 : entries[i + 1];
	}

	/** The values of a tag as unsigned integers; an empty array where it is missing. */
	long[] integers(final TiffInput in, final int tag) throws IOException {
		final int i = find(in, tag);
		if (i < 0) return new long[0];
		final int type = (int) (entries[i] & 0xffff);
		final int size = switch (type) {
			case 1 -> 1;
			case 3 -> 2;
			case 4, 9, 13 -> 4;
			case 16, 17, 18 -> 8;
			default -> throw in.damaged("tag " + tag + " has values of type " + type + ", where integers have to be");
		};
		final ByteBuffer bytes = values(in, i, size);
		final long[] values = new long[bytes.capacity() / size];
		for (int v = 0; v < values.length; v++)
			values[v] = in.integer(bytes, v * size, size);
		return values;
	}

	private ByteBuffer values(final TiffInput in, final int i, final int size) throws IOException {
		if (entries[i + 1] > in.length() / size) throw in.truncated("tag " + (entries[i] >> 16) + " has " + entries[i + 1] +
			" values, more than the file has bytes");
		return in.read(entries[i + 2], entries[i + 1] * size);
	}

	/** The first value of a tag, or another number where it is missing. */
	long integer(final TiffInput in, final int tag, final long missing) throws IOException {
		final long[] values = integers(in, tag);
		return values.length == 0 ? missing : values[0];
	}

	/** A rational number; 0 where it is missing or no number. */
	double ratio(final TiffInput in, final int tag) throws IOException {
		final double[] ratios = ratios(in, tag);
		return ratios.length == 0 ? 0 : ratios[0];
	}

	/** Rational numbers; empty where they are missing or no numbers. */
	double[] ratios(final TiffInput in, final int tag) throws IOException {
		final int i = find(in, tag);
		if (i < 0 || (entries[i] & 0xffff) != RATIONAL) return new double[0];
		final ByteBuffer bytes = values(in, i, 8);
		final double[] ratios = new double[bytes.capacity() / 8];
		for (int v = 0; v < ratios.length; v++) {
			final double below = in.integer(bytes, 8 * v + 4, 4);
			if (below == 0) return new double[0];
			ratios[v] = in.integer(bytes, 8 * v, 4) / below;
		}
		return ratios;
	}

	/** Makes sure that the file holds everything that the directory points at, also what is of no interest here. */
	void check(final TiffInput in) throws IOException {
		for (int i = 0; i < entries.length; i += 3) {
			final int type = (int) (entries[i] & 0xffff);
			final long size = type < SIZES.length ? SIZES[type] : 0;
			if (size == 0 || entries[i + 1] > in.length() / size || !in.holds(entries[i + 2], entries[i + 1] * size)) throw in
				.damaged("its tag " + (entries[i] >> 16) + " has " + entries[i + 1] + " values of type " + type);
		}
	}

	/** A text, without the zeros at its end; empty where it is missing. */
	String text(final TiffInput in, final int tag) throws IOException {
		final int i = find(in, tag);
		if (i < 0) return "";
		final byte[] bytes = values(in, i, 1).array();
		int end = bytes.length;
		while (end > 0 && bytes[end - 1] == 0)
			end--;
		return new String(bytes, 0, end, StandardCharsets.UTF_8);
	}

	/** A tag as it stands in the file, or null where it is missing. */
	Field field(final TiffInput in, final int tag) throws IOException {
		final int i = find(in, tag);
		if (i < 0) return null;
		final int type = (int) (entries[i] & 0xffff);
		if (type >= SIZES.length || SIZES[type] == 0) throw in.damaged("tag " + tag + " has values of the unknown type " + type);
		return new Field(tag, type, entries[i + 1], values(in, i, SIZES[type]).array());
	}
}
