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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/**
 * How much there is to see in any rectangle of a plane: its mean absolute gradient, from a grid of block sums. Single
 * bright pixels count for no more than other strong edges.
 */
public final class Structure {

	private static final int BLOCK = 8;
	/** Of all gradients those above this share of them are capped. */
	private static final double CAPPED = 0.995;
	/** From how many gradients the cap is taken, at most. */
	private static final int SAMPLES = 1 << 16;

	private final int rows;
	private final int columns;
	/** Sums over all blocks above and left of a grid corner. */
	private final double[] integral;

	Structure(final Plane plane) {
		this(plane, null);
	}

	/** @param known pixels, to whose gradients alone it goes; null for all */
	Structure(final Plane plane, final Known known) {
		rows = (plane.height + BLOCK - 1) / BLOCK;
		columns = (plane.width + BLOCK - 1) / BLOCK;
		final float cap = cap(plane);
		final double[] sums = new double[rows * columns];
		for (int c = 0; c < plane.channels; c++) {
			for (int y = 0; y < plane.height - 1; y++) {
				final int row = (c * plane.height + y) * plane.width;
				final int blocks = y / BLOCK * columns;
				for (int x = 0; x < plane.width - 1; x++)
					if (known == null || known.around(y, x, 1)) sums[blocks + x / BLOCK] += Math.min(cap, gradient(plane, row + x));
			}
		}
		integral = new double[(rows + 1) * (columns + 1)];
		for (int y = 0; y < rows; y++) {
			double line = 0;
			for (int x = 0; x < columns; x++) {
				line += sums[y * columns + x];
				integral[(y + 1) * (columns + 1) + x + 1] = integral[y * (columns + 1) + x + 1] + line;
			}
		}
	}

	private static float gradient(final Plane plane, final int i) {
		return Math.abs(plane.data[i + 1] - plane.data[i]) + Math.abs(plane.data[i + plane.width] - plane.data[i]);
	}

	private static float cap(final Plane plane) {
		final int count = plane.data.length - plane.width - 1;
		if (count < 1) return Float.MAX_VALUE;
		final int stride = 1 + count / SAMPLES;
		final float[] gradients = new float[(count + stride - 1) / stride];
		for (int i = 0; i < gradients.length; i++)
			gradients[i] = gradient(plane, i * stride);
		Arrays.sort(gradients);
		return gradients[(int) (CAPPED * (gradients.length - 1))];
	}

	/** Mean over the blocks that the rectangle touches. */
	double of(final Window window) {
		final int top = Math.max(0, window.y() / BLOCK);
		final int left = Math.max(0, window.x() / BLOCK);
		final int bottom = Math.min(rows, (window.y() + window.height() + BLOCK - 1) / BLOCK);
		final int right = Math.min(columns, (window.x() + window.width() + BLOCK - 1) / BLOCK);
		final int n = columns + 1;
		final double sum = integral[bottom * n + right] - integral[top * n + right] - integral[bottom * n + left] +
			integral[top * n + left];
		return sum / Math.max(1, (bottom - top) * (right - left));
	}

	/** The best structured window of {@code side x side}, or less where the plane is smaller, on a grid of such. */
	public static Window best(final Plane plane, final Known known, final int side) {
		return grid(plane, known, side).get(0);
	}

	/** Windows of {@code side x side}, or less where the plane is smaller, next to each other, the best structured first. */
	public static List<Window> grid(final Plane plane, final Known known, final int side) {
		final int height = Math.min(side, plane.height);
		final int width = Math.min(side, plane.width);
		final Structure structure = new Structure(plane, known);
		final List<Window> grid = new ArrayList<>();
		for (int y = 0; y + height <= plane.height; y += height)
			for (int x = 0; x + width <= plane.width; x += width)
				grid.add(new Window(y, x, height, width));
		grid.sort(Comparator.comparingDouble(w -> -structure.of(w)));
		return grid;
	}
}
