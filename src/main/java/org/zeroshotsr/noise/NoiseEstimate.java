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

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What {@link NoiseEstimator} found in an image.
 *
 * @param model      the noise in grey levels; of a JPEG-compressed image at least Gaussian noise of a fixed part of its range
 * @param slope      of the line variance = slope x mean + intercept, in grey levels; the gain
 * @param intercept  of that line, in grey levels squared: read noise squared - gain x offset, so negative for most cameras
 * @param points     what the line was fitted to, by growing mean; none where no noise was found
 * @param blocks     how many homogeneous blocks of the image went into the points
 * @param cautions   what the user should know before believing it; mostly none
 */
public record NoiseEstimate(NoiseModel model, double slope, double intercept, List<Point> points, int blocks,
	Set<Caution> cautions)
{

	/** What an image may be that makes its noise hard to tell. */
	public enum Caution {
		/** Structure is everywhere, or neighbours share noise too far: the model, below the points, is what the finest detail allows. */
		STRUCTURED,
		/** The image shows the blocks of JPEG, of whose errors an amount is assumed. */
		COMPRESSED,
		/** Its grey levels are more than 1 apart: their rounding counts as noise. */
		STRETCHED,
		/** Neighbours share nearly all of their noise. */
		SMOOTHED,
		/** Neighbours' noise is opposite. */
		SHARPENED
	}

	/**
	 * Blocks of like intensity.
	 *
	 * @param mean     their mean, grey levels
	 * @param variance their noise's variance, grey levels squared
	 * @param blocks   how many
	 */
	public record Point(double mean, double variance, int blocks) {}

	/** Whether nothing tells noise from structure. */
	public boolean structured() {
		return cautions.contains(Caution.STRUCTURED);
	}

	/** Whether the image shows the blocks of JPEG. */
	public boolean compressed() {
		return cautions.contains(Caution.COMPRESSED);
	}

	/** The same with this much read noise at least, which the rounding of grey levels makes. */
	NoiseEstimate atLeast(final double read) {
		if (model.read() >= read) return this;
		return new NoiseEstimate(new NoiseModel(model.gain(), read, model.offset(), model.correlation()), slope, intercept, points,
			blocks, cautions);
	}

	/** The same with one more caution, if {@code so}. */
	NoiseEstimate with(final Caution caution, final boolean so) {
		if (!so) return this;
		final EnumSet<Caution> more = EnumSet.of(caution);
		more.addAll(cautions);
		return new NoiseEstimate(model, slope, intercept, points, blocks, Set.copyOf(more));
	}
}
