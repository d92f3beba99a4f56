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

/**
 * How a network is trained.
 *
 * @param adaptive  the paper's policy, instead of a fixed number of steps
 * @param steps     steps (fixed), or the most steps (adaptive)
 * @param crop      side of a father in pixels; half as many of its son's where that is more
 * @param echoEvery after how many steps the echo is made anew, see {@link Echo}
 * @param seed      of weights and examples
 */
public record Course(boolean adaptive, int steps, int crop, int echoEvery, long seed) {

	/** The published learning rate, for the adaptive schedule. */
	private static final double ADAPTIVE_RATE = 1e-3;
	/** The highest rate of the fixed schedule. */
	private static final double FIXED_RATE = 1.5e-3;
	/** A network that was trained on the plane before takes this share of the steps. */
	private static final double WARM_STEPS = 0.15;

	/** The steps of a network that has been trained on a plane like this one. */
	public Course warm() {
		return with((int) (steps * WARM_STEPS));
	}

	/** The steps of a network that goes on by another degradation. */
	public Course half() {
		return with(steps / 2);
	}

	/** The steps of a network for several planes. */
	public Course times(final double factor) {
		return with((int) Math.round(steps * factor));
	}

	/** The same with other steps, but at least one. */
	public Course with(final int otherSteps) {
		return new Course(adaptive, Math.max(1, otherSteps), crop, echoEvery, seed);
	}

	/** Side of a crop on the network's grid, where the image is not smaller: of {@link #crop()} pixels of a father. */
	public static int side(final int crop, final int block) {
		return Math.max(crop / block, (crop + 1) / 2);
	}

	/** @param share of the highest rate, 0 to 1 */
	Schedule schedule(final double share) {
		return adaptive ? new AdaptiveSchedule(steps, ADAPTIVE_RATE * share) : new FixedSchedule(steps, FIXED_RATE * share);
	}
}
