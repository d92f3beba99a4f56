package org.zeroshotsr.estimate;

/** Solves a few linear equations with a symmetric, positive definite matrix. */
final class Cholesky {

	private Cholesky() {}

	/** x with m x = b; only m's lower triangle is read, and it is overwritten. */
	static double[] solve(final double[][] m, final double[] b) {
		final int n = b.length;
		final double[] x = b.clone();
		for (int i = 0; i < n; i++) {
			for (int j = 0; j <= i; j++) {
				for (int k = 0; k < j; k++)
					m[i][j] -= m[i][k] * m[j][k];
				m[i][j] = i == j ? Math.sqrt(m[i][i]) : m[i][j] / m[j][j];
			}
			for (int k = 0; k < i; k++)
				x[i] -= m[i][k] * x[k];
			x[i] /= m[i][i];
		}
		for (int i = n - 1; i >= 0; i--) {
			for (int k = i + 1; k < n; k++)
				x[i] -= m[k][i] * x[k];
			x[i] /= m[i][i];
		}
		return x;
	}
}
