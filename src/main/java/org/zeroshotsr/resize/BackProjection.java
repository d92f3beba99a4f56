package org.zeroshotsr.resize;

import org.zeroshotsr.image.Plane;

/**
 * Brings an enlarged image into agreement with the image it was made from: y becomes y + enlarge(I - shrink(y)), so
 * many times (Irani and Peleg 1991; Shocher et al. 2018). Then shrinking y gives I back, nearly. Of a noisy I that would bring the noise back; there I - shrink(y) is
 * smoothed first, and means over some pixels agree alone.
 *
 * @param shrink from y's grid to I's
 * @param smooth on I's grid, or null
 * @param enlarge from I's grid to y's
 * @param count how often, 0 or more
 */
public record BackProjection(Resize shrink, Resize smooth, Resize enlarge, int count) {

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

	/** Without smoothing. */
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
			final float[] step = enlarge.apply(smooth == null ? error : smooth.apply(error)).data;
			for (int k = 0; k < step.length; k++)
				high.data[k] += step[k];
		}
	}
}
