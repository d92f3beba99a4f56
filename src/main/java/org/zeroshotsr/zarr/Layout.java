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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.zeroshotsr.image.BadInput;

/**
 * How an image is laid out as OME-Zarr 0.4 (ngff.openmicroscopy.org/0.4): levels, chunks and metadata. Each level
 * has half the rows and columns of the one before, rounded up, and as many slices: so each chunk of every level is
 * one plane's alone, and who makes a plane needs nothing of any other.
 *
 * @param axes   the slowest first: T, C, Z, Y, X as far as there are
 * @param source for each of them the axis of the image
 * @param levels rows and columns of each level
 */
record Layout(ZarrInfo info, ZarrType type, List<ZarrAxis> axes, int[] source, List<long[]> levels) {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
	private static final String ORDER = "TCZYX";
	/** Rows and columns of a chunk: 1, 2 or 4 MiB. */
	private static final int CHUNK = 1024;
	/** Rows and columns of the last level, at most. */
	private static final int SMALLEST = 512;

	/** @throws BadInput where the image's axes are none that OME-Zarr has, or sizes are none */
	static Layout of(final ZarrInfo info, final ZarrType type) {
		final String letters = info.letters().replace('S', 'C');
		if (!letters.matches("[TCZYX]+") || letters.chars().distinct().count() != letters.length() ||
			letters.indexOf('X') < 0 || letters.indexOf('Y') < 0) throw new BadInput("an image with the axes " + info.letters() +
				" cannot be written as OME-Zarr, which has X, Y, Z, C (or S) and T, each once at most");
		final List<ZarrAxis> axes = new ArrayList<>();
		final List<Integer> source = new ArrayList<>();
		for (final char letter : ORDER.toCharArray())
			if (letters.indexOf(letter) >= 0) {
				source.add(letters.indexOf(letter));
				axes.add(info.axes().get(letters.indexOf(letter)));
			}
		for (final ZarrAxis axis : axes)
			if (axis.size() < 1 || axis.size() > Integer.MAX_VALUE || !(axis.scale() > 0) ||
				!Double.isFinite(axis.scale()) || !Double.isFinite(axis.translation())) throw new BadInput("an image cannot be written as OME-Zarr with the axis " + axis);
		final ZarrAxis channel = info.axis('C') == null ? info.axis('S') : info.axis('C');
		final long channels = channel == null ? 1 : channel.size();
		if (!info.channels().isEmpty() && info.channels().size() != channels) throw new BadInput(info.channels().size() +
			" channels are described, where the image has " + channels);
		final List<long[]> levels = new ArrayList<>();
		long[] size = { info.axis('Y').size(), info.axis('X').size() };
		levels.add(size);
		while (Math.max(size[0], size[1]) > SMALLEST) {
			size = new long[] { (size[0] + 1) / 2, (size[1] + 1) / 2 };
			levels.add(size);
		}
		return new Layout(info, type, List.copyOf(axes), source.stream().mapToInt(i -> i).toArray(), List.copyOf(levels));
	}

	/** Rows of a chunk of a level. */
	int chunkHeight(final int level) {
		return (int) Math.min(CHUNK, levels.get(level)[0]);
	}

	/** Columns of a chunk of a level. */
	int chunkWidth(final int level) {
		return (int) Math.min(CHUNK, levels.get(level)[1]);
	}

	/** Chunks of a plane from top to bottom. */
	long rows(final int level) {
		return (levels.get(level)[0] + chunkHeight(level) - 1) / chunkHeight(level);
	}

	/** Chunks of a plane from left to right. */
	long columns(final int level) {
		return (levels.get(level)[1] + chunkWidth(level) - 1) / chunkWidth(level);
	}

	/** The chunks of a plane of a level, which a {@link java.util.BitSet} must be able to count. */
	int chunks(final int level) {
		return Math.toIntExact(rows(level) * columns(level));
	}

	/**
	 * Where a chunk is in the folder.
	 *
	 * @param at along the axes but Y and X
	 */
	String path(final int level, final long[] at, final long row, final long column) {
		final StringBuilder path = new StringBuilder().append(level);
		for (final long index : at)
			path.append('/').append(index);
		return path.append('/').append(row).append('/').append(column).toString();
	}

	ObjectNode group() {
		return JSON.objectNode().put("zarr_format", 2);
	}

	/** The .zarray of a level. */
	ObjectNode array(final int level) {
		final ObjectNode array = JSON.objectNode();
		final ArrayNode shape = JSON.arrayNode();
		final ArrayNode chunks = JSON.arrayNode();
		for (final ZarrAxis axis : axes.subList(0, axes.size() - 2)) {
			shape.add(axis.size());
			chunks.add(1);
		}
		shape.add(levels.get(level)[0]).add(levels.get(level)[1]);
		chunks.add(chunkHeight(level)).add(chunkWidth(level));
		array.put("zarr_format", 2);
		array.set("shape", shape);
		array.set("chunks", chunks);
		array.put("dtype", (type.bytes == 1 ? "|" : "<") + type.code);
		array.set("compressor", JSON.objectNode().put("id", "zstd").put("level", ChunkFiles.LEVEL));
		array.put("fill_value", 0).put("order", "C").putNull("filters").put("dimension_separator", "/");
		return array;
	}

	/** The .zattrs of the image. */
	ObjectNode attributes() {
		final ObjectNode multiscale = JSON.objectNode().put("version", "0.4").put("name", info.name());
		final ArrayNode names = multiscale.putArray("axes");
		for (final ZarrAxis axis : axes) {
			final char letter = axis.letter() == 'S' ? 'C' : axis.letter();
			final ObjectNode name = names.addObject().put("name", String.valueOf(letter).toLowerCase(Locale.ROOT)).put("type",
				letter == 'T' ? "time" : letter == 'C' ? "channel" : "space");
			if (!axis.unit().isEmpty()) name.put("unit", axis.unit());
		}
		final ArrayNode datasets = multiscale.putArray("datasets");
		for (int level = 0; level < levels.size(); level++)
			transformations(datasets.addObject().put("path", String.valueOf(level)).putArray("coordinateTransformations"),
				level);
		multiscale.put("type", "mean").putObject("metadata").put("method", "org.zeroshotsr.zarr").put("description",
			"each level is the mean of 2 x 2 pixels of the level before, plane by plane, rounded to nearest");
		final ObjectNode attributes = JSON.objectNode();
		attributes.putArray("multiscales").add(multiscale);
		if (!info.channels().isEmpty()) attributes.set("omero", omero());
		return attributes;
	}

	/** A mean of 2 x 2 has its centre between theirs. */
	private void transformations(final ArrayNode steps, final int level) {
		final ArrayNode scale = steps.addObject().put("type", "scale").putArray("scale");
		final ArrayNode shift = JSON.arrayNode();
		boolean shifted = false;
		for (final ZarrAxis axis : axes) {
			final double factor = axis.letter() == 'X' || axis.letter() == 'Y' ? 1L << level : 1;
			scale.add(axis.scale() * factor);
			final double start = axis.translation() + (factor - 1) / 2 * axis.scale();
			shift.add(start);
			shifted |= start != 0;
		}
		if (shifted) steps.addObject().put("type", "translation").set("translation", shift);
	}

	private ObjectNode omero() {
		final ObjectNode omero = JSON.objectNode().put("name", info.name()).put("version", "0.4");
		final ArrayNode channels = omero.putArray("channels");
		boolean coloured = false;
		for (final ZarrChannel channel : info.channels()) {
			coloured |= channel.colour() != null;
			final ObjectNode all = channels.addObject().put("active", true).put("coefficient", 1).put("color", channel
				.colour() == null ? "FFFFFF" : String.format(Locale.ROOT, "%06X", channel.colour() & 0xffffff)).put("family",
				"linear").put("inverted", false).put("label", channel.name());
			final double min = type.isInteger() ? type.type().getMinValue() : channel.start();
			final double max = type.isInteger() ? type.type().getMaxValue() : channel.end();
			if (channel.hasWindow() || type.isInteger()) all.putObject("window").put("min", min).put("max", max).put("start",
				channel.hasWindow() ? channel.start() : min).put("end", channel.hasWindow() ? channel.end() : max);
		}
		omero.putObject("rdefs").put("defaultT", 0).put("defaultZ", 0).put("model", coloured ? "color" : "greyscale");
		return omero;
	}
}
