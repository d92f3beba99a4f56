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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;

/**
 * Estimates the sensor's Poisson-Gaussian noise from images alone: variance against mean over homogeneous blocks, and a
 * robust line through them (Foi, Trimeche, Katkovnik, Egiazarian, "Practical Poissonian-Gaussian noise modeling and
 * fitting for single-image raw-data", IEEE TIP 17, 2008). Homogeneous are the blocks whose texture is no more than the
 * noise itself would make; as that depends on the noise, choice and fit alternate (Liu, Tanaka, Okutomi, "Single-image
 * noise level estimation for blind denoising", IEEE TIP 22, 2013).
 * <p>
 * A line cannot tell the offset from the read noise: its intercept is read² - gain x offset. Where the intercept is not
 * negative, the offset is taken to be 0, or the level of the darkest point where that is less; else it is that level (above
 * which {@link NoiseModel} tells the noise right whatever the offset). The rounding of integer samples counts as noise, of
 * 1/√12 grey levels.
 * How near it comes: docs/measurements.md.
 */
public final class NoiseEstimator {

	/** Groups of like intensity over the image's range. */
	private static final int BINS = 48;
	/** Groups with fewer homogeneous blocks are joined with the next. */
	private static final int FEWEST_IN_POINT = 40;
	/** Choice of blocks and fit alternate so often. */
	private static final int ROUNDS = 8;
	/** Texture that a homogeneous block may have, relative to the noise; noise alone makes 1 in the mean. */
	private static final double HOMOGENEOUS = 1.5;
	/** Of each group at least this share is taken for homogeneous: that with the least texture. */
	private static final double LEAST_SHARE = 0.05;
	/** A homogeneous block's variance relative to the centre of its group, beyond which it has texture after all. */
	private static final double OUTLIER = 2.2;
	/** Blocks whose mean is nearer to the least or greatest sample than so many standard deviations are cut off there. */
	private static final double CLIPPED = 2;
	private static final int FEWEST_BLOCKS = 24;
	/** Quantile at each end that the groups leave out. */
	private static final double TAIL = 0.002;
	/** Noise two pixels apart over noise one pixel apart: 1 for white noise, some more for what texture is left. */
	private static final double CORRELATED = 1.6;
	/** Where more of the blocks show noise alone, they tell what neighbours share. */
	private static final double TOLD = 0.5;
	/** A correlation under this is no chance. */
	private static final double OPPOSITE = -0.1;
	/** Only smoothing makes neighbours share so much. */
	private static final double NEARLY_ALL = 0.7;
	/** Quantile of the samples that are bright. */
	private static final double BRIGHT = 0.99;
	/** Variances that differ by less than this factor agree. */
	private static final double AGREEING = 1.5;
	/**
	 * JPEG hides its errors among the structure, where no line finds them: this standard deviation is assumed instead,
	 * relative to the image's range.
	 */
	private static final double JPEG = 0.04;
	/** Standard deviation of rounding to whole numbers. */
	private static final double WHOLE = 1 / Math.sqrt(12);
	/** Standard deviation of what float arithmetic makes of nothing, relative to the greatest sample. */
	private static final double ROUNDING = 1e-6;

	private final NoiseBlocks blocks;
	private final List<int[]> groups;
	private NoiseLine line;
	private boolean clipsDark = true;

	/**
	 * Estimates one model for all the planes, and all their channels, together.
	 *
	 * @param planes in grey levels; samples that are no numbers are left out
	 * @return a model of zeros where there is no noise at all
	 * @throws IllegalArgumentException where the planes are too small, or nothing of them is neither structured nor
	 *                                  saturated
	 */
	public static NoiseEstimate estimate(final List<Plane> planes) {
		final NoiseBlocks blocks = new NoiseBlocks(planes);
		final NoiseEstimate white = blocks.count >= FEWEST_BLOCKS ? new NoiseEstimator(blocks).estimate() : blocks.constant >= FEWEST_BLOCKS
			? none() : null;
		if (JpegBlocks.visible(planes)) return compressed(white == null ? none() : white, JPEG * (blocks.max - blocks.min));
		final double step = GreyLevels.step(planes);
		return estimate(planes, blocks, white, step).with(NoiseEstimate.Caution.STRETCHED, step > 1);
	}

	private static NoiseEstimate estimate(final List<Plane> planes, final NoiseBlocks blocks, final NoiseEstimate white,
		final double step)
	{
		final Variograms variograms = Variograms.of(new VariogramBlocks(planes, planes));
		if (variograms != null && variograms.share() > TOLD && (white == null || white.structured() || blocks.darkHalf(white) ||
			variograms.correlation().at(0, 1) < OPPOSITE)) return of(variograms, step);
		if (white != null && !white.structured()) return white.points().isEmpty() ? white : white.atLeast(step * WHOLE);
		if (white != null) return limited(white, FineDetail.share(white.model(), planes)).atLeast(step * WHOLE);
		throw new BadInput("the image is too small to measure its noise: only " + (blocks.count +
			blocks.constant) + " blocks of " + NoiseBlocks.SIDE + " x " + NoiseBlocks.SIDE + " pixels can be looked at, and " +
			FEWEST_BLOCKS + " are needed; measure a larger image or several planes, or give the noise as numbers");
	}

	/**
	 * The same, where neighbouring planes of a stack or time series may tell more: of a still scene their difference is noise
	 * alone. That is taken where it has about the variance that the planes themselves have, or less where these have
	 * structure everywhere; elsewhere something moved.
	 *
	 * @param pairs planes and their neighbours, one after the other
	 */
	public static NoiseEstimate estimate(final List<Plane> planes, final List<Plane> pairs) {
		final NoiseEstimate spatial = estimate(planes);
		if (pairs.isEmpty() || spatial.compressed() || spatial.points().isEmpty()) return spatial;
		final List<Plane> differences = new ArrayList<>();
		final List<Plane> levels = new ArrayList<>();
		for (int i = 0; i < pairs.size(); i += 2) {
			final Plane a = pairs.get(i);
			final Plane b = pairs.get(i + 1);
			final Plane difference = a.copy();
			final Plane level = a.copy();
			for (int k = 0; k < a.data.length; k++) {
				difference.data[k] = (float) ((a.data[k] - b.data[k]) / Math.sqrt(2));
				level.data[k] = (a.data[k] + b.data[k]) / 2;
			}
			differences.add(difference);
			levels.add(level);
		}
		final Variograms found = Variograms.of(new VariogramBlocks(differences, levels));
		if (found == null || found.share() < TOLD) return spatial;
		final NoiseEstimate temporal = of(found, GreyLevels.step(planes));
		// where most blocks are, which have the least structure
		final double level = spatial.points().stream().max(Comparator.comparingInt(NoiseEstimate.Point::blocks)).orElseThrow()
			.mean();
		final double ratio = temporal.model().variance(level) / spatial.model().variance(level);
		// what has moved differs most where it is bright
		final double bright = bright(levels);
		final double there = temporal.model().variance(bright) / spatial.model().variance(bright);
		return Math.max(ratio, there) < AGREEING && (spatial.structured() || ratio > 1 / AGREEING) ? temporal : spatial;
	}

	private static double bright(final List<Plane> planes) {
		final double[] sorted = planes.stream().flatMapToDouble(plane -> IntStream.range(0, plane.data.length).mapToDouble(
			i -> plane.data[i])).filter(Double::isFinite).sorted().toArray();
		return sorted[(int) (BRIGHT * (sorted.length - 1))];
	}

	private static NoiseEstimate of(final Variograms found, final double step) {
		final List<NoiseEstimate.Point> points = found.points();
		final NoiseLine line = found.line();
		final double shared = (found.correlation().at(0, 1) + found.correlation().at(1, 0)) / 2;
		return new NoiseEstimate(model(line, points.get(0).mean()).with(found.correlation()), line.slope(), line.intercept(), points,
			points.stream().mapToInt(NoiseEstimate.Point::blocks).sum(), Set.of()).atLeast(step * WHOLE).with(
				NoiseEstimate.Caution.SMOOTHED, shared > NEARLY_ALL).with(NoiseEstimate.Caution.SHARPENED, shared < OPPOSITE);
	}

	private static NoiseEstimate none() {
		return new NoiseEstimate(new NoiseModel(0, 0, 0), 0, 0, List.of(), 0, Set.of());
	}

	private static NoiseEstimate compressed(final NoiseEstimate found, final double least) {
		final NoiseModel model = found.model();
		return new NoiseEstimate(new NoiseModel(model.gain(), Math.max(model.read(), least), model.offset()), found.slope(),
			found.intercept(), found.points(), found.blocks(), Set.of(NoiseEstimate.Caution.COMPRESSED));
	}

	/** Where neighbours share what looks like noise, the finest detail tells how much of it may be noise. */
	private static NoiseEstimate limited(final NoiseEstimate found, final double share) {
		final NoiseModel part = found.model().times(share);
		return new NoiseEstimate(part, share * found.slope(), share * found.intercept(), found.points(), found.blocks(), Set.of(
			NoiseEstimate.Caution.STRUCTURED));
	}

	private NoiseEstimator(final NoiseBlocks blocks) {
		this.blocks = blocks;
		groups = groups(blocks.mean, TAIL, BINS);
	}

	/** Numbers of blocks by their means, in so many groups of equal width over the range without its tails. */
	static List<int[]> groups(final double[] means, final double tail, final int bins) {
		final double[] sorted = means.clone();
		Arrays.sort(sorted);
		final double low = quantile(sorted, tail);
		final double width = (quantile(sorted, 1 - tail) - low) / bins;
		final int[] group = new int[means.length];
		final int[] sizes = new int[bins];
		for (int i = 0; i < group.length; i++) {
			group[i] = width > 0 ? (int) Math.max(0, Math.min(bins - 1, (means[i] - low) / width)) : 0;
			sizes[group[i]]++;
		}
		final List<int[]> groups = new ArrayList<>();
		for (final int size : sizes)
			groups.add(new int[size]);
		for (int i = 0; i < group.length; i++)
			groups.get(group[i])[--sizes[group[i]]] = i;
		return groups;
	}

	private static double quantile(final double[] sorted, final double q) {
		return sorted[(int) Math.round(q * (sorted.length - 1))];
	}

	private NoiseEstimate estimate() {
		List<int[]> homogeneous = List.of();
		List<NoiseEstimate.Point> points = List.of();
		for (int round = 0; round < ROUNDS; round++) {
			homogeneous = homogeneous();
			// images of single photons are dark everywhere, and yet not cut off
			if (homogeneous.isEmpty() && clipsDark) {
				clipsDark = false;
				homogeneous = homogeneous();
			}
			if (homogeneous.isEmpty()) throw new BadInput(
				"the noise cannot be measured: no part of the image is neither structured nor saturated; take another image, or give the noise as numbers");
			points = homogeneous.stream().map(this::point).toList();
			line = NoiseLine.fit(points.stream().map(NoiseLine.Evidence::new).toList());
			if (noise(points.get(points.size() - 1).mean()) <= rounding()) return none();
		}
		return new NoiseEstimate(model(line, points.get(0).mean()), line.slope(), line.intercept(), points, points.stream().mapToInt(
			NoiseEstimate.Point::blocks).sum(), Set.of()).with(NoiseEstimate.Caution.STRUCTURED, correlation(homogeneous) > CORRELATED);
	}

	/** Variance of the noise at a level, so far as it is known; 1 at the start. */
	private double noise(final double mean) {
		return line == null ? 1 : Math.max(rounding(), line.at(mean));
	}

	private double rounding() {
		final double sigma = ROUNDING * Math.max(Math.abs(blocks.min), Math.abs(blocks.max));
		return sigma * sigma;
	}

	/** The homogeneous blocks of each group; small groups are joined with the next. */
	private List<int[]> homogeneous() {
		final List<int[]> all = new ArrayList<>();
		IntStream open = IntStream.empty();
		int count = 0;
		for (final int[] group : groups) {
			final int[] members = Arrays.stream(group).filter(i -> !clipped(i)).toArray();
			if (members.length == 0) continue;
			final IntToDoubleFunction texture = i -> blocks.texture[i] / noise(blocks.mean[i]);
			final double[] sorted = Arrays.stream(members).mapToDouble(texture).sorted().toArray();
			final double limit = Math.max(quantile(sorted, LEAST_SHARE), line == null ? 0 : HOMOGENEOUS);
			final int[] chosen = Arrays.stream(members).filter(i -> texture.applyAsDouble(i) <= limit).toArray();
			open = IntStream.concat(open, Arrays.stream(chosen));
			count += chosen.length;
			if (count < FEWEST_IN_POINT) continue;
			all.add(open.toArray());
			open = IntStream.empty();
			count = 0;
		}
		if (count >= FEWEST_BLOCKS) all.add(open.toArray());
		return all;
	}

	private boolean clipped(final int i) {
		if (line == null) return false;
		final double reach = CLIPPED * Math.sqrt(noise(blocks.mean[i]));
		return clipsDark && blocks.mean[i] - reach < blocks.min || blocks.mean[i] + reach > blocks.max;
	}

	/** Mean, and a mean of the variances that outliers do not touch. */
	private NoiseEstimate.Point point(final int[] members) {
		final double mean = Arrays.stream(members).mapToDouble(i -> blocks.mean[i]).average().getAsDouble();
		final double[] ratios = Arrays.stream(members).mapToDouble(i -> blocks.variance[i] / noise(blocks.mean[i])).sorted()
			.toArray();
		double centre = quantile(ratios, 0.5);
		for (int k = 0; k < 3; k++) {
			final double limit = OUTLIER * centre;
			centre = Arrays.stream(ratios).filter(r -> r <= limit).average().getAsDouble();
		}
		return new NoiseEstimate.Point(mean, centre * noise(mean), members.length);
	}

	private double correlation(final List<int[]> homogeneous) {
		final double[] ratios = homogeneous.stream().flatMapToInt(Arrays::stream).mapToDouble(i -> blocks.coarse[i] /
			noise(blocks.mean[i])).sorted().toArray();
		return quantile(ratios, 0.5);
	}

	private static NoiseModel model(final NoiseLine line, final double dark) {
		// levels under 0, as after a subtraction of the background, are not under the offset
		final double known = line.slope() > 0 ? Math.max(dark, -line.intercept() / line.slope()) : dark;
		final double offset = line.intercept() < 0 ? known : Math.min(0, known);
		return new NoiseModel(line.slope(), Math.sqrt(Math.max(0, line.at(offset))), offset);
	}
}
