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

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.resize.Factor;

/**
 * The parts in which planes are done: whole ones, or where they are too large for that, bricks, all of one size, that overlap
 * by more than what one sample of the result depends on. So nothing is seen of them in the result, and memory does not grow
 * with the plane. A brick's position is that of its plane with the first column and row that it makes at X and Y.
 */
final class Bricks {

	/** Samples of a plane that is done whole. */
	static final long MOST = 1L << 25;
	/** Rows and columns that a brick makes, at least, and those that it sees beyond them. */
	private static final int SIDE = 4096 - 2 * 192;
	private static final int MARGIN = 192;
	/** Samples after which the result's grid lies on the plane's again, at most. */
	private static final int PERIOD = 100;
	private static final double EXACT = 1e-9;

	/** One axis of the plane: how long it is, what bricks make of it, and how much they see. */
	private record Side(int length, int step, int margin, int size) {

		static Side whole(final int length) {
			return new Side(length, length, 0, length);
		}

		static Side of(final int length, final double factor, final int side) {
			final int period = period(factor);
			final int step = up(side, period);
			final int margin = up(MARGIN, period);
			final int least = step + 2 * margin;
			return length <= least ? whole(length) : new Side(length, step, margin, least + (length - least) % period);
		}

		private static int period(final double factor) {
			for (int n = 1; n <= PERIOD; n++)
				if (Math.abs(n * factor - Math.rint(n * factor)) < EXACT) return n;
			throw new BadInput("scale: planes of this size are done in parts, for which a factor has two decimals at most, as 1.5 or 1.37; " +
				factor + " is not possible");
		}

		private static int up(final int value, final int period) {
			return (value + period - 1) / period * period;
		}

		int count() {
			return (length + step - 1) / step;
		}

		/** Where the brick begins that makes what begins at {@code first}. */
		int start(final int first) {
			return Math.min(Math.max(0, first - margin), length - size);
		}

		int end(final int first) {
			return Math.min(length, first + step);
		}
	}

	private final PlaneOrder order;
	private final Factor factor;
	private final Side rows;
	private final Side columns;

	private Bricks(final PlaneOrder order, final Factor factor, final Side rows, final Side columns) {
		this.order = order;
		this.factor = factor;
		this.rows = rows;
		this.columns = columns;
	}

	/**
	 * @param channels merged colours of a plane
	 * @throws BadInput where a plane is too large to be done whole, and the factor does not allow for parts
	 */
	static Bricks of(final PlaneOrder order, final int channels, final int height, final int width, final Factor factor) {
		return of(order, channels, height, width, factor, MOST, SIDE);
	}

	/** The same with other limits, for tests. */
	static Bricks of(final PlaneOrder order, final int channels, final int height, final int width, final Factor factor,
		final long most, final int side)
	{
		return (long) channels * height * width <= most ? new Bricks(order, factor, Side.whole(height), Side.whole(width))
			: new Bricks(order, factor, Side.of(height, factor.rows(), side), Side.of(width, factor.columns(), side));
	}

	/** Whether planes are done whole. */
	boolean isWhole() {
		return count() == 1;
	}

	/** Bricks of a plane. */
	int count() {
		return rows.count() * columns.count();
	}

	/** Rows of a brick. */
	int height() {
		return rows.size;
	}

	/** Columns of a brick. */
	int width() {
		return columns.size;
	}

	/** The bricks of a plane, row by row. */
	List<long[]> of(final long[] plane) {
		final List<long[]> bricks = new ArrayList<>();
		for (int y = 0; y < rows.length; y += rows.step)
			for (int x = 0; x < columns.length; x += columns.step) {
				final long[] brick = plane.clone();
				brick[order.y()] = y;
				brick[order.x()] = x;
				bricks.add(brick);
			}
		return bricks;
	}

	/** The bricks of several planes. */
	List<long[]> of(final List<long[]> planes) {
		return planes.stream().flatMap(plane -> of(plane).stream()).toList();
	}

	/** Of each plane the brick in the middle; of a single one all. */
	List<long[]> samples(final List<long[]> planes) {
		return planes.size() == 1 ? of(planes) : planes.stream().map(plane -> of(plane).get((rows.count() / 2) * columns.count() +
			columns.count() / 2)).toList();
	}

	/** Whether a brick is its plane's last. */
	boolean isLast(final long[] brick) {
		return rows.end(y(brick)) == rows.length && columns.end(x(brick)) == columns.length;
	}

	private int y(final long[] brick) {
		return (int) brick[order.y()];
	}

	private int x(final long[] brick) {
		return (int) brick[order.x()];
	}

	/** What a brick sees of its plane. */
	Window window(final long[] brick) {
		return new Window(rows.start(y(brick)), columns.start(x(brick)), rows.size, columns.size);
	}

	/** What it makes, in samples of the plane. */
	Window made(final long[] brick) {
		return new Window(y(brick), x(brick), rows.end(y(brick)) - y(brick), columns.end(x(brick)) - x(brick));
	}

	/** The same in samples of the result. */
	Window result(final long[] brick) {
		final int top = large(y(brick), factor.rows());
		final int left = large(x(brick), factor.columns());
		return new Window(top, left, factor.height(rows.end(y(brick))) - top, factor.width(columns.end(x(brick))) - left);
	}

	/** Row of the result where a brick's own result begins. */
	int top(final long[] brick) {
		return large(rows.start(y(brick)), factor.rows());
	}

	/** Column of the result where a brick's own result begins. */
	int left(final long[] brick) {
		return large(columns.start(x(brick)), factor.columns());
	}

	private static int large(final int place, final double factor) {
		return (int) Math.rint(place * factor);
	}

	/** Position of a brick's plane. */
	long[] plane(final long[] brick) {
		final long[] plane = brick.clone();
		plane[order.y()] = 0;
		plane[order.x()] = 0;
		return plane;
	}

	/** What happened to each plane, from what happened to its bricks. */
	List<PlaneReport> planes(final List<PlaneReport> bricks) {
		if (isWhole()) return List.copyOf(bricks);
		final List<PlaneReport> planes = new ArrayList<>();
		for (int i = 0; i < bricks.size(); i += count())
			planes.add(PlaneReport.of(bricks.subList(i, i + count())));
		return planes;
	}
}
