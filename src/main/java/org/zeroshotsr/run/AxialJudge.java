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

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.enlarge.Enlarger;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Resizes;
import org.zeroshotsr.train.Structure;

/**
 * Tells what a network for the depth of a stack is worth: parts of the stack's planes are shrunk along one axis as its depth
 * was, with the noise that slices have, enlarged again, and compared with what they were.
 */
final class AxialJudge {

	private static final int PLACES = 6;
	private static final int SIDE = 128;
	private static final long SEED = 1;
	/** What is made of a place near its edges does not count, in rows of the son and columns. */
	private static final int BORDER = 4;

	/** A place, shrunk, and what of it is known. */
	private record Place(Degradation.Pair pair, Known known) {}

	private final List<Place> places = new ArrayList<>();
	private final Degradation degradation;
	private final float[] level;
	private final Progress progress;
	private final double cubic;
	/** Of the noise of what is compared with. */
	private final double variance;

	/**
	 * @param planes      of the stack, in working units
	 * @param known       which of their pixels are; null for all
	 * @param degradation along the depth, with the noise that was measured, or null
	 * @param level       mean of each channel
	 * @param progress    may cancel
	 */
	AxialJudge(final Plane planes, final Known known, final Degradation degradation, final float[] level, final Progress progress) {
		this.degradation = degradation;
		this.level = level;
		this.progress = progress;
		final List<Window> grid = Structure.grid(planes, known, SIDE);
		final int count = Math.min(PLACES, Math.max(2, grid.size()));
		final SplittableRandom random = new SplittableRandom(SEED);
		double noise = 0;
		for (int k = 0; k < count; k++) {
			final Window window = grid.get(k * (grid.size() - 1) / Math.max(1, count - 1));
			final Orientation turn = k % 2 == 0 ? Orientation.AS_IS : Orientation.TRANSPOSED;
			final Plane part = planes.crop(window);
			final Plane own = turn.apply(part);
			final Degradation turned = degradation.turned(turn);
			places.add(new Place(turned.unaligned(turned.fathers(own, true, 1, random), true, random), known == null ? null : Known
				.of(turn.apply(marked(part, known.crop(window))))));
			for (int c = 0; c < own.channels; c++)
				noise += degradation.variance(own.means()[c]) / own.channels / count;
		}
		variance = noise;
		cubic = error(low -> Resizes.enlarge(low.height, low.width, degradation.factor()).apply(low));
	}

	/** With what is not known as no numbers. */
	private static Plane marked(final Plane part, final Known known) {
		final Plane marked = part.copy();
		for (int i = 0; i < marked.data.length; i++)
			if (!known.at(i / part.width % part.height, i % part.width)) marked.data[i] = Float.NaN;
		return marked;
	}

	/** Mean square difference from the fathers, their noise included. */
	private double error(final UnaryOperator<Plane> enlarge) {
		double sum = 0;
		long count = 0;
		for (final Place place : places) {
			progress.checkCanceled();
			final Plane truth = place.pair.high();
			final Plane made = enlarge.apply(place.pair.low());
			final int rows = Math.min((int) Math.ceil(BORDER * degradation.factor().rows()), truth.height / 4);
			final int columns = Math.min(BORDER, truth.width / 4);
			for (int c = 0; c < truth.channels; c++)
				for (int y = rows; y < truth.height - rows; y++)
					for (int x = columns; x < truth.width - columns; x++) {
						if (place.known != null && !place.known.around(y, x, 1)) continue;
						final double d = (double) made.get(c, y, x) - truth.get(c, y, x);
						sum += d * d;
						count++;
					}
		}
		return sum / Math.max(1, count);
	}

	/** @param enlarger with the network, or null where nothing was learnt */
	Verdict of(final Enlarger enlarger) {
		final double network = enlarger == null ? Double.NaN : error(low -> enlarger.enlarge(low, level, Progress.NONE));
		final double error = Math.sqrt(Math.max(0, network - variance));
		final double bicubic = Math.sqrt(Math.max(0, cubic - variance));
		// of the same places with the same noise, so that nothing is left to chance
		return new Verdict(error, error, bicubic, bicubic, 0, Double.NaN, !(network <= cubic));
	}
}
