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
package org.zeroshotsr.zarr;

import java.util.List;

import org.zeroshotsr.image.BadInput;

/**
 * What an OME-Zarr image's metadata say.
 *
 * @param name     of the image, or an empty text
 * @param axes     the fastest first, as in ImgLib2: X, Y, ..
 * @param channels as many as axis C (or S) is long, one where there is none; empty where nothing is known
 */
public record ZarrInfo(String name, List<ZarrAxis> axes, List<ZarrChannel> channels) {

	public ZarrInfo {
		axes = List.copyOf(axes);
		channels = List.copyOf(channels);
	}

	/** The axes' letters, such as "XYZCT", for {@link org.zeroshotsr.image.PlaneOrder}. */
	public String letters() {
		final StringBuilder letters = new StringBuilder();
		axes.forEach(axis -> letters.append(axis.letter()));
		return letters.toString();
	}

	/** The axes' sizes, in the order of {@link #letters()}. */
	public long[] sizes() {
		return axes.stream().mapToLong(ZarrAxis::size).toArray();
	}

	/** The axis of a letter, or null. */
	public ZarrAxis axis(final char letter) {
		return axes.stream().filter(axis -> axis.letter() == letter).findFirst().orElse(null);
	}

	/**
	 * The same image with rows and columns so many times as dense.
	 *
	 * @param height and
	 * @param width  of the enlarged image in pixels
	 * @throws BadInput where there is no X or no Y
	 */
	public ZarrInfo enlarged(final double rows, final double columns, final long height, final long width) {
		if (axis('X') == null || axis('Y') == null) throw new BadInput("axes " + letters() + " have no X or no Y");
		return new ZarrInfo(name, axes.stream().map(axis -> switch (axis.letter()) {
			case 'X' -> axis.enlarged(columns, width);
			case 'Y' -> axis.enlarged(rows, height);
			default -> axis;
		}).toList(), channels);
	}

	/**
	 * The same image with slices so many times as dense.
	 *
	 * @param slices how many there are then; not looked at where there is no Z
	 */
	public ZarrInfo deeper(final double factor, final long slices) {
		return new ZarrInfo(name, axes.stream().map(axis -> axis.letter() == 'Z' ? axis.enlarged(factor, slices) : axis).toList(), channels);
	}
}
