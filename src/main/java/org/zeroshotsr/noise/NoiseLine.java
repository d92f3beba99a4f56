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
package org.zeroshotsr.noise;

import java.util.List;

/** Variance = slope x mean + intercept. */
record NoiseLine(double slope, double intercept) {

	private static final int ITERATIONS = 60;
	/** Relative error of a point however many blocks it has: left-over texture, squared. */
	private static final double TEXTURE = 0.05 * 0.05;
	/** No variance is taken for smaller than this part of the mean one. */
	private static final double FLOOR = 1e-6;

	/**
	 * What a line is fitted to.
	 *
	 * @param mean     intensity
	 * @param variance there
	 * @param blocks   from how many blocks
	 * @param error    relative, beside what the number of blocks and left-over texture make
	 * @param bound    of the variance, from above
	 * @param tightly  relative error of the bound
	 */
	record Evidence(double mean, double variance, double blocks, double error, double bound, double tightly) {

		Evidence(final NoiseEstimate.Point point) {
			this(point.mean(), point.variance(), point.blocks(), 0, Double.POSITIVE_INFINITY, 0);
		}
	}

	double at(final double mean) {
		return slope * mean + intercept;
	}

	/**
	 * The line with the least sum of absolute errors relative to each point's standard error, by iteratively reweighted
	 * least squares; its slope is not negative. At least one point.
	 */
	static NoiseLine fit(final List<Evidence> points) {
		final double level = points.stream().mapToDouble(Evidence::variance).average().getAsDouble();
		NoiseLine line = new NoiseLine(0, level);
		for (int i = 0; i < ITERATIONS && level > 0; i++)
			line = line.refit(points, FLOOR * level);
		return line;
	}

	private NoiseLine refit(final List<Evidence> points, final double floor) {
		double sum = 0;
		double sumX = 0;
		double sumY = 0;
		double sumXX = 0;
		double sumXY = 0;
		for (final Evidence p : points) {
			final double now = Math.max(at(p.mean()), floor);
			final boolean beyond = now > p.bound();
			final double own = beyond ? Math.min(p.error(), p.tightly()) : p.error();
			final double variance = beyond ? p.bound() : p.variance();
			final double error = now * Math.sqrt(1.0 / p.blocks() + TEXTURE + own * own);
			final double residual = Math.abs(variance - at(p.mean())) / error;
			final double weight = 1 / (error * error * Math.max(1, residual));
			sum += weight;
			sumX += weight * p.mean();
			sumY += weight * variance;
			sumXX += weight * p.mean() * p.mean();
			sumXY += weight * p.mean() * variance;
		}
		final double spread = sum * sumXX - sumX * sumX;
		final double s = spread > 1e-9 * sum * sumXX ? Math.max(0, (sum * sumXY - sumX * sumY) / spread) : 0;
		return new NoiseLine(s, (sumY - s * sumX) / sum);
	}
}
