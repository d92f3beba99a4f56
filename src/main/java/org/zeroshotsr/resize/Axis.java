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

import java.util.Arrays;

import org.zeroshotsr.image.Plane;

/**
 * What a resize does along one axis. Output sample {@code o} is the sum over {@code t < taps} of
 * {@code weights[o * taps + t]} times the input sample {@code source[first[o] + t]}. {@code source} is the input line
 * extended beyond its ends: it holds the input index for each position of the extended line.
 */
final class Axis {

	private static final double WHOLE = 1e-9;

	final int in;
	final int out;
	final int taps;
	final int[] first;
	final float[] weights;
	final int[] source;
	/** Positions of {@code source}, from and to, between which indices go up one by one: copied at once. */
	final int runFrom;
	final int runTo;
	/** Further positions that the user of the axis reads after the taps: a kernel's size less one. */
	private final int reach;

	private Axis(final int in, final int taps, final int reach, final int[] first, final float[] weights,
		final int[] source)
	{
		this.in = in;
		this.out = first.length;
		this.taps = taps;
		this.reach = reach;
		this.first = first;
		this.weights = weights;
		this.source = source;
		int from = 0;
		int to = 0;
		for (int a = 0, b; a < source.length; a = b) {
			b = a + 1;
			while (b < source.length && source[b] == source[b - 1] + 1) b++;
			if (b - a > to - from) {
				from = a;
				to = b;
			}
		}
		runFrom = from;
		runTo = to;
	}

	/**
	 * Resampling with {@code step} input samples for each output sample: output sample o, from 0, sits at (o + 0.5) *
	 * step - 0.5, which is imresize's u = i/s + (1 - 1/s)/2 counted from 0. Where step is over 1 the profile is
	 * stretched by it.
	 */
	static Axis resample(final int in, final int out, final double step, final Profile profile) {
		return of(in, out, step, 0, profile, Math.max(1, step), 1);
	}

	/** The samples at {@link #resample}'s positions, as they are or interpolated by cubic convolution: nothing is low-pass filtered. */
	static Axis sample(final int in, final int out, final double step) {
		return of(in, out, step, 0, Profile.CUBIC, 1, 1);
	}

	/**
	 * Positions for a kernel of {@code size} samples whose centre is {@code centre}: the first of its samples falls at
	 * (o + 0.5) * step - 0.5 - centre, interpolated by cubic convolution unless all of these are whole.
	 */
	static Axis correlate(final int in, final int out, final double step, final int size, final double centre) {
		return of(in, out, step, centre, Profile.CUBIC, 1, size);
	}

	private static Axis of(final int in, final int out, final double step, final double shift, final Profile profile,
		final double stretch, final int size)
	{
		if (in < 1 || out < 1)
			throw new IllegalArgumentException("cannot resize " + in + " samples to " + out +
				": both have to be 1 or more");
		boolean whole = stretch == 1 && profile.interpolating();
		for (int o = 0; o < out && whole; o++) {
			final double u = (o + 0.5) * step - 0.5 - shift;
			whole = Math.abs(u - Math.rint(u)) < WHOLE * Math.max(1, in);
		}
		final double radius = profile.radius() * stretch;
		final int taps = whole ? 1 : Math.max(1, Math.toIntExact((long) Math.ceil(2 * radius - 1e-9)));
		final int[] first = new int[out];
		final float[] weights = new float[Math.multiplyExact(out, taps)];
		final double[] w = new double[taps];
		for (int o = 0; o < out; o++) {
			final double u = (o + 0.5) * step - 0.5 - shift;
			if (whole) {
				first[o] = (int) Math.rint(u);
				weights[o] = 1;
				continue;
			}
			first[o] = (int) Math.floor(u - radius + 1e-9) + 1;
			double sum = 0;
			for (int t = 0; t < taps; t++) {
				w[t] = profile.weight().applyAsDouble((first[o] + t - u) / stretch);
				sum += w[t];
			}
			for (int t = 0; t < taps; t++)
				weights[o * taps + t] = (float) (w[t] / sum);
		}
		final int low = Arrays.stream(first).min().getAsInt();
		final int high = Arrays.stream(first).max().getAsInt() + taps + size - 1;
		final int[] source = new int[high - low];
		for (int p = 0; p < source.length; p++)
			source[p] = Plane.mirror(p + low, in);
		for (int o = 0; o < out; o++)
			first[o] -= low;
		return new Axis(in, taps, size - 1, first, weights, source);
	}

	/** This axis from input samples {@code inFrom} on to output samples {@code outFrom} on; see {@link Resize#window}. */
	Axis window(final int inFrom, final int inSize, final int outFrom, final int outSize) {
		if (inFrom < 0 || inSize < 1 || inFrom + inSize > in)
			throw new IllegalArgumentException("input window " + inFrom + " + " + inSize + " is not inside " + in);
		if (outFrom < 0 || outSize < 1 || outFrom + outSize > out)
			throw new IllegalArgumentException("output window " + outFrom + " + " + outSize + " is not inside " + out);
		final int[] starts = Arrays.copyOfRange(first, outFrom, outFrom + outSize);
		final int low = Arrays.stream(starts).min().getAsInt();
		final int high = Arrays.stream(starts).max().getAsInt() + taps + reach;
		final int[] part = new int[high - low];
		for (int p = 0; p < part.length; p++)
			part[p] = Math.max(0, Math.min(inSize - 1, source[p + low] - inFrom));
		for (int o = 0; o < outSize; o++)
			starts[o] -= low;
		return new Axis(inSize, taps, reach, starts, Arrays.copyOfRange(weights, outFrom * taps, (outFrom + outSize) *
			taps), part);
	}

	/** This axis with a line of a kernel, of the size that it was made for, among its weights. */
	Axis with(final double[] kernel) {
		if (kernel.length != reach + 1)
			throw new IllegalArgumentException(kernel.length + " samples of a kernel, not " + (reach + 1));
		final int all = taps + reach;
		final float[] both = new float[Math.multiplyExact(out, all)];
		for (int o = 0; o < out; o++)
			for (int p = 0; p < all; p++) {
				double sum = 0;
				for (int t = Math.max(0, p - reach); t < taps && t <= p; t++)
					sum += weights[o * taps + t] * kernel[p - t];
				both[o * all + p] = (float) sum;
			}
		return new Axis(in, all, 0, first, both, source);
	}

	/** Whether every output sample is the input sample of the same index. */
	boolean identity() {
		if (in != out || taps != 1 || reach != 0) return false;
		for (int o = 0; o < out; o++)
			if (source[first[o]] != o || weights[o] != 1) return false;
		return true;
	}
}
