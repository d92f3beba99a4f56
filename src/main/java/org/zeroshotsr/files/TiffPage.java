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
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;

import org.zeroshotsr.image.Window;

/**
 * Decodes the samples of a page. Unsigned integers of up to 8 bits come as bytes, single bits as 0 and 255; those of up to
 * 16 bits as shorts; signed ones of 9 to 16 bits as shorts that are 32768 higher, as ImageJ has them; everything else as
 * floats.
 */
final class TiffPage {

	/** Rows of data that are not compressed are read in parts of about this size. */
	private static final int PART = 1 << 22;

	private final TiffInput in;
	private final TiffDirectory page;
	private final TiffLayout layout;
	private final TiffChunks chunks;
	/** Whether a value did not fit into a float without rounding. */
	private boolean rounded;

	/** @param chunks of this file that were decompressed before */
	TiffPage(final TiffInput in, final TiffDirectory page, final TiffLayout layout, final TiffChunks chunks) {
		this.in = in;
		this.page = page;
		this.layout = layout;
		this.chunks = chunks;
	}

	/** Bits of the values that {@link #decode} gives for a layout: 8, 16, or 32 for floats. */
	static int depth(final TiffLayout layout) {
		if (layout.format() == TiffLayout.UNSIGNED && layout.bits() <= 8) return 8;
		return layout.format() != TiffLayout.FLOAT && layout.bits() > 8 && layout.bits() <= 16 ? 16 : 32;
	}

	/** Whether values of a layout may have to be rounded. */
	static boolean mayRound(final TiffLayout layout) {
		return layout.bits() > (layout.format() == TiffLayout.FLOAT ? 32 : 24);
	}

	boolean rounded() {
		return rounded;
	}

	/**
	 * The values of a part of a page, of which no more is read than the strips or tiles that it lies in, and of those that
	 * are not compressed their rows.
	 *
	 * @param shift bytes by which the page lies behind the one that the tags speak of
	 * @return a byte[], short[] or float[] for each sample, row by row; null for an opacity
	 */
	Object[] decode(final long shift, final Window window) throws IOException {
		final int pixels = Math.multiplyExact(window.width(), window.height());
		final Object[] planes = new Object[layout.samples()];
		for (int s = 0; s < planes.length; s++)
			if (!layout.isAlpha(s)) planes[s] = switch (depth(layout)) {
				case 8 -> new byte[pixels];
				case 16 -> new short[pixels];
				default -> new float[pixels];
			};
		final int ofSample = layout.chunksOfSample();
		for (int i = 0; i < (layout.planar() ? planes.length * ofSample : ofSample); i++)
			if (layout.touches(i, window) && (!layout.planar() || planes[i / ofSample] != null)) chunk(i, shift, window, planes);
		return planes;
	}

	private void chunk(final int chunk, final long shift, final Window window, final Object[] planes) throws IOException {
		final int top = layout.top(chunk);
		final int first = Math.max(top, window.y());
		final int end = Math.min(top + Math.min(layout.rows(chunk), layout.height() - top), window.y() + window.height());
		final long row = layout.rowBytes();
		if (isCoded() || layout.compression() != TiffLayout.NONE) {
			final ByteBuffer data = isWhole(window) ? decoded(chunk) : chunks.get(page, chunk, () -> decoded(chunk));
			unpack(data.slice((int) ((first - top) * row), (int) ((end - first) * row)).order(data.order()), 0, row, chunk, first,
				end - first, window, planes);
			return;
		}
		// of a row what is in the window, in whole bytes
		final long bits = (long) layout.chunkSamples() * layout.bits();
		final int left = layout.left(chunk);
		final long from = Math.max(0, window.x() - left) * bits / 8;
		final long to = Math.min(row, (Math.min(layout.chunkWidth(), window.x() + window.width() - left) * bits + 7) / 8);
		final int atOnce = (int) Math.max(1, PART / (to - from));
		for (int y = first; y < end; y += atOnce) {
			final int count = Math.min(atOnce, end - y);
			final ByteBuffer data = in.rows(layout.offsets()[chunk] + shift + (y - top) * row + from, row, to - from, count);
			reverse(data.array());
			unpack(data, from, to - from, chunk, y, count, window, planes);
		}
	}

	private boolean isWhole(final Window window) {
		return window.width() == layout.width() && window.height() == layout.height();
	}

	private ByteBuffer decoded(final int chunk) throws IOException {
		if (isCoded()) return ByteBuffer.wrap(coded(chunk, layout.rows(chunk)));
		return plain(chunk, Math.min(layout.rows(chunk), layout.height() - layout.top(chunk)), layout.rowBytes());
	}

	private byte[] data(final int chunk) throws IOException {
		final byte[] data = in.read(layout.offsets()[chunk], layout.length(chunk)).array();
		reverse(data);
		return data;
	}

	/** Bits stand the other way round in whole bytes, whatever the bytes are; JPEG streams are what they are. */
	private void reverse(final byte[] data) {
		if (!layout.reversed() || layout.compression() == TiffLayout.JPEG) return;
		for (int i = 0; i < data.length; i++)
			data[i] = (byte) (Integer.reverse(data[i]) >>> 24);
	}

	/** Chunks of which the decoder makes the samples, and not bytes that have to be taken apart by the tags. */
	private boolean isCoded() {
		return layout.compression() == TiffLayout.JPEG || layout.photometric() == TiffLayout.YCBCR || TiffFax.takes(layout);
	}

	private byte[] coded(final int chunk, final int rows) throws IOException {
		final byte[] data = data(chunk);
		if (TiffFax.takes(layout)) return TiffFax.decode(in, page, layout, data, rows);
		if (layout.compression() == TiffLayout.JPEG) return new TiffJpeg(in, page, layout).decode(data, rows);
		final ChromaBlocks colours = ChromaBlocks.of(in, page, layout);
		return colours.rgb(in, layout.compression() == TiffLayout.NONE ? data : inflated(data, colours.bytes(rows), chunk), rows);
	}

	private ByteBuffer plain(final int chunk, final int rows, final long row) throws IOException {
		final byte[] plain = inflated(data(chunk), (int) (rows * row), chunk);
		if (layout.predictor() != 1) new Predictor(layout, in.order()).undo(plain, rows);
		// the predictor of floating-point numbers has a byte order of its own
		return ByteBuffer.wrap(plain).order(layout.predictor() == 3 ? ByteOrder.BIG_ENDIAN : in.order());
	}

	private byte[] inflated(final byte[] data, final int size, final int chunk) throws IOException {
		final byte[] plain = new byte[size];
		final int found;
		try {
			found = switch (layout.compression()) {
				case TiffLayout.LZW -> Unpacker.lzw(data, plain);
				case TiffLayout.ZIP -> Unpacker.zip(data, plain);
				default -> Unpacker.packBits(data, plain);
			};
		}
		catch (final Unpacker.OldLzwException e) {
			throw in.unsupported("LZW compression of the kind before TIFF 6.0");
		}
		catch (final DataFormatException e) {
			throw in.damaged("its strip or tile " + (chunk + 1) + " cannot be decompressed (" + e.getMessage() + ")");
		}
		if (found < size) throw in.damaged("its strip or tile " + (chunk + 1) + " ends after " + found + " of " + size +
			" bytes");
		return plain;
	}

	/**
	 * Takes rows of a chunk apart.
	 *
	 * @param skipped bytes of each row that the data leave out at its beginning
	 * @param row bytes of a row in the data
	 * @param top the first row, in the page
	 */
	private void unpack(final ByteBuffer data, final long skipped, final long row, final int chunk, final int top,
		final int rows, final Window window, final Object[] planes) throws IOException
	{
		final boolean colours = layout.photometric() == TiffLayout.YCBCR;
		final int samples = colours ? 3 : layout.chunkSamples();
		final int first = layout.planar() ? chunk / layout.chunksOfSample() : 0;
		final int left = Math.max(layout.left(chunk), window.x());
		final int right = layout.left(chunk) + Math.min(layout.chunkWidth(), layout.width() - layout.left(chunk));
		final int columns = Math.min(right, window.x() + window.width()) - left;
		final long step = (long) samples * layout.bits();
		for (int s = 0; s < samples; s++)
			for (int y = 0; y < rows && planes[first + s] != null; y++) {
				final int to = (top + y - window.y()) * window.width() + left - window.x();
				final long from = (y * row - skipped) * 8 + (left - layout.left(chunk)) * step + (long) s * layout.bits();
				if (layout.bits() % 8 == 0) bytes(data, (int) (from / 8), (int) step / 8, planes[first + s], to, columns);
				else bits(data, from, step, planes[first + s], to, columns);
			}
	}

	private void bits(final ByteBuffer data, final long from, final long step, final Object plane, final int to,
		final int columns)
	{
		final int bits = layout.bits();
		final int offset = layout.format() == TiffLayout.SIGNED ? 1 << bits - 1 : 0;
		for (int x = 0; x < columns; x++) {
			long at = from + x * step;
			int value = 0;
			for (int left = bits; left > 0;) { // the highest bits come first, in any byte order
				final int inByte = (int) (at & 7);
				final int take = Math.min(left, 8 - inByte);
				value = value << take | (data.get((int) (at >> 3)) & 0xff) >> 8 - inByte - take & (1 << take) - 1;
				at += take;
				left -= take;
			}
			if (plane instanceof byte[] b) b[to + x] = (byte) (bits == 1 ? -value : value);
			// a signed value is that of the unsigned one with its highest bit turned, less what that stands for
			else ((short[]) plane)[to + x] = (short) (offset == 0 ? value : (value ^ offset) - offset + 32768);
		}
	}

	private void bytes(final ByteBuffer data, final int from, final int step, final Object plane, final int to,
		final int columns) throws IOException
	{
		if (plane instanceof byte[] b) {
			if (step == 1) data.get(from, b, to, columns);
			else for (int x = 0; x < columns; x++)
				b[to + x] = data.get(from + x * step);
		}
		else if (plane instanceof short[] s) {
			final int shift = layout.format() == TiffLayout.SIGNED ? 32768 : 0;
			for (int x = 0; x < columns; x++)
				s[to + x] = (short) (data.getShort(from + x * step) + shift);
		}
		else floats(data, from, step, (float[]) plane, to, columns);
	}

	private void floats(final ByteBuffer data, final int from, final int step, final float[] plane, final int to,
		final int columns) throws IOException
	{
		final boolean signed = layout.format() == TiffLayout.SIGNED;
		for (int x = 0; x < columns; x++) {
			final int at = from + x * step;
			if (layout.format() == TiffLayout.FLOAT) plane[to + x] = switch (layout.bits()) {
				case 16 -> half(data.getShort(at));
				case 32 -> data.getFloat(at);
				default -> rounded(data.getDouble(at));
			};
			else plane[to + x] = switch (layout.bits()) {
				case 8 -> data.get(at);
				case 24 -> integer24(data, at, signed);
				case 32 -> rounded(signed ? data.getInt(at) : data.getInt(at) & 0xffffffffL);
				default -> rounded(data.getLong(at), signed);
			};
		}
	}

	private static int integer24(final ByteBuffer data, final int at, final boolean signed) {
		final int high = data.order() == ByteOrder.BIG_ENDIAN ? 0 : 2;
		final int value = (data.get(at + high) & 0xff) << 16 | (data.get(at + 1) & 0xff) << 8 | data.get(at + 2 - high) & 0xff;
		return signed ? value << 8 >> 8 : value;
	}

	private float rounded(final double value) throws IOException {
		final float near = (float) value;
		if (near != value && !Double.isNaN(value)) {
			if (Float.isInfinite(near)) throw in.unsupported("values such as " + value + ", beyond the range of 32 bits");
			rounded = true;
		}
		return near;
	}

	private float rounded(final long value, final boolean signed) {
		// by half, its last bit kept for the rounding, where it is beyond 2^63
		final float near = signed || value >= 0 ? (float) value : 2 * (float) (value >>> 1 | value & 1);
		rounded |= near >= 0x1p63f || (long) near != value;
		return near;
	}

	/** IEEE 754's 16-bit floating-point number. */
	static float half(final short bits) {
		final int exponent = bits >> 10 & 31;
		final int fraction = bits & 1023;
		final float value = exponent == 0 ? fraction * 0x1p-24f : exponent == 31 ? fraction == 0 ? Float.POSITIVE_INFINITY
			: Float.NaN : (1024 + fraction) * 0x1p-25f * (1 << exponent);
		return bits < 0 ? -value : value;
	}
}
