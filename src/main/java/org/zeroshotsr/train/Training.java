package org.zeroshotsr.train;

/**
 * What a training run came to. The arrays are curves: loss at every step, and reconstruction error at some.
 *
 * @param steps         steps taken in all, restarts included
 * @param gain          dB that the kept weights gain over bicubic on the image's own shrunken copy
 * @param loss          mean absolute error of each step, in working units
 * @param measuredSteps at which steps the reconstruction was measured
 * @param gains         dB over bicubic at those steps
 */
public record Training(int steps, double gain, float[] loss, int[] measuredSteps, double[] gains) {}
