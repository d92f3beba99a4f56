package org.zeroshotsr.resize;

import org.zeroshotsr.image.Orientation;

/** A kernel that is the product of a profile along the rows' axis (down) and one along the columns'. */
record SeparableKernel(Profile rows, Profile columns) implements Kernel {

	SeparableKernel(final Profile both) {
		this(both, both);
	}

	@Override
	public Resize shrink(final int height, final int width, final int lowHeight, final int lowWidth, final Factor f) {
		return Resizes.resample(height, width, lowHeight, lowWidth, f.rows(), f.columns(), rows, columns);
	}

	@Override
	public int reach(final Factor f) {
		return (int) Math.ceil(Math.max(rows.radius() * f.rows(), columns.radius() * f.columns())) + 1;
	}

	@Override
	public boolean symmetric(final Orientation orientation) {
		return rows == columns || !orientation.isTransposed();
	}

	@Override
	public double[] gaussian() {
		return rows.sigma() == 0 ? null : new double[] { rows.sigma(), columns.sigma(), 0 };
	}

	@Override
	public String toString() {
		return rows == columns ? rows.name() : rows.name() + " x " + columns.name();
	}
}
