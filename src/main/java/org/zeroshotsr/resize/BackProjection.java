package org.zeroshotsr.resize;

import java.util.function.DoubleUnaryOperator;

import org.zeroshotsr.image.Plane;

/**
 * Brings an enlarged image into agreement with the image it was made from: y becomes y + enlarge(I - shrink(y)), so
 * many times (Irani and Peleg 1991; Shocher et al. 2018). Then shrinking y gives I back, nearly. Of a noisy I that would
 * bring the noise back: there I - shrink(y) is split into a smooth part, which is kept, and the rest, of which a share is
 * kept: that of its local power that the noise does not explain (Wiener's filter).
 *
 * @param shrink from y's grid to I's
 * @param noise of I, or null where there is none
 * @param enlarge from I's grid to y's
 * @param count how often, 0 or more
 */
public record BackProjection(Resize shrink, Noise noise, Resize enlarge, int count) {

	/**
	 * What is known of I's noise.
	 *
	 * @param variance at an intensity
	 * @param smooth   what smooths, on I's grid
	 */
	public record Noise(DoubleUnaryOperator variance, Resize smooth) {

		private void filter(final Plane error, final Plane low) {
			final float[] means = smooth.apply(error).data;
			final Plane power = new Plane(low.channels, low.height, low.width);
			final Plane expected = new Plane(low.channels, low.height, low.width);
			for (int k = 0; k < means.length; k++) {
				error.data[k] -= means[k];
				power.data[k] = error.data[k] * error.data[k];
				expected.data[k] = (float) variance.applyAsDouble(low.data[k]);
			}
			final float[] measured = smooth.apply(power).data;
			final float[] explained = smooth.apply(expected).data;
			for (int k = 0; k < means.length; k++) {
				final float kept = measured[k] > explained[k] ? 1 - explained[k] / measured[k] : 0;
				error.data[k] = means[k] + kept * error.data[k];
			}
		}
	}

	public BackProjection {
		if (count < 0)
			throw new IllegalArgumentException("the number of back-projections has to be 0 or more, not " + count);
		if (shrink.inHeight() != enlarge.outHeight() || shrink.inWidth() != enlarge.outWidth() || shrink
			.outHeight() != enlarge.inHeight() || shrink.outWidth() != enlarge.inWidth())
			throw new IllegalArgumentException("back-projection needs an enlargement that undoes the shrink's sizes: " +
				shrink.inHeight() + " x " + shrink.inWidth() + " to " + shrink.outHeight() + " x " + shrink.outWidth() +
				" and back, not " + enlarge.inHeight() + " x " + enlarge.inWidth() + " to " + enlarge.outHeight() +
				" x " + enlarge.outWidth());
	}

	/** For an I without noise. */
	public BackProjection(final Resize shrink, final Resize enlarge, final int count) {
		this(shrink, null, enlarge, count);
	}

	/** Changes {@code high} in place, so that its shrink comes near {@code low}. */
	public void refine(final Plane high, final Plane low) {
		if (low.channels != high.channels || low.height != enlarge.inHeight() || low.width != enlarge.inWidth())
			throw new IllegalArgumentException("back-projection to " + enlarge.inHeight() + " x " + enlarge.inWidth() +
				" samples in " + high.channels + " channels got " + low.height + " x " + low.width + " in " + low.channels);
		for (int i = 0; i < count; i++) {
			final Plane error = shrink.apply(high);
			for (int k = 0; k < error.data.length; k++)
				error.data[k] = low.data[k] - error.data[k];
			if (noise != null) noise.filter(error, low);
			final float[] step = enlarge.apply(error).data;
			for (int k = 0; k < step.length; k++)
				high.data[k] += step[k];
		}
	}
}
