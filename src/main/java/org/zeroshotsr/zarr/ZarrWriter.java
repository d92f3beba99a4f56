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
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;

/**
 * Writes an OME-Zarr image: version 0.4, Zarr 2, packed by zstd, with levels of 2 x 2 means down to 512 pixels.
 * Metadata come first ({@link #create}); then planes in any order, from any number of processes ({@link #open}),
 * each plane by one of them. A chunk is one plane's alone at every level (so there are no means along Z), is written
 * once and whole, and appears when it is whole; the same plane gives the same bytes, whoever writes it, and
 * whenever. Nothing is joined.
 * <p>
 * The parts of a plane may be of any size and come in any order, each pixel once. Held are the chunks (1024 x 1024
 * pixels) that have begun and not ended: where parts come in bands of rows, two rows of chunks as wide as the plane,
 * in the pixel type.
 */
public final class ZarrWriter implements AutoCloseable {

	/** Attribute that holds the run's record. */
	static final String RECORD = "zero-shot-sr";

	private final Path folder;
	private final Layout layout;
	private final ChunkFiles files;
	/** Of the plane in progress, by its place; null between planes. */
	private List<OpenPlane> planes;
	private long[] current;

	private ZarrWriter(final Path folder, final Layout layout) {
		this.folder = folder;
		this.layout = layout;
		files = new ChunkFiles(folder);
	}

	/**
	 * Makes the folder with its metadata, at once: it is not there, or all of them are.
	 *
	 * @param info      axes, the first the fastest; axis S is written as channels; sizes are those of the written image
	 * @param overwrite whether a Zarr that is there is removed; nothing else is
	 * @throws BadInput where the folder is there and may not be overwritten, or the axes are none that OME-Zarr has
	 * @throws IOException where it cannot be written
	 */
	public static ZarrWriter create(final Path folder, final ZarrInfo info, final ZarrType type, final boolean overwrite)
		throws IOException
	{
		final Layout layout = Layout.of(info, type);
		final Path target = ZarrFolder.target(folder);
		ZarrFolder.removeEmpty(target);
		if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
			if (overwrite) Removal.removeZarr(target);
			else throw new BadInput(folder + " is there already; give another name, or have it overwritten");
		}
		if (!ZarrFolder.make(target, layout)) throw new BadInput(folder + " was made by somebody else in this moment");
		return new ZarrWriter(target, layout);
	}

	/**
	 * Opens an image that {@link #create} made, to write planes of it.
	 *
	 * @throws BadInput where it is of another shape or type, or its metadata are others
	 * @throws IOException where there is none, or it cannot be read
	 */
	public static ZarrWriter open(final Path folder, final ZarrInfo info, final ZarrType type) throws IOException {
		final Layout layout = Layout.of(info, type);
		final Path target = ZarrFolder.target(folder);
		final Store store = new Store(target);
		for (int level = 0; level < layout.levels().size(); level++)
			ZarrFolder.agree(store, level + "/.zarray", layout.array(level), store.json(level + "/.zarray"));
		final JsonNode attributes = store.json(ZarrFolder.ATTRIBUTES);
		final ObjectNode wanted = layout.attributes();
		if (attributes != null && attributes.has(RECORD)) wanted.set(RECORD, attributes.get(RECORD));
		ZarrFolder.agree(store, ZarrFolder.ATTRIBUTES, wanted, attributes);
		ChunkFiles.clear(target, "");
		return new ZarrWriter(target, layout);
	}

	/**
	 * Opens an image, or makes it where there is none, though others may do so at the same time.
	 *
	 * @throws BadInput as {@link #open}
	 * @throws IOException as {@link #create} and {@link #open}
	 */
	public static ZarrWriter join(final Path folder, final ZarrInfo info, final ZarrType type) throws IOException {
		final Path target = ZarrFolder.target(folder);
		ZarrFolder.removeEmpty(target);
		if (!Files.exists(target)) ZarrFolder.make(target, Layout.of(info, type));
		return open(folder, info, type);
	}

	/**
	 * Makes sure that an image can be put in the place of what is there.
	 *
	 * @throws BadInput naming what is in the way, where that is anything but a Zarr, an empty folder, or nothing
	 */
	public static void checkReplaceable(final Path folder) throws IOException {
		final Path target = ZarrFolder.target(folder);
		if (!ZarrFolder.isFree(target)) Removal.check(target);
	}

	/**
	 * Makes sure that an image can be {@linkplain #join joined}, or made where there is none.
	 *
	 * @throws BadInput where the folder holds anything but a Zarr
	 */
	public static void checkJoinable(final Path folder) throws IOException {
		// in this order: another process may put an image into the place of an empty folder
		if (!ZarrFolder.isFree(ZarrFolder.target(folder)) && !ZarrImage.isZarr(folder)) throw new BadInput(folder +
			" is no Zarr, so that nothing is written into it; give another name");
	}

	/**
	 * Puts a complete image in the place of what is there, which is removed after that.
	 *
	 * @param part in the same folder
	 * @throws BadInput as {@link #checkReplaceable}
	 */
	public static void replace(final Path part, final Path folder) throws IOException {
		checkReplaceable(folder);
		final Path target = ZarrFolder.target(folder);
		ZarrFolder.removeEmpty(target);
		if (!Files.exists(target)) {
			ZarrFolder.move(part, target);
			return;
		}
		// under a name that the next image at this place removes, if this process is killed
		final Path old = ChunkFiles.beside(part.toAbsolutePath().getParent(), part.getFileName().toString());
		ZarrFolder.move(target, old);
		ZarrFolder.move(part, target);
		Removal.remove(old);
	}

	/** @throws BadInput naming what is in the way, where the folder holds anything but a Zarr */
	public static void remove(final Path folder) throws IOException {
		if (Files.exists(folder)) Removal.removeZarr(folder);
	}

	/**
	 * Takes a part of a plane, in grey levels; integers are rounded to nearest and cut off at the type's range.
	 *
	 * @param position of the plane along each axis of {@link ZarrInfo#letters}; X, Y and S are not looked at
	 * @param y        first row of the part
	 * @param x        its first column
	 * @param part     of one channel, or of all where there is an axis S
	 * @return how many samples were cut off
	 * @throws IOException where a chunk cannot be written: then this plane has to be begun again
	 * @throws IllegalStateException where the plane before is not whole, or a pixel is given twice
	 */
	public synchronized long write(final long[] position, final int y, final int x, final Plane part)
		throws IOException
	{
		check(position, y, x, part);
		final long[] at = at(position);
		if (current != null && !Arrays.equals(current, at)) throw new IllegalStateException("plane " + Arrays.toString(at) +
			" is begun before plane " + Arrays.toString(current) + " is whole");
		if (current == null) begin(at, part.channels);
		final Plane stored = new Plane(part.channels, part.height, part.width);
		boolean done = false;
		try {
			final long saturated = layout.type().store(part, stored);
			for (int c = 0; c < part.channels; c++)
				planes.get(c).put(stored, c, y, x);
			done = true;
			if (planes.stream().allMatch(OpenPlane::isWhole)) abandon();
			return saturated;
		}
		finally {
			if (!done) abandon();
		}
	}

	/** Forgets the plane in progress, whose chunks that were whole stay; it can be begun again. */
	public synchronized void abandon() {
		planes = null;
		current = null;
	}

	/** Whether all chunks of a plane are there, of every level, by whomever they were written. */
	public boolean isWhole(final long[] position) {
		final long[] at = at(position);
		for (int level = 0; level < layout.levels().size(); level++)
			for (long row = 0; row < layout.rows(level); row++)
				for (long column = 0; column < layout.columns(level); column++)
					for (final long[] plane : planes(at))
						if (!Files.exists(folder.resolve(layout.path(level, plane, row, column)))) return false;
		return true;
	}

	/**
	 * Writes the run's record into the attributes, under "zero-shot-sr". May be called by each of several processes:
	 * the last one's stays.
	 *
	 * @throws IllegalStateException where a plane is not whole
	 */
	public synchronized void finish(final JsonNode record) throws IOException {
		if (current != null) throw new IllegalStateException("plane " + Arrays.toString(current) + " is not whole");
		final ObjectNode attributes = layout.attributes();
		attributes.set(RECORD, record);
		files.write(ZarrFolder.ATTRIBUTES, ZarrFolder.bytes(attributes));
	}

	/** Forgets a plane in progress; nothing else has to be closed. */
	@Override
	public void close() {
		abandon();
	}

	private void begin(final long[] at, final int channels) {
		current = at;
		planes = new ArrayList<>();
		for (final long[] plane : planes(at))
			planes.add(new OpenPlane(layout, files, plane));
	}

	/** Along the axes of the array but Y and X; 0 along S. */
	private long[] at(final long[] position) {
		if (position.length != layout.axes().size()) throw new IllegalArgumentException("a position of " + position.length +
			" in " + layout.axes().size() + " dimensions");
		final long[] at = new long[position.length - 2];
		for (int d = 0; d < at.length; d++) {
			final ZarrAxis axis = layout.axes().get(d);
			at[d] = axis.letter() == 'S' ? 0 : position[layout.source()[d]];
			if (at[d] < 0 || at[d] >= axis.size()) throw new IllegalArgumentException(Arrays.toString(position) +
				" is not inside " + Arrays.toString(layout.info().sizes()));
		}
		return at;
	}

	/** The places of a plane's channels: one, or as many as S is long. */
	private List<long[]> planes(final long[] at) {
		final List<long[]> all = new ArrayList<>();
		for (int c = 0; c < channels(); c++) {
			final long[] plane = at.clone();
			for (int d = 0; d < at.length; d++)
				if (layout.axes().get(d).letter() == 'S') plane[d] = c;
			all.add(plane);
		}
		return all;
	}

	private long channels() {
		return layout.info().axis('S') == null ? 1 : layout.info().axis('S').size();
	}

	private void check(final long[] position, final int y, final int x, final Plane part) {
		final long[] size = layout.levels().get(0);
		if (part.channels != channels()) throw new IllegalArgumentException("a part of " + part.channels +
			" channels in planes of " + channels());
		if (y < 0 || x < 0 || (long) y + part.height > size[0] || (long) x + part.width > size[1])
			throw new IllegalArgumentException("a part of " + part.height + " x " + part.width + " at " + y + ", " + x +
				" is not inside " + size[0] + " x " + size[1]);
	}
}
