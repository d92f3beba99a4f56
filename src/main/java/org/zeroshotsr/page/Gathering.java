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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.run.PlaneSink;
import org.zeroshotsr.run.Planes;

/**
 * What a page shows of the images of a run. Of the middle plane of each of the first channels it chooses places before the run,
 * and keeps of the planes that stream by what lies there: at most about 20 MB a channel, however large the image is. For one
 * run.
 */
public final class Gathering {

	/** Of more channels the page would be too long. */
	static final int MOST_CHANNELS = 4;

	/** Of which nothing is wanted. */
	public static final Gathering NONE = new Gathering(null, null, List.of());

	private final PlaneOrder order;
	private final Growth growth;
	private final List<Shown> channels;
	private final Set<Layer> watched = EnumSet.noneOf(Layer.class);

	private Gathering(final PlaneOrder order, final Growth growth, final List<Shown> channels) {
		this.order = order;
		this.growth = growth;
		this.channels = channels;
	}

	/** Looks at the input; may take a second for each channel. Of a stack that grows along z xz slices are shown. */
	public static Gathering of(final Planes image, final Growth growth, final Progress progress) {
		if (growth.depth() == 1) return of(image, growth, growth.planes(), progress);
		return of(Upright.of(image), growth, new Factor(growth.depth(), 1), progress);
	}

	private static Gathering of(final Planes image, final Growth growth, final Factor factor, final Progress progress) {
		final List<Shown> channels = new ArrayList<>();
		final List<List<long[]>> all = image.order().channels();
		for (int c = 0; c < Math.min(MOST_CHANNELS, all.size()); c++) {
			progress.checkCanceled();
			channels.add(Shown.of(image, factor, c, all.get(c).get(all.get(c).size() / 2)));
		}
		return new Gathering(image.order(), growth, channels);
	}

	/** A sink that hands everything on to another, and remembers what is needed of it. */
	public PlaneSink watch(final PlaneSink next) {
		if (channels.isEmpty()) return next;
		watched.add(Layer.RESULT);
		watched.addAll(next.maps());
		return new PlaneSink() {

			@Override
			public long write(final long[] position, final int y, final int x, final Plane part) {
				take(Layer.RESULT, position, y, x, part);
				return next.write(position, y, x, part);
			}

			@Override
			public List<Layer> maps() {
				return next.maps();
			}

			@Override
			public void write(final Layer map, final long[] position, final int y, final int x, final Plane part) {
				take(map, position, y, x, part);
				next.write(map, position, y, x, part);
			}
		};
	}

	private void take(final Layer layer, final long[] position, final int y, final int x, final Plane part) {
		for (final Shown channel : channels) {
			if (upright()) takeRow(channel, layer, position, y, x, part);
			else if (Arrays.equals(channel.position(), position)) channel.areas(layer).forEach(area -> area.cut(layer).put(y, x, part));
		}
	}

	private void takeRow(final Shown channel, final Layer layer, final long[] position, final int y, final int x, final Plane part) {
		final int row = Upright.row(order, channel.position(), position) - y;
		if (row < 0 || row >= part.height) return;
		final Plane line = part.crop(new Window(row, 0, 1, part.width));
		channel.areas(layer).forEach(area -> area.cut(layer).put(Math.toIntExact(position[order.y()]), x, line));
	}

	/**
	 * Takes from a finished image what did not come by {@link #watch}: planes that an earlier run had done.
	 *
	 * @param image of the run's axes; of others nothing is taken, and the page says so
	 */
	public void complete(final Layer layer, final Planes image) {
		final Planes whole = upright() && image.order().axes().indexOf('Z') >= 0 ? Upright.of(image) : image;
		watched.add(layer);
		if (!whole.order().axes().equals(order.axes())) return;
		for (final Shown channel : channels)
			for (final Area area : channel.areas(layer)) {
				if (area.layer(layer) != null) continue;
				final Window window = area.result();
				area.cut(layer).put(window.y(), window.x(), whole.source().read(channel.position(), window));
			}
	}

	/** Whether all of a layer that is needed has come. */
	public boolean has(final Layer layer) {
		return channels.stream().flatMap(channel -> channel.areas(layer).stream()).allMatch(area -> area.layer(layer) != null);
	}

	/** What the run has made, whether all of it has come or not. */
	Set<Layer> layers() {
		return watched;
	}

	/** Whether xz slices are shown. */
	boolean upright() {
		return growth.depth() != 1;
	}

	/** How many times what is shown grows. */
	Factor factor() {
		return upright() ? new Factor(growth.depth(), 1) : growth.planes();
	}

	List<Shown> channels() {
		return channels;
	}

	/** How many channels the image has. */
	int count() {
		return order.channels().size();
	}

	/** Whether its colours are merged. */
	boolean colours() {
		return order.samples() >= 0;
	}
}
