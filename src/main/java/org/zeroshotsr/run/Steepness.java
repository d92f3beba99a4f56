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
package org.zeroshotsr.run;

import org.zeroshotsr.image.Plane;

/** How steep a stack is along z, in parts of how steep it is across: the mean absolute difference of neighbouring samples. */
final class Steepness {

	private double along;
	private double pairsAlong;
	private double across;
	private double pairsAcross;

	/**
	 * @param slices   one above the other
	 * @param channels the first of theirs, which count
	 */
	void add(final Plane[] slices, final int channels) {
		for (int z = 0; z < slices.length; z++) {
			final Plane slice = slices[z];
			for (int i = 0; i < channels * slice.height * slice.width; i++) {
				if (z > 0) along(slice.data[i] - slices[z - 1].data[i]);
				if (i % slice.width > 0) across(slice.data[i] - slice.data[i - 1]);
				if (i / slice.width % slice.height > 0) across(slice.data[i] - slice.data[i - slice.width]);
			}
		}
	}

	private void along(final float difference) {
		if (!Float.isFinite(difference)) return;
		along += Math.abs(difference);
		pairsAlong++;
	}

	private void across(final float difference) {
		if (!Float.isFinite(difference)) return;
		across += Math.abs(difference);
		pairsAcross++;
	}

	/** Adds what {@link #sums} told of other slices. */
	void add(final double[] sums) {
		along += sums[0];
		pairsAlong += sums[1];
		across += sums[2];
		pairsAcross += sums[3];
	}

	/** What it has found so far. */
	double[] sums() {
		return new double[] { along, pairsAlong, across, pairsAcross };
	}

	/** NaN where nothing changes across. */
	double ratio() {
		return along / pairsAlong / (across / pairsAcross);
	}
}
