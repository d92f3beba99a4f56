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
package org.zeroshotsr.imagej;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * The planes under a PlanarImg, read when first touched. The few used last are kept, so that memory stays bounded by
 * the plane and not by the stack.
 *
 * @param <A> array access of one plane
 */
final class LazyPlanes<A> extends AbstractList<A> implements RandomAccess {

	/** The first, where every ImgLib2 access starts, and the one at work. */
	private static final int KEPT = 2;

	private final int size;
	private final int together;
	private final IntFunction<List<A>> reader;
	private final Map<Integer, List<A>> kept = new LinkedHashMap<>(8, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(final Map.Entry<Integer, List<A>> eldest) {
			return size() > KEPT;
		}
	};

	/**
	 * @param size number of planes
	 * @param together planes that come from one read: 3 for RGB, else 1
	 * @param reader makes the {@code together} planes of the i-th read, i from 0
	 */
	LazyPlanes(final int size, final int together, final IntFunction<List<A>> reader) {
		this.size = size;
		this.together = together;
		this.reader = reader;
	}

	@Override
	public synchronized A get(final int index) {
		List<A> planes = kept.get(index / together);
		if (planes == null) {
			planes = reader.apply(index / together);
			kept.put(index / together, planes);
		}
		return planes.get(index % together);
	}

	@Override
	public int size() {
		return size;
	}
}
