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

import org.zeroshotsr.image.Orientation;

/** A kernel that is the product of a profile along the rows' axis (down) and one along the columns'. */
record SeparableKernel(Profile rows, Profile columns) implements Kernel {

	SeparableKernel(final Profile both) {
		this(both, both);
	}

	@Override
	public Resize shrink(final int height, final int width, final int lowHeight, final int lowWidth, final Factor f) {
		return Resizes.resample(height, width, lowHeight, lowWidth, f.rows(), f.columns(), rows, columns);
	}

	@Override
	public int reach(final Factor f) {
		return (int) Math.ceil(Math.max(rows.radius() * f.rows(), columns.radius() * f.columns())) + 1;
	}

	@Override
	public boolean symmetric(final Orientation orientation) {
		return rows == columns || !orientation.isTransposed();
	}

	@Override
	public double[] gaussian() {
		return rows.sigma() == 0 ? null : new double[] { rows.sigma(), columns.sigma(), 0 };
	}

	@Override
	public String toString() {
		return rows == columns ? rows.name() : rows.name() + " x " + columns.name();
	}
}
