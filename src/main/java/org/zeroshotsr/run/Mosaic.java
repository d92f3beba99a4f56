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

import java.util.Arrays;
import java.util.List;

import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.train.Structure;

/**
 * What one network for several planes learns from: of planes that are spread evenly, the best structured parts, laid out
 * beside each other with samples that are no numbers between them. To the training it is a plane with holes.
 */
final class Mosaic {

	/** Planes that are looked at, at most, and the samples of all parts, about. */
	private static final int PLANES = 64;
	private static final int SAMPLES = 1 << 22;
	/** Between parts: as much as two of them may see of each other through filled holes. */
	private static final int GAP = 16;

	private Mosaic() {}

	/** How many planes of a channel are looked at. */
	static int planes(final List<long[]> channel) {
		return Math.min(PLANES, channel.size());
	}

	/** How many samples there are to learn from in planes of so many, at most. */
	static long samples(final long plane) {
		return Math.max(plane, Math.min(PLANES * plane, SAMPLES));
	}

	/**
	 * The mosaic of a channel, in grey levels.
	 *
	 * @param channel positions of its planes
	 */
	static Plane of(final PlaneSource source, final List<long[]> channel, final Progress progress) {
		final int count = planes(channel);
		final int across = (int) Math.ceil(Math.sqrt(count));
		final int down = (count + across - 1) / across;
		Plane mosaic = null;
		int height = 0;
		int width = 0;
		for (int i = 0; i < count; i++) {
			progress.checkCanceled();
			final Plane plane = source.read(channel.get((int) ((2L * i + 1) * channel.size() / (2L * count))));
			if (mosaic == null) {
				final int side = (int) Math.sqrt((double) SAMPLES / count / plane.channels);
				height = Math.min(side, plane.height);
				width = Math.min(side, plane.width);
				mosaic = new Plane(plane.channels, down * (height + GAP) - GAP, across * (width + GAP) - GAP);
				Arrays.fill(mosaic.data, Float.NaN);
			}
			final Plane filled = plane.copy();
			Holes.fill(filled);
			put(plane.crop(best(filled, Known.of(plane), Math.min(height, plane.height), Math.min(width, plane.width))), mosaic, i / across * (height + GAP), i % across * (width +
				GAP));
		}
		return mosaic;
	}

	private static Window best(final Plane plane, final Known known, final int height, final int width) {
		return height == plane.height && width == plane.width ? new Window(0, 0, height, width) : Structure.best(plane, known, Math
			.max(height, width));
	}

	private static void put(final Plane part, final Plane mosaic, final int top, final int left) {
		for (int c = 0; c < part.channels; c++)
			for (int y = 0; y < part.height; y++)
				System.arraycopy(part.data, (c * part.height + y) * part.width, mosaic.data, (c * mosaic.height + top + y) *
					mosaic.width + left, part.width);
	}
}
