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
package org.zeroshotsr.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.Holes;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.quality.Bicubic;
import org.zeroshotsr.quality.Quality;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.resize.Resizes;
import org.zeroshotsr.run.PlaneSource;

/**
 * How near the result and the bicubic enlargement are to the truth. Bicubic is rounded to the pixel type as the result
 * is.
 *
 * @param range   of the data, see {@link Truth}
 * @param rows    border cut at top and bottom: the factor, rounded up
 * @param columns border cut at left and right
 * @param luma    whether RGB was compared by its luma
 * @param planes  in the order they were done
 */
record Comparison(double range, int rows, int columns, boolean luma, List<PlaneQuality> planes) {

	/** PSNR in dB and SSIM; NaN where there is none. */
	record Score(double psnr, double ssim) {

		private String text() {
			return "PSNR " + Texts.decimals(psnr, 2) + " dB, SSIM " + Texts.decimals(ssim, 4);
		}
	}

	/** Result and bicubic in a line. */
	String text() {
		return result().text() + "; bicubic " + bicubic().text() + (luma ? " (luma)" : "");
	}

	/**
	 * @param blurred bicubic enlargement after the Gaussian that makes it best, which takes the truth to know
	 * @param sigma   standard deviation of that Gaussian in pixels of the input; 0 for none
	 */
	record PlaneQuality(Score bicubic, Score blurred, double sigma, Score result) {}

	private static final double LEAST_SIGMA = 0.3;
	private static final double MOST_SIGMA = 2.4;
	private static final double SIGMA_STEP = 0.1;

	/**
	 * Compares.
	 *
	 * @param fit whether brightness and contrast of both are first brought to the truth's, by the straight line of the least
	 *            squares: for truths that were exposed for longer (as in Weigert et al., Content-aware image restoration,
	 *            Nature Methods 15, 2018)
	 */
	static <T extends RealType<T> & NativeType<T>> Comparison of(final Samples<T> input,
		final PlaneSource result, final Truth truth, final Factor factor, final boolean fit)
	{
		final double range = truth.range();
		final int rows = (int) Math.ceil(factor.rows());
		final int columns = (int) Math.ceil(factor.columns());
		final List<PlaneQuality> planes = new ArrayList<>();
		for (final long[] position : input.order().planes()) {
			final Plane right = truth.samples().read(position);
			final Plane enlarged = result.read(position);
			if (fit) Quality.fit(enlarged, right);
			final Plane low = input.read(position);
			final Holes holes = Holes.fill(low);
			final DoubleFunction<Plane> bicubic = sigma -> {
				final Plane high = bicubic(input, low, holes, factor, sigma);
				if (fit) Quality.fit(high, right);
				return high;
			};
			final Plane sharp = bicubic.apply(0);
			Plane blurred = sharp;
			double best = 0;
			double bestPsnr = Quality.psnr(sharp, right, range, rows, columns);
			for (double sigma = LEAST_SIGMA; sigma <= MOST_SIGMA; sigma += SIGMA_STEP) {
				final Plane next = bicubic.apply(sigma);
				final double psnr = Quality.psnr(next, right, range, rows, columns);
				if (!(psnr > bestPsnr)) continue;
				blurred = next;
				best = sigma;
				bestPsnr = psnr;
			}
			planes.add(new PlaneQuality(score(sharp, right, range, rows, columns), score(blurred, right, range, rows, columns), best,
				score(enlarged, right, range, rows, columns)));
		}
		return new Comparison(range, rows, columns, input.rgb(), planes);
	}

	/** The same of a stack that has grown along z, where blurred is bicubic itself. */
	static <T extends RealType<T> & NativeType<T>> Comparison of(final Samples<T> input, final PlaneSource result, final Truth truth,
		final Growth growth)
	{
		final int rows = (int) Math.ceil(growth.planes().rows());
		final int columns = (int) Math.ceil(growth.planes().columns());
		final Samples<T> cubic = new Samples<>(Bicubic.enlarge(input.image(), input.axes(), growth), input.axes(), input.taken(), List
			.of());
		final List<PlaneQuality> planes = new ArrayList<>();
		for (final long[] position : cubic.order().planes()) {
			final Plane right = truth.samples().read(position);
			final Score simple = score(cubic.read(position), right, truth.range(), rows, columns);
			planes.add(new PlaneQuality(simple, simple, 0, score(result.read(position), right, truth.range(), rows, columns)));
		}
		return new Comparison(truth.range(), rows, columns, input.rgb(), planes);
	}

	private static Score score(final Plane image, final Plane truth, final double range, final int rows,
		final int columns)
	{
		return new Score(Quality.psnr(image, truth, range, rows, columns), Quality.ssim(image, truth, range, rows,
			columns));
	}

	/** A filled plane enlarged by cubic interpolation, after a Gaussian where sigma is not 0, as it would be saved. */
	private static <T extends RealType<T> & NativeType<T>> Plane bicubic(final Samples<T> input, final Plane filled,
		final Holes holes, final Factor factor, final double sigma)
	{
		final Plane low = sigma == 0 ? filled : Resizes.blur(filled.height, filled.width, sigma).apply(filled);
		final Plane high = Resizes.enlarge(low.height, low.width, factor).apply(low);
		if (holes != null) holes.reopen(high, 0, 0, factor.rows(), factor.columns());
		final RandomAccessibleInterval<T> saved = new PlanarImgFactory<>(input.image().getType()).create(high.width,
			high.height, high.channels);
		PlaneIO.write(high, saved, 0, 1, 2, new long[3], 0, 0);
		return PlaneIO.read(saved, 0, 1, 2, new long[3]);
	}

	/** Mean over the planes. */
	Score bicubic() {
		return mean(planes.stream().map(PlaneQuality::bicubic).toList());
	}

	/** Mean over the planes. */
	Score blurred() {
		return mean(planes.stream().map(PlaneQuality::blurred).toList());
	}

	/** Mean over the planes. */
	Score result() {
		return mean(planes.stream().map(PlaneQuality::result).toList());
	}

	static Score mean(final List<Score> scores) {
		return new Score(mean(scores, Score::psnr), mean(scores, Score::ssim));
	}

	private static double mean(final List<Score> scores, final ToDoubleFunction<Score> value) {
		return scores.stream().mapToDouble(value).average().orElse(Double.NaN);
	}
}
