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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.network.NetworkSpec;

/**
 * How well a network rebuilds the image from its own shrunken copy: the only truth there is. Measured by the mean
 * absolute error of inner pixels, single large errors capped, where the image has structure.
 */
final class Reconstruction {

	private static final int SIDE = 192;
	private static final int PLACES = 2;
	/** Of all errors of cubic enlargement those above this share of them are capped, and the network's as well. */
	private static final double CAPPED = 0.995;
	/** Float's rounding: an image that is rebuilt that well gives no infinite dB. */
	private static final double ROUNDING = 1e-7;

	/** A place, what cubic enlargement makes of its son, and the border that does not count. */
	private record Place(Degradation.Pair pair, Plane cubic, int borderRows, int borderColumns, Known known) {

		boolean counts(final int y, final int x) {
			return known == null || known.at(y, x);
		}
	}

	private final List<Place> places = new ArrayList<>();
	private final float[] level;
	private final float cap;
	private final double cubic;

	Reconstruction(final NetworkSpec spec, final Degradation degradation, final Plane image, final float[] level) {
		this(spec, degradation, image, null, level);
	}

	/** @param known pixels of the image; null for all */
	Reconstruction(final NetworkSpec spec, final Degradation degradation, final Plane image, final Known known,
		final float[] level)
	{
		this.level = level;
		final int blockRows = spec.blockRows();
		final int blockColumns = spec.blockColumns();
		final SplittableRandom random = new SplittableRandom(0);
		// a measured kernel cannot shrink a place that is smaller than itself
		for (final Window window : windows(image, known, Math.max(SIDE, 2 * degradation.kernel().reach(degradation.factor())))) {
			final Window whole = new Window(window.y(), window.x(), whole(window.height(), blockRows), whole(window.width(),
				blockColumns));
			final Degradation.Pair pair = degradation.pair(degradation.fathers(image.mirrored(whole), true, 1, random), true, 1,
				random);
			final Plane enlarged = spec.cubic(pair.low());
			places.add(new Place(pair, enlarged, Math.min(spec.radius() * blockRows, whole.height() / 4), Math.min(spec
				.radius() * blockColumns, whole.width() / 4), known == null ? null : known.crop(whole)));
		}
		cap = cap();
		double error = 0;
		for (final Place place : places)
			error += error(place, place.cubic) / places.size();
		cubic = error;
	}

	private static int whole(final int size, final int block) {
		return (size + block - 1) / block * block;
	}

	private static List<Window> windows(final Plane image, final Known known, final int side) {
		if ((long) image.height * image.width <= (long) side * side * PLACES) return List.of(new Window(0, 0, image.height,
			image.width));
		final List<Window> grid = Structure.grid(image, known, side);
		return grid.subList(0, Math.min(PLACES, grid.size()));
	}

	private float cap() {
		final float[] errors = new float[places.stream().mapToInt(p -> p.cubic.data.length).sum()];
		int n = 0;
		for (final Place place : places)
			for (int i = 0; i < place.cubic.data.length; i++)
				errors[n++] = Math.abs(place.cubic.data[i] - place.pair.high().data[i]);
		Arrays.sort(errors);
		return errors[(int) (CAPPED * (n - 1))];
	}

	/**
	 * What a network makes of the image's shrunken copy.
	 *
	 * @param gain dB by which it is nearer to the image than cubic enlargement; NaN when the network gives no numbers
	 * @param dead whether the network changes nothing at all, as when all its features are dead
	 */
	record Measure(double gain, boolean dead) {}

	Measure measure(final Network network) {
		double error = 0;
		boolean dead = true;
		for (final Place place : places) {
			final Plane output = network.apply(place.pair.low(), level);
			dead &= Arrays.equals(output.data, place.cubic.data);
			error += error(place, output) / places.size();
		}
		return new Measure(20 * Math.log10((cubic + ROUNDING) / (error + ROUNDING)), dead);
	}

	private double error(final Place place, final Plane output) {
		final Plane truth = place.pair.high();
		double sum = 0;
		long count = 0;
		for (int c = 0; c < truth.channels; c++) {
			for (int y = place.borderRows; y < truth.height - place.borderRows; y++) {
				final int row = (c * truth.height + y) * truth.width;
				for (int x = place.borderColumns; x < truth.width - place.borderColumns; x++) {
					if (!place.counts(y, x)) continue;
					sum += Math.min(cap, Math.abs(output.data[row + x] - truth.data[row + x]));
					count++;
				}
			}
		}
		return sum / Math.max(1, count);
	}
}
