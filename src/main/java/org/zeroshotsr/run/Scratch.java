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
package org.zeroshotsr.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Window;

/** Planes between two steps of a run, not rounded, in a temporary file that goes with this object, or one that stays. */
final class Scratch implements PlaneSink, PlaneSource, AutoCloseable {

	private final PlaneOrder order;
	private final long[] size;
	/** Merged colours of a plane, and of all of its layers. */
	private final int channels;
	private final int all;
	private final List<Layer> maps;
	private final int height;
	private final int width;
	private final FileChannel file;
	private final boolean old;

	/**
	 * @param size of each axis of {@code order}
	 * @param maps that are kept beside the planes
	 * @param kept the file that stays, which may be there; null for a temporary one
	 */
	Scratch(final PlaneOrder order, final long[] size, final List<Layer> maps, final Path kept) {
		this.order = order;
		this.size = size.clone();
		channels = order.samples() < 0 ? 1 : Math.toIntExact(size[order.samples()]);
		this.maps = List.copyOf(maps);
		all = (1 + maps.size()) * channels;
		height = Math.toIntExact(size[order.y()]);
		width = Math.toIntExact(size[order.x()]);
		try {
			final long bytes = (1 + maps.size()) * bytes(order, size);
			old = kept != null && Files.exists(kept) && Files.size(kept) == bytes;
			final Path path = kept == null ? Files.createTempFile("zero-shot-sr-", ".planes") : kept;
			if (kept != null && !Files.exists(kept)) Files.createFile(kept);
			final long room = Files.getFileStore(path).getUsableSpace();
			if (!old && room < bytes) {
				Files.delete(path);
				throw new IOException("it needs " + bytes / 1_000_000 + " MB in " + path.toAbsolutePath().getParent() + ", which has " +
					room / 1_000_000 + " left" + (kept == null ? " (Java's -Djava.io.tmpdir names another folder)" : ""));
			}
			final Set<StandardOpenOption> how = EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
			if (kept == null) how.add(StandardOpenOption.DELETE_ON_CLOSE);
			file = FileChannel.open(path, how);
			if (!old) file.truncate(0).write(ByteBuffer.allocate(1), bytes - 1); // of this size whatever is written first
		}
		catch (final IOException e) {
			throw failed(e);
		}
	}

	/** Whether the file was there before, as large as it has to be. */
	boolean isOld() {
		return old;
	}

	/** Makes sure that all that was written is on the disk. */
	void sync() {
		try {
			file.force(false);
		}
		catch (final IOException e) {
			throw failed(e);
		}
	}

	/** Of the file. */
	static long bytes(final PlaneOrder order, final long[] size) {
		long bytes = Float.BYTES;
		for (final long length : size)
			bytes *= length;
		return bytes;
	}

	private static UncheckedIOException failed(final IOException e) {
		return new UncheckedIOException("the temporary file for the stack between two steps failed: " + e.getMessage(), e);
	}

	/** In samples. */
	private long place(final long[] position, final int channel, final int y, final int x) {
		long plane = 0;
		for (int d = 0; d < size.length; d++)
			if (d != order.x() && d != order.y() && d != order.samples()) plane = plane * size[d] + position[d];
		return ((plane * all + channel) * height + y) * width + x;
	}

	@Override
	public long write(final long[] position, final int y, final int x, final Plane part) {
		write(Layer.RESULT, position, y, x, part);
		return 0;
	}

	@Override
	public List<Layer> maps() {
		return maps;
	}

	private int first(final Layer layer) {
		return (1 + maps.indexOf(layer)) * channels;
	}

	@Override
	public void write(final Layer layer, final long[] position, final int y, final int x, final Plane part) {
		final boolean whole = part.width == width;
		final int count = whole ? part.height * part.width : part.width;
		final ByteBuffer bytes = buffer(count);
		for (int c = 0; c < part.channels; c++)
			for (int row = 0; row < (whole ? 1 : part.height); row++) {
				bytes.clear().asFloatBuffer().put(part.data, (c * part.height + row) * part.width, count);
				try {
					final long at = Float.BYTES * place(position, first(layer) + c, y + row, x);
					while (bytes.hasRemaining())
						file.write(bytes, at + bytes.position());
				}
				catch (final IOException e) {
					throw failed(e);
				}
			}
	}

	@Override
	public Plane read(final long[] position) {
		return read(position, new Window(0, 0, height, width));
	}

	@Override
	public Plane read(final long[] position, final Window part) {
		return read(Layer.RESULT, position, part);
	}

	/** A part of a layer. */
	Plane read(final Layer layer, final long[] position, final Window part) {
		final Plane plane = new Plane(channels, part.height(), part.width());
		final boolean whole = part.width() == width;
		final int count = whole ? part.height() * part.width() : part.width();
		final ByteBuffer bytes = buffer(count);
		for (int c = 0; c < channels; c++)
			for (int row = 0; row < (whole ? 1 : part.height()); row++) {
				bytes.clear();
				try {
					final long at = Float.BYTES * place(position, first(layer) + c, part.y() + row, part.x());
					while (bytes.hasRemaining())
						if (file.read(bytes, at + bytes.position()) < 0) throw new IOException("it ends too early");
				}
				catch (final IOException e) {
					throw failed(e);
				}
				bytes.flip().asFloatBuffer().get(plane.data, (c * plane.height + row) * plane.width, count);
			}
		return plane;
	}

	private static ByteBuffer buffer(final int samples) {
		return ByteBuffer.allocate(Math.multiplyExact(samples, Float.BYTES)).order(ByteOrder.nativeOrder());
	}

	@Override
	public void close() {
		try {
			file.close();
		}
		catch (final IOException e) {
			throw failed(e);
		}
	}
}
