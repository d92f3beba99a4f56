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
package org.zeroshotsr.train;

import java.util.ArrayList;
import java.util.List;

/**
 * The paper's policy (Shocher, Cohen, Irani 2018, section 3.1, with the numbers of method.md, section 2): the
 * reconstruction error is measured every 50 steps; every 60 steps a line is fitted to the last 5 of them, and where its
 * slope is lost in its standard error the rate is divided by 10. Training ends after three levels.
 */
final class AdaptiveSchedule implements Schedule {

	private static final int MEASURE_EVERY = 50;
	private static final int CHECK_EVERY = 60;
	private static final int LEAST_BETWEEN = 256;
	private static final int FITTED = 5;
	private static final double SLOPE_FACTOR = 1.5;
	private static final double LEAST_RATE = 9e-6;

	private final int maxSteps;
	private double rate;
	private int lastChange;
	private final List<Integer> steps = new ArrayList<>();
	private final List<Double> errors = new ArrayList<>();

	AdaptiveSchedule(final int maxSteps, final double rate) {
		this.maxSteps = maxSteps;
		this.rate = rate;
	}

	@Override
	public double rate(final int step) {
		if (step >= maxSteps) return 0;
		if (step % CHECK_EVERY == 0 && step - lastChange > LEAST_BETWEEN && errors.size() >= FITTED && isLost()) {
			rate /= 10;
			lastChange = step;
		}
		return rate < LEAST_RATE ? 0 : rate;
	}

	/** Whether 1.5 x the downward slope of the last errors is smaller than the slope's standard error. */
	private boolean isLost() {
		final int first = errors.size() - FITTED;
		double meanX = 0;
		double meanY = 0;
		for (int i = first; i < errors.size(); i++) {
			meanX += steps.get(i) / (double) FITTED;
			meanY += errors.get(i) / FITTED;
		}
		double xx = 0;
		double xy = 0;
		double yy = 0;
		for (int i = first; i < errors.size(); i++) {
			final double x = steps.get(i) - meanX;
			final double y = errors.get(i) - meanY;
			xx += x * x;
			xy += x * y;
			yy += y * y;
		}
		final double slope = xy / xx;
		final double deviation = Math.sqrt(Math.max(0, yy - slope * xy) / (FITTED - 2) / xx);
		return SLOPE_FACTOR * -slope < deviation;
	}

	@Override
	public boolean measures(final int step) {
		return step % MEASURE_EVERY == 0;
	}

	@Override
	public void measured(final int step, final double error) {
		steps.add(step);
		errors.add(error);
	}

	@Override
	public int maxSteps() {
		return maxSteps;
	}
}
