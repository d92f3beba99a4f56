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
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

/** The work on a brick of a {@link Volume}: the mean of its xz slices and its yz slices, enlarged. */
final class Bricked {

	/** Hears how many slices are done, of how many. */
	interface Listener {

		void done(int slices, int all);
	}

	private final Volume volume;
	private final Window seen;
	private final Window brick;
	private final Plane[] slices;
	/** What is wanted beside the result. */
	private final List<Layer> maps;
	/** What the engine makes beside it. */
	private final List<Layer> beside;
	/** Colours of the result, then those of what the engine makes beside it, then those of what is new. */
	private final Plane[] made;
	private double squares;

	/**
	 * @param seen   part of each slice that is known
	 * @param brick  part of each slice that is made
	 * @param slices what is seen of them, in grey levels, with their holes
	 * @param maps   that are wanted
	 */
	Bricked(final Volume volume, final Window seen, final Window brick, final Plane[] slices, final List<Layer> maps) {
		this.volume = volume;
		this.seen = seen;
		this.brick = brick;
		this.slices = slices;
		this.maps = maps;
		beside = beside(maps);
		made = new Plane[volume.large()];
		for (int i = 0; i < made.length; i++)
			made[i] = new Plane(volume.channels() * (1 + beside.size() + (maps.contains(Layer.NEW) ? 1 : 0)), brick.height(), brick
				.width());
	}

	/** Maps that the engine has to make of upright slices, so that these can be made of their mean: what is new is told at the end. */
	static List<Layer> beside(final List<Layer> maps) {
		return Layer.maps().stream().filter(map -> map != Layer.NEW && maps.contains(map) || map == Layer.UNCERTAINTY && maps.contains(
			Layer.NEW)).toList();
	}

	/** A layer of a slice of the result. */
	Plane layer(final Layer layer, final int slice) {
		final int first = 1 + (layer == Layer.NEW ? beside.size() : beside.indexOf(layer));
		return maps.isEmpty() ? made[slice] : made[slice].channels(first * volume.channels(), volume.channels());
	}

	/** Makes the result of a brick of one value. */
	void constant() {
		for (final Plane plane : made)
			Arrays.fill(plane.data, 0, volume.channels() * plane.height * plane.width, slices[0].data[0]);
		reopen();
	}

	/** Makes the result, in grey levels. */
	void enlarge(final Engine engine, final Progress progress, final Listener listener) {
		final int all = brick.height() + brick.width();
		enlarge(true, brick.height(), brick.y() - seen.y(), seen.width(), brick.x() - seen.x(), engine, progress, done -> listener.done(
			done, all));
		enlarge(false, brick.width(), brick.x() - seen.x(), seen.height(), brick.y() - seen.y(), engine, progress, done -> listener.done(
			brick.height() + done, all));
		if (maps.contains(Layer.NEW)) for (final Plane plane : made)
			tellNew(plane);
		reopen();
	}

	/** By how much a result, where that is more than the half width, differs from what was taken down of cubic enlargement. */
	private void tellNew(final Plane plane) {
		final int n = volume.channels() * plane.height * plane.width;
		final int width = n * (1 + beside.indexOf(Layer.UNCERTAINTY));
		final int cubic = plane.data.length - n;
		for (int i = 0; i < n; i++) {
			final float d = plane.data[i] - plane.data[cubic + i];
			plane.data[cubic + i] = Math.abs(d) > plane.data[width + i] ? d : 0;
		}
	}

	/** Takes down the cubic enlargement of an xz slice, which is the same as that of the yz slices. */
	private void addCubic(final Plane slice, final int y, final int x) {
		Holes.fill(slice);
		final Plane cubic = Resizes.enlarge(slice.height, slice.width, new Factor(volume.factor(), 1)).apply(slice);
		final int first = volume.channels() * (1 + beside.size());
		for (int c = 0; c < slice.channels; c++)
			for (int z = 0; z < made.length; z++)
				System.arraycopy(cubic.data, (c * cubic.height + z) * cubic.width + x, made[z].data, ((first + c) * brick.height() + y) *
					brick.width(), brick.width());
	}

	/** Adds how steep the result is. */
	void tell(final Steepness steepness) {
		steepness.add(made, volume.channels());
	}

	/** Root mean square difference of slices and shrunken result. */
	double rms() {
		return Math.sqrt(squares / (brick.height() + brick.width()));
	}

	/** @param margin columns of an upright slice before those that are made */
	private void enlarge(final boolean xz, final int count, final int first, final int length, final int margin, final Engine engine,
		final Progress progress, final java.util.function.IntConsumer listener)
	{
		final int depth = volume.depth();
		final int large = volume.large();
		final int most = volume.together(length);
		for (int from = 0; from < count; from += most) {
			progress.checkCanceled();
			final int n = Math.min(most, count - from);
			final Plane together = new Plane(volume.channels(), n * depth, length);
			for (int i = 0; i < n; i++)
				Volume.upright(slices, xz, first + from + i, together, i * depth);
			if (xz && maps.contains(Layer.NEW)) for (int i = 0; i < n; i++)
				addCubic(together.crop(new Window(i * depth, 0, depth, length)), from + i, margin);
			final int begin = from;
			final double rms = engine.enlargeEach(together, n, (y, x, part) -> {
				for (int row = 0; row < part.height; row++)
					add(xz, begin + (y + row) / large, (y + row) % large, x - margin, part, row);
			}, progress);
			squares += rms * rms * n;
			listener.accept(from + n);
		}
	}

	/** Half of a line of an upright slice, which begins at column {@code x} of what is made. */
	private void add(final boolean xz, final int at, final int slice, final int x, final Plane part, final int row) {
		final Plane to = made[slice];
		final int first = Math.max(0, -x);
		final int end = Math.min(part.width, (xz ? to.width : to.height) - x);
		for (int c = 0; c < part.channels; c++) {
			final int line = (c * part.height + row) * part.width;
			final int step = xz ? 1 : to.width;
			int i = c * to.height * to.width + (xz ? at * to.width + x + first : (x + first) * to.width + at);
			for (int u = first; u < end; u++, i += step)
				to.data[i] += 0.5f * part.data[line + u];
		}
	}

	/** What was no number is none again, in all slices of the result that lie in it. */
	private void reopen() {
		for (int i = 0; i < made.length; i++) {
			final Plane from = slices[volume.nearest(i)];
			for (int c = 0; c < made[i].channels; c++)
				for (int y = 0; y < brick.height(); y++)
					for (int x = 0; x < brick.width(); x++) {
						final float v = from.get(c % from.channels, brick.y() - seen.y() + y, brick.x() - seen.x() + x);
						if (!Float.isFinite(v)) made[i].data[(c * brick.height() + y) * brick.width() + x] = v;
					}
		}
	}
}
