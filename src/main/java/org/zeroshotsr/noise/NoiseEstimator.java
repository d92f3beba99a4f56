package org.zeroshotsr.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.zeroshotsr.image.Plane;

/**
 * Estimates the sensor's noise from an image alone.
 */
public final class NoiseEstimator {

	private static final int BINS = 48;
	private static final int FEWEST_IN_BIN = 12;
	private static final int ROUNDS = 8;
	private static final double HOMOGENEOUS = Double.parseDouble(System.getProperty("hom","1.35"));
	private static final double LEAST_SHARE = Double.parseDouble(System.getProperty("share","0.05"));
	private static final double CLIPPED = 2;
	private static final int FEWEST_BLOCKS = 24;

	private final NoiseBlocks blocks;
	private double slope;
	private double intercept;

	private NoiseEstimator(final NoiseBlocks blocks) {
		this.blocks = blocks;
	}

	public static NoiseEstimate estimate(final List<Plane> planes) {
		final NoiseBlocks blocks = new NoiseBlocks(planes);
		if (blocks.size() < FEWEST_BLOCKS) {
			if (blocks.constant > 0) return new NoiseEstimate(new NoiseModel(0, 0, 0), 0, 0, List.of(), 0, false);
			throw new IllegalArgumentException("small");
		}
		return new NoiseEstimator(blocks).run();
	}

	private double at(final double mean) {
		return Math.max(slope * mean + intercept, 1e-12);
	}

	private NoiseEstimate run() {
		final int n = blocks.size();
		// bins by intensity
		final double[] sorted = blocks.mean.clone();
		Arrays.sort(sorted);
		final double low = sorted[(int) (0.002 * (n - 1))];
		final double high = sorted[(int) (0.998 * (n - 1))];
		final int[] bin = new int[n];
		for (int i = 0; i < n; i++)
			bin[i] = (int) Math.max(0, Math.min(BINS - 1, (blocks.mean[i] - low) / (high - low + 1e-30) * BINS));
		slope = 0;
		intercept = 0;
		List<NoiseEstimate.Point> points = List.of();
		int used = 0;
		for (int round = 0; round < ROUNDS; round++) {
			points = new ArrayList<>();
			used = 0;
			final List<Integer> pending = new ArrayList<>();
			for (int b = 0; b < BINS; b++) {
				final int the = b;
				final int[] members = java.util.stream.IntStream.range(0, n).filter(i -> bin[i] == the && (slope == 0 &&
					intercept == 0 || !clipped(i))).toArray();
				if (members.length == 0) continue;
				final boolean first = round == 0;
				final Integer[] order = Arrays.stream(members).boxed().sorted((i, k) -> Double.compare(blocks.texture[i] /
					(first ? 1 : at(blocks.mean[i])), blocks.texture[k] / (first ? 1 : at(blocks.mean[k])))).toArray(
						Integer[]::new);
				int take = (int) Math.ceil(LEAST_SHARE * order.length);
				if (!first) while (take < order.length && blocks.texture[order[take]] < HOMOGENEOUS * at(
					blocks.mean[order[take]])) take++;
				pending.addAll(Arrays.asList(order).subList(0, take));
				if (pending.size() >= FEWEST_IN_BIN) {
					points.add(point(pending, first));
					used += pending.size();
					pending.clear();
				}
			}
			if (points.isEmpty()) throw new IllegalArgumentException("none homogeneous");
			fit(points);
			if (DEBUG) System.out.printf("round %d: slope %.4f intercept %.4f points %d used %d%n", round, slope, intercept, points.size(), used);
		}
		if (DEBUG) points.forEach(System.out::println);
		return new NoiseEstimate(model(low), slope, intercept, points, used, false);
	}

	static boolean DEBUG = Boolean.getBoolean("noise.debug");

	private boolean clipped(final int i) {
		final double reach = CLIPPED * Math.sqrt(at(blocks.mean[i]));
		return blocks.mean[i] - reach < blocks.min || blocks.mean[i] + reach > blocks.max;
	}

	private NoiseEstimate.Point point(final List<Integer> members, final boolean first) {
		double m = 0;
		for (final int i : members)
			m += blocks.mean[i] / members.size();
		final double[] ratio = new double[members.size()];
		for (int k = 0; k < ratio.length; k++)
			ratio[k] = blocks.variance[members.get(k)] / (first ? 1 : at(blocks.mean[members.get(k)]));
		Arrays.sort(ratio);
		final double median = 0.5 * (ratio[(ratio.length - 1) / 2] + ratio[ratio.length / 2]);
		final double correction = Math.pow(1 - 2 / (9 * NoiseBlocks.FREEDOM), -3);
		return new NoiseEstimate.Point(m, median * correction * (first ? 1 : at(m)), members.size());
	}

	private void fit(final List<NoiseEstimate.Point> points) {
		double a = 0;
		double b = 0;
		final int n = points.size();
		final double[] w = new double[n];
		// IRLS, L1, weights by 1/variance
		double level = 0;
		for (final NoiseEstimate.Point p : points)
			level += p.variance() / n;
		b = level;
		for (int it = 0; it < 60; it++) {
			double s = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
			for (int i = 0; i < n; i++) {
				final NoiseEstimate.Point p = points.get(i);
				final double v = Math.max(a * p.mean() + b, 1e-3 * level + 1e-30);
				final double scale = v * Math.sqrt(2 / NoiseBlocks.FREEDOM / Math.min(p.blocks(), 200) + 0.0025);
				final double r = (p.variance() - a * p.mean() - b) / scale;
				w[i] = 1 / (scale * scale) / Math.max(1, Math.abs(r));
				s += w[i];
				sx += w[i] * p.mean();
				sy += w[i] * p.variance();
				sxx += w[i] * p.mean() * p.mean();
				sxy += w[i] * p.mean() * p.variance();
			}
			final double det = s * sxx - sx * sx;
			a = n > 1 && det > 1e-12 * s * sxx ? (s * sxy - sx * sy) / det : 0;
			if (a < 0) a = 0;
			b = (sy - a * sx) / s;
		}
		slope = a;
		intercept = b;
	}

	private NoiseModel model(final double low) {
		if (intercept >= 0) return new NoiseModel(slope, Math.sqrt(intercept), 0);
		return new NoiseModel(slope, Math.sqrt(Math.max(0, slope * low + intercept)), Math.max(low, -intercept / slope));
	}
}
