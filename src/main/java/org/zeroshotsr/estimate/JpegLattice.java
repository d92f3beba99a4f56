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

import java.util.List;

import org.zeroshotsr.image.Plane;

/**
 * Tells whether an image of whole numbers up to 255 was compressed as JPEG: in blocks of 8 x 8 pixels its cosine transform
 * has values on a lattice, multiples of the quantisation's step (Fan, de Queiroz, Identification of bitmap compression
 * history, IEEE Trans. Image Process. 12, 2003), and in blocks elsewhere not. Works where the steps between blocks are too
 * small to be seen.
 */
final class JpegLattice {

	private static final int SIDE = 8;
	/** Blocks that are looked at. */
	private static final int MOST = 600;
	/** Fewer that are not 0 at a frequency tell nothing of it. */
	private static final int FEWEST = 40;
	/** Quantisation's steps that are tried; finer ones drown in the rounding of pixels. */
	private static final int FINEST = 2;
	private static final int COARSEST = 40;
	/** Frequencies, down and across: low ones, which most blocks have, and some that fine quantisation makes coarse. */
	private static final int[][] FREQUENCIES = { { 0, 1 }, { 1, 0 }, { 1, 1 }, { 0, 2 }, { 2, 0 }, { 1, 2 }, { 2, 1 }, { 2, 2 }, { 0, 3 }, { 3, 0 },
		{ 1, 3 }, { 3, 1 }, { 0, 4 }, { 4, 0 }, { 3, 3 }, { 2, 4 }, { 4, 2 }, { 0, 5 }, { 5, 0 }, { 4, 4 }, { 5, 5 } };
	/** Fewer frequencies tell nothing. */
	private static final int FEWEST_TOLD = 3;
	/** Of the pixels of a block so many may be cut off. */
	private static final int CUT = 4;

	/** Cosines of a full turn. */
	private static final double[] TURN = new double[256];
	/** Orthonormal, by frequency and sample. */
	private static final double[][] COSINE = new double[SIDE][SIDE];

	static {
		for (int i = 0; i < TURN.length; i++)
			TURN[i] = Math.cos(2 * Math.PI * i / TURN.length);
		for (int k = 0; k < SIDE; k++)
			for (int x = 0; x < SIDE; x++)
				COSINE[k][x] = Math.sqrt((k == 0 ? 1.0 : 2.0) / SIDE) * Math.cos(Math.PI * (x + 0.5) * k / SIDE);
	}

	private JpegLattice() {}

	/** How much more of a lattice the values have than those of blocks elsewhere, 0 to 1; 0 where nothing can be told. */
	static double of(final List<Plane> planes) {
		for (final Plane p : planes)
			for (int i = 0; i < p.data.length; i++)
				if (Float.isFinite(p.data[i]) && (p.data[i] < 0 || p.data[i] > 255 || p.data[i] != Math.rint(p.data[i]))) return 0;
		final List<Plane> lumas = planes.stream().filter(p -> p.height >= 4 * SIDE && p.width >= 4 * SIDE).map(JpegLattice::luma).toList();
		if (lumas.isEmpty()) return 0;
		final int[] at = corner(lumas);
		final double[] elsewhere = lattice(lumas, at[0] + SIDE / 2, at[1] + SIDE / 2);
		final double cropped = more(lattice(lumas, at[0], at[1]), elsewhere);
		return at[0] == 0 && at[1] == 0 ? cropped : Math.max(cropped, more(lattice(lumas, 0, 0), elsewhere));
	}

	/** The mean difference, where both tell something. */
	private static double more(final double[] here, final double[] elsewhere) {
		double sum = 0;
		int told = 0;
		for (int f = 0; f < here.length; f++) {
			if (Double.isNaN(here[f] + elsewhere[f])) continue;
			sum += here[f] - elsewhere[f];
			told++;
		}
		return told < FEWEST_TOLD ? 0 : Math.max(0, sum / told);
	}

	/** JPEG's own weights. */
	private static Plane luma(final Plane plane) {
		if (plane.channels != 3) return plane;
		final Plane luma = new Plane(1, plane.height, plane.width);
		final int n = luma.data.length;
		for (int i = 0; i < n; i++)
			luma.data[i] = 0.299f * plane.data[i] + 0.587f * plane.data[n + i] + 0.114f * plane.data[2 * n + i];
		return luma;
	}

	/** Row and column where blocks begin, by how often there is a step. */
	private static int[] corner(final List<Plane> planes) {
		final double[] down = new double[SIDE];
		final double[] across = new double[SIDE];
		for (final Plane p : planes)
			for (int y = 2; y + 1 < p.height; y++)
				for (int x = 2; x + 1 < p.width; x++) {
					final int i = y * p.width + x;
					if (greater(p.data, i, 1)) across[x % SIDE]++;
					if (greater(p.data, i, p.width)) down[y % SIDE]++;
				}
		return new int[] { greatest(down), greatest(across) };
	}

	/** Whether the step before sample i is greater than both beside it; how much does not count, for edges are no blocks. */
	private static boolean greater(final float[] d, final int i, final int by) {
		final double step = Math.abs(d[i] - d[i - by]);
		return step > Math.abs(d[i - by] - d[i - 2 * by]) && step > Math.abs(d[i + by] - d[i]);
	}

	private static int greatest(final double[] values) {
		int best = 0;
		for (int i = 1; i < values.length; i++)
			if (values[i] > values[best]) best = i;
		return best;
	}

	/** For each frequency how much of a lattice its values have at most; NaN where too few are not 0. */
	private static double[] lattice(final List<Plane> planes, final int top, final int left) {
		final double[][] values = new double[FREQUENCIES.length][MOST];
		int all = 0;
		for (final Plane p : planes)
			all += ((p.height - top) / SIDE) * ((p.width - left) / SIDE);
		final int stride = 1 + all / MOST;
		int count = 0;
		int block = 0;
		for (final Plane p : planes)
			for (int y = top; y + SIDE <= p.height; y += SIDE)
				for (int x = left; x + SIDE <= p.width; x += SIDE)
					if (block++ % stride == 0 && count < MOST && transform(p, y, x, values, count)) count++;
		final double[] found = new double[values.length];
		for (int f = 0; f < found.length; f++)
			found[f] = lattice(values[f], count);
		return found;
	}

	private static double lattice(final double[] values, final int count) {
		double best = Double.NaN;
		for (int q = FINEST; q <= COARSEST; q++) {
			double re = 0;
			double im = 0;
			int n = 0;
			for (int i = 0; i < count; i++) {
				if (Math.abs(values[i]) < 0.7 * q) continue;
				final int turn = Math.floorMod((int) Math.rint(values[i] / q * TURN.length), TURN.length);
				re += TURN[turn];
				im += TURN[(turn + TURN.length * 3 / 4) % TURN.length];
				n++;
			}
			if (n < FEWEST) break;
			// symmetric: what is not real is no lattice, and chance is taken away
			final double r = (re - Math.abs(im)) / n - 1.5 / Math.sqrt(n);
			if (!(best > r)) best = r;
		}
		return best;
	}

	/** Whether all of the block is known, and hardly cut off. */
	private static boolean transform(final Plane p, final int top, final int left, final double[][] to, final int count) {
		int cut = 0;
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++) {
				final float v = p.get(0, top + y, left + x);
				if (!Float.isFinite(v)) return false;
				if (v <= 0 || v >= 255) cut++;
			}
		if (cut > CUT) return false;
		for (int f = 0; f < FREQUENCIES.length; f++) {
			double sum = 0;
			for (int y = 0; y < SIDE; y++)
				for (int x = 0; x < SIDE; x++)
					sum += p.get(0, top + y, left + x) * COSINE[FREQUENCIES[f][0]][y] * COSINE[FREQUENCIES[f][1]][x];
			to[f][count] = sum;
		}
		return true;
	}
}
