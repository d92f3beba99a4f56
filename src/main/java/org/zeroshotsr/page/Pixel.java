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
package org.zeroshotsr.page;

import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.Plane;

/**
 * What a pixel of an image can hold.
 *
 * @param whole whether whole numbers alone
 * @param bits  of a sample
 */
record Pixel(boolean whole, int bits, double low, double high) {

	static Pixel of(final RealType<?> type) {
		return new Pixel(type instanceof IntegerType, type.getBitsPerPixel(), type.getMinValue(), type.getMaxValue());
	}

	/** As a file has them, in place. */
	void round(final Plane plane) {
		if (!whole) return;
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (float) Math.max(low, Math.min(high, Math.rint(plane.data[i])));
	}

	/** "16-bit", "8-bit RGB", "32-bit float". */
	String text(final boolean colours) {
		return bits + "-bit" + (colours ? " RGB" : whole ? "" : " float");
	}
}
