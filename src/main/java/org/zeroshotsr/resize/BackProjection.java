package org.zeroshotsr.resize;

import java.util.function.DoubleUnaryOperator;

import org.zeroshotsr.image.Bands;
import org.zeroshotsr.image.Plane;

/**
 * Brings an enlarged image into agreement with the image it was made from: y becomes y + enlarge(I - shrink(y)), so
 * many times (Irani and Peleg 1991; Shocher et al. 2018). Then shrinking y gives I back, nearly. Of a noisy I that would
 * bring the noise back: there I - shrink(y) is split into a smooth part, which is kept, and the rest, of which a share is
 * kept: that of its local power that the noise does not explain (Wiener's filter).
 * <p>
 * Where y's pixels have a range, what lies outside is clipped before each of these steps, which then make up for it
 * inside: projections onto two sets in turn. A few steps more are made while much lies outside still. The last is a step,
 * not a clip; who writes y clips it, which then moves I's mean less than it would have.
 * </p>
 *
 * @param shrink from y's grid to I's
 * @param noise of I, or null where there is none
 * @param enlarge from I's grid to y's
 * @param count how often, 0 or more; 0 changes nothing
 * @param range of y's pixels, or null where they have none
 */
public record BackProjection(Resize shrink, Noise noise, Resize enlarge, int count, Range range) {

	/** How often more than {@code count}, at most, because too much is outside the range. */
	private static final int MORE = 3;
	/** What may lie outside the range, the mean over all pixels, as a fraction of I's own range. */
	private static final double OUTSIDE = 1e-5;

	/**
	 * What is known of I's noise.
	 *
	 * @param variance at an intensity; asked from several threads at once
	 * @param smooth   what smooths, on I's grid
	 */
	public record Noise(DoubleUnaryOperator variance, Resize smooth) {}

	/** The least and the greatest value that a pixel can have; infinite where there is no such bound. */
	public record Range(float floor, float ceiling) {

		public Range {
			if (!(floor < ceiling)) throw new IllegalArgumentException("no range of pixels: " + floor + " to " + ceiling);
		}

		float clip(final float v) {
			return Math.max(floor, Math.min(ceiling, v));
		}

		/** Clips all samples, in place. */
		public void clip(final Plane plane) {
			final int width = plane.width;
			Bands.each(plane.channels * plane.height, plane.data.length, (from, to) -> {
				for (int i = from * width; i < to * width; i++)
					plane.data[i] = clip(plane.data[i]);
			});
		}

		/** By how much the samples lie outside, the mean over all. Summed row by row, so that threads do not matter. */
		double outside(final Plane plane) {
			final int width = plane.width;
			final double[] sums = new double[plane.channels * plane.height];
			Bands.each(sums.length, plane.data.length, (from, to) -> {
				for (int r = from; r < to; r++) {
					double sum = 0;
					for (int i = r * width; i < (r + 1) * width; i++)
						sum += Math.abs(plane.data[i] - clip(plane.data[i]));
					sums[r] = sum;
				}
			});
			double sum = 0;
			for (final double row : sums)
				sum += row;
			return sum / plane.data.length;
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

	/** For pixels without a range. */
	public BackProjection(final Resize shrink, final Noise noise, final Resize enlarge, final int count) {
		this(shrink, noise, enlarge, count, null);
	}

	/** For an I without noise, and pixels without a range. */
	public BackProjection(final Resize shrink, final Resize enlarge, final int count) {
		this(shrink, null, enlarge, count, null);
	}

	/** Changes {@code high} in place, so that its shrink comes near {@code low}. Makes no plane of {@code high}'s size. */
	public void refine(final Plane high, final Plane low) {
		if (low.channels != high.channels || low.height != enlarge.inHeight() || low.width != enlarge.inWidth())
			throw new IllegalArgumentException("back-projection to " + enlarge.inHeight() + " x " + enlarge.inWidth() +
				" samples in " + high.channels + " channels got " + low.height + " x " + low.width + " in " + low.channels);
		if (count == 0) return;
		final Plane error = new Plane(low.channels, low.height, low.width);
		final NoiseFilter filter = noise == null ? null : new NoiseFilter(noise, low);
		final double least = range == null ? 0 : OUTSIDE * spread(low);
		for (int i = 0; i < count || range != null && i < count + MORE && range.outside(high) > least; i++) {
			if (range != null) range.clip(high);
			shrink.apply(high, error);
			Bands.each(low.channels * low.height, low.data.length, (from, to) -> {
				for (int k = from * low.width; k < to * low.width; k++)
					error.data[k] = low.data[k] - error.data[k];
			});
			if (filter != null) filter.apply(error);
			enlarge.addTo(error, high);
		}
	}

	private static double spread(final Plane plane) {
		float min = Float.POSITIVE_INFINITY;
		float max = Float.NEGATIVE_INFINITY;
		for (final float v : plane.data) {
			min = Math.min(min, v);
			max = Math.max(max, v);
		}
		return max - min;
	}
}
