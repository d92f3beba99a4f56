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

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

/**
 * How much more restless a stack is after enlargement than before: the mean absolute change, from plane to plane, of what
 * the enlargement adds to bicubic interpolation, in parts of the change of the bicubic interpolation itself. Of large planes
 * the middle.
 */
final class Flicker {

	private static final int SIDE = 256;

	private Plane bicubic;
	private Plane added;
	private Plane lastBicubic;
	private Plane lastAdded;
	private Window window;
	private double changes;
	private double own;
	/** Of the last pair of planes. */
	private double[] last = { 0, 0 };

	/** A plane begins, in grey levels; {@code first} of its channel. */
	void begin(final Plane plane, final Factor factor, final boolean first) {
		lastBicubic = first ? null : bicubic;
		lastAdded = first ? null : added;
		final int height = Math.min(SIDE, plane.height);
		final int width = Math.min(SIDE, plane.width);
		final Window low = new Window((plane.height - height) / 2, (plane.width - width) / 2, height, width);
		bicubic = Resizes.enlarge(height, width, factor).apply(plane.crop(low));
		window = new Window((int) Math.round(low.y() * factor.rows()), (int) Math.round(low.x() * factor.columns()), bicubic.height,
			bicubic.width);
		added = new Plane(plane.channels, bicubic.height, bicubic.width);
	}

	/** A part of the result of this plane. */
	void put(final int y, final int x, final Plane part) {
		final int top = Math.max(y, window.y());
		final int bottom = Math.min(y + part.height, window.y() + window.height());
		final int left = Math.max(x, window.x());
		final int right = Math.min(x + part.width, window.x() + window.width());
		for (int c = 0; c < part.channels; c++)
			for (int row = top; row < bottom; row++)
				for (int column = left; column < right; column++) {
					final int i = (c * added.height + row - window.y()) * added.width + column - window.x();
					added.data[i] = part.get(c, row - y, column - x) - bicubic.data[i];
				}
	}

	/** The plane is done. */
	void end() {
		last = new double[2];
		if (lastAdded == null) return;
		for (int i = 0; i < added.data.length; i++) {
			final double change = Math.abs(added.data[i] - lastAdded.data[i]);
			final double before = Math.abs(bicubic.data[i] - lastBicubic.data[i]);
			if (!Double.isFinite(change) || !Double.isFinite(before)) continue;
			last[0] += change;
			last[1] += before;
		}
		add(last);
	}

	/** What the last pair of planes has added: changes of the enlargement, and of bicubic interpolation. */
	double[] last() {
		return last;
	}

	/** Adds that of a pair of an earlier run. */
	void add(final double[] pair) {
		changes += pair[0];
		own += pair[1];
	}

	/** NaN for a single plane, and where nothing changes. */
	double value() {
		return own > 0 ? changes / own : Double.NaN;
	}
}
