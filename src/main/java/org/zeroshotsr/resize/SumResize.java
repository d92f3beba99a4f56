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

import java.util.List;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** The sum of resizes between the same sizes. */
final class SumResize implements Resize {

	private final List<Resize> parts;

	SumResize(final List<Resize> parts) {
		this.parts = parts;
	}

	@Override
	public int inHeight() {
		return parts.get(0).inHeight();
	}

	@Override
	public int inWidth() {
		return parts.get(0).inWidth();
	}

	@Override
	public int outHeight() {
		return parts.get(0).outHeight();
	}

	@Override
	public int outWidth() {
		return parts.get(0).outWidth();
	}

	@Override
	public void apply(final Plane in, final Plane out) {
		parts.get(0).apply(in, out);
		for (final Resize part : parts.subList(1, parts.size()))
			part.addTo(in, out);
	}

	@Override
	public void addTo(final Plane in, final Plane out) {
		for (final Resize part : parts)
			part.addTo(in, out);
	}

	@Override
	public Resize window(final Window in, final Window out) {
		return new SumResize(parts.stream().map(part -> part.window(in, out)).toList());
	}
}
