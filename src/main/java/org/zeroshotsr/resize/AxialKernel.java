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

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Orientation;

/**
 * How the slices of a stack came of a finer one, for planes whose rows are slices: each gathers along the rows' axis alone
 * what the stack's depth has blurred more than its width; columns stay as they are. What is to be learnt of it, a stack's
 * own planes show along both of their axes, rows and columns.
 *
 * @param slices how a slice gathers
 * @param sigma  of a Gaussian, in slices; 0 for another
 */
public record AxialKernel(Slices slices, double sigma) implements Kernel {

	/** How a slice gathers. */
	public enum Slices {

		/** All of its thickness, which is the distance of slices. */
		BINNED,
		/** What lies at its middle, which between two rows is interpolated by cubic convolution. */
		SAMPLED,
		/** By a Gaussian. */
		GAUSSIAN
	}

	public AxialKernel {
		if (slices != Slices.GAUSSIAN) sigma = 0;
		else if (!(sigma > 0 && sigma <= MOST)) throw new BadInput("a Gaussian along z has a sigma of over 0 and at most " + (int) MOST +
			" slices, not " + sigma);
	}

	/** Slices of which a Gaussian's sigma is no more tell nothing of each other. */
	private static final double MOST = 10;

	public static final Kernel BINNED = new AxialKernel(Slices.BINNED, 0);
	public static final Kernel SAMPLED = new AxialKernel(Slices.SAMPLED, 0);

	/** @param sigma in slices */
	public static Kernel gaussian(final double sigma) {
		return new AxialKernel(Slices.GAUSSIAN, sigma);
	}

	@Override
	public Resize shrink(final int height, final int width, final int lowHeight, final int lowWidth, final Factor f) {
		if (f.columns() != 1) throw new IllegalArgumentException("a kernel along z shrinks rows alone, not by " + f);
		return new SeparableResize(slices == Slices.SAMPLED ? Axis.sample(height, lowHeight, f.rows()) : Axis.resample(height, lowHeight,
			f.rows(), profile(f.rows())), Axis.resample(width, lowWidth, 1, Profile.CUBIC));
	}

	private Profile profile(final double factor) {
		return slices == Slices.GAUSSIAN ? Profile.gaussian(sigma) : Profile.box(factor);
	}

	@Override
	public int reach(final Factor f) {
		return (int) Math.ceil(slices == Slices.SAMPLED ? Profile.CUBIC.radius() : profile(f.rows()).radius() * f.rows()) + 1;
	}

	@Override
	public boolean symmetric(final Orientation orientation) {
		return !orientation.isTransposed();
	}

	@Override
	public String toString() {
		return switch (slices) {
			case BINNED -> "binned";
			case SAMPLED -> "sampled";
			case GAUSSIAN -> "gaussian " + sigma;
		};
	}
}
