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

import java.util.Arrays;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Orientation;
import org.zeroshotsr.image.Plane;

/** See {@link Kernel#measured}. */
final class MeasuredKernel implements Kernel {

	/** How far, in pixels, a centre of mass may lie from a multiple of half a pixel and be taken for it. */
	private static final double SNAP = 0.05;

	/** What a dark border may hold that is left out, as a fraction of the kernel's sum; at each side a quarter of it. */
	private static final double DARK = 1e-4;

	/** As they were given: normalising them once more would change last bits. */
	private final double[][] given;
	/** Without the dark border. */
	private final double[][] samples;
	/** Counted from the first of {@code samples}. */
	private final double centreRow;
	private final double centreColumn;
	/** Made when a shrink asks for it. */
	private SeparableSum separable;

	private MeasuredKernel(final double[][] given, final double[][] samples, final double centreRow,
		final double centreColumn)
	{
		this.given = given;
		this.samples = samples;
		this.centreRow = centreRow;
		this.centreColumn = centreColumn;
	}

	static MeasuredKernel of(final double[][] given) {
		if (given.length == 0 || given[0].length == 0) throw new BadInput("the kernel is empty");
		final int width = given[0].length;
		final double[] rowSums = new double[given.length];
		final double[] columnSums = new double[width];
		double sum = 0;
		double size = 0;
		double y = 0;
		double x = 0;
		for (int r = 0; r < given.length; r++) {
			if (given[r].length != width)
				throw new BadInput("the kernel's row " + (r + 1) + " has " + given[r].length +
					" samples, row 1 has " + width + ": all rows have to be of one length");
			for (int c = 0; c < width; c++) {
				final double k = given[r][c];
				if (!Double.isFinite(k))
					throw new BadInput("the kernel's sample in row " + (r + 1) + ", column " + (c + 1) +
						" is " + k + ": all have to be finite");
				sum += k;
				size += Math.abs(k);
				rowSums[r] += Math.abs(k);
				columnSums[c] += Math.abs(k);
				y += r * k;
				x += c * k;
			}
		}
		if (!(sum > 1e-6 * size && Double.isFinite(size)))
			throw new BadInput("the kernel's samples sum to " + sum +
				": the sum has to be over 0 for the image to keep its brightness");
		final double centreRow = centre(y / sum, given.length, "row");
		final double centreColumn = centre(x / sum, width, "column");
		final int[] rows = kept(rowSums, DARK / 4 * sum);
		final int[] columns = kept(columnSums, DARK / 4 * sum);
		final double[][] samples = new double[rows[1] - rows[0]][];
		for (int r = 0; r < samples.length; r++)
			samples[r] = Arrays.copyOfRange(given[rows[0] + r], columns[0], columns[1]);
		normalise(samples);
		return new MeasuredKernel(copy(given), samples, centreRow - rows[0], centreColumn - columns[0]);
	}

	/** From which line on, and up to which, lines are kept: those outside hold less than {@code least} at either end. */
	private static int[] kept(final double[] sums, final double least) {
		int from = 0;
		for (double dark = sums[from]; dark < least; dark += sums[from])
			from++;
		int to = sums.length;
		for (double dark = sums[to - 1]; dark < least; dark += sums[to - 1])
			to--;
		return new int[] { from, to };
	}

	/** Divides by the sum. */
	static void normalise(final double[][] samples) {
		double sum = 0;
		for (final double[] row : samples)
			for (final double k : row)
				sum += k;
		for (final double[] row : samples)
			for (int c = 0; c < row.length; c++)
				row[c] /= sum;
	}

	private static double centre(final double mass, final int size, final String what) {
		if (!(mass > -0.5 && mass < size - 0.5))
			throw new BadInput("the kernel's centre of mass, " + what + " " + mass + " of " + size +
				" counted from 0, lies outside it: are its negative samples right?");
		final double half = Math.rint(2 * mass) / 2;
		return Math.abs(mass - half) <= SNAP ? half : mass;
	}

	@Override
	public Resize shrink(final int height, final int width, final int lowHeight, final int lowWidth, final Factor f) {
		final int rows = samples.length;
		final int columns = samples[0].length;
		if (rows > height || columns > width)
			throw new BadInput("the kernel, " + rows + " x " + columns + (rows == given.length && columns ==
				given[0].length ? "" : " without its dark border") + ", is larger than the image it is to shrink, " + height +
				" x " + width + ": crop the kernel, or take a larger image");
		final Axis down = Axis.correlate(height, lowHeight, f.rows(), rows, centreRow);
		final Axis across = Axis.correlate(width, lowWidth, f.columns(), columns, centreColumn);
		final Resize fast = rows * columns < SeparableSum.LARGE ? null : separable().resize(down, across, f);
		return fast == null ? new CorrelationResize(samples, down, across) : fast;
	}

	private synchronized SeparableSum separable() {
		if (separable == null) separable = SeparableSum.of(samples);
		return separable;
	}

	@Override
	public int reach(final Factor f) {
		return Math.max(reach(samples.length, centreRow, f.rows()), reach(samples[0].length, centreColumn, f.columns()));
	}

	/** To the farther edge; cubic interpolation, where the taps fall between pixels, reaches 2 more. */
	private static int reach(final int size, final double centre, final double factor) {
		final double first = (factor - 1) / 2 - centre;
		final boolean whole = factor == Math.rint(factor) && first == Math.rint(first);
		return (int) Math.ceil(Math.max(centre + 0.5, size - 0.5 - centre)) + (whole ? 0 : 2);
	}

	@Override
	public boolean symmetric(final Orientation orientation) {
		return symmetric(samples, orientation);
	}

	static boolean symmetric(final double[][] samples, final Orientation orientation) {
		final Plane plane = new Plane(1, samples.length, samples[0].length);
		double peak = 0;
		for (int i = 0; i < plane.data.length; i++) {
			plane.data[i] = (float) samples[i / plane.width][i % plane.width];
			peak = Math.max(peak, Math.abs(plane.data[i]));
		}
		final Plane turned = orientation.apply(plane);
		if (turned.height != plane.height) return false;
		for (int i = 0; i < plane.data.length; i++)
			if (Math.abs(plane.data[i] - turned.data[i]) > 1e-6 * peak) return false;
		return true;
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
		return "measured " + given.length + "x" + given[0].length;
	}
}
