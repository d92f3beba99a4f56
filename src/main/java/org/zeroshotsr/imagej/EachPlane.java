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

import java.util.ArrayList;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;

import org.zeroshotsr.Origin;
import org.zeroshotsr.Report;
import org.zeroshotsr.Result;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.Planes;

/**
 * Enlarges a stack with a run of its own for each plane, and so with the noise that is measured in that plane: for stacks
 * whose noise changes with depth or time, of which {@code noise=auto} measures one for all planes of a channel.
 */
record EachPlane(Options options, Progress progress, Engine.Maker maker) {

	private static final String AUTO = "auto";

	/** @throws IllegalArgumentException where options say what the noise is, or what each channel's kernel is */
	EachPlane {
		if (options.enlargesZ()) throw new BadInput("z-scale: each slice is enlarged on its own here; leave it out");
		if (!options.isPresets(Option.NOISE) && !options.get(Option.NOISE).equalsIgnoreCase(AUTO))
			throw new BadInput("noise: it is measured in each slice here; leave the option out, or take " +
				"zero_shot_sr_image.ijm for noise that is known");
	}

	/**
	 * @return with what belongs to the image's pixels, and a record of each plane's run in its Info
	 * @throws IllegalArgumentException with a reason that the user can do something about
	 */
	ImagePlus run(final ImagePlus image) {
		return run(image, Pixels.of(image));
	}

	private <T extends RealType<T> & NativeType<T>> ImagePlus run(final ImagePlus source, final Pixels<T> pixels) {
		final Options each = KernelFile.read(options.with(Option.NOISE, AUTO), Acquisition.of(source), progress::note);
		if (each.channels(Option.KERNEL) > 1) throw new BadInput("kernel: " + each.get(Option.KERNEL) +
			" is for several channels, and each slice is enlarged on its own here; split the channels first (Image > Color > " +
			"Split Channels), or give one kernel");
		pixels.notes().forEach(progress::note);
		final RandomAccessibleInterval<T> image = pixels.image();
		ZeroShotSR.check(image, pixels.axes(), each);
		final PlaneOrder order = PlaneOrder.of(pixels.axes(), image.dimensionsAsLongArray());
		final long[] size = image.dimensionsAsLongArray();
		size[order.x()] = each.scale().width((int) size[order.x()]);
		size[order.y()] = each.scale().height((int) size[order.y()]);
		final PlanarImg<T, ?> all = new PlanarImgFactory<>(image.getType()).create(size);
		final List<String> records = new ArrayList<>();
		for (final long[] position : order.planes()) {
			final RandomAccessibleInterval<T> plane = slice(image, pixels.axes(), position);
			final String axes = pixels.axes().contains("S") ? "XYS" : "XY";
			final Origin origin = Origins.pixels(source.getTitle(), Planes.of(plane, axes), null, each, progress);
			final Result<T> result = ZeroShotSR.upscale(plane, axes, each, progress, maker);
			final Report report = result.report().from(origin.at(records.size() + 1));
			ImgUtil.copy(result.image(), slice(all, pixels.axes(), position));
			IJ.log("Slice " + (records.size() + 1) + ": " + report.line());
			records.add("Slice " + (records.size() + 1) + ": " + report.runRecord());
		}
		final ImagePlus large = Enlarged.of(source, null, all, each.scale());
		records.forEach(record -> Enlarged.appendInfo(large, record));
		return large;
	}

	private static <T> RandomAccessibleInterval<T> slice(final RandomAccessibleInterval<T> image, final String axes,
		final long[] position)
	{
		RandomAccessibleInterval<T> slice = image;
		for (int d = axes.length() - 1; d >= 0; d--)
			if ("XYS".indexOf(axes.charAt(d)) < 0) slice = Views.hyperSlice(slice, d, position[d]);
		return slice;
	}
}
