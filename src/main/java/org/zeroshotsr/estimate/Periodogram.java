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

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** The mean of the squared discrete Fourier transforms of square tiles under a Hann window. */
public final class Periodogram {

	private final int n;
	private final int width;

	/** Of 2 pi i j / n, at i * n + j. */
	private final double[] cos;
	private final double[] sin;
	private final double[] hann;
	private final double[] sum;
	private int count;

	/** @param n rows and columns of a tile */
	public Periodogram(final int n) {
		this.n = n;
		width = (n + 1) / 2;
		cos = new double[n * n];
		sin = new double[n * n];
		hann = new double[n];
		sum = new double[n * width];
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < n; j++) {
				cos[i * n + j] = Math.cos(2 * Math.PI * (i * j % n) / n);
				sin[i * n + j] = Math.sin(2 * Math.PI * (i * j % n) / n);
			}
			final double s = Math.sin(Math.PI * (i + 0.5) / n);
			hann[i] = s * s;
		}
	}

	/** Adds a tile of the first colour. */
	public void add(final Plane plane, final Window tile) {
		final double mean = mean(plane, tile);
		final double[] re = new double[n * width];
		final double[] im = new double[n * width];
		for (int y = 0; y < n; y++) {
			for (int x = 0; x < n; x++) {
				final double v = hann[y] * hann[x] * (plane.get(0, tile.y() + y, tile.x() + x) - mean);
				for (int u = 0; u < width; u++) {
					re[y * width + u] += v * cos[x * n + u];
					im[y * width + u] -= v * sin[x * n + u];
				}
			}
		}
		for (int v = 0; v < n; v++)
			addRow(v, re, im);
		count++;
	}

	private void addRow(final int v, final double[] re, final double[] im) {
		final double[] a = new double[width];
		final double[] b = new double[width];
		for (int y = 0; y < n; y++) {
			final double c = cos[v * n + y];
			final double s = sin[v * n + y];
			for (int u = 0; u < width; u++) {
				a[u] += c * re[y * width + u] + s * im[y * width + u];
				b[u] += c * im[y * width + u] - s * re[y * width + u];
			}
		}
		for (int u = 0; u < width; u++)
			sum[v * width + u] += a[u] * a[u] + b[u] * b[u];
	}

	/** Under the window, so that the windowed tile has no mean. */
	private double mean(final Plane plane, final Window tile) {
		double weighted = 0;
		double weights = 0;
		for (int y = 0; y < n; y++) {
			for (int x = 0; x < n; x++) {
				final double w = hann[y] * hann[x];
				weighted += w * plane.get(0, tile.y() + y, tile.x() + x);
				weights += w;
			}
		}
		return weighted / weights;
	}

	/** The mean power at v periods per tile up and down, and u (not negative) left and right; 1 for noise of variance 1. */
	public double get(final int v, final int u) {
		double squares = 0;
		for (final double w : hann)
			squares += w * w;
		return sum[Math.floorMod(v, n) * width + u] / (count * squares * squares);
	}
}
