package org.zeroshotsr.estimate;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** The mean of the squared discrete Fourier transforms of square tiles under a Hann window. */
final class Periodogram {

	private final int n;
	private final int half;
	private final double[] cos;
	private final double[] sin;
	private final double[] hann;
	private final double[] sum;
	private int count;

	Periodogram(final int n) {
		this.n = n;
		half = (n - 1) / 2;
		cos = new double[n];
		sin = new double[n];
		hann = new double[n];
		sum = new double[n * (half + 1)];
		for (int i = 0; i < n; i++) {
			cos[i] = Math.cos(2 * Math.PI * i / n);
			sin[i] = Math.sin(2 * Math.PI * i / n);
			final double s = Math.sin(Math.PI * (i + 0.5) / n);
			hann[i] = s * s;
		}
	}

	void add(final Plane plane, final Window tile) {
		final double mean = mean(plane, tile);
		final double[] re = new double[n * (half + 1)];
		final double[] im = new double[n * (half + 1)];
		final double[] row = new double[n];
		for (int y = 0; y < n; y++) {
			for (int x = 0; x < n; x++)
				row[x] = hann[y] * hann[x] * (plane.get(0, tile.y() + y, tile.x() + x) - mean);
			// the columns' transform, stored with a column's samples one after another
			for (int u = 0; u <= half; u++) {
				double a = 0;
				double b = 0;
				for (int x = 0, k = 0; x < n; x++, k = (k + u) % n) {
					a += row[x] * cos[k];
					b -= row[x] * sin[k];
				}
				re[u * n + y] = a;
				im[u * n + y] = b;
			}
		}
		for (int u = 0; u <= half; u++) {
			for (int v = 0; v < n; v++) {
				double a = 0;
				double b = 0;
				for (int y = 0, k = 0; y < n; y++, k = (k + v) % n) {
					a += re[u * n + y] * cos[k] + im[u * n + y] * sin[k];
					b += im[u * n + y] * cos[k] - re[u * n + y] * sin[k];
				}
				sum[u * n + v] += a * a + b * b;
			}
		}
		count++;
	}

	/** Under the window, so that the windowed tile has no mean. */
	private double mean(final Plane plane, final Window tile) {
		double weighted = 0;
		double weights = 0;
		for (int y = 0; y < n; y++) {
			for (int x = 0; x < n; x++) {
				final double w = hann[y] * hann[x];
				weighted += w * plane.get(0, tile.y() + y, tile.x() + x);
				weights += w;
			}
		}
		return weighted / weights;
	}

	/** The mean power at v periods per tile up and down, and u (not negative) left and right; 1 for noise of variance 1. */
	double get(final int v, final int u) {
		double squares = 0;
		for (final double w : hann)
			squares += w * w;
		return sum[u * n + Math.floorMod(v, n)] / (count * squares * squares);
	}
}
