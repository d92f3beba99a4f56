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
package org.zeroshotsr.quality;

import org.zeroshotsr.image.Bands;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/**
 * How close an image is to the truth, as papers on super-resolution measure it. A plane of one channel is compared as it
 * is; a plane of three channels is RGB and compared on its {@linkplain #luma luma}. A border, as a rule as wide as the
 * scale factor, is cut from all sides first. Pixels that are NaN in either image are left out.
 */
public final class Quality {

	private static final int SIZE = 11;
	private static final double SIGMA = 1.5;
	private static final double K1 = 0.01;
	private static final double K2 = 0.03;
	private static final double[] GAUSSIAN = gaussian();

	private Quality() {}

	/** Changes {@code image} by the straight line that brings it nearest to {@code truth}, by the least squares. */
	public static void fit(final Plane image, final Plane truth) {
		final int n = image.data.length;
		double x = 0;
		double y = 0;
		for (int i = 0; i < n; i++) {
			x += image.data[i] / n;
			y += truth.data[i] / n;
		}
		double xx = 0;
		double xy = 0;
		for (int i = 0; i < n; i++) {
			xx += (image.data[i] - x) * (image.data[i] - x);
			xy += (image.data[i] - x) * (truth.data[i] - y);
		}
		final double slope = xx > 0 ? xy / xx : 1;
		for (int i = 0; i < n; i++)
			image.data[i] = (float) (y + slope * (image.data[i] - x));
	}

	/**
	 * Peak signal-to-noise ratio, 20 log10(range) - 10 log10(mean squared error).
	 *
	 * @param image one or three channels
	 * @param truth of the same size
	 * @param range the data's range: 255 for 8 bit, 65535 for 16 bit, for float the truth's maximum - minimum
	 * @param rows cut from the top and from the bottom
	 * @param columns cut from the left and from the right
	 * @return in dB; positive infinity for equal images, NaN where no pixel is left
	 * @throws IllegalArgumentException if the sizes differ, the channels are not 1 or 3, the range is not positive, or
	 *           nothing is left inside the border
	 */
	public static double psnr(final Plane image, final Plane truth, final double range, final int rows,
		final int columns)
	{
		final Plane a = prepared(image, truth, range, rows, columns);
		final Plane b = prepared(truth, image, range, rows, columns);
		double sum = 0;
		long count = 0;
		for (int i = 0; i < a.data.length; i++) {
			final double difference = (double) a.data[i] - b.data[i];
			if (Double.isNaN(difference)) continue;
			sum += difference * difference;
			count++;
		}
		return count == 0 ? Double.NaN : 20 * Math.log10(range) - 10 * Math.log10(sum / count);
	}

	/**
	 * Mean structural similarity (Wang, Bovik, Sheikh and Simoncelli, IEEE Transactions on Image Processing 13, 2004,
	 * section III.C): an 11 x 11 Gaussian window of sigma 1.5, K1 = 0.01, K2 = 0.03, over all windows that lie inside
	 * the image.
	 *
	 * @return at most 1, which equal images have; NaN where the image less its border is smaller than the window
	 * @see #psnr the parameters, and what is thrown
	 */
	public static double ssim(final Plane image, final Plane truth, final double range, final int rows,
		final int columns)
	{
		final Plane a = prepared(image, truth, range, rows, columns);
		final Plane b = prepared(truth, image, range, rows, columns);
		final int height = a.height - SIZE + 1;
		if (height < 1 || a.width < SIZE) return Double.NaN;
		final double[] sums = new double[height];
		final int[] counts = new int[height];
		Bands.each(height, a.data.length, (from, to) -> {
			for (int y = from; y < to; y++)
				row(a, b, y, range, sums, counts);
		});
		double sum = 0;
		long count = 0;
		for (int y = 0; y < height; y++) { // in order, so that the result does not depend on the threads
			sum += sums[y];
			count += counts[y];
		}
		return count == 0 ? Double.NaN : sum / count;
	}

	/**
	 * The luma of ITU-R BT.601 in the units of the data, (65.481 R + 128.553 G + 24.966 B) / 255 + 16 range / 255: for 8
	 * bit, 16 to 235. Not rounded.
	 *
	 * @param rgb three channels
	 * @param range of the data: 255 for 8 bit
	 */
	public static Plane luma(final Plane rgb, final double range) {
		if (rgb.channels != 3) throw new IllegalArgumentException("luma needs red, green and blue, not " + rgb.channels +
			" channels");
		final int size = rgb.height * rgb.width;
		final Plane luma = new Plane(1, rgb.height, rgb.width);
		for (int i = 0; i < size; i++)
			luma.data[i] = (float) ((65.481 * rgb.data[i] + 128.553 * rgb.data[size + i] + 24.966 * rgb.data[2 * size +
				i]) / 255 + 16 * range / 255);
		return luma;
	}

	private static Plane prepared(final Plane plane, final Plane other, final double range, final int rows,
		final int columns)
	{
		if (plane.channels != other.channels || plane.height != other.height || plane.width != other.width)
			throw new IllegalArgumentException("images of " + plane.channels + " x " + plane.height + " x " + plane.width +
				" and " + other.channels + " x " + other.height + " x " + other.width + " cannot be compared");
		if (plane.channels != 1 && plane.channels != 3) throw new IllegalArgumentException(plane.channels +
			" channels are neither grey nor RGB; compare them one by one");
		if (!(range > 0 && range < Double.POSITIVE_INFINITY)) throw new IllegalArgumentException(
			"the data range has to be positive, not " + range);
		if (rows < 0 || columns < 0 || 2L * rows >= plane.height || 2L * columns >= plane.width)
			throw new IllegalArgumentException("a border of " + rows + " rows and " + columns + " columns leaves nothing of " +
				plane.height + " x " + plane.width + " pixels");
		final Plane inside = rows == 0 && columns == 0 ? plane : plane.crop(new Window(rows, columns, plane.height - 2 *
			rows, plane.width - 2 * columns));
		return inside.channels == 3 ? luma(inside, range) : inside;
	}

	/** One row of windows: first down the columns, then along the row, each for the five moments. */
	private static void row(final Plane a, final Plane b, final int y, final double range, final double[] sums,
		final int[] counts)
	{
		final int width = a.width;
		final double[][] down = new double[5][width];
		for (int k = 0; k < SIZE; k++) {
			final double weight = GAUSSIAN[k];
			final int start = (y + k) * width;
			for (int x = 0; x < width; x++) {
				final double p = a.data[start + x];
				final double q = b.data[start + x];
				down[0][x] += weight * p;
				down[1][x] += weight * q;
				down[2][x] += weight * p * p;
				down[3][x] += weight * q * q;
				down[4][x] += weight * p * q;
			}
		}
		final double c1 = K1 * range * K1 * range;
		final double c2 = K2 * range * K2 * range;
		final double[] moment = new double[5];
		for (int x = 0; x + SIZE <= width; x++) {
			for (int m = 0; m < 5; m++) {
				double sum = 0;
				for (int k = 0; k < SIZE; k++)
					sum += GAUSSIAN[k] * down[m][x + k];
				moment[m] = sum;
			}
			final double product = moment[0] * moment[1];
			final double squares = moment[0] * moment[0] + moment[1] * moment[1];
			final double similarity = (2 * product + c1) * (2 * (moment[4] - product) + c2) / ((squares + c1) *
				(moment[2] + moment[3] - squares + c2));
			if (Double.isNaN(similarity)) continue;
			sums[y] += similarity;
			counts[y]++;
		}
	}

	private static double[] gaussian() {
		final double[] weights = new double[SIZE];
		double sum = 0;
		for (int i = 0; i < SIZE; i++) {
			final double x = i - SIZE / 2;
			sum += weights[i] = Math.exp(-x * x / (2 * SIGMA * SIGMA));
		}
		for (int i = 0; i < SIZE; i++)
			weights[i] /= sum;
		return weights;
	}
}
