package org.zeroshotsr.network;

/**
 * The network of {@link TensorFlowNetwork} written out in plain Java and double precision, gradients by hand: the second
 * method that its steps are checked against. One channel in and out, one example.
 */
final class ReferenceNetwork {

	private final int depth;
	private final int[] features;
	private final double[][] weights;
	private final double[][] mean;
	private final double[][] variance;
	private int steps;

	ReferenceNetwork(final int channels, final int depth, final int width, final float[][] initial) {
		this.depth = depth;
		features = new int[depth + 1];
		for (int i = 0; i <= depth; i++)
			features[i] = i == 0 || i == depth ? channels : width;
		weights = new double[depth][];
		mean = new double[depth][];
		variance = new double[depth][];
		for (int l = 0; l < depth; l++) {
			weights[l] = new double[initial[l].length];
			for (int i = 0; i < weights[l].length; i++)
				weights[l][i] = initial[l][i];
			mean[l] = new double[weights[l].length];
			variance[l] = new double[weights[l].length];
		}
	}

	double[][] weights() {
		return weights;
	}

	/** Features before each layer (after ReLU); the last entry is the residual. Order row, column, feature. */
	private double[][] forward(final float[] input, final int h, final int w) {
		final double[][] a = new double[depth + 1][];
		a[0] = new double[input.length];
		for (int i = 0; i < input.length; i++)
			a[0][i] = input[i];
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
									sum += a[l][(yy * w + xx) * in + i] * weights[l][((v * 3 + u) * in + i) * out + o];
							}
						a[l + 1][(y * w + x) * out + o] = l < depth - 1 ? Math.max(0, sum) : sum;
					}
		}
		return a;
	}

	double[] apply(final float[] input, final int h, final int w) {
		final double[] out = forward(input, h, w)[depth];
		for (int i = 0; i < out.length; i++)
			out[i] += input[i];
		return out;
	}

	/** A step of Adam (Kingma and Ba 2015, the form at the end of their section 2) on the mean absolute error. */
	double train(final float[] input, final float[] target, final int h, final int w, final double rate) {
		final double[][] a = forward(input, h, w);
		double loss = 0;
		double[] delta = new double[input.length];
		for (int i = 0; i < input.length; i++) {
			final double d = input[i] + a[depth][i] - target[i];
			loss += Math.abs(d) / input.length;
			delta[i] = Math.signum(d) / input.length;
		}
		final double[][] gradients = new double[depth][];
		for (int l = depth - 1; l >= 0; l--) {
			final int in = features[l];
			final int out = features[l + 1];
			gradients[l] = new double[weights[l].length];
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
									gradients[l][k] += d * a[l][(yy * w + xx) * in + i];
									below[(yy * w + xx) * in + i] += d * weights[l][k];
								}
						}
			for (int i = 0; i < below.length; i++)
				if (a[l][i] <= 0) below[i] = 0;
			delta = below;
		}
		steps++;
		for (int l = 0; l < depth; l++)
			for (int k = 0; k < weights[l].length; k++) {
				final double g = gradients[l][k];
				mean[l][k] = 0.9 * mean[l][k] + 0.1 * g;
				variance[l][k] = 0.999 * variance[l][k] + 0.001 * g * g;
				weights[l][k] -= rate * Math.sqrt(1 - Math.pow(0.999, steps)) / (1 - Math.pow(0.9, steps)) * mean[l][k] / (Math
					.sqrt(variance[l][k]) + 1e-8);
			}
		return loss;
	}
}
