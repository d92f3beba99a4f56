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
package org.zeroshotsr;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Threads;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.run.Checkpoint;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.Isotropic;
import org.zeroshotsr.run.LocalEngine;
import org.zeroshotsr.run.PlaneSink;
import org.zeroshotsr.run.Planes;
import org.zeroshotsr.run.Preview;
import org.zeroshotsr.run.Recipe;
import org.zeroshotsr.run.StackRun;
import org.zeroshotsr.run.Turn;

/**
 * Enlarges images by zero-shot super-resolution (Shocher, Cohen, Irani, CVPR 2018): for every plane a small network is
 * trained on the plane itself and its shrunken copies, and then enlarges it.
 */
public final class ZeroShotSR {

	/** Smallest number of rows and of columns that there is anything to learn from. */
	public static final int MIN_SIZE = 8;

	/** More than any computer has. */
	private static final double MOST_BYTES = 1e15;

	private ZeroShotSR() {}

	/**
	 * Enlarges every plane of an image. One run at a time trains for each user of a machine; another waits, and says so to
	 * {@code progress}.
	 *
	 * @param image    of any real type; a plane is read when its turn comes, some of each channel once before, and never changed
	 * @param axes     a letter for each dimension: X, Y, and where there are C (channels, each on its own), Z, T, or S (the
	 *                 merged colours of RGB)
	 * @param options  what is wanted
	 * @param progress is told what goes on, and may cancel
	 * @return an image of the same type and axes; integer types are rounded at the very end, and what lies outside their
	 *         range is cut off there and counted
	 * @throws IllegalArgumentException where image and options do not fit, before any work
	 * @throws java.util.concurrent.CancellationException when {@code progress} asked for it
	 * @throws org.zeroshotsr.network.DeviceException where the GPU asked for is not there
	 */
	public static <T extends RealType<T> & NativeType<T>> Result<T> upscale(final RandomAccessibleInterval<T> image,
		final String axes, final Options options, final Progress progress)
	{
		return upscale(image, axes, options, progress, LocalEngine::new);
	}

	/** The same with another engine than this process's own. */
	public static <T extends RealType<T> & NativeType<T>> Result<T> upscale(final RandomAccessibleInterval<T> image,
		final String axes, final Options options, final Progress progress, final Engine.Maker maker)
	{
		return upscale(image, axes, options, List.of(), progress, maker);
	}

	/**
	 * The same, and maps of the result.
	 *
	 * @param maps that are wanted
	 */
	public static <T extends RealType<T> & NativeType<T>> Result<T> upscale(final RandomAccessibleInterval<T> image,
		final String axes, final Options options, final List<Layer> maps, final Progress progress, final Engine.Maker maker)
	{
		check(image, axes, options, maps, 0, maker);
		try (Threads.Limit threads = Threads.limit(options.threads()); Turn turn = Turn.take(options.get(Option.DEVICE), progress)) {
			check(image, axes, options, maps, 0, maker); // whoever was before may have left less memory
			return upscaled(image, axes, options, maps, progress, maker);
		}
	}

	private static <T extends RealType<T> & NativeType<T>> Result<T> upscaled(final RandomAccessibleInterval<T> image,
		final String axes, final Options options, final List<Layer> maps, final Progress progress, final Engine.Maker maker)
	{
		final PlaneOrder order = PlaneOrder.of(axes, image.dimensionsAsLongArray());
		final long[] size = outputSize(order, image.dimensionsAsLongArray(), options);
		final PlanarImg<T, ?> result = new PlanarImgFactory<>(image.getType()).create(size);
		final Map<Layer, PlanarImg<FloatType, ?>> made = new EnumMap<>(Layer.class);
		for (final Layer map : maps)
			made.put(map, new PlanarImgFactory<>(new FloatType()).create(size));
		final PlaneSink sink = new PlaneSink() {

			@Override
			public long write(final long[] position, final int y, final int x, final Plane part) {
				return PlaneIO.write(part, result, order.x(), order.y(), order.samples(), position, y, x);
			}

			@Override
			public List<Layer> maps() {
				return maps;
			}

			@Override
			public void write(final Layer map, final long[] position, final int y, final int x, final Plane part) {
				PlaneIO.write(part, made.get(map), order.x(), order.y(), order.samples(), position, y, x);
			}
		};
		return new Result<>(result, made, upscaled(Planes.of(image, axes), options, sink, Checkpoint.NONE, progress, maker));
	}

	/**
	 * The same without the image or the result in memory.
	 *
	 * @param sink       takes the result, part by part
	 * @param checkpoint says what is done already, and is told what is
	 */
	public static Report upscale(final Planes image, final Options options, final PlaneSink sink, final Checkpoint checkpoint,
		final Progress progress, final Engine.Maker maker)
	{
		check(image, options, sink.maps(), maker);
		try (Threads.Limit threads = Threads.limit(options.threads()); Turn turn = Turn.take(options.get(Option.DEVICE), progress)) {
			check(image, options, sink.maps(), maker);
			return upscaled(image, options, sink, checkpoint, progress, maker);
		}
	}

	private static Report upscaled(final Planes image, final Options options, final PlaneSink sink, final Checkpoint checkpoint,
		final Progress progress, final Engine.Maker maker)
	{
		final long start = System.nanoTime();
		final Begun begun = Begun.now(options);
		final StackRun.Record done = options.enlargesZ() ? isotropic(image, options, sink.maps()).run(sink, checkpoint, maker, progress) : new StackRun(
			image, sink, channel -> recipe(options, channel, image.type()).mapping(sink.maps()), checkpoint, maker, progress).run();
		return new Report(Version.get(), done.tensorflow(), options.with(done.chosen()).toMap(), done.device(), done.precision(),
			Threads.count(), image.order().axes(), image.size(), outputSize(image.order(), image.size(), options), (System
				.nanoTime() - start) / 1e9, done.estimates(), done.notes(), done.flicker(), done.planes(), options
				.toMap(), begun, null);
	}

	/** What has less noise after the first step, is measured again. */
	private static Isotropic isotropic(final Planes image, final Options options, final List<Layer> maps) {
		final Options second = options.get(Option.NOISE).equals("none") ? options : options.with(Option.NOISE, "auto");
		return new Isotropic(image, channel -> within(options.axialRecipe(channel), image.type()).mapping(maps), options.enlargesPlanes()
			? channel -> recipe(second, channel, image.type()) : null);
	}

	/**
	 * Has a network for each channel learn from several images, which then need no training of their own.
	 *
	 * @param images whose last axis counts them; height and width are the most of any
	 * @param learnt is given what was learnt, channel by channel
	 * @return the options with what was found in the images
	 */
	public static Options learn(final Planes images, final Options options, final Checkpoint learnt, final Progress progress,
		final Engine.Maker maker)
	{
		if (options.enlargesZ()) throw new BadInput("z-scale: what a stack learns for its depth is not shared between images; leave it out");
		final Options joint = options.with(Option.STACK, "joint");
		try (Threads.Limit threads = Threads.limit(options.threads()); Turn turn = Turn.take(options.get(Option.DEVICE), progress)) {
			return joint.with(new StackRun(images, (position, y, x, part) -> 0, channel -> recipe(joint, channel, images.type()), learnt,
				maker, progress).learn().chosen());
		}
	}

	/**
	 * What {@link #upscale} will come to, in seconds: a small part of the image.
	 *
	 * @param position of the plane that is shown, with 0 at X, Y and S; null for the middle one of the first channel
	 * @throws IllegalArgumentException where image and options do not fit
	 * @throws java.util.concurrent.CancellationException when {@code progress} asked for it
	 * @throws org.zeroshotsr.network.DeviceException where the GPU asked for is not there
	 */
	public static <T extends RealType<T> & NativeType<T>> Preview preview(final RandomAccessibleInterval<T> image,
		final String axes, final Options options, final long[] position, final Progress progress, final Engine.Maker maker)
	{
		check(image, axes, options, List.of(), 0, maker);
		if (!options.enlargesPlanes()) throw new BadInput("scale: a preview shows an enlarged plane, and with scale 1 the stack grows along z alone");
		final long[] size = image.dimensionsAsLongArray();
		final PlaneOrder order = PlaneOrder.of(axes, size);
		final int channel = position == null ? 0 : order.channel(position);
		try (Threads.Limit threads = Threads.limit(options.threads()); Turn turn = Turn.take(options.get(Option.DEVICE), progress)) {
			return Preview.of(Planes.of(image, axes), recipe(options, channel, image.getType()), position, maker, progress);
		}
	}

	/**
	 * Checks sizes and memory without reading a pixel; {@link #upscale} does so too.
	 *
	 * @throws IllegalArgumentException which says what does not fit
	 */
	public static <T extends RealType<T> & NativeType<T>> void check(final RandomAccessibleInterval<T> image,
		final String axes, final Options options)
	{
		check(image, axes, options, List.of(), 0, LocalEngine::new);
	}

	/**
	 * The same for another engine, with maps, and a caller who needs memory beside them and the result.
	 *
	 * @param beside in bytes
	 */
	public static <T extends RealType<T> & NativeType<T>> void check(final RandomAccessibleInterval<T> image,
		final String axes, final Options options, final List<Layer> maps, final long beside, final Engine.Maker maker)
	{
		final long[] size = image.dimensionsAsLongArray();
		final PlaneOrder order = PlaneOrder.of(axes, size);
		final double height = Math.ceil(options.scale().rows() * size[order.y()]);
		final double width = Math.ceil(options.scale().columns() * size[order.x()]);
		if (height * width > Integer.MAX_VALUE) throw new BadInput(String.format(Locale.ROOT,
			"scale: the result would have %.0f x %.0f pixels a plane, more than 2^31; choose a smaller scale or enlarge part of the image",
			width, height));
		final double bytes = bytes(image, axes, options);
		if (bytes > MOST_BYTES) throw new BadInput(String.format(Locale.ROOT,
			"the result needs %.0f GB of memory; choose a smaller scale, or enlarge part of the image or stack", bytes / 1e9));
		final long inMaps = (long) (maps.size() * bytes * Float.SIZE / image.getType().getBitsPerPixel());
		checkMemory((long) bytes, Planes.of(image, axes), options, maps, beside + inMaps, maker);
	}

	/** The same where neither image nor result is in memory. */
	public static void check(final Planes image, final Options options, final List<Layer> maps, final Engine.Maker maker) {
		checkMemory(0, image, options, maps, 0, maker);
	}

	private static void checkMemory(final long result, final Planes image, final Options options, final List<Layer> maps,
		final long beside, final Engine.Maker maker)
	{
		if (options.enlargesZ() && options.enlargesPlanes() && !maps.isEmpty()) throw new BadInput(
			"maps: they are made of one step at a time; enlarge along z first (scale 1), and then the planes of that (z-scale 1), each with its maps");
		final Recipe recipe = checked(image, options).mapping(maps);
		if (!options.enlargesZ()) StackRun.budget(result, beside, recipe, image, maker).check(maker);
		else isotropic(image, options, maps).budgets(result, beside, maker).forEach(budget -> budget.check(maker));
	}

	/** Bytes that the result's pixels take. */
	public static <T extends RealType<T> & NativeType<T>> double bytes(final RandomAccessibleInterval<T> image,
		final String axes, final Options options)
	{
		final long[] size = image.dimensionsAsLongArray();
		double bytes = image.getType().getBitsPerPixel() / 8.0;
		for (final long length : outputSize(PlaneOrder.of(axes, size), size, options))
			bytes *= length;
		return bytes;
	}

	/** All but memory. */
	private static Recipe checked(final Planes image, final Options options) {
		final PlaneOrder order = image.order();
		final int height = image.height();
		final int width = image.width();
		if (height < MIN_SIZE || width < MIN_SIZE) throw new BadInput("the image has " + width + " x " +
			height + " pixels; at least " + MIN_SIZE + " x " + MIN_SIZE + " are needed to learn from");
		options.checkEnlarges();
		depth(options);
		for (final Option option : List.of(Option.KERNEL, Option.Z_KERNEL, Option.NOISE))
			if (options.channels(option) > 1 && options.channels(option) != order.channels().size())
				throw new BadInput(option.text() + ": " + options.get(option) + " is for " + options.channels(
					option) + " channels, and the image has " + order.channels().size() + "; give one, or one for each");
		final Recipe recipe = options.recipe(0);
		if (recipe.stages().size() > 1 && options.kernelFile() != null) throw new BadInput(
			"gradual: a measured kernel holds for one pixel size, not for intermediate factors; switch gradual off or take kernel bicubic, linear or gaussian");
		// a kernel that is too large for the image, which it shrinks to measure the training, is refused before any work
		if (!recipe.estimatesKernel()) for (final Factor stage : recipe.stages())
			recipe.kernel().shrink(height, width, stage.lowHeight(height), stage.lowWidth(width), stage);
		return recipe;
	}

	private static Recipe recipe(final Options options, final int channel, final RealType<?> type) {
		return within(options.recipe(channel), type);
	}

	private static Recipe within(final Recipe recipe, final RealType<?> type) {
		return type instanceof IntegerType ? recipe.within(type.getMinValue(), type.getMaxValue()) : recipe;
	}

	/** How many times more slices there will be. */
	private static double depth(final Options options) {
		if (options.zScale() == null) throw new BadInput("z-scale: auto needs the image's calibration, which is not known here; give the factor");
		return options.zScale();
	}

	private static long[] outputSize(final PlaneOrder order, final long[] size, final Options options) {
		final Factor scale = options.scale();
		final long[] output = Isotropic.size(order, size, depth(options));
		output[order.x()] = scale.width(Math.toIntExact(size[order.x()]));
		output[order.y()] = scale.height(Math.toIntExact(size[order.y()]));
		return output;
	}
}
