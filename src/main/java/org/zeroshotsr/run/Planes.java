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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.PlaneOrder;

/**
 * An image as the engine takes it: its planes, one at a time, wherever they come from.
 *
 * @param source where they do
 * @param order  in which they are done
 * @param size   of each axis
 * @param type   of the samples
 */
public record Planes(PlaneSource source, PlaneOrder order, long[] size, RealType<?> type) {

	/** Those of an ImgLib2 image. */
	public static <T extends RealType<T>> Planes of(final RandomAccessibleInterval<T> image, final String axes) {
		final PlaneOrder order = PlaneOrder.of(axes, image.dimensionsAsLongArray());
		return new Planes(new ImageSource<>(image, order), order, image.dimensionsAsLongArray(), image.getType());
	}

	/** Samples of a plane above which parts of it are asked for, never the whole. */
	public static final long MOST = Bricks.MOST;

	/** Rows of a plane. */
	public int height() {
		return Math.toIntExact(size[order.y()]);
	}

	/** Columns of a plane. */
	public int width() {
		return Math.toIntExact(size[order.x()]);
	}

	/** Merged colours of a plane, 1 or 3. */
	public int channels() {
		return order.samples() < 0 ? 1 : Math.toIntExact(size[order.samples()]);
	}
}
