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

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.zeroshotsr.Begun;
import org.zeroshotsr.Report;
import org.zeroshotsr.enlarge.Consistency;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.files.PixelSize;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.resize.Resizes;
import org.zeroshotsr.run.PlaneReport;
import org.zeroshotsr.run.PlaneSink;
import org.zeroshotsr.run.Planes;
import org.zeroshotsr.train.Training;

/** Images and runs for pages, without a network. */
final class Pages {

	static final String NAME = "/data/a<b>&\"c\"'d' \u00fc\u4e2d.tif";

	private Pages() {}

	static Plane plane(final int height, final int width, final DoubleBinaryOperator value) {
		final Plane plane = new Plane(1, height, width);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				plane.data[y * width + x] = (float) value.applyAsDouble(y, x);
		return plane;
	}

	/** Waves with noise, as nothing packs well. */
	static Plane noisy(final int channels, final int height, final int width, final long seed) {
		final Random random = new Random(seed);
		final Plane plane = new Plane(channels, height, width);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (float) (5000 + 3000 * Math.sin(0.3 * (i % width)) * Math.cos(0.2 * (i / width)) + 500 * random
				.nextGaussian());
		return plane;
	}

	/** An image whose planes are those of a function, in no memory. */
	static <T extends RealType<T> & NativeType<T>> Planes planes(final T type, final String axes, final long[] size,
		final Plane plane)
	{
		final Planes shape = Planes.of(new PlanarImgFactory<>(type).create(size), axes);
		return new Planes(position -> plane.copy(), shape.order(), size, type);
	}

	static Planes grey(final Plane plane) {
		return planes(new UnsignedShortType(), "XY", new long[] { plane.width, plane.height }, plane);
	}

	/** As a run does it: bicubic enlargement as the result, and noise as the maps, in strips. */
	static Gathering run(final Planes image, final Factor factor, final Layer... maps) {
		final Gathering gathering = Gathering.of(image, Growth.of(factor), Progress.NONE);
		final PlaneSink sink = gathering.watch(new PlaneSink() {

			@Override
			public long write(final long[] position, final int y, final int x, final Plane part) {
				return 0;
			}

			@Override
			public List<Layer> maps() {
				return List.of(maps);
			}

			@Override
			public void write(final Layer map, final long[] position, final int y, final int x, final Plane part) {}
		});
		for (final long[] position : image.order().planes()) {
			final Plane plane = image.source().read(position);
			strips(sink, position, Resizes.enlarge(plane.height, plane.width, factor).apply(plane));
			for (final Layer map : maps)
				strips((its, y, x, part) -> {
					sink.write(map, its, y, x, part);
					return 0;
				}, position, noisy(1, factor.height(plane.height), factor.width(plane.width), map
					.ordinal()));
		}
		return gathering;
	}

	static void strips(final PlaneSink sink, final long[] position, final Plane plane) {
		for (int y = 0; y < plane.height; y += 50)
			sink.write(position, y, 0, plane.crop(new org.zeroshotsr.image.Window(y, 0, Math.min(50, plane.height - y), plane.width)));
	}

	static Report report(final Planes image, final Options options, final String... notes) {
		final float[] loss = new float[300];
		for (int i = 0; i < loss.length; i++)
			loss[i] = (float) (0.02 + 0.05 * Math.exp(-i / 60.0) + 0.004 * Math.sin(i));
		final Training training = new Training(true, 1, 300, 1.5, loss, new int[] { 0, 100, 300 }, new double[] { 0, 1, 1.5 });
		final List<PlaneReport> planes = image.order().planes().stream().map(position -> new PlaneReport(image.order().place(position),
			false, false, true, 300, 1.5, new Consistency(12.3, 12, 0.99), 0, 0, 4, List.of(training), new Verdict(5, 5, 20, 15, 1, Double.NaN, false))).toList();
		final long[] output = image.size().clone();
		output[image.order().x()] = options.scale().width(image.width());
		output[image.order().y()] = options.scale().height(image.height());
		return new Report("1.2.3", "2.18.0", options.toMap(), "CPU", "float32", 2, image.order().axes(), image.size(), output, 12,
			List.of(), List.of(notes), Double.NaN, planes, options.toMap(), Begun.now(options), null);
	}

	static Page page(final Planes image, final Options options, final PixelSize size, final Gathering gathering, final String... notes) {
		return new Page(NAME, "out <2>.tif", report(image, options, notes), options, size, List.of(notes), Map.of(),
			"Enlarged <twofold> & more.", gathering);
	}

	static Options options(final String... pairs) {
		Options options = Options.defaults().with(Map.of("kernel", "bicubic", "noise", "none"));
		for (int i = 0; i < pairs.length; i += 2)
			options = options.with(Map.of(pairs[i], pairs[i + 1]));
		return options;
	}
}
