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
package org.zeroshotsr.degrade;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.noise.NoiseTexture;

/**
 * How noise is added to a noisy image so that a son has the noise of the image and its father's is independent of it: with
 * z drawn from the image's noise, image + d z becomes the son and image - z / d the father (Pang, Zheng, Quan, Ji,
 * "Recorrupted-to-recorrupted", CVPR 2021). Shrinking leaves some of the son's noise, more or less of it at each frequency;
 * the rest is added to the shrunken son. d is 1, unless so much would be left that the son had more noise than the image.
 *
 * @param d       see above, at most 1
 * @param missing what the shrunken son lacks, as a part of the image's noise
 */
record Recorruption(double d, NoiseTexture missing) {

	/** Side of the plane of noise that is shrunk to measure what is left of it. */
	private static final int SIDE = 192;
	/** As far as what is left may be correlated, in the son's pixels. */
	private static final int REACH = 4;
	/** So much more noise than the image's is as good as the same. */
	private static final double EXCESS = 0.02;
	/** With less the father would be noise alone. */
	private static final double LEAST = 0.4;
	private static final double STEP = 0.05;

	/**
	 * @param noise  texture of the image's, of variance 1
	 * @param target its autocovariance
	 * @param reach  of that
	 * @param shrink from the image to the son
	 */
	static Recorruption of(final NoiseTexture noise, final NoiseTexture.Autocovariance target, final int reach,
		final UnaryOperator<Plane> shrink)
	{
		final Plane low = shrink.apply(noise.draw(1, SIDE, SIDE, new SplittableRandom(1)));
		final int far = Math.max(REACH, reach);
		final double[][] kept = new double[far + 1][2 * far + 1];
		for (int y = 0; y <= far; y++)
			for (int x = -far; x <= far; x++)
				kept[y][x + far] = covariance(low, y, x);
		for (double d = 1;; d -= STEP) {
			final double share = 1 + d * d;
			final NoiseTexture missing = new NoiseTexture((y, x) -> target.at(y, x) - share * (y < 0 ? kept[-y][far - x]
				: kept[y][far + x]), far);
			if (missing.variance() + share * kept[0][far] < 1 + EXCESS || d - STEP < LEAST) return new Recorruption(d, missing);
		}
	}

	private static double covariance(final Plane plane, final int dy, final int dx) {
		double sum = 0;
		int count = 0;
		for (int y = 0; y + dy < plane.height; y++) {
			for (int x = Math.max(0, -dx); x < plane.width - Math.max(0, dx); x++, count++)
				sum += plane.data[y * plane.width + x] * plane.data[(y + dy) * plane.width + x + dx];
		}
		return count == 0 ? 0 : sum / count;
	}
}
