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
package org.zeroshotsr.cli;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.quality.Bicubic;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;

/**
 * A stack whose slices were summed, so many in one, and what it was, times that number; slices that fill no sum are left out.
 *
 * @param <T>   16 bit where all sums fit, else float
 * @param low   the summed stack
 * @param truth what it is to become
 * @param n     slices in one
 * @param range of the data: 255, 65535, or max - min, times n
 */
record DepthPair<T extends RealType<T> & NativeType<T>>(Samples<T> low, Samples<T> truth, int n, double range) {

	private static final int SHORT = 65535;

	/** Enlargements along z that a result is compared with. */
	enum Simple {
		NEAREST(0.5, x -> 1), LINEAR(1, x -> Math.max(0, 1 - Math.abs(x))), CUBIC(2, null);

		/** How far it reaches, in slices, and its weights; null for those of cubic convolution. */

		private final double radius;
		private final DoubleUnaryOperator weight;

		Simple(final double radius, final DoubleUnaryOperator weight) {
			this.radius = radius;
			this.weight = weight;
		}
	}

	/** @throws BadInput where it is no stack that can be summed so */
	static DepthPair<?> of(final Samples<?> stack, final int n) {
		final int z = stack.axes().indexOf('Z');
		if (z < 0 || stack.size()[z] < 2L * n) throw new BadInput("--z-bin: the image is no stack of " + 2 * n + " slices or more");
		final double range = Truth.of(stack).range();
		return !stack.isFloat() && n * stack.image().getType().getMaxValue() <= SHORT ? of(stack, n, z, range, new UnsignedShortType()) : of(
			stack, n, z, range, new FloatType());
	}

	private static <T extends RealType<T> & NativeType<T>> DepthPair<T> of(final Samples<?> stack, final int n, final int z,
		final double range, final T type)
	{
		final long[] size = stack.size();
		size[z] /= n;
		final Samples<T> low = stack.empty(size, type);
		size[z] *= n;
		final Samples<T> truth = stack.empty(size, type);
		for (final long[] position : low.order().planes()) {
			Plane sum = null;
			for (int i = 0; i < n; i++) {
				final long[] from = position.clone();
				from[z] = n * position[z] + i;
				final Plane slice = stack.read(from);
				if (sum == null) sum = new Plane(slice.channels, slice.height, slice.width);
				for (int k = 0; k < sum.data.length; k++) {
					sum.data[k] += slice.data[k];
					slice.data[k] *= n;
				}
				truth.write(slice, truth.image(), from);
			}
			low.write(sum, low.image(), position);
		}
		return new DepthPair<>(low, truth, n, n * range);
	}

	/** PSNR of an enlargement, over all samples. */
	double psnr(final Samples<T> made) {
		double sum = 0;
		long count = 0;
		for (final long[] position : truth.order().planes()) {
			final Plane right = truth.read(position);
			final Plane is = made.read(position);
			for (int i = 0; i < is.data.length; i++) {
				final double d = (double) is.data[i] - right.data[i];
				if (!Double.isFinite(d)) continue;
				sum += d * d;
				count++;
			}
		}
		return 10 * Math.log10(range * range * count / sum);
	}

	/** PSNR of a simple enlargement, rounded and cut off as a result is. */
	double psnr(final Simple how) {
		if (how.weight == null) return psnr(new Samples<>(Bicubic.enlarge(low.image(), low.axes(), new Growth(new Factor(1, 1), n)), low
			.axes(), low.taken(), List.of()));
		final Samples<T> made = truth.empty(truth.size(), truth.image().getType());
		final int z = low.axes().indexOf('Z');
		final int depth = (int) low.size()[z];
		for (final long[] first : low.order().planes()) {
			if (first[z] != 0) continue;
			final Plane[] slices = new Plane[depth];
			for (int i = 0; i < depth; i++) {
				final long[] from = first.clone();
				from[z] = i;
				slices[i] = low.read(from);
			}
			final Plane[] large = enlarged(slices, how);
			for (int i = 0; i < large.length; i++) {
				final long[] to = first.clone();
				to[z] = i;
				made.write(large[i], made.image(), to);
			}
		}
		return psnr(made);
	}

	private Plane[] enlarged(final Plane[] slices, final Simple how) {
		final Plane[] large = new Plane[n * slices.length];
		for (int i = 0; i < large.length; i++) {
			large[i] = new Plane(slices[0].channels, slices[0].height, slices[0].width);
			final double at = (i + 0.5) / n - 0.5;
			double weights = 0;
			for (int k = (int) Math.ceil(at - how.radius); k <= at + how.radius; k++) {
				final double w = how.weight.applyAsDouble(k - at);
				final float[] slice = slices[Plane.mirror(k, slices.length)].data;
				for (int j = 0; j < slice.length; j++)
					large[i].data[j] += (float) w * slice[j];
				weights += w;
			}
			for (int j = 0; j < large[i].data.length; j++)
				large[i].data[j] /= (float) weights;
		}
		return large;
	}

	/** What the result is compared with, in the order of the table. */
	static List<Simple> simple() {
		return List.of(Simple.values());
	}
}
