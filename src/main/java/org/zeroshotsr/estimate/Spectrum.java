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
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/**
 * A plane's power spectrum: the mean over overlapping tiles, each under a Hann window (Welch, The use of fast Fourier
 * transform for the estimation of power spectra, IEEE Trans. Audio Electroacoust. 15, 1967). Of every two opposite
 * frequencies there is one; the lowest, which the window spreads into each other, are left out.
 *
 * @param rows    frequencies up and down, in cycles per pixel
 * @param columns frequencies left and right
 * @param power   at these frequencies; about that of white noise of variance 1 where it is 1
 * @param pixels  in how many pixels all this was measured
 */
record Spectrum(double[] rows, double[] columns, double[] power, double pixels) {

	private static final int TILE = 64;
	private static final int MAX_TILES = 1024;

	/** In periods per tile: twice the half width of the window's own spectrum. */
	private static final double LOWEST = 1.9;

	/** What the user sees meanwhile. */
	static final String ESTIMATING = "estimating the kernel";

	/** Tiles between two updates. */
	private static final int TOLD = 64;

	static Spectrum of(final Plane plane, final Progress progress) {
		final int n = Math.min(TILE, Math.min(plane.height, plane.width));
		final List<Window> all = tiles(plane, n);
		final List<Window> tiles = all.size() <= MAX_TILES ? all : structured(plane, all);
		final Periodogram periodogram = new Periodogram(n);
		for (int t = 0; t < tiles.size(); t++) {
			if (t % TOLD == 0) tell(progress, t, tiles.size());
			periodogram.add(plane, tiles.get(t));
		}
		tell(progress, tiles.size(), tiles.size());
		return select(periodogram, n, (double) plane.height * plane.width * tiles.size() / all.size());
	}

	private static void tell(final Progress progress, final int tile, final int tiles) {
		progress.update(Status.of(ESTIMATING, tile, tiles).within(ESTIMATING, 0));
	}

	private static Spectrum select(final Periodogram periodogram, final int n, final double pixels) {
		final int half = (n - 1) / 2;
		final double[] rows = new double[n * n];
		final double[] columns = new double[n * n];
		final double[] power = new double[n * n];
		int count = 0;
		for (int v = -half; v <= half; v++)
			for (int u = 0; u <= half; u++) {
				if (u == 0 && v < 0 || Math.hypot(v, u) <= LOWEST) continue;
				rows[count] = (double) v / n;
				columns[count] = (double) u / n;
				power[count++] = periodogram.get(v, u);
			}
		return new Spectrum(Arrays.copyOf(rows, count), Arrays.copyOf(columns, count), Arrays.copyOf(power, count), pixels);
	}

	/** Half over each other, from edge to edge. */
	private static List<Window> tiles(final Plane plane, final int n) {
		final List<Window> tiles = new ArrayList<>();
		for (final int y : starts(plane.height, n))
			for (final int x : starts(plane.width, n))
				tiles.add(new Window(y, x, n, n));
		return tiles;
	}

	private static int[] starts(final int size, final int n) {
		final int last = size - n;
		final int steps = (int) Math.ceil(last / (n / 2.0));
		final int[] starts = new int[steps + 1];
		for (int i = 1; i <= steps; i++)
			starts[i] = (int) ((double) i * last / steps);
		return starts;
	}

	/** Those in which most happens; sorting is stable, so that equal ones keep their order. */
	private static List<Window> structured(final Plane plane, final List<Window> tiles) {
		record Rated(Window window, double variance) {}
		return tiles.stream().map(w -> new Rated(w, variance(plane, w))).sorted(Comparator.comparingDouble(r -> -r
			.variance)).limit(MAX_TILES).map(Rated::window).toList();
	}

	private static double variance(final Plane plane, final Window w) {
		double sum = 0;
		double squares = 0;
		for (int y = w.y(); y < w.y() + w.height(); y++)
			for (int x = w.x(); x < w.x() + w.width(); x++) {
				final double v = plane.get(0, y, x);
				sum += v;
				squares += v * v;
			}
		final double count = (double) w.height() * w.width();
		return squares / count - sum / count * (sum / count);
	}
}
