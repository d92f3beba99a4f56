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
package org.zeroshotsr.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/**
 * Power spectra, averaged over directions, of the most and of the least structured tiles of images. White noise of variance
 * 1 has about 1 everywhere.
 *
 * @param structured by frequency, in steps of 1 / {@value #PER_CYCLE} cycles per pixel, into the corners beyond 0.5
 * @param even       the same of the least structured; ones where there are too few
 */
record RadialSpectrum(double[] structured, double[] even) {

	static final int PER_CYCLE = 64;
	private static final int TILE = 64;
	/** The corners hold noise alone, where optics made the image. */
	private static final double CORNER = 38.0 / PER_CYCLE;
	private static final int BINS = 44;
	/** Tiles of each kind. */
	private static final int MOST = 60;
	/** Of all tiles those are structured. */
	private static final double SHARE = 0.25;
	/** Fewer tell nothing of the noise in even places. */
	private static final int FEWEST_EVEN = 3;
	/** The lowest, which the tiles' window spreads into each other, tell nothing. */
	private static final int LOWEST = 3;
	/** Power relative to the noise's at which detail is gone. */
	private static final double GONE = 1.3;
	/** In steps: from here on power is that of noise, in even places. */
	private static final int RISE_FROM = 8;

	private record Tile(Plane plane, Window window, double variance) {}

	/** null where images are too small, or have one value alone. */
	static RadialSpectrum of(final List<Plane> planes) {
		final List<Tile> tiles = new ArrayList<>();
		for (final Plane p : planes)
			for (int y = 0; y + TILE <= p.height; y += TILE / 2)
				for (int x = 0; x + TILE <= p.width; x += TILE / 2)
					add(p, new Window(y, x, TILE, TILE), tiles);
		if (tiles.isEmpty()) return null;
		tiles.sort(Comparator.comparingDouble(t -> -t.variance));
		final int most = Math.min(MOST, (int) Math.ceil(SHARE * tiles.size()));
		final double[] even = new double[BINS];
		if (most < FEWEST_EVEN) Arrays.fill(even, 1);
		return new RadialSpectrum(radial(tiles.subList(0, most)), most < FEWEST_EVEN ? even : radial(tiles.subList(tiles.size() -
			most, tiles.size())));
	}

	/** Unless it has a hole, or one value alone. */
	private static void add(final Plane p, final Window w, final List<Tile> to) {
		double sum = 0;
		double squares = 0;
		final float first = p.get(0, w.y(), w.x());
		for (int y = w.y(); y < w.y() + w.height(); y++)
			for (int x = w.x(); x < w.x() + w.width(); x++) {
				final double v = p.get(0, y, x) - first;
				sum += v;
				squares += v * v;
			}
		final double count = (double) w.height() * w.width();
		final double variance = squares / count - sum / count * (sum / count);
		if (Double.isFinite(variance) && variance > 0) to.add(new Tile(p, w, variance));
	}

	private static double[] radial(final List<Tile> tiles) {
		final Periodogram periodogram = new Periodogram(TILE);
		for (final Tile t : tiles)
			periodogram.add(t.plane, t.window);
		final double[] means = new double[BINS];
		final int[] counts = new int[BINS];
		final int half = (TILE - 1) / 2;
		for (int v = -half; v <= half; v++)
			for (int u = 0; u <= half; u++) {
				final int bin = (int) Math.rint(Math.hypot(v, u) * PER_CYCLE / TILE);
				if (bin >= BINS || u == 0 && v < 0) continue;
				means[bin] += periodogram.get(v, u);
				counts[bin]++;
			}
		for (int i = 0; i < BINS; i++)
			means[i] /= counts[i];
		return means;
	}

	/**
	 * Where detail meets the noise, which is measured in the corners of the spectrum.
	 *
	 * @param least variance of white noise under which nothing counts
	 * @return in cycles per pixel; 0.5 where it does not
	 */
	double end(final double least) {
		final double[] corner = Arrays.copyOfRange(structured, (int) (CORNER * PER_CYCLE), BINS);
		Arrays.sort(corner);
		final double floor = Math.max(least, corner[corner.length / 2]);
		for (int i = LOWEST; i < PER_CYCLE / 2; i++)
			if (smooth(structured, i, 1) < GONE * floor) return (double) i / PER_CYCLE;
		return 0.5;
	}

	/** How much more power even places have at the highest frequencies than where they have least; 1 for white noise and all structure. */
	double rise() {
		double least = Double.POSITIVE_INFINITY;
		for (int i = RISE_FROM; i < BINS - 2; i++)
			least = Math.min(least, smooth(even, i, 2));
		return least > 0 ? smooth(even, BINS - 3, 2) / least : 1;
	}

	private static double smooth(final double[] values, final int i, final int reach) {
		return Arrays.stream(values, i - reach, i + reach + 1).average().getAsDouble();
	}
}
