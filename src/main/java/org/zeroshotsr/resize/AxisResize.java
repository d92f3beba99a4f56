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
package org.zeroshotsr.resize;

import org.zeroshotsr.image.Bands;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** A resize whose output positions are those of one axis down the columns and one along the rows. */
abstract class AxisResize implements Resize {

	final Axis rows;
	final Axis columns;

	AxisResize(final Axis rows, final Axis columns) {
		this.rows = rows;
		this.columns = columns;
	}

	/** The same kind of resize between other axes. */
	abstract Resize between(Axis otherRows, Axis otherColumns);

	/** Makes the rows of an output plane one by one; for one thread, since it has room of its own for lines. */
	interface RowMaker {

		/** Row {@code o} of a channel, whose first input sample is {@code in.data[base]}, becomes {@code to[at]} on. */
		void make(Plane in, int base, int o, float[] to, int at);
	}

	abstract RowMaker rowMaker();

	@Override
	public void apply(final Plane in, final Plane out) {
		check(in, out);
		Bands.each(in.channels * rows.out, Math.max(in.data.length, out.data.length), (from, to) -> {
			final RowMaker maker = rowMaker();
			for (int r = from; r < to; r++)
				maker.make(in, r / rows.out * in.height * in.width, r % rows.out, out.data, r * out.width);
		});
	}

	@Override
	public void addTo(final Plane in, final Plane out) {
		check(in, out);
		Bands.each(in.channels * rows.out, Math.max(in.data.length, out.data.length), (from, to) -> {
			final RowMaker maker = rowMaker();
			final float[] row = new float[out.width];
			for (int r = from; r < to; r++) {
				maker.make(in, r / rows.out * in.height * in.width, r % rows.out, row, 0);
				for (int x = 0, i = r * out.width; x < row.length; x++, i++)
					out.data[i] += row[x];
			}
		});
	}

	private void check(final Plane in, final Plane out) {
		if (in.height != rows.in || in.width != columns.in)
			throw new IllegalArgumentException("this resize takes planes of " + rows.in + " x " + columns.in + ", not " +
				in.height + " x " + in.width);
		if (out.channels != in.channels || out.height != rows.out || out.width != columns.out)
			throw new IllegalArgumentException("this resize makes planes of " + rows.out + " x " + columns.out + " in " +
				in.channels + " channels, not " + out.height + " x " + out.width + " in " + out.channels);
		if (in.data == out.data) throw new IllegalArgumentException("a plane cannot be resized into itself");
	}

	@Override
	public int inHeight() {
		return rows.in;
	}

	@Override
	public int inWidth() {
		return columns.in;
	}

	@Override
	public int outHeight() {
		return rows.out;
	}

	@Override
	public int outWidth() {
		return columns.out;
	}

	@Override
	public Resize window(final Window in, final Window out) {
		return between(rows.window(in.y(), in.height(), out.y(), out.height()), columns.window(in.x(), in.width(), out.x(),
			out.width()));
	}
}
