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
package org.zeroshotsr.image;

import java.util.ArrayList;
import java.util.List;

/**
 * In which order the planes of an image are done, from the names of its axes, such as "XYCZT": channel by channel, within
 * a channel time by time, within a time slice by slice, so that each plane comes after the one most like it.
 *
 * @param axes    a letter for each dimension
 * @param x       dimension of the columns
 * @param y       dimension of the rows
 * @param samples dimension of the merged colours (axis S), or -1
 * @param planes  positions of the planes, with 0 at x, y and samples, in the order they are done
 * @param fresh   for each plane, whether it begins a new channel, to which the last plane says nothing
 */
public record PlaneOrder(String axes, int x, int y, int samples, List<long[]> planes, List<Boolean> fresh) {

	/**
	 * @param axes a letter a dimension: X and Y, and where there are C (channels, each on its own), Z, T, S (merged
	 *          colours of one image, as in RGB); other letters are done like T
	 * @throws IllegalArgumentException where letters and dimensions do not fit
	 */
	public static PlaneOrder of(final String axes, final long[] dimensions) {
		if (axes.length() != dimensions.length) throw new BadInput("axes " + axes + " for an image of " +
			dimensions.length + " dimensions");
		if (axes.chars().distinct().count() != axes.length()) throw new BadInput("axes " + axes +
			" name a dimension twice");
		final int x = axes.indexOf('X');
		final int y = axes.indexOf('Y');
		if (x < 0 || y < 0) throw new BadInput("axes " + axes + " have no X or no Y");
		final int samples = axes.indexOf('S');
		final int channel = axes.indexOf('C');
		final List<Integer> loops = new ArrayList<>();
		if (channel >= 0) loops.add(channel);
		for (int d = axes.length() - 1; d >= 0; d--)
			if (d != x && d != y && d != samples && d != channel && axes.charAt(d) != 'Z') loops.add(d);
		if (axes.indexOf('Z') >= 0) loops.add(axes.indexOf('Z'));
		final List<long[]> planes = new ArrayList<>();
		final List<Boolean> fresh = new ArrayList<>();
		fill(planes, new long[dimensions.length], dimensions, loops, 0);
		long last = -1;
		for (final long[] plane : planes) {
			final long now = channel < 0 ? 0 : plane[channel];
			fresh.add(now != last);
			last = now;
		}
		return new PlaneOrder(axes, x, y, samples, planes, fresh);
	}

	/** The planes of each channel. */
	public List<List<long[]>> channels() {
		final List<List<long[]>> channels = new ArrayList<>();
		for (int i = 0; i < planes.size(); i++) {
			if (fresh.get(i)) channels.add(new ArrayList<>());
			channels.get(channels.size() - 1).add(planes.get(i));
		}
		return channels;
	}

	/** The channel of a plane, counted from 0. */
	public int channel(final long[] position) {
		final int channel = axes.indexOf('C');
		return channel < 0 ? 0 : (int) position[channel];
	}

	/** Where a plane is along each axis but X, Y and S, such as "C0 Z3"; empty where there is one plane alone. */
	public String place(final long[] position) {
		final StringBuilder place = new StringBuilder();
		for (int d = 0; d < axes.length(); d++)
			if (d != x && d != y && d != samples) place.append(place.length() > 0 ? " " : "").append(axes.charAt(d)).append(
				position[d]);
		return place.toString();
	}

	private static void fill(final List<long[]> planes, final long[] position, final long[] dimensions,
		final List<Integer> loops, final int depth)
	{
		if (depth == loops.size()) {
			planes.add(position.clone());
			return;
		}
		final int d = loops.get(depth);
		for (long i = 0; i < dimensions[d]; i++) {
			position[d] = i;
			fill(planes, position, dimensions, loops, depth + 1);
		}
		position[d] = 0;
	}
}
