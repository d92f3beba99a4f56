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
package org.zeroshotsr.enlarge;

import java.util.List;

import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;

/**
 * Makes the maps of a result, strip by strip.
 *
 * @param wanted in this order
 * @param unit   the noise that the image is said to have, in working units: consistency is counted in it; or null
 * @param noise  that was measured in it, or else said; or null
 * @param widths says how far the truth may be; null where no map needs it
 */
public record Maps(List<Layer> wanted, NoiseModel unit, NoiseModel noise, HalfWidths widths) {

	public static final Maps NONE = new Maps(List.of(), null, null, null);

	/** Whether a map needs half widths. */
	public static boolean needWidths(final List<Layer> wanted) {
		return wanted.contains(Layer.UNCERTAINTY) || wanted.contains(Layer.NEW);
	}

	/**
	 * The strip of a result, and as further channels each map of it.
	 *
	 * @param strip   where it lies
	 * @param low     the strip of the image
	 * @param shrunk  the strip of the result, shrunk
	 * @param high    the strip of the result
	 * @param bicubic that of bicubic enlargement
	 * @param spread  standard deviation of the flips and turns; null where there are none
	 */
	Plane with(final Tile strip, final Factor factor, final Plane low, final Plane shrunk, final Plane high, final Plane bicubic,
		final Plane spread)
	{
		final int n = high.data.length;
		final Plane all = new Plane((1 + wanted.size()) * high.channels, high.height, high.width);
		System.arraycopy(high.data, 0, all.data, 0, n);
		final Plane width = widths == null ? null : widths.of(high, bicubic, spread, noise);
		for (int i = 0; i < wanted.size(); i++) {
			final int from = (i + 1) * n;
			switch (wanted.get(i)) {
				case CONSISTENCY -> difference(strip, factor, low, shrunk, all, from);
				case UNCERTAINTY -> System.arraycopy(width.data, 0, all.data, from, n);
				case NEW -> {
					for (int k = 0; k < n; k++) {
						final float d = high.data[k] - bicubic.data[k];
						all.data[from + k] = Math.abs(d) > width.data[k] ? d : 0;
					}
				}
				default -> throw new IllegalArgumentException(wanted.get(i) + " is no map");
			}
		}
		return all;
	}

	/** Each sample of the image, in the place of all that it was enlarged to. */
	private void difference(final Tile strip, final Factor factor, final Plane low, final Plane shrunk, final Plane all,
		final int from)
	{
		final Plane d = new Plane(low.channels, low.height, low.width);
		for (int i = 0; i < d.data.length; i++)
			d.data[i] = (float) ((low.data[i] - shrunk.data[i]) / unit(shrunk.data[i]));
		final int[] columns = new int[all.width];
		for (int x = 0; x < columns.length; x++)
			columns[x] = under(strip.high().x() + x, factor.columns(), strip.low().x(), low.width);
		int k = from;
		for (int c = 0; c < low.channels; c++)
			for (int y = 0; y < all.height; y++) {
				final int row = (c * low.height + under(strip.high().y() + y, factor.rows(), strip.low().y(), low.height)) * low.width;
				for (final int x : columns)
					all.data[k++] = d.data[row + x];
			}
	}

	/** What differences are counted in, at a level: 1 where there is no noise. */
	private double unit(final double level) {
		final double variance = unit == null ? 0 : unit.variance(level);
		return variance > 0 ? Math.sqrt(variance) : 1;
	}

	private static int under(final int high, final double factor, final int first, final int size) {
		return Math.max(0, Math.min(size - 1, (int) ((high + 0.5) / factor) - first));
	}
}
