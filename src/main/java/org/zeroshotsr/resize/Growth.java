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
package org.zeroshotsr.resize;

/**
 * How many times an image grows.
 *
 * @param planes along the rows and columns of its planes
 * @param depth  along z, 1 or more: slices, of which there are more
 */
public record Growth(Factor planes, double depth) {

	/** Of planes alone. */
	public static Growth of(final Factor planes) {
		return new Growth(planes, 1);
	}

	/** Slices after enlargement, as {@link Factor#height}. */
	public int slices(final int low) {
		return new Factor(depth, 1).height(low);
	}

	/** The slice, from 0, in which a slice of the result lies. */
	public int from(final int slice, final int low) {
		return Math.min(low - 1, (int) ((slice + 0.5) / depth));
	}

	/** The slice of the result, from 0, that is nearest to the middle of a slice; of two the deeper one. */
	public int to(final int slice) {
		return (int) Math.floor((slice + 0.5) * depth);
	}

	/** Where a slice of the result, from 0, lies among the slices, counted from 1: at 3.25 it is nearer to the third than the fourth. */
	public double place(final int slice) {
		return (slice + 0.5) / depth + 0.5;
	}
}
