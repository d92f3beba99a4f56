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
import java.util.List;
import java.util.SplittableRandom;

import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.enlarge.Enlarger;
import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;

/**
 * The image as the network enlarges it by now, as a source of fathers: shrunk a little, they have sons of nearly the scale
 * that the network will be applied to. It does in one training what gradual increases of the factor do in many. Of a large
 * image a few places are enlarged, others each time. Of a stack's slices there is none: their sons are of the scale that the
 * network will be applied to.
 */
final class Echo {

	/** Share of examples that are from the echo, once there is one. */
	static final double SHARE = 0.8;
	/** The part of the training before the first echo. */
	private static final double BEFORE = 0.2;
	private static final int ENSEMBLE = 4;
	private static final int BACK_PROJECTIONS = 2;
	/** Places of a large image, and their side in its pixels. */
	private static final int PLACES = 2;
	private static final int SIDE = 144;

	private final Network network;
	private final Degradation degradation;
	private final Plane image;
	private final float[] level;
	private final Known known;
	private final Structure structure;
	private final Course course;
	private final int first;

	/** @param whole the image */
	Echo(final Network network, final Degradation degradation, final Source whole, final float[] level,
		final Course course)
	{
		this.network = network;
		this.degradation = degradation;
		image = whole.plane();
		this.level = level;
		known = whole.known();
		this.course = course;
		structure = whole.structure();
		first = (int) Math.ceil(BEFORE * course.steps());
	}

	/** Whether the echo is to be made anew before this step. */
	boolean renews(final int step) {
		return !degradation.isAxial() && step >= first && (step - first) % course.echoEvery() == 0;
	}

	/** The echo of the network as it is. */
	List<Source> at(final int step) {
		if (image.height <= 2 * SIDE && image.width <= 2 * SIDE) {
			final Plane large = enlarged(image);
			return List.of(new Source(large, false, Source.Edges.ALL, known == null ? null : known.enlarged(large.height,
				large.width)));
		}
		final SplittableRandom random = new SplittableRandom(course.seed() * 0x9E3779B97F4A7C15L + step);
		final List<Source> places = new ArrayList<>();
		for (int i = 0; i < PLACES; i++)
			places.add(place(random));
		return places;
	}

	private Source place(final SplittableRandom random) {
		final Window a = anyPlace(random);
		final Window b = anyPlace(random);
		final Window inner = structure.of(a) > structure.of(b) ? a : b;
		final Factor f = degradation.factor();
		final int kernel = degradation.kernel().reach(f);
		// of the network, and of back-projection
		final int margin = Math.max(network.spec().reach(), BACK_PROJECTIONS * (2 + (int) Math.ceil(kernel / Math.min(f.rows(), f
			.columns()))));
		final int top = Math.max(0, inner.y() - margin);
		final int left = Math.max(0, inner.x() - margin);
		final Window outer = new Window(top, left, Math.min(image.height, inner.y() + inner.height() + margin) - top, Math.min(
			image.width, inner.x() + inner.width() + margin) - left);
		final Plane large = enlarged(image.crop(outer));
		final int y = (int) Math.round((inner.y() - top) * f.rows());
		final int x = (int) Math.round((inner.x() - left) * f.columns());
		final Window window = new Window(y, x, Math.min(large.height - y, f.height(inner.height())), Math.min(large.width - x, f
			.width(inner.width())));
		return new Source(large.crop(window), false, new Source.Edges(inner.y() == 0, inner.y() + inner.height() == image.height,
			inner.x() == 0, inner.x() + inner.width() == image.width), known == null ? null : known.crop(outer).enlarged(
				large.height, large.width).crop(window));
	}

	private Window anyPlace(final SplittableRandom random) {
		final int height = Math.min(SIDE, image.height);
		final int width = Math.min(SIDE, image.width);
		return new Window(random.nextInt(image.height - height + 1), random.nextInt(image.width - width + 1), height, width);
	}

	private Plane enlarged(final Plane low) {
		return new Enlarger(network, degradation, ENSEMBLE, BACK_PROJECTIONS, null).enlarge(low, level, Progress.NONE);
	}
}
