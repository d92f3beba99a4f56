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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.zeroshotsr.files.Flavour.Colour;
import org.zeroshotsr.files.Flavour.Layout;
import org.zeroshotsr.files.Flavour.Pages;
import org.zeroshotsr.files.Flavour.Twist;

/**
 * Writes TIFFs of any flavour with known samples. It shares nothing with what reads them, and follows TIFF 6.0, its
 * technical notes and what libtiff does where those are silent.
 */
final class TiffWriter {

	/**
	 * A file and what is to be read from it.
	 *
	 * @param planes the pages that are planes of the image, in order; YCbCr as red, green and blue
	 * @param palette [red, green, blue][index], 16 bits; null for other images
	 */
	record Written(byte[] bytes, List<Picture> planes, long[][] palette) {}

	private record Entry(int type, long[] values) {

		static final Map<Integer, Integer> BYTES = Map.of(2, 1, 3, 2, 4, 4, 7, 1, 16, 8);

		int bytes() {
			return BYTES.get(type) * values.length;
		}
	}

	private static final int TEXT = 2;
	private static final int BYTE = 7;
	private static final int SHORT = 3;
	private static final int LONG = 4;
	private static final int LONG8 = 16;

	private final Flavour flavour;
	private final long seed;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final List<Picture> planes = new ArrayList<>();
	private final List<long[]> links = new ArrayList<>(); // where an offset of a directory belongs, and the offset
	private final long[][] palette;

	private final byte[] description;

	private TiffWriter(final Flavour flavour, final long seed, final byte[] description) {
		this.flavour = flavour;
		this.seed = seed;
		this.description = description;
		palette = flavour.colour().photometric() == Colour.PALETTE_MODEL ? palette(1L << flavour.type().bits()) : null;
	}

	private long[][] palette(final long colours) {
		return new Random(seed).longs(3).mapToObj(s -> new Random(s).longs(colours, 0, 1 << 16).toArray()).toArray(
			long[][]::new);
	}

	static Written write(final Flavour flavour, final long seed) {
		return write(flavour, seed, new byte[0]);
	}

	/** @param description the first page's ImageDescription, without the 0 that ends it; none if empty */
	static Written write(final Flavour flavour, final long seed, final byte[] description) {
		return new TiffWriter(flavour, seed, description).write();
	}

	private Written write() {
		final boolean big = flavour.container().big();
		out.writeBytes((flavour.container().motorola() ? "MM" : "II").getBytes());
		put(big ? 43 : 42, 2);
		if (big) {
			put(8, 2);
			put(0, 2);
		}
		long link = out.size();
		put(0, big ? 8 : 4);
		int page = 0;
		for (final int[] size : sizes())
			link = page(page++, size[0], size[1], link);
		final byte[] bytes = out.toByteArray();
		for (final long[] each : links)
			patch(bytes, (int) each[0], each[1]);
		return new Written(bytes, planes, palette);
	}

	/** Width, height of each page. */
	private List<int[]> sizes() {
		final int[] full = { flavour.width(), flavour.height() };
		final int[] half = { full[0] / 2, full[1] / 2 };
		return switch (flavour.pages()) {
			case ONE -> List.of(full);
			case THREE -> List.of(full, full, full);
			case THUMBNAIL_LAST -> List.of(full, half);
			case THUMBNAILS_BETWEEN -> List.of(full, half, full, half);
			case HALVES -> List.of(full, half, new int[] { half[0] / 2, half[1] / 2 });
			case UNRELATED -> List.of(full, new int[] { full[0] - 4, full[1] + 17 }, new int[] { full[0] + 9, 5 });
			case OTHER_TYPE -> List.of(full, full);
		};
	}

	/** Writes the data of a page, then its directory; returns where the offset of the next one belongs. */
	private long page(final int index, final int width, final int height, final long link) {
		final boolean small = width < flavour.width();
		final Flavour own = flavour.pages() == Pages.OTHER_TYPE && index == 1 ? Flavour.of(NumberType.uint(flavour.type()
			.bits() == 8 ? 16 : 8), Colour.GREY).with(flavour.container()) : flavour;
		final Picture picture = Picture.draw(own, width, height, seed * 10 + index);
		final TreeMap<Integer, Entry> tags = new TreeMap<>();
		final Picture truth = data(own, picture, tags);
		if (planes.size() < flavour.planes() && !small) planes.add(own.colour().photometric() == Colour.YCBCR_MODEL && !own
			.jpeg() ? truth.toRgb() : truth);
		if (index == 0 && description.length > 0) tags.put(270, bytes(TEXT, Arrays.copyOf(description, description.length +
			1)));
		describe(own, picture, tags, small && flavour.pages() != Pages.HALVES);
		return directory(tags, link);
	}

	private Picture data(final Flavour own, final Picture picture, final TreeMap<Integer, Entry> tags) {
		final boolean tiles = own.layout() == Layout.TILES;
		final int wide = tiles ? 16 : picture.width();
		final int high = tiles ? 16 : own.layout() == Layout.ONE_STRIP ? picture.height() : own.rows();
		final Picture truth = new Picture(picture.width(), picture.height(), Arrays.stream(picture.samples()).map(
			long[]::clone).toArray(long[][]::new));
		final Packer packer = new Packer(own);
		final List<Packer.Block> blocks = new ArrayList<>();
		for (int s = own.planar() ? 0 : -1; s < (own.planar() ? picture.samples().length : 0); s++)
			for (int y = 0; y < picture.height(); y += high)
				for (int x = 0; x < picture.width(); x += wide) {
					final Packer.Block block = packer.pack(picture.cut(s, x, y, wide, tiles ? 16 : Math.min(high, picture
						.height() - y)));
					truth.paste(block.truth(), s, x, y);
					blocks.add(block);
				}
		final long[] offsets = place(blocks);
		final Packer.Block first = blocks.get(0);
		if (first.options() != 0) tags.put(292, new Entry(LONG, new long[] { first.options() }));
		if (first.tables() != null) tags.put(347, bytes(BYTE, first.tables()));
		tags.put(tiles ? 324 : 273, number(offsets));
		if (own.twist() != Twist.NO_BYTE_COUNTS) tags.put(tiles ? 325 : 279, number(blocks.stream().mapToLong(b -> b
			.data().length).toArray()));
		if (tiles) {
			tags.put(322, number(wide));
			tags.put(323, number(high));
		}
		else if (own.twist() != Twist.NO_ROWS_PER_STRIP) tags.put(278, number(high));
		return truth;
	}

	private long[] place(final List<Packer.Block> blocks) {
		final boolean scattered = flavour.layout() == Layout.SCATTERED;
		final long[] offsets = new long[blocks.size()];
		for (int i = 0; i < offsets.length; i++) {
			final int block = scattered ? offsets.length - 1 - i : i;
			offsets[block] = out.size();
			out.writeBytes(blocks.get(block).data());
			if (scattered) out.writeBytes(new byte[] { 0x55, -1, 0x33, 0, -1, 1, 7 });
		}
		return offsets;
	}

	private void describe(final Flavour own, final Picture picture, final TreeMap<Integer, Entry> tags,
		final boolean thumbnail)
	{
		final boolean brief = own.twist() == Twist.DEFAULTS_LEFT_OUT;
		final Colour colour = own.colour();
		final long[] each = new long[own.twist() == Twist.ONE_BITS_PER_SAMPLE ? 1 : colour.samples()];
		tags.put(256, number(picture.width()));
		tags.put(257, number(picture.height()));
		tags.put(262, new Entry(SHORT, new long[] { colour.photometric() }));
		optional(tags, 254, thumbnail ? 1 : 0, 0, brief);
		optional(tags, 259, own.coding().compression(), 1, brief);
		optional(tags, 266, own.coding().reversed() ? 2 : 1, 1, brief);
		optional(tags, 274, own.twist().orientation(), 1, true);
		optional(tags, 277, colour.samples(), 1, brief);
		optional(tags, 284, own.planar() ? 2 : 1, 1, brief);
		optional(tags, 317, own.coding().predictor(), 1, true);
		Arrays.fill(each, own.type().bits());
		if (!brief || each.length > 1 || each[0] > 1) tags.put(258, new Entry(SHORT, each));
		final long[] formats = new long[each.length];
		Arrays.fill(formats, own.type().kind().ordinal() + 1);
		if (!brief || formats[0] > 1) tags.put(339, new Entry(SHORT, formats));
		if (palette != null) tags.put(320, new Entry(SHORT, Arrays.stream(palette).flatMapToLong(Arrays::stream)
			.toArray()));
		if (!colour.extras().isEmpty() && own.twist() != Twist.NO_EXTRA_SAMPLES) tags.put(338, new Entry(SHORT, colour
			.extras().stream().mapToLong(i -> i).toArray()));
		if (colour.photometric() == Colour.CMYK_MODEL) optional(tags, 332, 1, 1, brief);
		if (colour.photometric() != Colour.YCBCR_MODEL) return;
		if (!brief || colour.subX() * colour.subY() != 4) tags.put(530, new Entry(SHORT, new long[] { colour.subX(), colour
			.subY() }));
		optional(tags, 531, 1, 1, brief);
	}

	private static void optional(final TreeMap<Integer, Entry> tags, final int tag, final int value,
		final int standard, final boolean brief)
	{
		if (!brief || value != standard) tags.put(tag, new Entry(tag == 254 ? LONG : SHORT, new long[] { value }));
	}

	private static Entry bytes(final int type, final byte[] bytes) {
		final long[] values = new long[bytes.length];
		Arrays.setAll(values, i -> bytes[i]);
		return new Entry(type, values);
	}

	private Entry number(final long... values) {
		final boolean fits = Arrays.stream(values).allMatch(v -> v < 1 << 16);
		return new Entry(flavour.twist() == Twist.SHORT_NUMBERS && fits ? SHORT : flavour.container().big() ? LONG8 : LONG,
			values);
	}

	private long directory(final TreeMap<Integer, Entry> tags, final long link) {
		final boolean big = flavour.container().big();
		final int room = big ? 8 : 4;
		final Map<Integer, Integer> outside = new TreeMap<>();
		tags.forEach((tag, entry) -> {
			if (entry.bytes() <= room) return;
			if (out.size() % 2 == 1) out.write(0);
			outside.put(tag, out.size());
			put(entry);
		});
		if (out.size() % 2 == 1) out.write(0);
		links.add(new long[] { link, out.size() });
		put(tags.size(), big ? 8 : 2);
		tags.forEach((tag, entry) -> {
			put(tag, 2);
			put(entry.type(), 2);
			put(entry.values().length, room);
			if (outside.containsKey(tag)) put(outside.get(tag), room);
			else {
				put(entry);
				out.writeBytes(new byte[room - entry.bytes()]);
			}
		});
		final long next = out.size();
		put(0, room);
		return next;
	}

	private void put(final Entry entry) {
		for (final long value : entry.values())
			put(value, entry.bytes() / entry.values().length);
	}

	private void put(final long value, final int bytes) {
		for (int i = 0; i < bytes; i++)
			out.write((int) (value >>> 8 * (flavour.container().motorola() ? bytes - 1 - i : i)));
	}

	private void patch(final byte[] bytes, final int at, final long value) {
		final int room = flavour.container().big() ? 8 : 4;
		for (int i = 0; i < room; i++)
			bytes[at + i] = (byte) (value >>> 8 * (flavour.container().motorola() ? room - 1 - i : i));
	}
}
