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

import org.zeroshotsr.image.Orientation;

/**
 * A Gaussian with axes of its own; see {@link Kernel#gaussian(double, double, double)}.
 *
 * @param rows    sigma of the axis that lies along the image's columns (up and down) before the turn, low-resolution pixels
 * @param columns sigma of the other axis
 * @param angle   of the turn, counter-clockwise as seen on the screen, in degrees
 */
record TurnedGaussian(double rows, double columns, double angle) implements Kernel {

	private static final double CUT = 5;

	@Override
	public Resize shrink(final int height, final int width, final int lowHeight, final int lowWidth, final Factor f) {
		final double[][] samples = samples(f);
		final int down = samples.length;
		final int across = samples[0].length;
		return new CorrelationResize(samples, Axis.correlate(height, lowHeight, f.rows(), down, (down - 1) / 2.0), Axis
			.correlate(width, lowWidth, f.columns(), across, (across - 1) / 2.0));
	}

	/** On the high-resolution grid about a low-resolution sample: on pixels, or between them where the factor is even. */
	double[][] samples(final Factor f) {
		final double cos = Math.cos(Math.toRadians(angle));
		final double sin = Math.sin(Math.toRadians(angle));
		final double[][] samples = new double[size(f.rows(), spread(cos, sin))][size(f.columns(), spread(sin, cos))];
		double sum = 0;
		for (int r = 0; r < samples.length; r++) {
			for (int c = 0; c < samples[r].length; c++) {
				final double y = (r - (samples.length - 1) / 2.0) / f.rows();
				final double x = (c - (samples[r].length - 1) / 2.0) / f.columns();
				// on the screen y goes down: there "right" turned by the angle is (cos, -sin), and "down" is (sin, cos)
				final double alongRows = (x * sin + y * cos) / rows;
				final double alongColumns = (x * cos - y * sin) / columns;
				samples[r][c] = Math.exp(-0.5 * (alongRows * alongRows + alongColumns * alongColumns));
				sum += samples[r][c];
			}
		}
		for (final double[] row : samples)
			for (int c = 0; c < row.length; c++)
				row[c] /= sum;
		return samples;
	}

	/** Standard deviation along an axis of the image, given the parts that the two axes of the Gaussian have in it. */
	private double spread(final double ofRows, final double ofColumns) {
		return Math.hypot(rows * ofRows, columns * ofColumns);
	}

	private static double radius(final double spread) {
		return Math.max(1, CUT * spread);
	}

	private static int size(final double factor, final double spread) {
		final double reach = radius(spread) * factor;
		return factor % 2 == 0 ? 2 * (int) (reach + 0.5) : 2 * (int) reach + 1;
	}

	@Override
	public int reach(final Factor f) {
		final double cos = Math.cos(Math.toRadians(angle));
		final double sin = Math.sin(Math.toRadians(angle));
		// cubic interpolation between pixels reaches 2 more
		return (int) Math.ceil(Math.max(radius(spread(cos, sin)) * f.rows(), radius(spread(sin, cos)) * f.columns())) + 3;
	}

	@Override
	public boolean symmetric(final Orientation orientation) {
		return MeasuredKernel.symmetric(samples(new Factor(2, 2)), orientation);
	}

	@Override
	public double[] gaussian() {
		return new double[] { rows, columns, angle };
	}

	@Override
	public String toString() {
		return "gaussian " + rows + "," + columns + "," + angle;
	}
}
