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
package org.zeroshotsr.train;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.network.Lesson;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.resize.Resizes;

/**
 * Makes what a network learns from (Shocher, Cohen, Irani 2018, section 3.1): a crop of a source, shrunk or not, flipped
 * and turned, is the father, and is degraded into its son. Fathers that shrink the source are low-pass filtered. Where the
 * source goes on beyond a crop, a margin as wide as zero padding reaches goes into the network and does not count.
 * The same step has the same example, in whatever order and by whatever thread it is made. Immutable.
 */
final class Examples {

	/** Crops shrink in steps of this, so that few sizes occur: TensorFlow prepares each size once. */
	private static final int SIZE_STEP = 16;
	/** Share of crops for which the better structured of two places is taken. */
	private static final double PREFER_STRUCTURE = 0.5;
	/** Share of the image's fathers that are shrunk. */
	private static final double SHRUNK = 0.5;
	/** The smallest scale of those; scales near 1, the image's own size, are likelier. */
	private static final double MIN_SCALE = 0.75;
	/** The smallest scale of the echo's fathers, and by how much scales differ. */
	private static final double MIN_ECHO_SCALE = 0.6;
	private static final double ECHO_STEP = 0.05;
	private static final double SCALE_STEP = 0.025;
	/** Further samples that a shrinking cubic is given at each side; what it makes of them is cut off again. */
	private static final int PAD = 2;

	/**
	 * What a lesson is made of.
	 *
	 * @param low  the son, on the network's grid
	 * @param high the father
	 * @param mask where an error counts, 1 or 0 for each pixel of the father; null for everywhere
	 */
	record Example(Plane low, Plane high, Plane mask) {}

	private final NetworkSpec spec;
	private final Degradation degradation;
	private final float[] level;
	private final long seed;
	private final int blockRows;
	private final int blockColumns;
	private final int cropHeight;
	private final int cropWidth;
	/** Further pixels of the father that its son is made of. */
	private final int marginRows;
	private final int marginColumns;
	private final List<Orientation> orientations;

	/**
	 * @param level mean of each of the image's channels
	 * @param crop  see {@link Course#crop()}
	 */
	Examples(final NetworkSpec spec, final Degradation degradation, final float[] level, final int crop, final long seed) {
		this.spec = spec;
		this.degradation = degradation;
		this.level = level;
		this.seed = seed;
		blockRows = spec.blockRows();
		blockColumns = spec.blockColumns();
		cropHeight = Course.side(crop, blockRows) * blockRows;
		cropWidth = degradation.isAxial() ? Course.side(crop, 2) : Course.side(crop, blockColumns) * blockColumns;
		marginRows = margin(blockRows);
		marginColumns = margin(blockColumns);
		orientations = degradation.taught();
	}

	private int margin(final int block) {
		final int reach = degradation.kernel().reach(degradation.factor()) + 4 * block;
		return (reach + block - 1) / block * block;
	}

	/** The example of a step, counted from 0, from one of the sources or, mostly, of the echo's where there are such. */
	Lesson lesson(final int step, final List<Source> sources, final List<Source> echo) {
		final Example example = example(step, sources, echo);
		return new Lesson(spec, example.low, example.high, example.mask, level);
	}

	Example example(final int step, final List<Source> sources, final List<Source> echo) {
		final SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ step * 0xD1B54A32D192ED03L);
		final boolean echoes = !echo.isEmpty() && random.nextDouble() < Echo.SHARE;
		final List<Source> from = echoes ? echo : sources;
		final Source source = from.get(random.nextInt(from.size()));
		final double scale = echoes ? 1 - ECHO_STEP * random.nextInt((int) Math.round((1 - MIN_ECHO_SCALE) / ECHO_STEP) + 1)
			: scale(random);
		final Orientation orientation = orientations.get(random.nextInt(orientations.size()));
		return example(source, scale, orientation, random);
	}

	private static double scale(final SplittableRandom random) {
		if (random.nextDouble() >= SHRUNK) return 1;
		final double scale = 1 - (1 - MIN_SCALE) * random.nextDouble() * random.nextDouble();
		return Math.round(scale / SCALE_STEP) * SCALE_STEP;
	}

	private Example example(final Source source, final double scale, final Orientation orientation,
		final SplittableRandom random)
	{
		final boolean transposed = orientation.isTransposed();
		final int blockY = transposed ? blockColumns : blockRows;
		final int blockX = transposed ? blockRows : blockColumns;
		final int cropY = transposed ? cropWidth : cropHeight;
		final int cropX = transposed ? cropHeight : cropWidth;
		final Plane plane = source.plane();
		final double fitting = size(plane.height, scale, cropY) >= Math.max(SIZE_STEP, 2 * blockY) && size(plane.width, scale,
			cropX) >= Math.max(SIZE_STEP, 2 * blockX) ? scale : 1;
		final Axis rows = axis(plane.height, blockY, cropY, fitting);
		final Axis columns = axis(plane.width, blockX, cropX, fitting);
		final Window place = place(source, rows, columns, random);
		final Plane mask = mask(source, place, rows, columns, fitting);
		final Plane crop = crop(source, place, rows, columns, fitting, transposed, random);
		final Plane fathers = orientation.apply(crop);
		final Degradation.Pair pair = degradation.turned(orientation).pair(fathers, source.noisy(), fitting, new Window(marginRows, marginColumns,
			fathers.height - 2 * marginRows, fathers.width - 2 * marginColumns), random);
		return new Example(pair.low(), pair.high(), mask == null ? null : orientation.apply(mask));
	}

	/**
	 * A father along one axis of its source.
	 *
	 * @param size   pixels of the father, a multiple of the block
	 * @param from   samples of the source that it is made of
	 * @param unseen pixels at an edge that zero padding reaches
	 */
	private record Axis(int size, int from, int unseen) {}

	private Axis axis(final int source, final int block, final int crop, final double scale) {
		final int size = Math.max(1, size(source, scale, crop) / block) * block;
		return new Axis(size, Math.min(source, (int) Math.ceil(size / scale)), spec.radius() * block);
	}

	private static int size(final int source, final double scale, final int crop) {
		final int size = (int) (source * scale);
		return size >= crop ? crop : scale < 1 ? size / SIZE_STEP * SIZE_STEP : size;
	}

	/** A window of the source, at random, with a leaning to where there is something to see. */
	private static Window place(final Source source, final Axis rows, final Axis columns, final SplittableRandom random) {
		Window place = anyPlace(source, rows, columns, random);
		if (random.nextDouble() < PREFER_STRUCTURE) {
			final Window other = anyPlace(source, rows, columns, random);
			if (source.structure().of(other) > source.structure().of(place)) place = other;
		}
		return place;
	}

	private static Window anyPlace(final Source source, final Axis rows, final Axis columns,
		final SplittableRandom random)
	{
		return new Window(first(source.plane().height, rows, random), first(source.plane().width, columns, random), rows.from,
			columns.from);
	}

	/** Edges of the image come nearly as often as what lies inside: places beyond them are moved to them. */
	private static int first(final int source, final Axis axis, final SplittableRandom random) {
		final int free = source - axis.from;
		final int beyond = 2 * axis.unseen;
		return Math.max(0, Math.min(free, random.nextInt(free + 2 * beyond + 1) - beyond));
	}

	/** Where an error counts, before the father is turned; null where it does everywhere. */
	private Plane mask(final Source source, final Window place, final Axis rows, final Axis columns, final double scale) {
		final Source.Edges edges = source.edges();
		int top = edges.top() && place.y() == 0 ? 0 : rows.unseen;
		int bottom = edges.bottom() && place.y() + place.height() == source.plane().height ? 0 : rows.unseen;
		int left = edges.left() && place.x() == 0 ? 0 : columns.unseen;
		int right = edges.right() && place.x() + place.width() == source.plane().width ? 0 : columns.unseen;
		// along an axis so short nothing would be left to learn from
		if (top + bottom >= rows.size) top = bottom = 0;
		if (left + right >= columns.size) left = right = 0;
		final boolean whole = source.known() == null || source.known().share(place) == 1;
		if (top + bottom + left + right == 0 && whole) return null;
		final Plane mask = new Plane(1, rows.size, columns.size);
		for (int y = top; y < rows.size - bottom; y++)
			Arrays.fill(mask.data, y * columns.size + left, (y + 1) * columns.size - right, 1);
		if (!whole) leaveOut(source.known(), mask, place, scale);
		return mask;
	}

	/** Takes out of the mask what is made of unknown pixels, or whose son's pixel is. */
	private void leaveOut(final Known known, final Plane mask, final Window place, final double scale) {
		final int reach = Math.max(blockRows, blockColumns) + (scale < 1 ? (int) Math.ceil(PAD / scale) : 0);
		for (int y = 0; y < mask.height; y++)
			for (int x = 0; x < mask.width; x++)
				if (!known.around(place.y() + (int) ((y + 0.5) / scale), place.x() + (int) ((x + 0.5) / scale), reach)) mask.data[y *
					mask.width + x] = 0;
	}

	/** What pairs are made of, with its margin, from a place in the source, not turned yet. */
	private Plane crop(final Source source, final Window place, final Axis rows, final Axis columns, final double scale,
		final boolean transposed, final SplittableRandom random)
	{
		final int beyondY = transposed ? marginColumns : marginRows;
		final int beyondX = transposed ? marginRows : marginColumns;
		final int height = rows.size + 2 * beyondY;
		final int width = columns.size + 2 * beyondX;
		if (scale == 1) return fathers(source, new Window(place.y() - beyondY, place.x() - beyondX,
			height, width), scale, random);
		final int fromHeight = (int) Math.ceil((height + 2 * PAD) / scale);
		final int fromWidth = (int) Math.ceil((width + 2 * PAD) / scale);
		final Plane part = fathers(source, new Window(place.y() - (int) Math.round((beyondY + PAD) / scale), place.x() -
			(int) Math.round((beyondX + PAD) / scale), fromHeight, fromWidth), scale, random);
		return Resizes.cubic(fromHeight, fromWidth, height + 2 * PAD, width + 2 * PAD, scale, scale).apply(part)
			.crop(new Window(PAD, PAD, height, width));
	}

	private Plane fathers(final Source source, final Window window, final double scale, final SplittableRandom random) {
		return degradation.fathers(source.plane().mirrored(window), source.noisy(), scale, random);
	}
}
