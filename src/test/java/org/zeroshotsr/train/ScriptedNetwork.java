package org.zeroshotsr.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.zeroshotsr.network.Network;
import org.zeroshotsr.network.NetworkSpec;

/**
 * A network whose one weight is what it adds to its input, and follows a script: the trainer's decisions can then be
 * foretold.
 */
final class ScriptedNetwork implements Network {

	private final IntToDoubleFunction weightAfter;
	private final double divergesAbove;
	private final double diesAbove;
	private float weight = 0.5f;
	private int steps;

	final List<Double> rates = new ArrayList<>();
	int begun;

	ScriptedNetwork(final IntToDoubleFunction weightAfter, final double divergesAbove, final double diesAbove) {
		this.weightAfter = weightAfter;
		this.divergesAbove = divergesAbove;
		this.diesAbove = diesAbove;
	}

	@Override
	public NetworkSpec spec() {
		return new NetworkSpec(1, 2, 1, NetworkSpec.Start.HE, "cpu", NetworkSpec.Precision.FLOAT32);
	}

	@Override
	public String device() {
		return "script";
	}

	@Override
	public float train(final float[] input, final float[] target, final int examples, final int height, final int width,
		final double rate)
	{
		rates.add(rate);
		steps++;
		if (rate > divergesAbove) return Float.NaN;
		weight = rate > diesAbove ? 0 : (float) weightAfter.applyAsDouble(steps);
		return 1f / steps;
	}

	@Override
	public float[] apply(final float[] input, final int height, final int width) {
		final float[] output = input.clone();
		for (int i = 0; i < output.length; i++)
			output[i] += weight;
		return output;
	}

	@Override
	public float[][] weights() {
		return new float[][] { { weight } };
	}

	@Override
	public void setWeights(final float[][] weights) {
		weight = weights[0][0];
		steps = 0;
		begun++;
	}

	@Override
	public void close() {}
}
