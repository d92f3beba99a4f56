package org.zeroshotsr.resize;

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
