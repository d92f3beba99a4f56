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
package org.zeroshotsr.network;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

/**
 * The network of {@link TensorFlowNetwork} written out in plain Java and double precision, gradients by hand: the second
 * method that its steps are checked against. Local means, blocks and activations are its own, the slow and plain way.
 */
final class ReferenceNetwork implements Network {

	private static final double LEAK = 0.11f;
	private static final double MEAN_SHARE = 0.25;
	private static final int RADIUS = 8;
	private static final double BETA1 = 0.9;
	private static final double BETA2 = 0.99;

	private final NetworkSpec spec;
	private final int depth;
	private final int[] features;
	private double[][] weights;
	private double[][] mean;
	private double[][] variance;
	private int steps;

	ReferenceNetwork(final NetworkSpec spec) {
		this.spec = spec;
		depth = spec.depth();
		features = new int[depth + 1];
		for (int i = 0; i <= depth; i++)
			features[i] = i == 0 ? 2 * spec.channels() : i == depth ? spec.channels() * spec.blockRows() * spec.blockColumns()
				: spec.width();
	}

	@Override
	public NetworkSpec spec() {
		return spec;
	}

	@Override
	public String device() {
		return "Java";
	}

	@Override
	public float[][] weights() {
		final float[][] copy = new float[depth][];
		for (int l = 0; l < depth; l++) {
			copy[l] = new float[weights[l].length];
			for (int i = 0; i < copy[l].length; i++)
				copy[l][i] = (float) weights[l][i];
		}
		return copy;
	}

	@Override
	public void setWeights(final float[][] values) {
		weights = new double[depth][];
		mean = new double[depth][];
		variance = new double[depth][];
		for (int l = 0; l < depth; l++) {
			weights[l] = new double[values[l].length];
			for (int i = 0; i < weights[l].length; i++)
				weights[l][i] = values[l][i];
			mean[l] = new double[weights[l].length];
			variance[l] = new double[weights[l].length];
		}
		steps = 0;
	}

	/** Row, column, and first each channel minus its local mean, then those means minus the level. */
	static double[] centred(final Plane low, final float[] level) {
		final int n = low.channels;
		final double[] centred = new double[2 * low.data.length];
		for (int c = 0; c < n; c++)
			for (int y = 0; y < low.height; y++)
				for (int x = 0; x < low.width; x++) {
					double sum = 0;
					for (int v = y - RADIUS; v <= y + RADIUS; v++)
						for (int u = x - RADIUS; u <= x + RADIUS; u++)
							sum += low.get(c, Math.max(0, Math.min(low.height - 1, v)), Math.max(0, Math.min(low.width - 1, u)));
					final double local = sum / (2 * RADIUS + 1) / (2 * RADIUS + 1);
					final int at = 2 * n * (y * low.width + x);
					centred[at + c] = low.get(c, y, x) - local;
					centred[at + n + c] = MEAN_SHARE * (local - level[c]);
				}
		return centred;
	}

	/** The place of a high-resolution sample among the last layer's values. */
	static int place(final NetworkSpec spec, final int lowWidth, final int c, final int y, final int x) {
		final int rows = spec.blockRows();
		final int columns = spec.blockColumns();
		final int pixel = y / rows * lowWidth + x / columns;
		return ((pixel * rows + y % rows) * columns + x % columns) * spec.channels() + c;
	}

	private static double active(final double v) {
		return Math.max(0, v) + LEAK * v;
	}

	/** Layer by layer what it computes, before activation but for the input; the last entry is the residual. */
	private double[][] forward(final double[] input, final int h, final int w) {
		final double[][] a = new double[depth + 1][];
		a[0] = input;
		for (int l = 0; l < depth; l++) {
			final int in = features[l];
			final int out = features[l + 1];
			a[l + 1] = new double[h * w * out];
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++)
					for (int o = 0; o < out; o++) {
						double sum = 0;
						for (int v = 0; v < 3; v++)
							for (int u = 0; u < 3; u++) {
								final int yy = y + v - 1;
								final int xx = x + u - 1;
								if (yy < 0 || yy >= h || xx < 0 || xx >= w) continue;
								for (int i = 0; i < in; i++)
									sum += seen(a, l, (yy * w + xx) * in + i) * weights[l][((v * 3 + u) * in + i) * out + o];
							}
						a[l + 1][(y * w + x) * out + o] = sum;
					}
		}
		return a;
	}

	/** What layer {@code l} sees. */
	private static double seen(final double[][] a, final int l, final int i) {
		return l == 0 ? a[0][i] : active(a[l][i]);
	}

	@Override
	public Plane apply(final Plane low, final float[] level) {
		final double[] residual = forward(centred(low, level), low.height, low.width)[depth];
		final Plane high = Resizes.enlarge(low.height, low.width, new Factor(spec.blockRows(), spec.blockColumns())).apply(
			low);
		for (int c = 0; c < high.channels; c++)
			for (int y = 0; y < high.height; y++)
				for (int x = 0; x < high.width; x++)
					high.data[(c * high.height + y) * high.width + x] += residual[place(spec, low.width, c, y, x)];
		return high;
	}

	/** A step of Adam (Kingma and Ba 2015, the form at the end of their section 2) on the weighted absolute error. */
	@Override
	public float train(final Lesson lesson, final double rate) {
		final int h = lesson.height;
		final int w = lesson.width;
		final double[] input = new double[lesson.input.length];
		for (int i = 0; i < input.length; i++)
			input[i] = lesson.input[i];
		final double[][] a = forward(input, h, w);
		double loss = 0;
		double[] delta = new double[lesson.target.length];
		for (int i = 0; i < delta.length; i++) {
			final double d = a[depth][i] - lesson.target[i];
			loss += lesson.weight[i] * Math.abs(d);
			delta[i] = lesson.weight[i] * Math.signum(d);
		}
		steps++;
		for (int l = depth - 1; l >= 0; l--) {
			final int in = features[l];
			final int out = features[l + 1];
			final double[] gradient = new double[weights[l].length];
			final double[] below = new double[a[l].length];
			for (int y = 0; y < h; y++)
				for (int x = 0; x < w; x++)
					for (int v = 0; v < 3; v++)
						for (int u = 0; u < 3; u++) {
							final int yy = y + v - 1;
							final int xx = x + u - 1;
							if (yy < 0 || yy >= h || xx < 0 || xx >= w) continue;
							for (int i = 0; i < in; i++)
								for (int o = 0; o < out; o++) {
									final int k = ((v * 3 + u) * in + i) * out + o;
									final double d = delta[(y * w + x) * out + o];
									gradient[k] += d * seen(a, l, (yy * w + xx) * in + i);
									below[(yy * w + xx) * in + i] += d * weights[l][k];
								}
						}
			for (int i = 0; i < below.length; i++)
				below[i] *= (a[l][i] > 0 ? 1 : 0) + LEAK;
			delta = below;
			step(l, gradient, rate);
		}
		return (float) loss;
	}

	private void step(final int l, final double[] gradient, final double rate) {
		for (int k = 0; k < gradient.length; k++) {
			mean[l][k] = BETA1 * mean[l][k] + (1 - BETA1) * gradient[k];
			variance[l][k] = BETA2 * variance[l][k] + (1 - BETA2) * gradient[k] * gradient[k];
			weights[l][k] -= rate * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps)) * mean[l][k] / (Math
				.sqrt(variance[l][k]) + 1e-8);
		}
	}

	@Override
	public void close() {}
}
