package org.zeroshotsr.train;

/**
 * What a training came to. The arrays are curves: loss at every step, and reconstruction error at some.
 *
 * @param learnt        whether anything was learnt; if not, the network is not to be used
 * @param attempts      how often training began
 * @param steps         steps taken in all, restarts included
 * @param gain          dB by which the kept weights are nearer to the image than cubic enlargement, on the image's own
 *                      shrunken copy
 * @param loss          mean absolute error of each step, in working units
 * @param measuredSteps at which steps the reconstruction was measured
 * @param gains         dB over cubic enlargement at those steps
 */
public record Training(boolean learnt, int attempts, int steps, double gain, float[] loss, int[] measuredSteps,
	double[] gains)
{

	/** Nothing was learnt, and nothing done. */
	public static final Training NONE = new Training(false, 0, 0, 0, new float[0], new int[0], new double[0]);
}
