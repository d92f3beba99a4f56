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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** What is looked at to estimate something of a channel: parts of some of its planes, so that it takes about a second. */
final class Excerpts {

	/** Planes of the channel, evenly spread over it. */
	private static final int PLANES = 5;
	/** Pairs of neighbouring planes. */
	private static final int PAIRS = 2;
	/** Of larger planes, windows of this side. */
	private static final int SIDE = 512;
	/** Their places in a grid of three by three, in the order they are taken; the planes share them. */
	private static final int[] PLACES = { 4, 0, 8, 2, 6, 1, 7, 3, 5 };
	/** JPEG's blocks stay where they are. */
	private static final int BLOCK = 8;

	private Excerpts() {}

	/**
	 * In grey levels, holes as they are; those of one value alone are left out where there are others.
	 *
	 * @param channel positions of the channel's planes
	 */
	static List<Plane> of(final PlaneSource source, final List<long[]> channel)
	{
		final List<Plane> excerpts = new ArrayList<>();
		final int count = Math.min(PLANES, channel.size());
		for (int i = 0; i < count; i++) {
			final long[] position = channel.get((2 * i + 1) * channel.size() / (2 * count));
			final Plane plane = source.read(position);
			final Set<Window> windows = new LinkedHashSet<>();
			for (int k = i; k < PLACES.length; k += count)
				windows.add(window(plane, PLACES[k]));
			windows.forEach(window -> excerpts.add(plane.crop(window)));
		}
		if (excerpts.stream().anyMatch(p -> IntensityRange.of(p) != null)) excerpts.removeIf(p -> IntensityRange.of(
			p) == null);
		return excerpts;
	}

	/**
	 * The middle of some planes and of those after them, one after the other: where nothing moves, their difference is noise.
	 * Empty for a channel of one plane.
	 */
	static List<Plane> pairs(final PlaneSource source, final List<long[]> channel) {
		final List<Plane> pairs = new ArrayList<>();
		final int count = Math.min(PAIRS, channel.size() - 1);
		for (int i = 0; i < count; i++) {
			final int first = (2 * i + 1) * (channel.size() - 1) / (2 * count);
			for (int k = 0; k < 2; k++) {
				final Plane plane = source.read(channel.get(first + k));
				pairs.add(plane.crop(window(plane, PLACES[0])));
			}
		}
		return pairs;
	}

	private static Window window(final Plane plane, final int place) {
		final int height = Math.min(plane.height, SIDE);
		final int width = Math.min(plane.width, SIDE);
		return new Window((plane.height - height) * (place / 3) / 2 / BLOCK * BLOCK, (plane.width - width) * (place % 3) / 2 /
			BLOCK * BLOCK, height, width);
	}
}
