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

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/**
 * A linear map from planes of one size to planes of another: an enlargement, or a shrink with a kernel. Immutable,
 * weights precomputed, safe to share between threads. The same for every channel.
 */
public interface Resize {

	int inHeight();

	int inWidth();

	int outHeight();

	int outWidth();

	/** Maps a plane of {@code inHeight() x inWidth()} to a new one of {@code outHeight() x outWidth()}. */
	default Plane apply(final Plane in) {
		final Plane out = new Plane(in.channels, outHeight(), outWidth());
		apply(in, out);
		return out;
	}

	/** Maps {@code in} to {@code out}, a plane of {@code outHeight() x outWidth()} and as many channels. */
	void apply(Plane in, Plane out);

	/** Adds the plane that {@code in} is mapped to to {@code out}; makes no other plane. */
	void addTo(Plane in, Plane out);

	/**
	 * The part of this map that makes {@code out}, a window of the output grid, from {@code in}, a window of the input
	 * grid. Output samples whose support lies within {@code in} are exactly those of the whole map; where the support
	 * leaves {@code in} (though not the whole grid), the nearest sample inside stands in, so a caller gives a margin and
	 * drops it afterwards.
	 */
	Resize window(Window in, Window out);
}
