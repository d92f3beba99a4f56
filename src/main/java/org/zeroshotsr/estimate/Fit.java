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
package org.zeroshotsr.estimate;

import java.util.Arrays;

/**
 * The most probable parameters of a {@link PowerLawModel}. Powers are exponentially distributed about the expected S,
 * which makes the sum of log S + power / S to be minimised (Whittle, Estimation and information in stationary time
 * series, Ark. Mat. 2, 1953). Real spectra differ from the model by more than chance, so that sum is tempered, and weak
 * priors hold what the image does not show. Minimised by Fisher scoring, damped as by Levenberg and Marquardt.
 *
 * @param parameters where the cost is least
 * @param cost       minus the tempered log of the posterior probability there, up to a constant
 * @param misfit     the mean of r - 1 - log r over the ratios r of power to what is expected: 0 where all are 1
 */
record Fit(double[] parameters, double cost, double misfit) {

	private static final double TEMPER = 0.02;

	private static final double EXPONENT_MEAN = 2.3;
	private static final double EXPONENT_SD = 0.4;
	private static final double VARIANCE_MEAN = 0.4;
	private static final double VARIANCE_SD = 0.5;
	private static final double NOISE_SD = 2;

	private static final int MAX_STEPS = 60;
	private static final double MAX_DAMPING = 1e8;

	/** From little blur, from much, and from noise that hides what there is; the best is taken. */
	static Fit of(final PowerLawModel model) {
		Fit best = null;
		for (final double[] start : new double[][] { { 0.2, -3 }, { 0.6, -3 }, { 0.2, 0.5 } }) {
			final Fit fit = new Search(model).from(start[0], start[1]);
			if (best == null || fit.cost < best.cost) best = fit;
		}
		return best;
	}

	private static final class Search {

		private final PowerLawModel model;
		private final int n;
		private final double[] mean;
		private final double[] precision;

		Search(final PowerLawModel model) {
			this.model = model;
			n = model.size;
			mean = new double[n];
			precision = new double[n];
			Arrays.fill(precision, 1, 5, 1);
			prior(PowerLawModel.EXPONENT, EXPONENT_MEAN, EXPONENT_SD);
			prior(PowerLawModel.NOISE, Math.log(model.floor) - 1, NOISE_SD);
			if (n > PowerLawModel.ROWS) {
				prior(PowerLawModel.ROWS, VARIANCE_MEAN, VARIANCE_SD);
				prior(PowerLawModel.COLUMNS, VARIANCE_MEAN, VARIANCE_SD);
				// half the variance, which makes the prior the same in every direction
				prior(PowerLawModel.MIXED, 0, VARIANCE_SD / Math.sqrt(2));
			}
		}

		private void prior(final int parameter, final double mean, final double sd) {
			this.mean[parameter] = mean;
			precision[parameter] = 1 / (sd * sd);
		}

		Fit from(final double variance, final double noise) {
			double[] at = mean.clone();
			at[0] = 0.3;
			at[PowerLawModel.NOISE] = Math.log(model.floor) + noise;
			if (n > PowerLawModel.ROWS) at[PowerLawModel.ROWS] = at[PowerLawModel.COLUMNS] = variance;
			double damping = 1e-2;
			double[] gradient = new double[n];
			double[][] information = new double[n][n];
			double cost = evaluate(at, gradient, information);
			for (int step = 0; step < MAX_STEPS && damping < MAX_DAMPING; step++) {
				final double[] next = move(at, gradient, information, damping);
				final double[] nextGradient = new double[n];
				final double[][] nextInformation = new double[n][n];
				final double nextCost = evaluate(next, nextGradient, nextInformation);
				if (!(nextCost < cost)) {
					damping *= 4;
					continue;
				}
				final double gain = cost - nextCost;
				at = next;
				cost = nextCost;
				gradient = nextGradient;
				information = nextInformation;
				damping = Math.max(damping / 4, 1e-6);
				if (gain < 1e-5) break;
			}
			return new Fit(at, cost, misfit(at));
		}

		private double misfit(final double[] at) {
			final double[] unused = new double[n];
			double sum = 0;
			for (int i = 0; i < model.power.length; i++) {
				final double ratio = model.power[i] / model.expected(i, at, unused);
				sum += ratio - 1 - Math.log(ratio);
			}
			return sum / model.power.length;
		}

		private double evaluate(final double[] at, final double[] gradient, final double[][] information) {
			final double weight = TEMPER * model.weight;
			final double[] relative = new double[n];
			double cost = 0;
			for (int i = 0; i < model.power.length; i++) {
				final double expected = model.expected(i, at, relative);
				final double ratio = model.power[i] / expected;
				cost += weight * (Math.log(expected) + ratio);
				for (int j = 0; j < n; j++) {
					gradient[j] += weight * (1 - ratio) * relative[j];
					for (int k = 0; k <= j; k++)
						information[j][k] += weight * relative[j] * relative[k];
				}
			}
			for (int j = 0; j < n; j++) {
				final double off = at[j] - mean[j];
				cost += 0.5 * precision[j] * off * off;
				gradient[j] += precision[j] * off;
				information[j][j] += precision[j];
			}
			return cost;
		}

		private double[] move(final double[] at, final double[] gradient, final double[][] information,
			final double damping)
		{
			final double[][] damped = new double[n][];
			for (int j = 0; j < n; j++) {
				damped[j] = information[j].clone();
				damped[j][j] += damping * (information[j][j] + 1e-9);
			}
			final double[] step = Cholesky.solve(damped, gradient);
			final double[] next = new double[n];
			// a longer step would leave the region in which the derivatives say anything
			for (int j = 0; j < n; j++)
				next[j] = at[j] - Math.max(-1, Math.min(1, step[j]));
			return next;
		}
	}
}
