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
package org.zeroshotsr.image;

import java.util.BitSet;

/**
 * The samples of a plane that are no numbers (NaN or infinite). For the work they are filled from their surroundings; in
 * the result they come back as what they were.
 */
public final class Holes {

	/** How far the surroundings are carried into a hole, in pixels; deeper inside it is filled with the mean. */
	private static final int DEPTH = 32;

	private final int height;
	private final int width;
	private final BitSet nan = new BitSet();
	private final BitSet negative = new BitSet();
	private final BitSet positive = new BitSet();

	private Holes(final Plane plane) {
		height = plane.height;
		width = plane.width;
		for (int i = 0; i < plane.data.length; i++) {
			final float v = plane.data[i];
			if (Float.isFinite(v)) continue;
			if (Float.isNaN(v)) nan.set(i);
			else if (v < 0) negative.set(i);
			else positive.set(i);
		}
	}

	/** The holes of a plane, which is left as it is; null where there are none. */
	public static Holes of(final Plane plane) {
		final Holes holes = new Holes(plane);
		return holes.count() == 0 ? null : holes;
	}

	/**
	 * Finds the holes of {@code plane} and fills them in place, from their edges inwards, each with the mean of the
	 * neighbours that are known. A channel without any number becomes 0. Returns null where there is no hole.
	 */
	public static Holes fill(final Plane plane) {
		final Holes holes = of(plane);
		if (holes == null) return null;
		for (int c = 0; c < plane.channels; c++)
			holes.fill(plane, c);
		return holes;
	}

	/** How many samples are missing. */
	public int count() {
		return nan.cardinality() + negative.cardinality() + positive.cardinality();
	}

	private boolean missing(final int i) {
		return nan.get(i) || negative.get(i) || positive.get(i);
	}

	private void fill(final Plane plane, final int c) {
		final int first = c * height * width;
		BitSet open = new BitSet();
		for (int i = first; i < first + height * width; i++)
			if (missing(i)) open.set(i - first);
		if (open.cardinality() == height * width) {
			for (int i = first; i < first + height * width; i++)
				plane.data[i] = 0;
			return;
		}
		for (int depth = 0; depth < DEPTH && !open.isEmpty(); depth++) {
			final BitSet still = (BitSet) open.clone();
			for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
				final int y = i / width;
				final int x = i % width;
				double sum = 0;
				int known = 0;
				for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
					for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
						if (open.get(v * width + u)) continue;
						sum += plane.data[first + v * width + u];
						known++;
					}
				}
				if (known == 0) continue;
				plane.data[first + i] = (float) (sum / known);
				still.clear(i);
			}
			open = still;
		}
		double sum = 0;
		for (int i = 0; i < height * width; i++)
			if (!open.get(i)) sum += plane.data[first + i];
		final float mean = (float) (sum / (height * width - open.cardinality()));
		open.stream().forEach(i -> plane.data[first + i] = mean);
	}

	/**
	 * Puts the holes into a part of the enlarged plane: every sample whose nearest low-resolution sample was a hole.
	 *
	 * @param part    the part of the enlarged plane, changed in place
	 * @param y       its first row in the enlarged plane
	 * @param x       its first column
	 * @param rows    how many times the plane grew along its rows
	 * @param columns and along its columns
	 */
	public void reopen(final Plane part, final int y, final int x, final double rows, final double columns) {
		for (int v = 0; v < part.height; v++) {
			final int lowY = Math.min(height - 1, (int) ((y + v + 0.5) / rows));
			for (int u = 0; u < part.width; u++) {
				final int lowX = Math.min(width - 1, (int) ((x + u + 0.5) / columns));
				for (int c = 0; c < part.channels; c++) {
					final int low = (c * height + lowY) * width + lowX;
					final int i = (c * part.height + v) * part.width + u;
					if (nan.get(low)) part.data[i] = Float.NaN;
					else if (negative.get(low)) part.data[i] = Float.NEGATIVE_INFINITY;
					else if (positive.get(low)) part.data[i] = Float.POSITIVE_INFINITY;
				}
			}
		}
	}
}
