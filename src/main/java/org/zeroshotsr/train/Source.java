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
package org.zeroshotsr.train;

import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;

/**
 * What fathers are cut from.
 *
 * @param plane     in working units
 * @param noisy     whether it has the image's noise
 * @param edges     which of its edges are those of the image; at the others the image goes on
 * @param known     which of its pixels are; null for all
 * @param structure where there is something to see
 */
record Source(Plane plane, boolean noisy, Edges edges, Known known, Structure structure) {

	/** Edges of a source that are the image's own. */
	record Edges(boolean top, boolean bottom, boolean left, boolean right) {

		static final Edges ALL = new Edges(true, true, true, true);
		static final Edges NONE = new Edges(false, false, false, false);
	}

	/** The whole image, or a part of which no edge is the image's. */
	Source(final Plane plane, final boolean noisy, final boolean whole) {
		this(plane, noisy, whole ? Edges.ALL : Edges.NONE, null);
	}

	Source(final Plane plane, final boolean noisy, final Edges edges, final Known known) {
		this(plane, noisy, edges, known, new Structure(plane, known));
	}
}
