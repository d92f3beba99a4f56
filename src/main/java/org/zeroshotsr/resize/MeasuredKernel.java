package org.zeroshotsr.resize;

import java.util.Arrays;

/** See {@link Kernel#measured}. */
final class MeasuredKernel implements Kernel {

	/** How far, in pixels, a centre of mass may lie from a multiple of half a pixel and be taken for it. */
	private static final double SNAP = 0.05;

	/** As they were given: normalising them once more would change last bits. */
	private final double[][] given;
	private final double[][] samples;
	private final double centreRow;
	private final double centreColumn;

	private MeasuredKernel(final double[][] given, final double[][] samples, final double centreRow,
		final double centreColumn)
	{
		this.given = given;
		this.samples = samples;
		this.centreRow = centreRow;
		this.centreColumn = centreColumn;
	}

	static MeasuredKernel of(final double[][] given) {
		if (given.length == 0 || given[0].length == 0) throw new IllegalArgumentException("the kernel is empty");
		final int width = given[0].length;
		double sum = 0;
		double size = 0;
		double y = 0;
		double x = 0;
		for (int r = 0; r < given.length; r++) {
			if (given[r].length != width)
				throw new IllegalArgumentException("the kernel's row " + (r + 1) + " has " + given[r].length +
					" samples, row 1 has " + width + ": all rows have to be of one length");
			for (int c = 0; c < width; c++) {
				final double k = given[r][c];
				if (!Double.isFinite(k))
					throw new IllegalArgumentException("the kernel's sample in row " + (r + 1) + ", column " + (c + 1) +
						" is " + k + ": all have to be finite");
				sum += k;
				size += Math.abs(k);
				y += r * k;
				x += c * k;
			}
		}
		if (!(sum > 1e-6 * size && Double.isFinite(size)))
			throw new IllegalArgumentException("the kernel's samples sum to " + sum +
				": the sum has to be over 0 for the image to keep its brightness");
		final double[][] samples = new double[given.length][width];
		for (int r = 0; r < given.length; r++)
			for (int c = 0; c < width; c++)
				samples[r][c] = given[r][c] / sum;
		return new MeasuredKernel(copy(given), samples, centre(y / sum, given.length, "row"), centre(x / sum, width, "column"));
	}

	private static double centre(final double mass, final int size, final String what) {
		if (!(mass > -0.5 && mass < size - 0.5))
			throw new IllegalArgumentException("the kernel's centre of mass, " + what + " " + mass + " of " + size +
				" counted from 0, lies outside it: are its negative samples right?");
		final double half = Math.rint(2 * mass) / 2;
		return Math.abs(mass - half) <= SNAP ? half : mass;
	}

	@Override
	public Resize shrink(final int height, final int width, final int lowHeight, final int lowWidth, final Factor f) {
		final int rows = samples.length;
		final int columns = samples[0].length;
		if (rows > height || columns > width)
			throw new IllegalArgumentException("the kernel, " + rows + " x " + columns +
				", is larger than the image it is to shrink, " + height + " x " + width + ": crop the kernel's dark border, or take a larger image");
		return new CorrelationResize(samples, Axis.correlate(height, lowHeight, f.rows(), rows, centreRow), Axis
			.correlate(width, lowWidth, f.columns(), columns, centreColumn));
	}

	@Override
	public int reach(final Factor f) {
		// the centre may lie anywhere inside; cubic interpolation between pixels reaches 2 more
		return Math.max(samples.length, samples[0].length) + 2;
	}

	@Override
	public boolean symmetric() {
		final int n = samples.length;
		if (samples[0].length != n) return false;
		double peak = 0;
		double off = 0;
		for (int r = 0; r < n; r++)
			for (int c = 0; c < n; c++) {
				final double k = samples[r][c];
				peak = Math.max(peak, Math.abs(k));
				// Left-right and diagonal mirrors make up all flips and turns.
				off = Math.max(off, Math.max(Math.abs(k - samples[r][n - 1 - c]), Math.abs(k - samples[c][r])));
			}
		return off <= 1e-6 * peak;
	}

	@Override
	public double[][] samples() {
		return copy(given);
	}

	private static double[][] copy(final double[][] rows) {
		return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
	}

	@Override
	public String toString() {
		return "measured " + samples.length + "x" + samples[0].length;
	}
}
