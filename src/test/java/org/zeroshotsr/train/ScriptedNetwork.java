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
import java.util.function.IntToDoubleFunction;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.Lesson;
import org.zeroshotsr.network.Network;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

/**
 * A network that adds its one weight to the cubic enlargement, and follows a script: the trainer's decisions can then be
 * foretold.
 */
final class ScriptedNetwork implements Network {

	private final IntToDoubleFunction weightAfter;
	private final IntToDoubleFunction lossShare;
	private final int rows;
	private final int columns;
	private float weight;
	private int steps;

	final List<Double> rates = new ArrayList<>();
	final List<Lesson> lessons = new ArrayList<>();
	/** The first of the weights that each training began with. */
	final List<Float> begun = new ArrayList<>();
	/** The rate above which losses are no numbers. */
	double divergesAbove = Double.POSITIVE_INFINITY;

	/**
	 * @param weightAfter what the weight is after so many steps of one training
	 * @param lossShare   the loss of a step, as a share of cubic enlargement's
	 */
	ScriptedNetwork(final IntToDoubleFunction weightAfter, final IntToDoubleFunction lossShare) {
		this(weightAfter, lossShare, 2, 2);
	}

	ScriptedNetwork(final IntToDoubleFunction weightAfter, final IntToDoubleFunction lossShare, final int rows,
		final int columns)
	{
		this.weightAfter = weightAfter;
		this.lossShare = lossShare;
		this.rows = rows;
		this.columns = columns;
	}

	/** One that stays at cubic enlargement. */
	static ScriptedNetwork thatNeverLearns() {
		return new ScriptedNetwork(step -> 0, step -> 1);
	}

	@Override
	public NetworkSpec spec() {
		return new NetworkSpec(1, rows, columns, 2, 1, "cpu", NetworkSpec.Precision.FLOAT32);
	}

	@Override
	public String device() {
		return "script";
	}

	@Override
	public float train(final Lesson lesson, final double rate) {
		rates.add(rate);
		lessons.add(lesson);
		steps++;
		if (rate > divergesAbove) return Float.NaN;
		weight = (float) weightAfter.applyAsDouble(steps);
		return (float) (lossShare.applyAsDouble(steps) * lesson.cubicLoss());
	}

	@Override
	public Plane apply(final Plane low, final float[] level) {
		final Plane high = Resizes.enlarge(low.height, low.width, new Factor(rows, columns)).apply(low);
		for (int i = 0; i < high.data.length; i++)
			high.data[i] += weight;
		return high;
	}

	@Override
	public float[][] weights() {
		return new float[][] { { weight } };
	}

	@Override
	public void setWeights(final float[][] weights) {
		// what a network begins with is drawn for a real one, and no weight of this one
		if (weights.length > 1) begun.add(weights[0][0]);
		weight = weights.length > 1 ? 0 : weights[0][0];
		steps = 0;
	}

	@Override
	public void close() {}
}
