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

/** Work on the rows of planes, written so that HotSpot vectorises it. */
final class Rows {

	private Rows() {}

	/**
	 * {@code to[at + x]} becomes the sum over {@code t < taps} of {@code weights[w + t]} times sample x of row
	 * {@code source[s + t]}; rows have {@code width} samples and row 0 starts at {@code from[base]}.
	 */
	static void combine(final float[] from, final int base, final int width, final int[] source, final int s,
		final float[] weights, final int w, final int taps, final float[] to, final int at)
	{
		int t = 0;
		switch (taps & 3) {
			case 1 -> one(from, base + source[s] * width, weights[w], width, to, at);
			case 2 -> two(from, base + source[s] * width, base + source[s + 1] * width, weights[w], weights[w + 1], width,
				to, at);
			case 3 -> {
				two(from, base + source[s] * width, base + source[s + 1] * width, weights[w], weights[w + 1], width, to,
					at);
				addOne(from, base + source[s + 2] * width, weights[w + 2], width, to, at);
			}
			default -> {
				four(from, base + source[s] * width, base + source[s + 1] * width, base + source[s + 2] * width, base +
					source[s + 3] * width, weights[w], weights[w + 1], weights[w + 2], weights[w + 3], width, to, at);
				t = 4;
			}
		}
		for (t = Math.max(t, taps & 3); t < taps; t += 4)
			addFour(from, base + source[s + t] * width, base + source[s + t + 1] * width, base + source[s + t + 2] *
				width, base + source[s + t + 3] * width, weights[w + t], weights[w + t + 1], weights[w + t + 2],
				weights[w + t + 3], width, to, at);
	}

	private static void one(final float[] from, final int a, final float u, final int width, final float[] to,
		final int at)
	{
		if (u == 1) System.arraycopy(from, a, to, at, width);
		else for (int x = 0; x < width; x++)
			to[at + x] = u * from[a + x];
	}

	private static void addOne(final float[] from, final int a, final float u, final int width, final float[] to,
		final int at)
	{
		for (int x = 0; x < width; x++)
			to[at + x] += u * from[a + x];
	}

	private static void two(final float[] from, final int a, final int b, final float u, final float v,
		final int width, final float[] to, final int at)
	{
		for (int x = 0; x < width; x++)
			to[at + x] = u * from[a + x] + v * from[b + x];
	}

	private static void four(final float[] from, final int a, final int b, final int c, final int d, final float u,
		final float v, final float p, final float q, final int width, final float[] to, final int at)
	{
		for (int x = 0; x < width; x++)
			to[at + x] = u * from[a + x] + v * from[b + x] + p * from[c + x] + q * from[d + x];
	}

	private static void addFour(final float[] from, final int a, final int b, final int c, final int d, final float u,
		final float v, final float p, final float q, final int width, final float[] to, final int at)
	{
		for (int x = 0; x < width; x++)
			to[at + x] += u * from[a + x] + v * from[b + x] + p * from[c + x] + q * from[d + x];
	}

	/** Fills {@code extended} with {@code line} as the axis extends it beyond its ends. */
	static void extend(final float[] line, final Axis axis, final float[] extended) {
		final int[] source = axis.source;
		for (int p = 0; p < axis.runFrom; p++)
			extended[p] = line[source[p]];
		System.arraycopy(line, source[axis.runFrom], extended, axis.runFrom, axis.runTo - axis.runFrom);
		for (int p = axis.runTo; p < source.length; p++)
			extended[p] = line[source[p]];
	}
}
