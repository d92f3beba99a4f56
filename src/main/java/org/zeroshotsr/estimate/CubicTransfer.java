package org.zeroshotsr.estimate;

/** The transfer function of {@link org.zeroshotsr.resize.Kernel#cubic()} at factor 2, along one axis. */
final class CubicTransfer {

	/** The kernel's samples at 1/4, 3/4, 5/4 and 7/4 low-resolution pixels from its middle (a = -0.5), twice of which is 1. */
	private static final double[] SAMPLES = { 111 / 256.0, 29 / 256.0, -9 / 256.0, -3 / 256.0 };

	private CubicTransfer() {}

	/** The logarithm of its square, at {@code f} in cycles per low-resolution pixel; bounded where it is 0. */
	static double logPower(final double f) {
		double sum = 0;
		for (int i = 0; i < SAMPLES.length; i++)
			sum += 2 * SAMPLES[i] * Math.cos(2 * Math.PI * f * (2 * i + 1) / 4);
		return 2 * Math.log(Math.max(Math.abs(sum), 1e-9));
	}
}
