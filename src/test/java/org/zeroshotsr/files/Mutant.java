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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A copy of a valid TIFF, of which fields can be found and overwritten. */
final class Mutant {

	/** Numbers that readers stumble on. */
	private static final long[] ABSURD = { 0, 1, 2, 7, 8, 255, 32767, 65535, 65536, 0x7fffffffL, 0x80000000L, 0xffffffffL,
		0x40000001L, 0x7fffffffffffffffL, -1 };

	private final ByteBuffer bytes;
	private final boolean big;
	/** Where directories begin, and where each one's offset stands. */
	private final List<Integer> directories = new ArrayList<>();
	private final List<Integer> links = new ArrayList<>();
	private final List<Integer> entries = new ArrayList<>();

	Mutant(final byte[] valid) {
		bytes = ByteBuffer.wrap(valid.clone()).order(valid[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		big = bytes.getShort(2) == 43;
		int link = big ? 8 : 4;
		for (int directory = offset(link); directory != 0; directory = offset(link)) {
			links.add(link);
			directories.add(directory);
			final int count = big ? (int) bytes.getLong(directory) : bytes.getShort(directory);
			final int first = directory + (big ? 8 : 2);
			for (int i = 0; i < count; i++)
				entries.add(first + i * (big ? 20 : 12));
			link = first + count * (big ? 20 : 12);
		}
		links.add(link); // the last one, which is 0
	}

	private int offset(final int at) {
		return (int) (big ? bytes.getLong(at) : bytes.getInt(at));
	}

	byte[] toBytes() {
		return bytes.array();
	}

	int directory(final int i) {
		return directories.get(i);
	}

	/** Makes a directory the next one after others, whichever it was. */
	Mutant link(final int after, final long directory) {
		putNumber(links.get(after), directory);
		return this;
	}

	/** Tags of the first directory. */
	List<Integer> tags() {
		return entries.subList(0, entries.size() / directories.size()).stream().map(e -> Short.toUnsignedInt(bytes.getShort(
			e))).toList();
	}

	/** Overwrites the count or the value of a tag in the first directory; a value stands in the entry itself. */
	Mutant set(final int tag, final boolean count, final long value) {
		putNumber(entries.get(tags().indexOf(tag)) + (count ? 4 : big ? 12 : 8), value);
		return this;
	}

	private void putNumber(final int at, final long value) {
		if (big) bytes.putLong(at, value);
		else bytes.putInt(at, (int) value);
	}

	/** Damages a file in one or two ways. */
	static byte[] of(final byte[] valid, final Random random) {
		final Mutant mutant = new Mutant(valid);
		int length = valid.length;
		for (int i = 0; i <= random.nextInt(4) / 3; i++)
			switch (random.nextInt(12)) {
				case 0 -> mutant.scribble(0, valid.length, 1 + random.nextInt(8), random);
				case 1, 2, 3 -> mutant.scribblePixels(random);
				case 4 -> mutant.scribble(0, 16, 1, random);
				case 5 -> mutant.scribble(mutant.directory(0), Math.min(valid.length, mutant.directory(0) + 200), 1, random);
				case 6 -> length = random.nextInt(length) + 1;
				case 7 -> mutant.putNumber(mutant.links.get(random.nextInt(mutant.links.size())), mutant.number(random));
				case 8 -> mutant.bytes.putShort(mutant.entry(random), mutant.bytes.getShort(mutant.entry(random))); // a tag
				case 9 -> mutant.bytes.putShort(mutant.entry(random) + 2, (short) random.nextInt(20)); // a type
				case 10 -> mutant.putNumber(mutant.entry(random) + 4, mutant.number(random)); // a count
				// a value, or where it stands
				default -> mutant.putNumber(mutant.entry(random) + (mutant.big ? 12 : 8), mutant.number(random));
			}
		return Arrays.copyOf(mutant.toBytes(), length);
	}

	private void scribble(final int from, final int to, final int count, final Random random) {
		for (int i = 0; i < count; i++)
			bytes.put(from + random.nextInt(to - from), (byte) random.nextInt(256));
	}

	/** Pixels come before the first directory, but in ImageJ's own files. */
	private void scribblePixels(final Random random) {
		final boolean before = directory(0) > 16;
		scribble(before ? 16 : bytes.capacity() / 2, before ? directory(0) : bytes.capacity(), 1 + random.nextInt(3),
			random);
	}

	private int entry(final Random random) {
		return entries.get(random.nextInt(entries.size()));
	}

	/** A place in the file, or just outside of it, or an absurd number. */
	private long number(final Random random) {
		return switch (random.nextInt(6)) {
			case 0 -> random.nextInt(bytes.capacity() + 10);
			case 1 -> directory(random.nextInt(directories.size())) + random.nextInt(3) * 2;
			case 2, 3 -> random.nextInt(40);
			default -> ABSURD[random.nextInt(ABSURD.length)];
		};
	}
}
