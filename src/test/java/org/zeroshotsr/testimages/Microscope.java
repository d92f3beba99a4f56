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
package org.zeroshotsr.testimages;

import java.util.Random;

/**
 * A simulated widefield microscope with two cameras: an ideal one, without noise, for the truth, and one whose pixels are
 * twice as large, with photon noise, read noise, gain and offset. Both see the same optical image.
 */
final class Microscope {

	/** Fine pixels in one truth pixel. */
	static final int FINE = 4;
	/** Truth pixels simulated beyond each border, so that nothing is mirrored or cut off there. */
	static final int MARGIN = 16;
	/** Size of a truth pixel in micrometres; the camera's is twice that. */
	static final double TRUTH_PIXEL = 0.1;
	/** Standard deviation of the in-focus point spread function in micrometres: 0.21 x 520 nm / NA 1.4. */
	static final double PSF_SIGMA = 0.21 * 0.52 / 1.4;
	/** Depth in micrometres over which the point spread function widens by sqrt(2). */
	static final double FOCUS_DEPTH = 0.4;
	/** Standard deviation, in truth pixels, of what the second camera blurs besides its pixels' area. */
	static final double CAMERA_SIGMA = 0.55;
	static final double OFFSET = 100;
	static final double GAIN = 4;
	static final double READ_NOISE = 1.5;

	private Microscope() {}

	/** The truth's margin included: light of each plane, seen in focus, with the other planes out of focus. */
	static double[][] optical(final Specimen specimen, final double spacing) {
		final int width = specimen.width / FINE;
		final int height = specimen.height / FINE;
		final double[][] images = new double[specimen.planes.length][width * height];
		for (int from = 0; from < images.length; from++)
			for (int to = 0; to < images.length; to++) {
				final double defocus = (to - from) * spacing / FOCUS_DEPTH;
				final double sigma = PSF_SIGMA * Math.sqrt(1 + defocus * defocus) / TRUTH_PIXEL * FINE;
				final double[] blurred = blur(specimen.planes[from], specimen.width, specimen.height, sigma);
				for (int y = 0; y < specimen.height; y++)
					for (int x = 0; x < specimen.width; x++)
						images[to][y / FINE * width + x / FINE] += blurred[y * specimen.width + x];
			}
		return images;
	}

	/** The kernel between the truth and the camera: a pixel's 2 x 2 area, blurred; 6 x 6 truth pixels, sum 1. */
	static double[][] kernel() {
		final double[] line = new double[6];
		double sum = 0;
		for (int i = 0; i < 6; i++) {
			final double a = i - 3;
			final double b = i - 2;
			sum += line[i] = StrictMath.exp(-a * a / (2 * CAMERA_SIGMA * CAMERA_SIGMA)) + StrictMath.exp(-b * b / (2 *
				CAMERA_SIGMA * CAMERA_SIGMA));
		}
		final double[][] kernel = new double[6][6];
		for (int y = 0; y < 6; y++)
			for (int x = 0; x < 6; x++)
				kernel[y][x] = line[y] * line[x] / (sum * sum);
		return kernel;
	}

	/** The expected light on the second camera, without margin: the truth correlated with the kernel, every second pixel. */
	static double[] shrunk(final double[] truth, final int width, final int height) {
		final double[][] kernel = kernel();
		final int lowWidth = (width - 2 * MARGIN) / 2;
		final int lowHeight = (height - 2 * MARGIN) / 2;
		final double[] low = new double[lowWidth * lowHeight];
		for (int y = 0; y < lowHeight; y++)
			for (int x = 0; x < lowWidth; x++)
				for (int j = 0; j < 6; j++)
					for (int i = 0; i < 6; i++)
						low[y * lowWidth + x] += kernel[j][i] * truth[(MARGIN + 2 * y + j - 2) * width + MARGIN + 2 * x + i - 2];
		return low;
	}

	/** The truth without its margin. */
	static double[] cropped(final double[] truth, final int width, final int height) {
		final int inner = width - 2 * MARGIN;
		final double[] cropped = new double[inner * (height - 2 * MARGIN)];
		for (int y = 0; y < height - 2 * MARGIN; y++)
			System.arraycopy(truth, (y + MARGIN) * width + MARGIN, cropped, y * inner, inner);
		return cropped;
	}

	/** Grey values without noise, of photons expected. */
	static short[] ideal(final double[] photons) {
		final short[] grey = new short[photons.length];
		for (int i = 0; i < grey.length; i++)
			grey[i] = grey(photons[i] * GAIN + OFFSET);
		return grey;
	}

	/** Grey values that the camera reads. */
	static short[] read(final double[] photons, final Random random) {
		final short[] grey = new short[photons.length];
		for (int i = 0; i < grey.length; i++)
			grey[i] = grey((poisson(photons[i], random) + READ_NOISE * random.nextGaussian()) * GAIN + OFFSET);
		return grey;
	}

	private static short grey(final double value) {
		return (short) Math.max(0, Math.min(65535, (int) Math.floor(value + 0.5)));
	}

	/** Knuth's multiplication of uniform numbers, in parts whose exponential does not underflow. */
	static int poisson(final double mean, final Random random) {
		int count = 0;
		for (double rest = mean; rest > 0; rest -= 500) {
			final double limit = StrictMath.exp(-Math.min(rest, 500));
			for (double product = random.nextDouble(); product > limit; product *= random.nextDouble())
				count++;
		}
		return count;
	}

	static double[] blur(final double[] image, final int width, final int height, final double sigma) {
		final int radius = (int) Math.ceil(4 * sigma);
		final double[] weights = new double[2 * radius + 1];
		double sum = 0;
		for (int i = -radius; i <= radius; i++)
			sum += weights[i + radius] = StrictMath.exp(-i * i / (2 * sigma * sigma));
		final double[] across = new double[image.length];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				double value = 0;
				for (int i = Math.max(-radius, -x); i <= Math.min(radius, width - 1 - x); i++)
					value += weights[i + radius] * image[y * width + x + i];
				across[y * width + x] = value / sum;
			}
		final double[] both = new double[image.length];
		for (int y = 0; y < height; y++)
			for (int i = Math.max(-radius, -y); i <= Math.min(radius, height - 1 - y); i++) {
				final double weight = weights[i + radius] / sum;
				for (int x = 0; x < width; x++)
					both[y * width + x] += weight * across[(y + i) * width + x];
			}
		return both;
	}
}
