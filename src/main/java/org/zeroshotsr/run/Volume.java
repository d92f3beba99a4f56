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

import java.util.ArrayList;
import java.util.List;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;

/**
 * Planes of a stack that lie above each other, and how they are done: in bricks as deep as the stack, so that memory is
 * bounded by that and not by the stack. A brick's xz slices see what lies beyond it along x, its yz slices along y, as far
 * as one sample of the result depends on it.
 *
 * @param channels merged colours of a plane
 * @param depth    slices
 * @param height   rows of a slice
 * @param width    columns of a slice
 * @param factor   how many times the depth grows
 * @param rows     rows that a brick makes, at most
 * @param columns  columns that a brick makes, at most
 * @param margin   rows or columns that it sees beyond them
 */
record Volume(int channels, int depth, int height, int width, double factor, int rows, int columns, int margin) {

	/** Samples of the result that a brick makes, about, of a stack that is not very deep. */
	private static final long MOST = 1L << 25;
	/** Samples of the slices that are handed over together, about. */
	private static final int TOGETHER = 1 << 18;

	static Volume of(final Planes image, final double factor, final int margin) {
		return of(image, factor, margin, MOST);
	}

	/** The same with another limit, for tests. */
	static Volume of(final Planes image, final double factor, final int margin, final long most) {
		final int depth = Math.toIntExact(image.size()[image.order().axes().indexOf('Z')]);
		final long column = (long) image.channels() * new Factor(factor, 1).height(depth);
		final int side = (int) Math.max(1, Math.sqrt(most / (double) column));
		final long rows = most / (column * image.width());
		final boolean wide = rows >= side / 2.0; // less is seen twice then
		return new Volume(image.channels(), depth, image.height(), image.width(), factor, (int) Math.min(image.height(), wide ? rows : side), wide
			? image.width() : Math.min(image.width(), side), margin);
	}

	/** Slices of the result. */
	int large() {
		return new Factor(factor, 1).height(depth);
	}

	/** The slice that one of the result lies in. */
	int nearest(final int slice) {
		return new Growth(new Factor(1, 1), factor).from(slice, depth);
	}

	/** What bricks make of each slice, row by row. */
	List<Window> bricks() {
		final List<Window> bricks = new ArrayList<>();
		for (int y = 0; y < height; y += rows)
			for (int x = 0; x < width; x += columns)
				bricks.add(new Window(y, x, Math.min(rows, height - y), Math.min(columns, width - x)));
		return bricks;
	}

	/** What a brick sees of each slice. */
	Window seen(final Window brick) {
		final int top = Math.max(0, brick.y() - margin);
		final int left = Math.max(0, brick.x() - margin);
		return new Window(top, left, Math.min(height, brick.y() + brick.height() + margin) - top, Math.min(width, brick.x() + brick
			.width() + margin) - left);
	}

	/** How many xz or yz slices of so many columns are handed over together. */
	int together(final int length) {
		return Math.max(1, TOGETHER / (channels * depth * length));
	}

	/** The longest side that is seen, of any brick. */
	int longest() {
		return Math.max(Math.min(height, rows + 2 * margin), Math.min(width, columns + 2 * margin));
	}

	/** Rows of an engine's plane, as wide as the longest side, that holds what is handed over together, and what is made of it. */
	int heightTogether() {
		return (depth + 1) * (TOGETHER / (channels * depth) / longest() + 1);
	}

	/** Bytes that a brick takes, with what it sees and so many layers of what it makes. */
	long bytes(final int layers) {
		final long seen = Math.min(height, rows + 2L * margin) * Math.min(width, columns + 2L * margin);
		return Float.BYTES * channels * (depth * seen + (long) layers * large() * rows * columns);
	}

	/**
	 * An upright slice.
	 *
	 * @param slices what a brick sees of each
	 * @param at     the row that an xz slice lies in, or the column of a yz slice, of what is seen
	 * @param to     takes it, from row {@code top} on: slices are its rows
	 */
	static void upright(final Plane[] slices, final boolean xz, final int at, final Plane to, final int top) {
		for (int z = 0; z < slices.length; z++) {
			final Plane slice = slices[z];
			for (int c = 0; c < slice.channels; c++) {
				final int line = (c * to.height + top + z) * to.width;
				if (xz) System.arraycopy(slice.data, (c * slice.height + at) * slice.width, to.data, line, to.width);
				else for (int y = 0, from = c * slice.height * slice.width + at; y < to.width; y++, from += slice.width)
					to.data[line + y] = slice.data[from];
			}
		}
	}
}
