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
package org.zeroshotsr.noise;

import java.util.Arrays;
import java.util.List;

import org.zeroshotsr.image.Plane;

/**
 * How much noise there can be at most, from the finest detail alone: the difference of second differences along rows and
 * columns (Immerkaer, Fast noise variance estimation, Computer Vision and Image Understanding 64, 1996), to which
 * structure that the optics let through adds little. Its smallest tenth is looked at, where structure adds least. Where an
 * image is covered by structure, blocks tell four times as much noise as there is (standard deviation, the project's
 * simulated microtubules), and this 1.4 times.
 */
final class FineDetail {

	/** What a tenth of the absolute values of normal numbers of standard deviation 1 are under. */
	private static final double TENTH = 0.12566;

	/** Places of a plane that are looked at. */
	private static final int MOST = 1 << 20;

	private FineDetail() {}

	/** The part of the model's variance that the planes' finest detail allows, 0 to 1. */
	static double share(final NoiseModel model, final List<Plane> planes) {
		final double[] ratios = planes.stream().flatMapToDouble(plane -> Arrays.stream(ratios(model, plane))).filter(
			Double::isFinite).sorted().toArray();
		if (ratios.length == 0) return 1;
		final double sigma = ratios[ratios.length / 10] / TENTH;
		return Math.min(1, sigma * sigma);
	}

	/** The mask's absolute values in standard deviations that the model has for them. */
	private static double[] ratios(final NoiseModel model, final Plane plane) {
		final int rows = plane.height - 2;
		final int columns = plane.width - 2;
		final int places = plane.channels * rows * columns;
		final int step = 1 + places / MOST;
		final double[] ratios = new double[places / step];
		for (int i = 0; i < ratios.length; i++) {
			final int place = i * step;
			final int c = place / (rows * columns);
			final int y = place / columns % rows;
			final int x = place % columns;
			double mean = 0;
			for (int v = 0; v < 3; v++)
				for (int u = 0; u < 3; u++)
					mean += plane.get(c, y + v, x + u) / 9;
			final double detail = NoiseBlocks.difference(plane.data, (c * plane.height + y + 1) * plane.width + x + 1, 1,
				plane.width);
			ratios[i] = Math.abs(detail) / Math.sqrt(NoiseBlocks.SQUARES * model.variance(mean));
		}
		return ratios;
	}
}
