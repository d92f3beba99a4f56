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
package org.zeroshotsr.cli;

import java.nio.file.Path;
import java.util.Arrays;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.resize.Growth;

/**
 * What a result should be.
 *
 * @param range of the data: the type's whole range for 8 and 16 bit, the truth's maximum - minimum (over all planes) for
 *              float
 */
record Truth(Samples<?> samples, double range) {

	/** @throws IllegalArgumentException for a float image that holds one value alone */
	static Truth of(final Samples<?> samples) {
		if (!samples.isFloat()) return new Truth(samples, samples.image().getType().getMaxValue());
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (final long[] position : samples.order().planes()) {
			for (final float v : samples.read(position).data) {
				if (!Float.isFinite(v)) continue;
				min = Math.min(min, v);
				max = Math.max(max, v);
			}
		}
		if (!(max > min)) throw new BadInput(
			"the truth holds one value alone, so nothing can be compared with it");
		return new Truth(samples, max - min);
	}

	/**
	 * The truth in a file, which has to have the size of the result, its planes, and its type (or be float).
	 *
	 * @throws BadInput which says what does not fit
	 */
	static Truth open(final Path file, final Samples<?> low, final Growth growth) {
		final Samples<?> truth = Checks.in("--truth: ", () -> Samples.open(file));
		final long[] needed = low.sizeAt(growth);
		final boolean sameType = truth.type().equals(low.type()) || truth.isFloat() && !low.rgb();
		if (!truth.axes().equals(low.axes()) || !Arrays.equals(needed, truth.size()) || !sameType) throw new BadInput(
			"--truth: " + file + " is " + truth.describe() + ", and the result will be " + Texts.size(low.axes(), needed) +
				", " + low.type() + "; give a truth like that" + (low.rgb() ? "" : " (or 32-bit float)"));
		return Checks.in("--truth: " + file + ": ", () -> of(truth));
	}
}
