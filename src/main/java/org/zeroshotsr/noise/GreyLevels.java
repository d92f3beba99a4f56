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
package org.zeroshotsr.noise;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.zeroshotsr.image.Plane;

/** Tells how far the grey levels of images are apart: more than 1 where, say, 8 bits were stretched to 16. */
final class GreyLevels {

	/** From how many samples, at most. */
	private static final int MOST = 1 << 18;
	/** Fewer different values tell nothing. */
	private static final int FEWEST = 16;
	/** Of the gaps between values that occur this share has to be a step or more. */
	private static final double NEARLY_ALL = 0.98;

	private GreyLevels() {}

	/** 0 for images whose samples are not whole numbers. */
	static double step(final List<Plane> planes) {
		final int stride = 1 + planes.stream().mapToInt(p -> p.data.length).sum() / MOST;
		final double[] values = planes.stream().flatMapToDouble(p -> IntStream.range(0, p.data.length / stride).mapToDouble(
			i -> p.data[i * stride])).filter(Double::isFinite).sorted().distinct().toArray();
		if (Arrays.stream(values).anyMatch(v -> v != Math.rint(v))) return 0;
		if (values.length < FEWEST) return 1;
		final double[] gaps = IntStream.range(1, values.length).mapToDouble(i -> values[i] - values[i - 1]).sorted().toArray();
		// rounding makes some gaps one level shorter than others
		final double step = gaps[(int) ((1 - NEARLY_ALL) * gaps.length)];
		final double middle = gaps[gaps.length / 2];
		return step > 1 && middle <= step + 1 ? middle : 1;
	}
}
