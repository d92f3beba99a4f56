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
 * Fluorophores on a fine grid, in planes one above the other. Positions are in fine pixels, and whole numbers are pixel
 * centres. Only {@link Random} and StrictMath are used, which give the same bits everywhere.
 */
final class Specimen {

	final int width;
	final int height;
	final double[][] planes;

	Specimen(final int width, final int height, final int planes) {
		this.width = width;
		this.height = height;
		this.planes = new double[planes][width * height];
	}

	/** Adds light at a point between pixels and between planes, shared among the nearest. */
	void add(final double x, final double y, final double z, final double light) {
		final int x0 = (int) Math.floor(x);
		final int y0 = (int) Math.floor(y);
		final int z0 = (int) Math.floor(z);
		for (int k = 0; k < 8; k++) {
			final int xi = x0 + (k & 1);
			final int yi = y0 + (k >> 1 & 1);
			final int zi = z0 + (k >> 2);
			if (xi < 0 || yi < 0 || zi < 0 || xi >= width || yi >= height || zi >= planes.length) continue;
			planes[zi][yi * width + xi] += light * (1 - Math.abs(x - xi)) * (1 - Math.abs(y - yi)) * (1 - Math.abs(z -
				zi));
		}
	}

	/** A stiff, gently winding thread that starts at (x, y, z) in the direction {@code angle}. */
	void filament(final Random random, final double x, final double y, final double z, final double angle,
		final double length, final double light)
	{
		final double step = 0.5;
		double px = x;
		double py = y;
		double pz = z;
		double direction = angle;
		double curvature = 0;
		double climb = 0;
		for (double s = 0; s < length; s += step) {
			curvature = 0.995 * curvature + 0.0002 * random.nextGaussian();
			climb = 0.995 * climb + 0.00004 * random.nextGaussian();
			direction += curvature * step;
			px += step * StrictMath.cos(direction);
			py += step * StrictMath.sin(direction);
			pz += climb * step;
			if (pz < 0 || pz > planes.length - 1) climb = -climb;
			add(px, py, Math.max(0, Math.min(planes.length - 1, pz)), light * step);
		}
	}

	/** An ellipsoid with even stain and brighter clumps of chromatin, dark in a few nucleoli. */
	void nucleus(final Random random, final double x, final double y, final double z, final double radius) {
		final double angle = random.nextDouble() * StrictMath.PI;
		final double flat = 0.65 + 0.3 * random.nextDouble();
		final double depth = 2.6;
		final int count = 400;
		final double[][] clumps = new double[count][];
		for (int i = 0; i < count; i++)
			clumps[i] = new double[] { (2 * random.nextDouble() - 1) * radius, (2 * random.nextDouble() - 1) * radius, z + 2 *
				random.nextGaussian(), i < 4 ? radius * 0.12 : 1.5 + 4 * random.nextDouble(), i < 4 ? -0.9 : 1 + 3 * random
					.nextDouble() };
		final double cos = StrictMath.cos(angle);
		final double sin = StrictMath.sin(angle);
		for (int p = 0; p < planes.length; p++) {
			final double left = 1 - (p - z) * (p - z) / (depth * depth);
			if (left <= 0) continue;
			for (int yi = (int) Math.max(0, y - radius); yi < Math.min(height, y + radius); yi++)
				for (int xi = (int) Math.max(0, x - radius); xi < Math.min(width, x + radius); xi++) {
					final double u = (xi - x) * cos + (yi - y) * sin;
					final double v = ((yi - y) * cos - (xi - x) * sin) / flat;
					if (u * u + v * v > radius * radius * left) continue;
					planes[p][yi * width + xi] += Math.max(0.15, 0.5 + clumps(clumps, u, v, p));
				}
		}
	}

	private static double clumps(final double[][] clumps, final double u, final double v, final double z) {
		double sum = 0;
		for (final double[] clump : clumps) {
			final double size = clump[3];
			final double distance = ((u - clump[0]) * (u - clump[0]) + (v - clump[1]) * (v - clump[1])) / (size * size) + (z -
				clump[2]) * (z - clump[2]);
			if (distance < 20) sum += clump[4] * StrictMath.exp(-distance / 2);
		}
		return sum;
	}
}
