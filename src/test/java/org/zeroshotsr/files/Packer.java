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

import org.zeroshotsr.files.Flavour.Coding;
import org.zeroshotsr.files.Flavour.Colour;

/** Puts the samples of a strip or tile into bytes and compresses them. */
final class Packer {

	/**
	 * @param truth what is to be read from the data; samples that were lost in compression are not as they were
	 * @param options TIFF's T4Options
	 * @param tables TIFF's JPEGTables, or null
	 */
	record Block(byte[] data, Picture truth, int options, byte[] tables) {}

	private final Flavour flavour;

	Packer(final Flavour flavour) {
		this.flavour = flavour;
	}

	Block pack(final Picture picture) {
		if (flavour.jpeg()) return jpeg(picture);
		final int compression = flavour.coding().compression();
		if (compression >= 2 && compression <= 4) {
			final Fax fax = Fax.encode(picture.samples()[0], picture.width(), picture.height(), compression);
			return new Block(filled(fax.data()), picture, fax.options(), null);
		}
		final byte[] rows = subsampled() ? shared(picture) : rows(picture);
		return new Block(filled(switch (compression) {
			case 5 -> Codec.lzw(rows);
			case 8, 32946 -> Codec.zip(rows);
			case 32773 -> Codec.packBits(rows, rows.length / rowsOfBytes(picture));
			default -> rows;
		}), picture, 0, null);
	}

	private boolean subsampled() {
		return flavour.colour().photometric() == Colour.YCBCR_MODEL && !flavour.planar();
	}

	private int rowsOfBytes(final Picture picture) {
		return subsampled() ? (picture.height() - 1) / flavour.colour().subY() + 1 : picture.height();
	}

	private byte[] filled(final byte[] data) {
		return flavour.coding().reversed() ? Codec.reversed(data) : data;
	}

	private Block jpeg(final Picture picture) {
		final Colour colour = flavour.colour();
		final boolean ycc = colour.photometric() == Colour.YCBCR_MODEL;
		final byte[] all = Lossy.encode(picture.samples(), picture.width(), picture.height(), ycc ? colour.subX() : 0,
			colour.subY());
		final Picture truth = new Picture(picture.width(), picture.height(), Lossy.decode(all, ycc));
		return flavour.twist() == Flavour.Twist.JPEG_TABLES ? new Block(Lossy.part(all, false), truth, 0, Lossy.part(all,
			true)) : new Block(all, truth, 0, null);
	}

	/** Luma of a few pixels, then their two chromas, and so on. */
	private byte[] shared(final Picture picture) {
		final int subX = flavour.colour().subX();
		final int subY = flavour.colour().subY();
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (int y = 0; y < picture.height(); y += subY)
			for (int x = 0; x < picture.width(); x += subX) {
				for (int i = 0; i < subX * subY; i++)
					out.write((int) picture.at(0, x + i % subX, y + i / subX));
				out.write((int) picture.at(1, x, y));
				out.write((int) picture.at(2, x, y));
			}
		return out.toByteArray();
	}

	private byte[] rows(final Picture picture) {
		final int samples = picture.samples().length;
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final long[] row = new long[picture.width() * samples];
		for (int y = 0; y < picture.height(); y++) {
			for (int i = 0; i < row.length; i++)
				row[i] = picture.at(i % samples, i / samples, y);
			out.writeBytes(row(row, samples));
		}
		return out.toByteArray();
	}

	private byte[] row(final long[] row, final int samples) {
		final Coding coding = flavour.coding();
		final int bits = flavour.type().bits();
		if (coding.predictor() == 3) return differences(row, samples, bits / 8);
		for (int i = row.length - 1; i >= samples && coding.predictor() == 2; i--)
			row[i] = row[i] - row[i - samples] & flavour.type().mask();
		final Codec.Bits out = new Codec.Bits();
		for (final long value : row)
			out.put(bits % 8 == 0 && !flavour.container().motorola() ? Long.reverseBytes(value) >>> 64 - bits : value, bits);
		return out.toBytes();
	}

	/** All highest bytes of a row, then all second ones, whatever the order of the file; then their differences. */
	private static byte[] differences(final long[] row, final int samples, final int size) {
		final byte[] bytes = new byte[row.length * size];
		for (int i = 0; i < row.length; i++)
			for (int b = 0; b < size; b++)
				bytes[b * row.length + i] = (byte) (row[i] >>> 8 * (size - 1 - b));
		for (int i = bytes.length - 1; i >= samples; i--)
			bytes[i] -= bytes[i - samples];
		return bytes;
	}
}
