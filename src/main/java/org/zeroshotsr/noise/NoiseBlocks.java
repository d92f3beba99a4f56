package org.zeroshotsr.noise;

import java.util.Arrays;
import java.util.List;

import org.zeroshotsr.image.Plane;

/**
 * Mean, noise variance and texture of many small blocks of images. The noise is seen through a second difference in
 * both directions, which neither slopes nor cylinders pass (Immerkær, "Fast noise variance estimation", CVIU 64, 1996);
 * the texture through the differences of 2 x 2 means, a lower band that white noise fills independently. So a choice of
 * blocks by their texture favours neither high nor low noise.
 */
final class NoiseBlocks {

	/** Side of a block in pixels. */
	static final int SIDE = 8;
	/** Independent samples of the noise variance in a block: what the second differences' correlation leaves of 64. */
	static final double FREEDOM = 17;
	private static final int CELLS = SIDE / 2;
	/** Most blocks that are looked at: more of them tell nothing new. */
	private static final int MOST = 1 << 17;

	final double[] mean;
	final double[] variance;
	/** Mean square difference of neighbouring 2 x 2 means, so scaled that white noise gives its variance. */
	final double[] texture;
	/** The same as {@link #variance}, from samples two pixels apart. */
	final double[] coarse;
	/** Blocks all of whose samples are equal; they are not among the others. */
	final int constant;
	final double min;
	final double max;

	private int count;

	/** Blocks with a sample that is no number are left out. */
	NoiseBlocks(final List<Plane> planes) {
		long possible = 0;
		for (final Plane p : planes)
			possible += (long) p.channels * steps(p.height, CELLS) * steps(p.width, CELLS);
		int step = CELLS;
		for (long n = possible; n > MOST; n /= 4)
			step *= 2;
		int most = 0;
		for (final Plane p : planes)
			most += p.channels * steps(p.height, step) * steps(p.width, step);
		final double[][] all = new double[4][most];
		int same = 0;
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (final Plane p : planes) {
			for (final float v : p.data) {
				if (!Float.isFinite(v)) continue;
				low = Math.min(low, v);
				high = Math.max(high, v);
			}
			for (int c = 0; c < p.channels; c++)
				for (int y = 2; y + SIDE + 2 <= p.height; y += step)
					for (int x = 2; x + SIDE + 2 <= p.width; x += step)
						if (add(p, (c * p.height + y) * p.width + x, all)) same++;
		}
		mean = Arrays.copyOf(all[0], count);
		variance = Arrays.copyOf(all[1], count);
		texture = Arrays.copyOf(all[2], count);
		coarse = Arrays.copyOf(all[3], count);
		constant = same;
		min = low;
		max = high;
	}

	private static int steps(final int size, final int step) {
		return Math.max(0, (size - SIDE - 4) / step + 1);
	}

	int size() {
		return count;
	}

	/** Adds the block whose first sample is at {@code at}; whether it is left out as constant. */
	private boolean add(final Plane p, final int at, final double[][] all) {
		final float[] d = p.data;
		final int w = p.width;
		double sum = 0;
		double fine = 0;
		double wide = 0;
		boolean same = true;
		final double[] cells = new double[CELLS * CELLS];
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++) {
				final int i = at + y * w + x;
				sum += d[i];
				same &= d[i] == d[at];
				cells[y / 2 * CELLS + x / 2] += d[i];
				final double f = difference(d, i, 1, w);
				final double g = difference(d, i, 2, 2 * w);
				fine += f * f;
				wide += g * g;
			}
		}
		if (!Double.isFinite(fine + wide)) return false;
		if (same) return true;
		double squares = 0;
		for (int y = 0; y < CELLS; y++) {
			for (int x = 0; x < CELLS; x++) {
				final int i = y * CELLS + x;
				if (x > 0) squares += (cells[i] - cells[i - 1]) * (cells[i] - cells[i - 1]);
				if (y > 0) squares += (cells[i] - cells[i - CELLS]) * (cells[i] - cells[i - CELLS]);
			}
		}
		final int n = SIDE * SIDE;
		all[0][count] = sum / n;
		all[1][count] = fine / (36 * n);
		// each difference of two sums of 4 samples has 8 times the noise's variance
		all[2][count] = squares / (8 * 2 * CELLS * (CELLS - 1));
		all[3][count] = wide / (36 * n);
		count++;
		return false;
	}

	/** Second difference along rows of the second difference along columns. */
	private static double difference(final float[] d, final int i, final int across, final int down) {
		final double above = d[i - down - across] - 2.0 * d[i - down] + d[i - down + across];
		final double here = d[i - across] - 2.0 * d[i] + d[i + across];
		final double below = d[i + down - across] - 2.0 * d[i + down] + d[i + down + across];
		return above - 2 * here + below;
	}
}
