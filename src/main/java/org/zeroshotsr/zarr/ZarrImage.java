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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/**
 * An OME-Zarr image (0.4 on Zarr 2, 0.5 on Zarr 3), of which planes or windows are read as they are asked for, at
 * full resolution. Axes are in ImgLib2's order: X, Y, and then from the fastest to the slowest. For several threads.
 */
public final class ZarrImage {

	private final Path folder;
	private final ZarrInfo info;
	private final ZarrArray array;
	private final Chunks chunks;
	private final int[] strides;
	private final JsonNode record;
	private final List<String> notes;

	private ZarrImage(final Store store, final GroupReader group) throws IOException {
		folder = store.folder();
		final JsonNode multiscale = group.multiscale();
		array = ArrayReader.read(store, group.path(multiscale));
		info = group.info(multiscale, array);
		record = group.record();
		notes = List.copyOf(group.notes());
		chunks = new Chunks(store, array);
		strides = array.strides();
	}

	/**
	 * Opens the image of a folder; of one that bioformats2raw made, the only image in it. Metadata alone are read.
	 *
	 * @throws IOException naming a file, where it is no OME-Zarr image (but a plate, or labels), has more than one, is
	 *           damaged, or has what cannot be read without loss
	 */
	public static ZarrImage open(final Path folder) throws IOException {
		final Store store = new Store(folder);
		final GroupReader group = new GroupReader(store);
		if (!group.isCollection()) return new ZarrImage(store, group);
		if (store.has("1")) throw store.damaged("", "has more than one image; give the path of one, such as " +
			folder.resolve("0"));
		if (!Files.isDirectory(folder.resolve("0"))) throw store.damaged("", "has no image '0'");
		if (!folder.resolve("0").toRealPath().startsWith(folder.toRealPath())) throw store.damaged("0",
			"is a link that leads out of the folder");
		final Store image = new Store(folder.resolve("0"));
		return new ZarrImage(image, new GroupReader(image));
	}

	/** Whether a folder is a Zarr, of whatever kind: a look at the names of its files. */
	public static boolean isZarr(final Path folder) {
		return List.of("zarr.json", ".zgroup", ".zattrs", ".zarray").stream().anyMatch(name -> Files.exists(folder.resolve(
			name)));
	}

	/** Of the image itself. */
	public Path folder() {
		return folder;
	}

	public ZarrInfo info() {
		return info;
	}

	public ZarrType type() {
		return array.type();
	}

	/** Bytes of an unpacked chunk, which is read whole. */
	public int chunkBytes() {
		return array.chunkBytes();
	}

	/** What {@link ZarrWriter#finish} recorded, or null. */
	public JsonNode record() {
		return record;
	}

	/** What was left out of the metadata, and why. */
	public List<String> notes() {
		return notes;
	}

	/**
	 * The plane at a position, in grey levels; of the chunks only those of the plane are read.
	 *
	 * @param position along each axis of {@link ZarrInfo#letters}; X and Y are not looked at
	 * @throws IOException where a chunk is damaged or cannot be read, or the plane has 2^31 pixels or more: then by
	 *           windows
	 */
	public Plane read(final long[] position) throws IOException {
		final int n = array.shape().length;
		final long height = array.shape()[n - 2];
		final long width = array.shape()[n - 1];
		if (height * width > Integer.MAX_VALUE - 8) throw new IOException(folder + ": a plane of " + height + " x " +
			width + " pixels is too large to be read whole");
		return read(position, new Window(0, 0, (int) height, (int) width));
	}

	/**
	 * A window of the plane at a position, in grey levels; of the chunks only those that it touches are read.
	 *
	 * @throws IllegalArgumentException where the window or the position is outside of the image
	 */
	public Plane read(final long[] position, final Window window) throws IOException {
		final int n = array.shape().length;
		final long[] at = at(position);
		final int chunkHeight = array.chunk()[n - 2];
		final int chunkWidth = array.chunk()[n - 1];
		final long bottom = (long) window.y() + window.height();
		final long right = (long) window.x() + window.width();
		if (window.y() < 0 || window.x() < 0 || bottom > array.shape()[n - 2] || right > array.shape()[n - 1])
			throw new IllegalArgumentException(window + " is not inside " + array.shape()[n - 2] + " x " +
			array.shape()[n - 1]);
		final Plane part = new Plane(1, window.height(), window.width());
		final long[] numbers = new long[n];
		for (int d = 0; d < n - 2; d++)
			numbers[d] = at[d] / array.chunk()[d];
		for (long row = window.y() / chunkHeight; row * chunkHeight < bottom; row++)
			for (long column = window.x() / chunkWidth; column * chunkWidth < right; column++) {
				numbers[n - 2] = row;
				numbers[n - 1] = column;
				copy(chunks.get(numbers), numbers, at, part, window);
			}
		return part;
	}

	/** In the array's order. */
	private long[] at(final long[] position) {
		final int n = array.shape().length;
		if (position.length != n) throw new IllegalArgumentException("a position of " + position.length + " in " + n +
			" dimensions");
		final long[] at = new long[n];
		for (int d = 0; d < n - 2; d++) {
			at[d] = position[n - 1 - d];
			if (at[d] < 0 || at[d] >= array.shape()[d]) throw new IllegalArgumentException(Arrays.toString(position) +
				" is not inside " + Arrays.toString(info.sizes()));
		}
		return at;
	}

	/** Copies what a chunk has of the window, or fills it where there is no chunk. */
	private void copy(final byte[] chunk, final long[] numbers, final long[] at, final Plane part, final Window window) {
		final int n = numbers.length;
		final long y = numbers[n - 2] * array.chunk()[n - 2];
		final long x = numbers[n - 1] * array.chunk()[n - 1];
		final int top = (int) Math.max(0, y - window.y());
		final int bottom = (int) Math.min(window.height(), y + array.chunk()[n - 2] - window.y());
		final int left = (int) Math.max(0, x - window.x());
		final int right = (int) Math.min(window.width(), x + array.chunk()[n - 1] - window.x());
		int start = 0;
		for (int d = 0; d < n - 2; d++)
			start += (int) (at[d] % array.chunk()[d]) * strides[d];
		final ByteBuffer samples = chunk == null ? null : ByteBuffer.wrap(chunk).order(array.order());
		for (int row = top; row < bottom; row++) {
			final int to = row * part.width;
			if (samples == null) {
				Arrays.fill(part.data, to + left, to + right, array.fill());
				continue;
			}
			int from = start + (int) (window.y() + row - y) * strides[n - 2] + (int) (window.x() + left - x) * strides[n - 1];
			for (int column = left; column < right; column++, from += strides[n - 1])
				part.data[to + column] = array.type().get(samples, from);
		}
	}
}
