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
package org.zeroshotsr.enlarge;

import java.util.List;
import java.util.stream.DoubleStream;

import org.zeroshotsr.image.Plane;

/**
 * How well a result, shrunk, agrees with its input, over all samples. The resolution-scaled error and Pearson coefficient
 * are those of SQUIRREL (Culley et al., Nature Methods 2018), with the kernel that the result was made for as the function
 * that scales the resolution, and intensities brought to the input's by one straight line.
 *
 * @param rms root mean square of input minus shrunken result
 * @param rse the same after the best straight line
 * @param rsp Pearson's correlation of input and shrunken result; NaN where one of them is constant
 */
public record Consistency(double rms, double rse, double rsp) {

	/** Of a result that is the input itself, enlarged. */
	public static final Consistency EXACT = new Consistency(0, 0, Double.NaN);

	/** Where the error alone is known. */
	public static Consistency of(final double rms) {
		return new Consistency(rms, Double.NaN, Double.NaN);
	}

	/** In other units. */
	public Consistency times(final double size) {
		return new Consistency(size * rms, size * rse, rsp);
	}

	/** Of several parts of a plane, all of one size. */
	public static Consistency mean(final List<Consistency> parts) {
		return new Consistency(square(parts.stream().mapToDouble(Consistency::rms)), square(parts.stream().mapToDouble(
			Consistency::rse)), parts.stream().mapToDouble(Consistency::rsp).filter(Double::isFinite).average().orElse(
				Double.NaN));
	}

	private static double square(final DoubleStream values) {
		return Math.sqrt(values.map(v -> v * v).average().orElse(0));
	}

	/** Sums over samples. */
	static final class Sums {

		private long n;
		private double input;
		private double shrunken;
		private double inputs;
		private double shrunkens;
		private double products;

		/** Takes the rows of a plane from {@code top} to {@code bottom}. */
		void add(final Plane low, final Plane shrunk, final int top, final int bottom) {
			for (int c = 0; c < low.channels; c++)
				for (int i = (c * low.height + top) * low.width; i < (c * low.height + bottom) * low.width; i++) {
					final double a = low.data[i];
					final double b = shrunk.data[i];
					n++;
					input += a;
					shrunken += b;
					inputs += a * a;
					shrunkens += b * b;
					products += a * b;
				}
		}

		Consistency result() {
			final double aa = Math.max(0, inputs - input * input / n);
			final double bb = Math.max(0, shrunkens - shrunken * shrunken / n);
			final double ab = products - input * shrunken / n;
			final double rms = Math.sqrt(Math.max(0, inputs - 2 * products + shrunkens) / n);
			return new Consistency(rms, Math.sqrt(Math.max(0, bb == 0 ? aa : aa - ab * ab / bb) / n), ab / Math.sqrt(aa * bb));
		}
	}
}
