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

import java.util.Arrays;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.run.PlaneSource;
import org.zeroshotsr.run.Planes;

/** A stack seen from the side: its planes are xz slices, whose rows are the stack's slices, and which are counted along y. */
final class Upright implements PlaneSource {

	private final Planes stack;
	private final int z;

	private Upright(final Planes stack) {
		this.stack = stack;
		z = stack.order().axes().indexOf('Z');
	}

	/** @param stack with an axis Z */
	static Planes of(final Planes stack) {
		final String axes = stack.order().axes().replace('Y', '?').replace('Z', 'Y').replace('?', 'Z');
		return new Planes(new Upright(stack), PlaneOrder.of(axes, stack.size()), stack.size(), stack.type());
	}

	@Override
	public Plane read(final long[] position) {
		return read(position, new Window(0, 0, Math.toIntExact(stack.size()[z]), stack.width()));
	}

	@Override
	public Plane read(final long[] position, final Window part) {
		final Plane slice = new Plane(stack.channels(), part.height(), part.width());
		final long[] plane = position.clone();
		final int y = Math.toIntExact(position[stack.order().y()]);
		plane[stack.order().y()] = 0;
		for (int row = 0; row < part.height(); row++) {
			plane[z] = part.y() + row;
			final Plane line = stack.source().read(plane, new Window(y, part.x(), 1, part.width()));
			for (int c = 0; c < slice.channels; c++)
				System.arraycopy(line.data, c * line.width, slice.data, (c * slice.height + row) * slice.width, line.width);
		}
		return slice;
	}

	/** The row of a plane of the stack that lies in an xz slice, or -1 where none of it does. */
	static int row(final PlaneOrder upright, final long[] slice, final long[] plane) {
		final long[] same = plane.clone();
		same[upright.y()] = 0;
		final int y = upright.axes().indexOf('Z');
		same[y] = slice[y];
		return Arrays.equals(same, slice) ? Math.toIntExact(slice[y]) : -1;
	}

	/** With so many rows, each of them as often as it takes: slices as thick as they are far apart. */
	static Plane tall(final Plane slice, final int rows) {
		final Plane tall = new Plane(slice.channels, rows, slice.width);
		for (int c = 0; c < slice.channels; c++)
			for (int y = 0; y < rows; y++)
				System.arraycopy(slice.data, (c * slice.height + y * slice.height / rows) * slice.width, tall.data, (c * rows + y) *
					slice.width, slice.width);
		return tall;
	}
}
