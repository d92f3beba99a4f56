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
package org.zeroshotsr.run;

import java.util.ArrayList;
import java.util.List;

import org.zeroshotsr.degrade.Degradation;
import org.zeroshotsr.enlarge.Enlarger;
import org.zeroshotsr.resize.AxialKernel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.train.Course;

/**
 * What is done with a plane, stage by stage, and how much work each part of it is. Work is counted in low-resolution
 * pixels that pass through the network.
 */
public final class Plan {

	/** A training step is a pass forward and two back. */
	private static final int PASSES_PER_STEP = 3;
	/** Tiles overlap, and flipping, back-projection and median take their time. */
	private static final double APPLYING_OVERHEAD = 1.5;

	/** A stage's work: of its training, from weights of its own and from those of the plane before, and of enlarging. */
	private record Work(double training, double warmTraining, double enlarging) {}

	private final List<Work> stages = new ArrayList<>();

	/**
	 * @param height rows of a plane
	 * @param width  its columns
	 */
	public Plan(final Recipe recipe, final int height, final int width) {
		for (final Factor factor : recipe.stages()) {
			final Factor block = factor.block();
			final double rows = factor.rows() / block.rows() * height;
			final double columns = factor.columns() / block.columns() * width;
			final int crop = recipe.course().crop();
			final double step = PASSES_PER_STEP * side(crop, block.rows(), rows) * side(crop, recipe.kernel() instanceof AxialKernel
				? 2 : block.columns(), columns);
			// a kernel that is yet to be estimated may allow fewer flips and turns, which takes less time
			final int passes = Enlarger.orientations(recipe.ensemble(), new Degradation(recipe.estimatesKernel() ? Kernel.cubic()
				: recipe.kernel(), factor, null)).size();
			stages.add(new Work(step * recipe.course().steps(), step * recipe.course().warm().steps(), APPLYING_OVERHEAD *
				passes * rows * columns));
		}
	}

	private static double side(final int crop, final double block, final double size) {
		return Math.min(Course.side(crop, (int) block), size / block);
	}

	/** Of a network for several planes that takes so many times as many steps as one for a plane. */
	double learning(final double steps) {
		double sum = 0;
		for (final Work stage : stages)
			sum += steps * stage.training;
		return sum;
	}

	/** The part of that which is done when {@code done} of a stage is. */
	double learnt(final int stage, final double done) {
		double sum = done * stages.get(stage).training;
		for (int i = 0; i < stage; i++)
			sum += stages.get(i).training;
		return sum / learning(1);
	}

	/** How many stages there are. */
	int stages() {
		return stages.size();
	}

	/** Of a whole plane. */
	double work(final Engine.Start start) {
		return before(stages.size(), start);
	}

	/** Of the stages before this one. */
	private double before(final int stage, final Engine.Start start) {
		double sum = 0;
		for (int i = 0; i < stage; i++)
			sum += training(i, start) + stages.get(i).enlarging;
		return sum;
	}

	private double training(final int stage, final Engine.Start start) {
		return switch (start) {
			case FRESH -> stages.get(stage).training;
			case WARM -> stages.get(stage).warmTraining;
			case JOINT, AUTO, PART -> 0;
		};
	}

	/** The part of a plane's work that is done when {@code done} of a stage's training is. */
	double trained(final int stage, final Engine.Start start, final double done) {
		return (before(stage, start) + done * training(stage, start)) / work(start);
	}

	/** The part of a plane's work that is done when {@code done} of a stage's enlarging is. */
	double enlarged(final int stage, final Engine.Start start, final double done) {
		return (before(stage, start) + training(stage, start) + done * stages.get(stage).enlarging) / work(start);
	}
}
