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
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;
import ij.Prefs;
import ij.process.ImageProcessor;

import org.zeroshotsr.image.Window;

/**
 * A TIFF while it is being written. Its planes lie one after another, not compressed, at places that are known before any of
 * them is: so they are written in any order, whole or in windows, and a file that was left unfinished is gone on with. What
 * describes them comes behind them at the end, when it is known, and the header last: a file that was not finished is none.
 * Whatever the order was, the bytes are the same. Up to 4 GB it is a classic TIFF, else a BigTIFF. Not for several threads at
 * once.
 */
public final class TiffOutput implements Closeable {

	/** Where the pixels begin, behind either header. */
	static final int START = 16;
	/** In the place of a TIFF's version, while there is none. */
	private static final short UNFINISHED = (short) 0x8000;
	private static final int PART = 1 << 20;
	/** What the tags of a plane take, and those of all. */
	private static final long TAGS = 512;
	private static final long METADATA = 1 << 16;

	/** No channel, which is closed where its thread is interrupted. */
	private final RandomAccessFile file;
	private final TiffShape shape;
	private final ByteOrder order;
	private final ByteBuffer part;

	private TiffOutput(final RandomAccessFile file, final TiffShape shape, final ByteOrder order) throws IOException {
		this.file = file;
		this.shape = shape;
		this.order = order;
		part = ByteBuffer.allocate(PART).order(order);
		write(file, unfinished(shape, order), 0);
	}

	/**
	 * Begins a file, in the byte order that ImageJ is set to.
	 *
	 * @param path is made, or emptied
	 * @throws IOException if it cannot be written, or the disk has less space free than it will take
	 */
	public static TiffOutput create(final Path path, final TiffShape shape) throws IOException {
		DiskSpace.check(path, needed(shape));
		return open(path, file -> {
			file.setLength(0);
			return new TiffOutput(file, shape, Prefs.intelByteOrder ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		});
	}

	/**
	 * Goes on with a file that was begun, and may even have been finished. What was written and synchronized is there.
	 *
	 * @param shape what it was begun with
	 * @throws IOException if it is not such a file, or the disk has less space free than the rest of it will take
	 */
	public static TiffOutput resume(final Path path, final TiffShape shape) throws IOException {
		DiskSpace.check(path, needed(shape) - Files.size(path));
		return open(path, file -> {
			final ByteBuffer head = ByteBuffer.allocate(START);
			final boolean whole = file.read(head.array()) == START;
			final ByteOrder order = head.getShort(0) == mark(ByteOrder.LITTLE_ENDIAN) ? ByteOrder.LITTLE_ENDIAN
				: ByteOrder.BIG_ENDIAN;
			final short version = head.order(order).getShort(2);
			final boolean finished = head.getShort(0) == mark(order) && (version == TiffInput.CLASSIC || version == TiffInput.BIG) &&
				file.length() > START + shape.bytes();
			if (!whole || !finished && !head.equals(unfinished(shape, order))) throw new IOException(path +
				" is not the unfinished file of " + shape + "; remove it, and begin again");
			if (file.length() > START + shape.bytes()) file.setLength(START + shape.bytes());
			return new TiffOutput(file, shape, order);
		});
	}

	private interface Opening {

		TiffOutput with(RandomAccessFile file) throws IOException;
	}

	private static TiffOutput open(final Path path, final Opening opening) throws IOException {
		final RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
		try {
			return opening.with(file);
		}
		catch (final IOException | RuntimeException e) {
			file.close();
			throw e;
		}
	}

	/** Bytes of a file, with what usually describes it. */
	static long needed(final TiffShape shape) {
		return shape.bytes() + shape.planes() * TAGS + METADATA;
	}

	/** The header of a file that is none yet. */
	private static ByteBuffer unfinished(final TiffShape shape, final ByteOrder order) {
		return ByteBuffer.allocate(START).put(new byte[2]).order(order).putShort((short) (UNFINISHED | shape.kind().ordinal()))
			.putInt(shape.width()).putInt(shape.height()).putInt(shape.planes()).putShort(0, mark(order)).flip();
	}

	private static short mark(final ByteOrder order) {
		return (short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d);
	}

	static void write(final RandomAccessFile file, final ByteBuffer bytes, final long at) throws IOException {
		file.seek(at);
		file.write(bytes.array(), bytes.position(), bytes.remaining());
	}

	public TiffShape shape() {
		return shape;
	}

	ByteOrder order() {
		return order;
	}

	/**
	 * Writes a part of a plane.
	 *
	 * @param plane from 0, in ImageJ's order: channels first, then slices, then frames
	 * @param window where in the plane
	 * @param pixels of the window, row by row: a byte[], short[], float[], or an int[] of RGB colours
	 * @throws IOException if the disk is full
	 */
	public void write(final int plane, final Window window, final Object pixels) throws IOException {
		if (plane < 0 || plane >= shape.planes() || window.y() < 0 || window.x() < 0 || window.height() > shape.height() - window
			.y() || window.width() > shape.width() - window.x()) throw new IllegalArgumentException(window + " of plane " + plane +
				" is outside of " + shape);
		final boolean whole = window.width() == shape.width();
		final int runs = whole ? 1 : window.height();
		final int run = whole ? window.height() * window.width() : window.width();
		for (int i = 0; i < runs; i++)
			run(shape.place(plane, window.y() + i, window.x()), pixels, i * run, run);
	}

	/** Writes what an image holds as a part of a plane, from row {@code y} and column {@code x} on. */
	public void write(final int plane, final int y, final int x, final ImageProcessor pixels) throws IOException {
		write(plane, new Window(y, x, pixels.getHeight(), pixels.getWidth()), pixels.getPixels());
	}

	private void run(final long at, final Object pixels, final int from, final int count) throws IOException {
		final int most = PART / shape.kind().bytes();
		for (int done = 0; done < count; done += most) {
			part.clear();
			shape.kind().put(pixels, from + done, Math.min(most, count - done), part);
			write(file, part.flip(), START + at + (long) done * shape.kind().bytes());
		}
	}

	/**
	 * Takes a plane from another file of the same shape.
	 *
	 * @param plane from 0
	 * @throws IOException if the disk is full
	 */
	public void copy(final TiffOutput from, final int plane) throws IOException {
		if (!from.shape.equals(shape) || from.order != order) throw new IOException("the parts of the output are of several kinds");
		final long at = START + shape.place(plane, 0, 0);
		from.file.seek(at);
		file.seek(at);
		part.clear();
		for (long left = shape.planeBytes(); left > 0; left -= PART) {
			final int count = (int) Math.min(PART, left);
			from.file.readFully(part.array(), 0, count);
			file.write(part.array(), 0, count);
		}
	}

	/** Has everything on the disk that was written so far, so that it is there after whatever happens. */
	public void sync() throws IOException {
		file.getFD().sync();
	}

	/** A number that tells apart files of other pixels, of the first plane. */
	long fingerprint() throws IOException {
		long hash = 0;
		file.seek(START);
		part.clear();
		for (long left = shape.planeBytes(); left > 0; left -= PART) {
			final int count = (int) Math.min(PART, left);
			file.readFully(part.array(), 0, count);
			for (int i = 0; i < count; i++)
				hash = 31 * hash + part.get(i);
		}
		return hash;
	}

	/**
	 * Adds to the pixels what describes them, and makes the file a TIFF. Then it is to be closed.
	 *
	 * @param image has the calibration, labels, tables and all that {@link ImageFiles#save} keeps, and as many planes as the
	 *          file; how large they are and which pixels they have does not matter
	 * @param name what the file will be called: OME-TIFF, where that ends in .ome.tif
	 * @throws IOException if the disk is full
	 */
	public void finish(final ImagePlus image, final Path name) throws IOException {
		finish(image, name, false);
	}

	void finish(final ImagePlus image, final Path name, final boolean alwaysBig) throws IOException {
		// what nobody has written is black
		if (file.length() < START + shape.bytes()) file.setLength(START + shape.bytes());
		final List<TiffDirectory.Field> tags = TiffTags.of(this, image, name);
		final ByteBuffer header = new TiffEnding(file, shape, order, tags, alwaysBig).write();
		file.getFD().sync();
		write(file, header, 0);
		file.getFD().sync();
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
