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
package org.zeroshotsr.page;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resize;

/** A kernel as an image of itself. */
final class KernelPicture {

	/** Samples for each pixel of the input, of a kernel that is given by a formula. */
	static final int FINENESS = 8;
	private static final Factor FINE = new Factor(FINENESS, FINENESS);
	/** Pixels of the input on each side of the middle one, at most. */
	private static final int REACH = 6;

	private KernelPicture() {}

	/** Whether its samples are given, at the result's pixels. */
	static boolean isMeasured(final Kernel kernel) {
		return kernel.samples() != null;
	}

	/** As much of it as shrinks to a pixel: what each place of the scene adds to that. */
	static Plane of(final Kernel kernel) {
		return isMeasured(kernel) ? plane(kernel.samples()) : probed(kernel);
	}

	private static Plane plane(final double[][] samples) {
		final Plane plane = new Plane(1, samples.length, samples[0].length);
		for (int y = 0; y < plane.height; y++)
			for (int x = 0; x < plane.width; x++)
				plane.data[y * plane.width + x] = (float) samples[y][x];
		return plane;
	}

	/** Single points of light are shrunk, one at each place within a pixel. */
	private static Plane probed(final Kernel kernel) {
		final int reach = Math.min(REACH, 1 + kernel.reach(FINE) / FINENESS);
		final int low = 4 * reach + 1; // so that nothing comes back from the edges
		final int high = low * FINENESS;
		final int side = 2 * reach + 1;
		final Plane image = new Plane(1, side * FINENESS, side * FINENESS);
		final Plane points = new Plane(1, high, high);
		final Plane shrunk = new Plane(1, low, low);
		final Resize shrink = kernel.shrink(high, high, low, low, FINE);
		for (int y = 0; y < FINENESS; y++)
			for (int x = 0; x < FINENESS; x++) {
				final int at = (2 * reach * FINENESS + y) * high + 2 * reach * FINENESS + x;
				points.data[at] = 1;
				shrink.apply(points, shrunk);
				points.data[at] = 0;
				// the pixel that lies (v, u) away sees the point at (-v, -u)
				for (int v = -reach; v <= reach; v++)
					for (int u = -reach; u <= reach; u++)
						image.data[((reach - v) * FINENESS + y) * image.width + (reach - u) * FINENESS + x] = shrunk.get(0, 2 * reach + v, 2 *
							reach + u);
			}
		return image;
	}
}
