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

import java.util.Arrays;

/**
 * Float samples of one image plane, one after another by channel: sample (c, y, x) is {@code data[(c * height + y) *
 * width + x]}. A grey plane has one channel, an RGB plane three. The array is shared, not copied.
 */
public final class Plane {

	public final int channels;
	public final int height;
	public final int width;
	public final float[] data;

	/** A plane of zeros. */
	public Plane(final int channels, final int height, final int width) {
		this(channels, height, width, new float[Math.toIntExact((long) channels * height * width)]);
	}

	/** A plane over {@code data}, whose length must be channels x height x width. */
	public Plane(final int channels, final int height, final int width, final float[] data) {
		if (channels < 1 || height < 1 || width < 1)
			throw new IllegalArgumentException("a plane needs at least one channel, row and column, not " + channels +
				" x " + height + " x " + width);
		if (data.length != (long) channels * height * width)
			throw new IllegalArgumentException(data.length + " samples for a plane of " + channels + " x " + height +
				" x " + width);
		this.channels = channels;
		this.height = height;
		this.width = width;
		this.data = data;
	}

	public float get(final int c, final int y, final int x) {
		return data[(c * height + y) * width + x];
	}

	public Plane copy() {
		return new Plane(channels, height, width, data.clone());
	}

	/** The part inside {@code window}, copied; the window must lie within the plane. */
	public Plane crop(final Window window) {
		if (window.y() < 0 || window.x() < 0 || window.y() + window.height() > height || window.x() + window
			.width() > width) throw new IllegalArgumentException(window + " is not inside " + height + " x " + width);
		final Plane part = new Plane(channels, window.height(), window.width());
		for (int c = 0; c < channels; c++)
			for (int y = 0; y < part.height; y++)
				System.arraycopy(data, (c * height + window.y() + y) * width + window.x(), part.data, (c *
					part.height + y) * part.width, part.width);
		return part;
	}

	/**
	 * The part inside {@code window}, which may reach over the edges: there the plane is mirrored; see
	 * {@link #mirror(int, int)}.
	 */
	public Plane mirrored(final Window window) {
		final Plane part = new Plane(channels, window.height(), window.width());
		final int[] columns = new int[part.width];
		for (int x = 0; x < columns.length; x++)
			columns[x] = mirror(window.x() + x, width);
		for (int c = 0; c < channels; c++) {
			for (int y = 0; y < part.height; y++) {
				final int from = (c * height + mirror(window.y() + y, height)) * width;
				final int to = (c * part.height + y) * part.width;
				for (int x = 0; x < part.width; x++)
					part.data[to + x] = data[from + columns[x]];
			}
		}
		return part;
	}

	/**
	 * Index of the sample that stands at position {@code index} of a line of {@code size} samples which is mirrored at its
	 * ends, outermost samples included (half-sample symmetric), as often as needed.
	 */
	public static int mirror(final int index, final int size) {
		final int i = Math.floorMod(index, 2 * size);
		return i < size ? i : 2 * size - 1 - i;
	}

	/** So many channels from {@code first} on, copied. */
	public Plane channels(final int first, final int count) {
		final int size = height * width;
		return new Plane(count, height, width, Arrays.copyOfRange(data, first * size, (first + count) * size));
	}

	/** One channel: the mean of all. */
	public Plane grey() {
		if (channels == 1) return this;
		final Plane grey = new Plane(1, height, width);
		for (int i = 0; i < data.length; i++)
			grey.data[i % grey.data.length] += data[i] / channels;
		return grey;
	}

	/** One channel, of each pixel that sample which is largest without its sign. */
	public Plane largest() {
		if (channels == 1) return this;
		final Plane largest = channels(0, 1);
		final int size = largest.data.length;
		for (int i = size; i < data.length; i++)
			if (Math.abs(data[i]) > Math.abs(largest.data[i % size])) largest.data[i % size] = data[i];
		return largest;
	}

	/** The mean of each channel. */
	public float[] means() {
		final float[] means = new float[channels];
		final int size = height * width;
		for (int c = 0; c < channels; c++) {
			double sum = 0;
			for (int i = c * size; i < (c + 1) * size; i++)
				sum += data[i];
			means[c] = (float) (sum / size);
		}
		return means;
	}
}
