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
package org.zeroshotsr.network;

import java.util.function.UnaryOperator;

import org.tensorflow.exceptions.TFResourceExhaustedException;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** Enlarges a plane in halves where the device has no memory for all of it at once, and these again, if need be. */
final class Halves {

	/** Rows and columns that the device has to have memory for. */
	private static final int LEAST = 64;

	private Halves() {}

	/**
	 * @param apply enlarges a plane, or a part of one
	 * @param spec  of the network, which tells how far a pixel has a say
	 * @param ranShort is told when the memory ran short
	 */
	static Plane apply(final Plane low, final NetworkSpec spec, final UnaryOperator<Plane> apply, final Runnable ranShort) {
		try {
			return apply.apply(low);
		}
		catch (final TFResourceExhaustedException e) {
			if (Math.max(low.height, low.width) <= LEAST + 2 * spec.reach()) throw e;
			ranShort.run();
		}
		final boolean rows = low.height >= low.width;
		final Plane high = new Plane(low.channels, low.height * spec.blockRows(), low.width * spec.blockColumns());
		final int length = rows ? low.height : low.width;
		final int middle = length / 2;
		half(low, high, spec, rows, 0, middle, length, apply, ranShort);
		half(low, high, spec, rows, middle, length, length, apply, ranShort);
		return high;
	}

	private static void half(final Plane low, final Plane high, final NetworkSpec spec, final boolean rows, final int first,
		final int end, final int length, final UnaryOperator<Plane> apply, final Runnable ranShort)
	{
		final int from = Math.max(0, first - spec.reach());
		final int to = Math.min(length, end + spec.reach());
		final Plane part = apply(low.crop(rows ? new Window(from, 0, to - from, low.width) : new Window(0, from, low.height, to -
			from)), spec, apply, ranShort);
		final int r = spec.blockRows();
		final int c = spec.blockColumns();
		final Plane own = part.crop(rows ? new Window((first - from) * r, 0, (end - first) * r, high.width) : new Window(0, (first -
			from) * c, high.height, (end - first) * c));
		for (int channel = 0; channel < own.channels; channel++)
			for (int y = 0; y < own.height; y++)
				System.arraycopy(own.data, (channel * own.height + y) * own.width, high.data, (channel * high.height + y + (rows ? first *
					r : 0)) * high.width + (rows ? 0 : first * c), own.width);
	}
}
