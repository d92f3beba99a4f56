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

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.run.Estimation;
import org.zeroshotsr.estimate.KernelEstimate;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;

/** Estimated kernels as images. */
public final class KernelImages {

	/** How many times finer the kernel is sampled than the image. */
	public static final Factor FACTOR = new Factor(2, 2);

	private KernelImages() {}

	/**
	 * Estimates the kernel of each channel, and tells the option that says the same.
	 *
	 * @return one image, with a slice for each channel
	 * @throws IllegalArgumentException where the image is too small or flat
	 */
	public static <T extends RealType<T> & NativeType<T>, I> List<I> estimate(final Source<T, I> source,
		final Progress progress)
	{
		final List<KernelEstimate> kernels = Estimation.kernel(source.pixels(), source.axes(), progress);
		progress.checkCanceled();
		for (int i = 0; i < kernels.size(); i++) {
			final String channel = kernels.size() == 1 ? "" : "channel " + (i + 1) + ": ";
			lines(kernels.get(i)).forEach(line -> progress.note(channel + line));
		}
		return List.of(source.kernels(image(kernels), FACTOR, Titles.kernel(source.title())));
	}

	/** What was found, with units, and the option that says the same. */
	public static List<String> lines(final KernelEstimate estimate) {
		return List.of(String.format(Locale.ROOT, "kernel     Gaussian of sigma %.3g and %.3g pixels, the first at %.0f degrees",
			estimate.rows(), estimate.columns(), estimate.angle()), "option     kernel=" + (estimate.better() ? Estimation.text(
				estimate) : "bicubic, as the image does not show clearly that it is another"));
	}

	/** A slice for each kernel, all of the size of the largest; their centre is the corner between the middle samples. */
	public static PlanarImg<FloatType, FloatArray> image(final List<KernelEstimate> kernels) {
		final List<double[][]> samples = kernels.stream().map(k -> k.samples(FACTOR)).toList();
		final int height = samples.stream().mapToInt(s -> s.length).max().orElseThrow();
		final int width = samples.stream().mapToInt(s -> s[0].length).max().orElseThrow();
		final PlanarImg<FloatType, FloatArray> image = PlanarImgs.floats(width, height, kernels.size());
		IntStream.range(0, kernels.size()).forEach(i -> {
			final double[][] kernel = samples.get(i);
			final float[] plane = image.getPlane(i).getCurrentStorageArray();
			final int top = (height - kernel.length) / 2;
			final int left = (width - kernel[0].length) / 2;
			for (int y = 0; y < kernel.length; y++)
				for (int x = 0; x < kernel[y].length; x++)
					plane[(top + y) * width + left + x] = (float) kernel[y][x];
		});
		return image;
	}
}
