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

import java.util.List;

import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;

/** Where enlarged planes go to, part by part. */
public interface PlaneSink {

	/**
	 * Takes a part of a plane, in grey levels; rounds it and cuts it off at the range of the pixel type.
	 *
	 * @param position of the plane
	 * @param y        first row of the part
	 * @param x        its first column
	 * @return how many samples were cut off
	 */
	long write(long[] position, int y, int x, Plane part);

	/** The maps that are wanted beside the result. */
	default List<Layer> maps() {
		return List.of();
	}

	/** Takes a part of a map, as the part of the result of the same place. */
	default void write(final Layer map, final long[] position, final int y, final int x, final Plane part) {
		throw new UnsupportedOperationException(map + " was not asked for");
	}

	/** Whether a plane may begin before the one before it is whole. */
	default boolean takesAnyOrder() {
		return true;
	}
}
