package org.zeroshotsr.resize;

import org.zeroshotsr.image.BadInput;

/** How many times an image grows along rows (height) and columns (width); each at least 1, not necessarily whole. */
public record Factor(double rows, double columns) {

	public Factor {
		if (!(rows >= 1 && columns >= 1 && rows < 1e6 && columns < 1e6))
			throw new BadInput("a scale factor has to be 1 or more, not " + rows + "x" + columns);
	}

	/** Rows after enlargement: ceil(height x factor), safe against rounding (30 x 1.1 is 33, not 34). */
	public int height(final int lowHeight) {
		return grown(lowHeight, rows);
	}

	/** Columns after enlargement: ceil(width x factor). */
	public int width(final int lowWidth) {
		return grown(lowWidth, columns);
	}

	/** Rows after shrinking: ceil(height / factor). At a factor that is not whole, one more than were enlarged, sometimes. */
	public int lowHeight(final int height) {
		return grown(height, 1 / rows);
	}

	/** Columns after shrinking: ceil(width / factor). */
	public int lowWidth(final int width) {
		return grown(width, 1 / columns);
	}

	private static int grown(final int size, final double factor) {
		return Math.toIntExact((long) Math.ceil(size * factor - 1e-9 * size));
	}

	/** The whole part of the factor: how many rows and columns a network makes of one; what is left is under 2. */
	public Factor block() {
		return new Factor(Math.floor(rows), Math.floor(columns));
	}

	public boolean isotropic() {
		return rows == columns;
	}
}
