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
package org.zeroshotsr.enlarge;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.resize.BackProjection;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resize;
import org.zeroshotsr.resize.Resizes;

/**
 * Applies a trained network to an image (Shocher, Cohen, Irani 2018, section 3.1): the flips and turns of the image go
 * through the network and are turned back, their median is taken and back-projected; of a noisy image by the means of
 * its areas alone. Large images go through the network in tiles that overlap by what it sees, and are back-projected in
 * strips with a margin of their own.
 */
public final class Enlarger {

	/** What is being done, in words for the user. */
	private static final String ENLARGING = "enlarging";

	/** The most rows and columns of the result that the network makes at once, margins not counted. */
	private static final int TILE = 512;
	/** Corrections shrink with every back-projection: beyond this many, what reaches in from afar is nothing. */
	private static final int REACHING_PROJECTIONS = 4;
	/**
	 * Standard deviation, in the image's pixels, of the Gaussian that smooths what noisy images are corrected by. It leaves
	 * a three-thousandth of white noise's variance.
	 */
	private static final double SMOOTHING = 16;

	private final Network network;
	private final Degradation degradation;
	private final Factor factor;
	private final List<Orientation> orientations;
	private final int backProjections;
	private final BackProjection.Range pixels;
	private final int tile;
	/** Standard deviation of a Gaussian that comes before cubic enlargement, in the image's pixels; 0 for none. */
	private final double blur;
	private final Maps maps;

	/**
	 * @param network         null for cubic enlargement
	 * @param ensemble        in how many flips and turns the image goes through the network; see {@link #orientations}
	 * @param backProjections how often the result is back-projected
	 * @param pixels          what a pixel of the result can hold, in working units, or null
	 */
	public Enlarger(final Network network, final Degradation degradation, final int ensemble, final int backProjections,
		final BackProjection.Range pixels)
	{
		this(network, degradation, ensemble, backProjections, pixels, TILE);
	}

	/** @param tile the most rows and columns of the result that are made at once */
	Enlarger(final Network network, final Degradation degradation, final int ensemble, final int backProjections,
		final BackProjection.Range pixels, final int tile)
	{
		this(network, degradation, orientations(ensemble, degradation), backProjections, pixels, tile, 0, Maps.NONE);
	}

	private Enlarger(final Network network, final Degradation degradation, final List<Orientation> orientations,
		final int backProjections, final BackProjection.Range pixels, final int tile, final double blur, final Maps maps)
	{
		this.blur = blur;
		this.maps = maps;
		this.network = network;
		this.degradation = degradation;
		this.backProjections = backProjections;
		this.pixels = pixels;
		this.tile = tile;
		factor = degradation.factor();
		this.orientations = orientations;
	}

	/** Cubic enlargement after a Gaussian of {@code sigma} pixels of the image, 0 for none; nothing else. */
	public static Enlarger simple(final Degradation degradation, final double sigma) {
		return new Enlarger(null, degradation, List.of(Orientation.AS_IS), 0, null, TILE, sigma, Maps.NONE);
	}

	/** The same, with maps as further channels of what it makes. */
	public Enlarger mapping(final Maps wanted) {
		return new Enlarger(network, degradation, orientations, backProjections, pixels, tile, blur, wanted);
	}

	/**
	 * In which flips and turns an image is enlarged: those that leave the kernel as it is, for no other orientation of the
	 * image was blurred by the kernel that the network has learnt.
	 *
	 * @param ensemble 1, 4 (flips) or 8; at most 4 where the factors differ
	 */
	public static List<Orientation> orientations(final int ensemble, final Degradation degradation) {
		return degradation.orientations().stream().filter(o -> ensemble == 8 || ensemble == 4 && !o.isTransposed() ||
			o == Orientation.AS_IS).toList();
	}

	/** The whole result, see {@link #enlarge(Plane, float[], Output, Progress)}. */
	public Plane enlarge(final Plane low, final float[] level, final Progress progress) {
		final Plane whole = new Plane((1 + maps.wanted().size()) * low.channels, factor.height(low.height), factor.width(low.width));
		enlarge(low, level, Output.into(whole), progress);
		return whole;
	}

	/**
	 * Enlarges a plane in working units.
	 *
	 * @param level    mean of each channel
	 * @param output   takes the result in strips
	 * @param progress is told after every pass through the network, and may cancel
	 * @return how well the result agrees with the input, in working units
	 */
	public Consistency enlarge(final Plane low, final float[] level, final Output output, final Progress progress) {
		final boolean mapped = !maps.wanted().isEmpty();
		return each(low, level, maps.widths() != null, progress, (strip, part, up, shrunk, high, spread) -> {
			final Plane all = mapped ? maps.with(strip, factor, part, shrunk, high, up.apply(part), spread) : high;
			final Window kept = strip.kept();
			output.put(kept.y(), kept.x(), kept.height() == all.height ? all : all.crop(strip.own()));
		});
	}

	/**
	 * A result, and what can be seen of it.
	 *
	 * @param bicubic enlargement of the same plane
	 * @param spread  standard deviation of the flips and turns; null where there are none
	 */
	public record Seen(Plane result, Plane bicubic, Plane spread) {}

	/** As {@link #enlarge(Plane, float[], Progress)}. */
	public Seen seen(final Plane low, final float[] level, final Progress progress) {
		final int height = factor.height(low.height);
		final int width = factor.width(low.width);
		final Plane result = new Plane(low.channels, height, width);
		final Plane spreads = network == null ? null : new Plane(low.channels, height, width);
		each(low, level, true, progress, (strip, part, up, shrunk, high, spread) -> {
			final Window kept = strip.kept();
			Output.into(result).put(kept.y(), kept.x(), high.crop(strip.own()));
			if (spread != null) Output.into(spreads).put(kept.y(), kept.x(), spread.crop(strip.own()));
		});
		return new Seen(result, Resizes.enlarge(low.height, low.width, factor).apply(low), spreads);
	}

	/** What is made strip by strip. */
	private interface Strips {

		void take(Tile strip, Plane part, Resize up, Plane shrunk, Plane high, Plane spread);
	}

	private Consistency each(final Plane low, final float[] level, final boolean spread, final Progress progress, final Strips strips) {
		final Raw raw = network == null ? null : new Raw(low, level, spread, progress);
		final Resize enlarge = Resizes.enlarge(low.height, low.width, factor);
		final Kernel kernel = degradation.kernel();
		final Resize shrink = kernel.shrink(enlarge.outHeight(), enlarge.outWidth(), low.height, low.width, factor);
		final Resize smooth = degradation.noise() == null ? null : Resizes.blur(low.height, low.width, SMOOTHING);
		final Consistency.Sums consistency = new Consistency.Sums();
		final Plane blurred = blur == 0 ? low : Resizes.blur(low.height, low.width, blur).apply(low);
		for (final Tile strip : Tile.cut(low.height, low.width, factor, tile, Integer.MAX_VALUE / 4, margin())) {
			final boolean whole = strip.high().height() == enlarge.outHeight();
			final Plane part = whole ? low : low.crop(strip.low());
			final Resize down = whole ? shrink : shrink.window(strip.high(), strip.low());
			final Resize up = whole ? enlarge : enlarge.window(strip.low(), strip.high());
			final Plane made = raw == null ? up.apply(whole ? blurred : blurred.crop(strip.low())) : raw.rows(strip.high());
			final boolean both = made.channels > low.channels;
			final Plane high = both ? made.channels(0, low.channels) : made;
			final Resize means = smooth == null || whole ? smooth : smooth.window(strip.low(), strip.low());
			new BackProjection(down, means, up, backProjections, pixels).refine(high, part);
			final Plane shrunk = down.apply(high);
			add(consistency, part, shrunk, strip);
			strips.take(strip, part, up, shrunk, high, both ? made.channels(low.channels, low.channels) : null);
		}
		return consistency.result();
	}

	/** How far back-projection reaches, in pixels of the result. */
	private int margin() {
		final double larger = Math.max(factor.rows(), factor.columns());
		// all but 0.3 % of the Gaussian
		final int smoothing = degradation.noise() == null ? 0 : (int) Math.ceil(3 * SMOOTHING * larger);
		// what is measured at the end, shrinks once more
		final int steps = pixels == null ? Math.max(1, Math.min(REACHING_PROJECTIONS, backProjections)) : REACHING_PROJECTIONS;
		return steps * (degradation.kernel().reach(factor) + (int) Math.ceil(2 * larger) + smoothing);
	}

	/** Adds the input pixels that this strip answers for. */
	private void add(final Consistency.Sums sums, final Plane low, final Plane shrunk, final Tile strip) {
		final Window kept = strip.kept();
		final int top = (int) Math.ceil(kept.y() / factor.rows()) - strip.low().y();
		final int bottom = Math.min(low.height, (int) Math.ceil((kept.y() + kept.height()) / factor.rows()) - strip.low()
			.y());
		sums.add(low, shrunk, top, bottom);
	}

	/** What the network makes of an image, row by row as it is asked for. */
	private final class Raw {

		private final Plane input;
		private final float[] level;
		private final boolean spread;
		private final Progress progress;
		private final List<Tile> tiles;
		private final int height;
		private final int width;

		/** Rows of tiles that may yet be asked for, by their first row. */
		private final NavigableMap<Integer, Plane> strips = new TreeMap<>();
		private int rowsMade;
		private int next;

		/** @param spread whether the standard deviation of the flips and turns is wanted as further channels */
		Raw(final Plane low, final float[] level, final boolean spread, final Progress progress) {
			this.level = level;
			this.spread = spread;
			this.progress = progress;
			height = factor.height(low.height);
			width = factor.width(low.width);
			input = degradation.onGrid(low, height, width);
			final NetworkSpec spec = network.spec();
			tiles = Tile.cut(input.height, input.width, factor.block(), tile, tile, spec.reach() * Math.max(spec.blockRows(), spec
				.blockColumns()));
		}

		/** A band of rows, for the caller to change; bands come from the top down. */
		Plane rows(final Window band) {
			final int end = band.y() + band.height();
			while (rowsMade < end) {
				final Plane strip = strip();
				strips.put(rowsMade, strip);
				rowsMade += strip.height;
			}
			strips.headMap(strips.floorKey(band.y())).clear();
			if (strips.size() == 1 && band.height() == height) return strips.pollFirstEntry().getValue();
			final Plane rows = new Plane(channels(), band.height(), width);
			strips.forEach((first, strip) -> copy(strip, first, rows, band.y()));
			return rows;
		}

		/** The next row of tiles. */
		private Plane strip() {
			final Window first = tiles.get(next).kept();
			final Plane strip = new Plane(channels(), Math.min(height - first.y(), first.height()), width);
			final Output into = Output.into(strip);
			while (next < tiles.size() && tiles.get(next).kept().y() == first.y()) {
				final Tile t = tiles.get(next);
				final Window kept = t.kept();
				final Plane large = made(t);
				into.put(0, kept.x(), large.crop(new Window(kept.y() - t.high().y(), kept.x() - t.high().x(), strip.height, Math
					.min(width - kept.x(), kept.width()))));
				next++;
			}
			return strip;
		}

		private Plane made(final Tile t) {
			final Plane part = tiles.size() == 1 ? input : input.crop(t.low());
			final List<Plane> results = new ArrayList<>();
			for (final Orientation orientation : orientations) {
				results.add(orientation.inverse().apply(network.apply(orientation.apply(part), level)));
				progress.update(Status.of(ENLARGING, next * orientations.size() + results.size(), tiles.size() * orientations
					.size()));
			}
			return spread ? Median.withSpread(results) : Median.of(results);
		}

		private int channels() {
			return spread ? 2 * input.channels : input.channels;
		}

		private static void copy(final Plane from, final int firstFrom, final Plane to, final int firstTo) {
			final int top = Math.max(firstFrom, firstTo);
			final int bottom = Math.min(firstFrom + from.height, firstTo + to.height);
			for (int c = 0; c < from.channels && bottom > top; c++)
				System.arraycopy(from.data, (c * from.height + top - firstFrom) * from.width, to.data, (c * to.height + top -
					firstTo) * to.width, (bottom - top) * to.width);
		}
	}
}
