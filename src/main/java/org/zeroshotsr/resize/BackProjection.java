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
package org.zeroshotsr.resize;


import org.zeroshotsr.image.Bands;
import org.zeroshotsr.image.Plane;

/**
 * Brings an enlarged image into agreement with the image it was made from: y becomes y + enlarge(I - shrink(y)), so
 * many times (Irani and Peleg 1991; Shocher et al. 2018). Then shrinking y gives I back, nearly. Of a noisy I that would
 * bring the noise back: there the smooth part of I - shrink(y) alone is kept, so that the means of areas agree. (To keep
 * of the rest what the noise does not explain made results worse: docs/measurements.md.)
 * <p>
 * Where y's pixels have a range, what lies outside is clipped before each of these steps, which then make up for it
 * inside. After the last, what clipping takes is made up for by steps of its own: enlarge(shrink(y) - shrink(clipped y)),
 * so that I's mean holds when who writes y clips it. Where nothing lies outside these change nothing.
 *
 * @param shrink from y's grid to I's
 * @param smooth takes the smooth part of a plane on the grid of a noisy I; null for an I without noise
 * @param enlarge from I's grid to y's
 * @param count how often, 0 or more; 0 changes nothing
 * @param range of y's pixels, or null where they have none
 */
public record BackProjection(Resize shrink, Resize smooth, Resize enlarge, int count, Range range) {

	/** How often what clipping took is made up for, at most. */
	private static final int MAKING_UP = 6;

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

		boolean holds(final Plane plane) {
			for (final float v : plane.data)
				if (v < floor || v > ceiling) return false;
			return true;
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
	public BackProjection(final Resize shrink, final Resize smooth, final Resize enlarge, final int count) {
		this(shrink, smooth, enlarge, count, null);
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
		final Plane means = smooth == null ? error : new Plane(low.channels, low.height, low.width);
		for (int i = 0; i < count; i++) {
			if (range != null) range.clip(high);
			shrink.apply(high, error);
			subtract(low, error, error);
			if (smooth != null) smooth.apply(error, means);
			enlarge.addTo(means, high);
		}
		if (range == null) return;
		final Plane clipped = new Plane(low.channels, low.height, low.width);
		for (int i = 0; i < MAKING_UP && !range.holds(high); i++) {
			shrink.apply(high, error);
			range.clip(high);
			shrink.apply(high, clipped);
			subtract(error, clipped, error);
			enlarge.addTo(error, high);
		}
	}

	/** {@code to} becomes a - b. */
	private static void subtract(final Plane a, final Plane b, final Plane to) {
		Bands.each(a.channels * a.height, a.data.length, (first, end) -> {
			for (int k = first * a.width; k < end * a.width; k++)
				to.data[k] = a.data[k] - b.data[k];
		});
	}
}
