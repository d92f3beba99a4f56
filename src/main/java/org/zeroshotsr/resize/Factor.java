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

import org.zeroshotsr.image.BadInput;

/** How many times an image grows along rows (height) and columns (width); each at least 1, not necessarily whole. */
public record Factor(double rows, double columns) {

	public Factor {
		if (!(rows >= 1 && columns >= 1 && rows < 1e6 && columns < 1e6))
			throw new BadInput("a scale factor has to be 1 or more, not " + rows + "x" + columns);
	}

	/** Rows after enlargement: ceil(height x factor), safe against rounding (30 x 1.1 is 33, not 34). */
	public int height(final int lowHeight) {
		return grown(lowHeight, rows);
	}

	/** Columns after enlargement: ceil(width x factor). */
	public int width(final int lowWidth) {
		return grown(lowWidth, columns);
	}

	/** Rows after shrinking: ceil(height / factor). At a factor that is not whole, one more than were enlarged, sometimes. */
	public int lowHeight(final int height) {
		return grown(height, 1 / rows);
	}

	/** Columns after shrinking: ceil(width / factor). */
	public int lowWidth(final int width) {
		return grown(width, 1 / columns);
	}

	private static int grown(final int size, final double factor) {
		return Math.toIntExact((long) Math.ceil(size * factor - 1e-9 * size));
	}

	/** The whole part of the factor: how many rows and columns a network makes of one; what is left is under 2. */
	public Factor block() {
		return new Factor(Math.floor(rows), Math.floor(columns));
	}

	public boolean isotropic() {
		return rows == columns;
	}
}
