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

import java.util.ArrayList;
import java.util.List;

import org.zeroshotsr.image.BadInput;

/**
 * How much of their noise neighbouring samples share, along rows and columns apart: its autocorrelation at a distance of 1,
 * 2, .. pixels, beyond the last of which there is none. At (y, x) it is the product of the two, as it is where a camera or
 * a program filters along both axes.
 *
 * @param rows    between samples below each other
 * @param columns between samples beside each other
 */
public record Correlation(List<Double> rows, List<Double> columns) {

	/** White noise. */
	public static final Correlation NONE = new Correlation(List.of(), List.of());

	/** The farthest distance. */
	public static final int REACH = 8;
	/** Less is nothing. */
	private static final double LEAST = 0.005;

	public Correlation {
		rows = checked(rows);
		columns = checked(columns);
	}

	private static List<Double> checked(final List<Double> lags) {
		if (lags.size() > REACH) throw new BadInput("neighbours share noise " + REACH +
			" pixels away at most, not " + lags.size());
		for (final double lag : lags)
			if (!(lag > -1 && lag < 1)) throw new BadInput(
				"the correlation of neighbours lies between -1 and 1, which " + lag + " does not");
		int size = lags.size();
		while (size > 0 && Math.abs(lags.get(size - 1)) < LEAST)
			size--;
		return List.copyOf(lags.subList(0, size));
	}

	/** That of white noise blurred by a Gaussian, from the correlation of direct neighbours: r, r^4, r^9, .. */
	public static List<Double> gaussian(final double direct) {
		if (!(direct > 0)) return List.of(direct);
		final List<Double> lags = new ArrayList<>();
		for (int k = 1; k <= REACH && Math.pow(direct, k * k) >= LEAST; k++)
			lags.add(Math.pow(direct, k * k));
		return lags;
	}

	public boolean isNone() {
		return rows.isEmpty() && columns.isEmpty();
	}

	public boolean isotropic() {
		return rows.equals(columns);
	}

	/** That of the transposed image. */
	public Correlation transposed() {
		return new Correlation(columns, rows);
	}

	/** How many pixels it reaches. */
	public int reach() {
		return Math.max(rows.size(), columns.size());
	}

	/** Between samples so many rows and columns apart. */
	public double at(final int y, final int x) {
		return at(rows, Math.abs(y)) * at(columns, Math.abs(x));
	}

	private static double at(final List<Double> lags, final int distance) {
		return distance == 0 ? 1 : distance <= lags.size() ? lags.get(distance - 1) : 0;
	}
}
