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
package org.zeroshotsr.page;

import java.util.ArrayList;
import java.util.List;

import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;
import org.zeroshotsr.run.Planes;
import org.zeroshotsr.train.Structure;

/**
 * The plane that stands for a channel.
 *
 * @param channel  counted from 0
 * @param position of the plane
 * @param place    as the report names it, such as "C0 Z3"; empty for a single plane
 * @param pixel    of the image
 * @param overview of {@code seen}, small, holes filled
 * @param seen     the part of the plane in which places were looked for
 * @param places   the best structured first
 * @param middle   of which spectra and histograms are made
 */
record Shown(int channel, long[] position, String place, Pixel pixel, Plane overview, Window seen, List<Area> places,
	Area middle)
{

	private static final int PLACES = 3;
	/** Rows and columns of a place in the result, and in the input, at most. */
	private static final int SIDE = 192;
	private static final int LOW_SIDE = 96;
	private static final int LEAST_SIDE = 8;
	/** Rows and columns of the middle in the result, at most. */
	private static final int MIDDLE = 1024;
	/** Rows and columns in which places are looked for, of planes that are never held whole. */
	private static final int LOOKED_AT = 2048;
	private static final int OVERVIEW = 320;
	/** Places of which less is known come last. */
	private static final double KNOWN = 0.9;

	static Shown of(final Planes image, final Factor factor, final int channel, final long[] position) {
		final int height = image.height();
		final int width = image.width();
		final boolean large = (long) height * width * image.channels() > Planes.MOST;
		final Window seen = large ? Window.middle(height, width, LOOKED_AT) : new Window(0, 0, height, width);
		final Plane plane = large ? image.source().read(position, seen) : image.source().read(position);
		final Pixel pixel = Pixel.of(image.type());
		final Window middle = middle(height, width, factor);
		final Area area = new Area(height, width, factor, pixel, middle, seen, plane);
		final Known known = Known.of(plane);
		final List<Area> places = new ArrayList<>();
		final Plane filled = known == null ? plane : plane.copy();
		if (known != null) Holes.fill(filled);
		for (final Window place : places(plane, filled, known, factor))
			places.add(new Area(height, width, factor, pixel, new Window(seen.y() + place.y(), seen.x() + place.x(), place.height(), place
				.width()), seen, plane));
		return new Shown(channel, position, image.order().place(position), pixel, overview(filled), seen, places, area);
	}

	private static Window middle(final int height, final int width, final Factor factor) {
		final int rows = Math.min(height, (int) (MIDDLE / factor.rows()));
		final int columns = Math.min(width, (int) (MIDDLE / factor.columns()));
		return new Window((height - rows) / 2, (width - columns) / 2, rows, columns);
	}

	/** Square in the result, where rows grow more than columns. */
	private static List<Window> places(final Plane plane, final Plane filled, final Known known, final Factor factor) {
		final double more = factor.rows() / factor.columns();
		if (more <= 1) return places(filled, known, factor);
		final Plane tall = Upright.tall(plane, (int) Math.ceil(more * plane.height));
		final Known its = Known.of(tall);
		if (its != null) Holes.fill(tall);
		final List<Window> places = new ArrayList<>();
		for (final Window place : places(tall, its, new Factor(factor.columns(), factor.columns()))) {
			final int height = Math.max(1, Math.min(plane.height, (int) Math.round(place.height() / more)));
			places.add(new Window(Math.min(plane.height - height, (int) (place.y() / more)), place.x(), height, place.width()));
		}
		return places;
	}

	private static List<Window> places(final Plane filled, final Known known, final Factor factor) {
		final int most = Math.min(LOW_SIDE, (int) (SIDE / Math.max(factor.rows(), factor.columns())));
		final int side = Math.max(LEAST_SIDE, Math.min(most, Math.min(filled.height, filled.width) / 2)); // or there are no three
		final List<Window> grid = Structure.grid(filled, known, side);
		final List<Window> best = new ArrayList<>(grid.stream().filter(w -> known == null || known.share(w) >= KNOWN).limit(PLACES)
			.toList());
		grid.stream().filter(w -> !best.contains(w)).limit(PLACES - best.size()).forEach(best::add);
		return best;
	}

	private static Plane overview(final Plane filled) {
		final double scale = Math.min(1, (double) OVERVIEW / Math.max(filled.height, filled.width));
		if (scale == 1) return filled;
		return Resizes.cubic(filled.height, filled.width, Math.max(1, (int) Math.ceil(filled.height * scale)), Math.max(1, (int) Math
			.ceil(filled.width * scale)), scale, scale).apply(filled);
	}

	/** All that is kept of a layer's plane. */
	List<Area> areas(final Layer layer) {
		final List<Area> areas = new ArrayList<>(places);
		if (layer == Layer.RESULT) areas.add(middle);
		return areas;
	}
}
