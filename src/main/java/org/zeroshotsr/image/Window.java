package org.zeroshotsr.image;

/** A rectangle of pixels: first row, first column, rows, columns. */
public record Window(int y, int x, int height, int width) {

	/** The middle of a plane, at most {@code side} rows and columns of it. */
	public static Window middle(final int height, final int width, final int side) {
		final int rows = Math.min(height, side);
		final int columns = Math.min(width, side);
		return new Window((height - rows) / 2, (width - columns) / 2, rows, columns);
	}
}
