package org.zeroshotsr.resize;

import org.zeroshotsr.image.Bands;
import org.zeroshotsr.image.Plane;

/** Samples a plane along an affine grid by cubic convolution (a = -0.5). It does not low-pass filter. */
public final class Warp {

	private Warp() {}

	/**
	 * A plane of {@code height x width} whose sample (y, x) is the input at row {@code m[0][0] y + m[0][1] x + m[0][2]}
	 * and column {@code m[1][0] y + m[1][1] x + m[1][2]}; whole numbers are pixel centres. Beyond its border the input is
	 * mirrored.
	 */
	public static Plane apply(final Plane in, final int height, final int width, final double[][] m) {
		if (m.length != 2 || m[0].length != 3 || m[1].length != 3)
			throw new IllegalArgumentException("an affine map has 2 rows of 3 numbers");
		for (final double[] row : m)
			for (final double v : row)
				if (!(Math.abs(v) < 1e9)) throw new IllegalArgumentException("an affine map has to be finite, not " + v);
		final Plane out = new Plane(in.channels, height, width);
		Bands.each(height, out.data.length, (from, to) -> {
			final float[] wy = new float[4];
			final float[] wx = new float[4];
			for (int y = from; y < to; y++)
				for (int x = 0; x < width; x++) {
					final double v = m[0][0] * y + m[0][1] * x + m[0][2];
					final double u = m[1][0] * y + m[1][1] * x + m[1][2];
					final int row = (int) Math.floor(v);
					final int column = (int) Math.floor(u);
					weights((float) (v - row), wy);
					weights((float) (u - column), wx);
					final boolean inside = row >= 1 && row < in.height - 2 && column >= 1 && column < in.width - 2;
					for (int c = 0; c < in.channels; c++)
						out.data[(c * height + y) * width + x] = inside ? inner(in, c, row - 1, column - 1, wy, wx)
							: mirrored(in, c, row - 1, column - 1, wy, wx);
				}
		});
		return out;
	}

	/** The cubic's weights for the samples at -1, 0, 1 and 2, at position f in [0, 1). */
	private static void weights(final float f, final float[] w) {
		w[0] = ((-0.5f * f + 1) * f - 0.5f) * f;
		w[1] = (1.5f * f - 2.5f) * f * f + 1;
		w[2] = ((-1.5f * f + 2) * f + 0.5f) * f;
		w[3] = (0.5f * f - 0.5f) * f * f;
	}

	private static float inner(final Plane in, final int c, final int row, final int column, final float[] wy,
		final float[] wx)
	{
		float sum = 0;
		for (int t = 0, i = (c * in.height + row) * in.width + column; t < 4; t++, i += in.width)
			sum += wy[t] * (wx[0] * in.data[i] + wx[1] * in.data[i + 1] + wx[2] * in.data[i + 2] + wx[3] *
				in.data[i + 3]);
		return sum;
	}

	private static float mirrored(final Plane in, final int c, final int row, final int column, final float[] wy,
		final float[] wx)
	{
		float sum = 0;
		for (int t = 0; t < 4; t++) {
			final int i = (c * in.height + Plane.mirror(row + t, in.height)) * in.width;
			float line = 0;
			for (int k = 0; k < 4; k++)
				line += wx[k] * in.data[i + Plane.mirror(column + k, in.width)];
			sum += wy[t] * line;
		}
		return sum;
	}
}
