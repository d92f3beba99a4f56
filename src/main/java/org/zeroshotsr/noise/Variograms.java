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
import java.util.List;
import java.util.stream.IntStream;

/**
 * Estimates noise that neighbours share from the variograms of {@link VariogramBlocks}. Of blocks of like intensity those
 * are taken whose texture is no more than the noise itself would make, or the least textured twentieth; as that depends on
 * the noise, choice and fit alternate. Their mean variogram is split into a plateau, the noise's variance, and what still
 * rises beyond three pixels, structure; how far below the plateau it lies at one and two pixels is the correlation. Where
 * structure shows, a group of blocks counts for little, but is never exceeded: structure adds least between neighbours.
 */
final class Variograms {

	private static final int BINS = 48;
	private static final double TAIL = 0.002;
	private static final int FEWEST_IN_POINT = 40;
	private static final int FEWEST_BLOCKS = 24;
	private static final int ROUNDS = 8;
	/** Rounds in which the least textured blocks alone are taken. */
	private static final int CAUTIOUS_ROUNDS = 2;
	private static final double LEAST_SHARE = 0.05;
	/** Texture relative to the noise's that a block may have. */
	private static final double HOMOGENEOUS = 1.5;
	private static final double OUTLIER = 2.2;
	/** Lags from this on are the plateau's. */
	private static final int PLATEAU = 3;
	/** Structure relative to the noise at which a group of blocks counts a quarter for the correlation. */
	private static final double STRUCTURED = 0.15;
	/** A variance is at most what neighbours show, within this relative error. */
	private static final double BOUND = 0.05;
	private static final double MOST_ERROR = 3;
	private static final double MOST_SHARED = 0.9;
	/** Correlation under this is chance. */
	private static final double LEAST_SHARED = 0.05;

	private final VariogramBlocks blocks;
	private final List<int[]> groups;

	private NoiseLine line;
	/** By lag - 1. */
	private double[] rows = new double[PLATEAU + 1];
	private double[] columns = new double[PLATEAU + 1];
	private List<NoiseLine.Evidence> evidence = List.of();
	private double share;

	/** null where there are too few blocks, or none of those that seem to have no structure has any noise, as where all but spots is 0. */
	static Variograms of(final VariogramBlocks blocks) {
		if (blocks.count < FEWEST_BLOCKS) return null;
		final Variograms found = new Variograms(blocks);
		for (int round = 0; round < ROUNDS; round++)
			if (!found.round(round < CAUTIOUS_ROUNDS)) return null;
		return found;
	}

	private Variograms(final VariogramBlocks blocks) {
		this.blocks = blocks;
		groups = NoiseEstimator.groups(Arrays.copyOf(blocks.mean, blocks.count), TAIL, BINS);
	}

	NoiseLine line() {
		return line;
	}

	Correlation correlation() {
		return new Correlation(lags(rows), lags(columns));
	}

	private static List<Double> lags(final double[] lags) {
		final List<Double> list = new ArrayList<>();
		for (int k = 0; k < PLATEAU && Math.abs(lags[k]) >= LEAST_SHARED; k++)
			list.add(Math.round(100 * lags[k]) / 100.0);
		return list;
	}

	List<NoiseEstimate.Point> points() {
		return evidence.stream().map(e -> new NoiseEstimate.Point(e.mean(), e.variance(), (int) Math.round(e.blocks()))).toList();
	}

	/** The share of the blocks that show noise alone: by the rest nothing can be told of correlation. */
	double share() {
		return share;
	}

	private double noise(final double mean) {
		return line == null ? 1 : Math.max(1e-12, line.at(mean));
	}

	/** false where there is nothing to go by. */
	private boolean round(final boolean cautious) {
		final double white = texture(rows, columns);
		final List<double[]> means = new ArrayList<>();
		final List<int[]> chosen = chosen(white, cautious).stream().filter(group -> group.length > 0).map(this::inliers).filter(group -> Arrays
			.stream(group).anyMatch(i -> tail(i) > 0)).toList();
		if (chosen.isEmpty()) return false;
		final double[] down = new double[PLATEAU + 1];
		final double[] across = new double[PLATEAU + 1];
		final double[] plateaus = new double[chosen.size()];
		final double[] structures = new double[chosen.size()];
		final double[] errors = new double[chosen.size()];
		double weights = 0;
		int all = 0;
		for (int g = 0; g < chosen.size(); g++) {
			final int[] members = chosen.get(g);
			final double[] r = mean(blocks.rows, members);
			final double[] c = mean(blocks.columns, members);
			final double[] both = new double[VariogramBlocks.LAGS];
			for (int k = 0; k < both.length; k++)
				both[k] = (r[k] + c[k]) / 2;
			means.add(both);
			// variance + rise x lag squared, from the plateau's lags
			final double rise = rise(both);
			final double tail = tail(both);
			plateaus[g] = Math.max(tail - rise * meanSquareLag(), 1e-3 * tail);
			structures[g] = rise * meanSquareLag() / plateaus[g];
			final double textured = mean(blocks.texture, members) / (white * plateaus[g]) - 1;
			errors[g] = Math.hypot(Math.min(MOST_ERROR, structures[g]), Math.max(0, Math.min(MOST_ERROR, textured)));
			final double counts = 1 + errors[g] * errors[g] / (STRUCTURED * STRUCTURED);
			final double weight = members.length / (counts * counts);
			for (int k = 0; k <= PLATEAU; k++) {
				down[k] += weight * (1 - (r[k] - rise * (k + 1) * (k + 1)) / plateaus[g]);
				across[k] += weight * (1 - (c[k] - rise * (k + 1) * (k + 1)) / plateaus[g]);
			}
			weights += weight;
			all += members.length;
		}
		share = weights / all;
		rows = shared(down, weights);
		columns = shared(across, weights);
		final double apart = 1 - (rows[0] + columns[0]) / 2;
		evidence = new ArrayList<>();
		for (int g = 0; g < chosen.size(); g++) {
			final double bound = means.get(g)[0] / apart;
			evidence.add(new NoiseLine.Evidence(mean(blocks.mean, chosen.get(g)), structures[g] < 1 ? Math.min(bound, plateaus[g])
				: bound, chosen.get(g).length, errors[g], bound, BOUND));
		}
		line = NoiseLine.fit(evidence);
		return true;
	}

	/** Of each group the blocks that seem to have no structure; small groups are joined with the next. */
	private List<int[]> chosen(final double white, final boolean cautious) {
		final List<int[]> all = new ArrayList<>();
		IntStream open = IntStream.empty();
		int count = 0;
		for (final int[] group : groups) {
			if (group.length == 0) continue;
			final double[] sorted = Arrays.stream(group).mapToDouble(i -> textured(i, white)).sorted().toArray();
			final double least = sorted[(int) Math.round(LEAST_SHARE * (sorted.length - 1))];
			final double limit = cautious ? least : Math.max(least, HOMOGENEOUS);
			final int[] members = Arrays.stream(group).filter(i -> textured(i, white) <= limit).toArray();
			open = IntStream.concat(open, Arrays.stream(members));
			count += members.length;
			if (count < FEWEST_IN_POINT) continue;
			all.add(open.toArray());
			open = IntStream.empty();
			count = 0;
		}
		if (count >= FEWEST_BLOCKS || all.isEmpty()) all.add(open.toArray());
		return all;
	}

	private double textured(final int i, final double white) {
		return blocks.texture[i] / (white * noise(blocks.mean[i]));
	}

	private int[] inliers(final int[] members) {
		final double[] sorted = Arrays.stream(members).mapToDouble(this::tail).sorted().toArray();
		double centre = sorted[sorted.length / 2];
		for (int k = 0; k < 3; k++) {
			final double limit = OUTLIER * centre;
			centre = Arrays.stream(sorted).filter(v -> v <= limit).average().orElse(centre);
		}
		final double limit = OUTLIER * centre;
		return Arrays.stream(members).filter(i -> tail(i) <= limit).toArray();
	}

	/** Mean of a block's variograms at the first lags of the plateau. */
	private double tail(final int i) {
		double sum = 0;
		for (int k = PLATEAU - 1; k < PLATEAU + 2; k++)
			sum += blocks.rows[k][i] + blocks.columns[k][i];
		return sum / 6;
	}

	private static double tail(final double[] variogram) {
		return Arrays.stream(variogram, PLATEAU - 1, variogram.length).average().getAsDouble();
	}

	private static double meanSquareLag() {
		return IntStream.rangeClosed(PLATEAU, VariogramBlocks.LAGS).map(k -> k * k).average().getAsDouble();
	}

	/** By how much it grows with the square of the lag beyond the plateau's first; not under 0. */
	private static double rise(final double[] variogram) {
		final double x = meanSquareLag();
		final double y = tail(variogram);
		double xx = 0;
		double xy = 0;
		for (int k = PLATEAU; k <= VariogramBlocks.LAGS; k++) {
			xx += (k * k - x) * (k * k - x);
			xy += (k * k - x) * (variogram[k - 1] - y);
		}
		return Math.max(0, xy / xx);
	}

	private static double[] shared(final double[] sums, final double weights) {
		return Arrays.stream(sums).map(s -> Math.max(-0.5, Math.min(MOST_SHARED, s / weights))).map(r -> Math.abs(
			r) < LEAST_SHARED / 2 ? 0 : r).toArray();
	}

	/** What the noise alone makes of {@link VariogramBlocks#texture}, for a variance of 1. */
	private static double texture(final double[] rows, final double[] columns) {
		return (same(rows) * (same(columns) - next(columns)) + same(columns) * (same(rows) - next(rows))) / 2;
	}

	/** Along one axis, the variance of a cell's mean. */
	private static double same(final double[] lags) {
		double sum = VariogramBlocks.CELL;
		for (int k = 1; k < VariogramBlocks.CELL; k++)
			sum += 2 * (VariogramBlocks.CELL - k) * lags[k - 1];
		return sum / VariogramBlocks.CELL / VariogramBlocks.CELL;
	}

	/** Along one axis, the covariance of the means of two cells beside each other. */
	private static double next(final double[] lags) {
		double sum = 0;
		for (int k = 1; k <= VariogramBlocks.CELL; k++)
			sum += k * lags[k - 1];
		return sum / VariogramBlocks.CELL / VariogramBlocks.CELL;
	}

	private static double mean(final double[] values, final int[] members) {
		return Arrays.stream(members).mapToDouble(i -> values[i]).average().getAsDouble();
	}

	private static double[] mean(final double[][] values, final int[] members) {
		return Arrays.stream(values).mapToDouble(v -> mean(v, members)).toArray();
	}
}
