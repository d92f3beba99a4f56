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

import java.awt.image.ColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;

import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.zarr.ZarrAxis;
import org.zeroshotsr.zarr.ZarrImage;
import org.zeroshotsr.zarr.ZarrInfo;
import org.zeroshotsr.zarr.ZarrType;

/**
 * The planes of an OME-Zarr in ImageJ's order, each of which is read when it is asked for. Signed integers are 16 bit ones of
 * ImageJ's, which are 32768 higher.
 */
final class ZarrStack extends VirtualStack {

	/** What ImageJ adds to signed values. */
	static final int SIGNED = 32768;

	private final ZarrImage zarr;
	private final Window view;
	private final String[] names;
	private ColorModel colours;

	/**
	 * @param view  what of a plane this stack has; {@link #window} reads any part of it
	 * @param names of the channels, or null for each that has none
	 */
	ZarrStack(final ZarrImage zarr, final Window view, final String[] names) {
		super(view.width(), view.height());
		this.zarr = zarr;
		this.view = view;
		this.names = names;
		setBitDepth(switch (zarr.type()) {
			case UINT8 -> 8;
			case INT8, UINT16, INT16 -> 16;
			case FLOAT32 -> 32;
		});
	}

	/** How the planes are shown; null for grey. */
	void setColours(final ColorModel model) {
		colours = model;
	}

	/** Whether values are 32768 higher than in the Zarr. */
	static boolean isSigned(final ZarrType type) {
		return type == ZarrType.INT8 || type == ZarrType.INT16;
	}

	/** Length of an axis, 1 where there is none. */
	static int length(final ZarrInfo info, final char letter) {
		final ZarrAxis axis = info.axis(letter);
		return axis == null ? 1 : Math.toIntExact(axis.size());
	}

	@Override
	public int size() {
		return length(zarr.info(), 'C') * length(zarr.info(), 'Z') * length(zarr.info(), 'T');
	}

	@Override
	public int getSize() {
		return size();
	}

	/** @throws UncheckedIOException where a chunk is damaged or cannot be read */
	@Override
	public ImageProcessor getProcessor(final int n) {
		try {
			return window(n, view);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e.getMessage(), e);
		}
	}

	/**
	 * A part of a plane, of which no more is read than the chunks that it lies in.
	 *
	 * @param n from 1, as ImageJ counts
	 * @throws IOException where a chunk is damaged or cannot be read
	 */
	ImageProcessor window(final int n, final Window part) throws IOException {
		final Plane plane = zarr.read(position(n - 1), part);
		final int count = plane.data.length;
		switch (zarr.type()) {
			case UINT8:
				final byte[] bytes = new byte[count];
				for (int i = 0; i < count; i++)
					bytes[i] = (byte) (int) plane.data[i];
				return new ByteProcessor(plane.width, plane.height, bytes, colours);
			case FLOAT32:
				return new FloatProcessor(plane.width, plane.height, plane.data, colours);
			default:
				final int more = isSigned(zarr.type()) ? SIGNED : 0;
				final short[] shorts = new short[count];
				for (int i = 0; i < count; i++)
					shorts[i] = (short) ((int) plane.data[i] + more);
				return new ShortProcessor(plane.width, plane.height, shorts, colours);
		}
	}

	/** Of a plane, from 0: channels first, then slices, then frames. */
	private long[] position(final int plane) {
		final String letters = zarr.info().letters();
		final long[] position = new long[letters.length()];
		int left = plane;
		for (final char letter : "CZT".toCharArray()) {
			final int length = length(zarr.info(), letter);
			final int at = letters.indexOf(letter);
			if (at >= 0) position[at] = left % length;
			left /= length;
		}
		return position;
	}

	@Override
	public Object getPixels(final int n) {
		return getProcessor(n).getPixels();
	}

	/** The name of the channel. */
	@Override
	public String getSliceLabel(final int n) {
		return names[(n - 1) % names.length];
	}
}
