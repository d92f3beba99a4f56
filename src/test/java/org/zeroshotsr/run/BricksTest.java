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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.train.Training;

class BricksTest {

	private static final int SIDE = 100;
	private static final int MARGIN = 192;

	private static Bricks bricks(final int height, final int width, final Factor factor) {
		return Bricks.of(PlaneOrder.of("XYZ", new long[] { width, height, 3 }), 1, height, width, factor, 0, SIDE);
	}

	/** Each sample of the result comes from one brick, which is like all others, and sees what is around what it makes. */
	@ParameterizedTest
	@CsvSource({ "2, 2, 700, 903", "1.5, 1.5, 811, 640", "1, 3, 600, 640", "1.37, 2.25, 977, 1204", "4, 1.1, 485, 500",
		"2, 2, 300, 2000" })
	void theyMakeTheWholePlaneOnce(final double rows, final double columns, final int height, final int width) {
		final Factor factor = new Factor(rows, columns);
		final Bricks bricks = bricks(height, width, factor);
		assertFalse(bricks.isWhole());
		final int[][] made = new int[factor.height(height)][factor.width(width)];
		final List<long[]> all = bricks.of(new long[] { 0, 0, 2 });
		assertEquals(bricks.count(), all.size());
		for (final long[] brick : all) {
			assertEquals(2, brick[2]);
			final Window seen = bricks.window(brick);
			final Window own = bricks.made(brick);
			assertEquals(bricks.height(), seen.height());
			assertEquals(bricks.width(), seen.width());
			assertTrue(seen.y() >= 0 && seen.y() + seen.height() <= height && seen.x() >= 0 && seen.x() + seen.width() <= width);
			assertTrue(seen.y() == 0 || own.y() - seen.y() >= MARGIN);
			assertTrue(seen.x() == 0 || own.x() - seen.x() >= MARGIN);
			assertTrue(seen.y() + seen.height() == height || seen.y() + seen.height() - own.y() - own.height() >= MARGIN);
			assertTrue(seen.x() + seen.width() == width || seen.x() + seen.width() - own.x() - own.width() >= MARGIN);
			// on the grid of the whole result
			assertEquals(rows * seen.y(), bricks.top(brick), 1e-9);
			assertEquals(columns * seen.x(), bricks.left(brick), 1e-9);
			final Window result = bricks.result(brick);
			assertTrue(result.y() >= bricks.top(brick) && result.y() + result.height() <= bricks.top(brick) + factor.height(seen
				.height()));
			for (int y = 0; y < result.height(); y++)
				for (int x = 0; x < result.width(); x++)
					made[result.y() + y][result.x() + x]++;
			assertEquals(brick == all.get(all.size() - 1), bricks.isLast(brick));
		}
		for (final int[] row : made)
			for (final int times : row)
				assertEquals(1, times);
	}

	@Test
	void planesThatAreNotLargeAreDoneWhole() {
		final PlaneOrder order = PlaneOrder.of("XY", new long[] { 5000, 5000 });
		final Bricks whole = Bricks.of(order, 1, 5000, 5000, new Factor(1.234567, 2));
		assertTrue(whole.isWhole());
		assertEquals(new Window(0, 0, 5000, 5000), whole.window(new long[2]));
		assertFalse(Bricks.of(order, 3, 5000, 5000, new Factor(2, 2)).isWhole());
		final String message = assertThrows(BadInput.class, () -> Bricks.of(order, 3, 5000, 5000, new Factor(1.234567, 2)))
			.getMessage();
		assertTrue(message.contains("1.234567") && message.contains("two decimals"), message);
	}

	@Test
	void ofSeveralPlanesSamplesAreTheSamePlaceInEach() {
		final Bricks bricks = bricks(700, 903, new Factor(2, 2));
		final List<long[]> planes = List.of(new long[] { 0, 0, 0 }, new long[] { 0, 0, 1 });
		final List<long[]> samples = bricks.samples(planes);
		assertEquals(2, samples.size());
		assertEquals(bricks.window(samples.get(0)), bricks.window(samples.get(1)));
		assertEquals(bricks.count(), bricks.samples(planes.subList(0, 1)).size());
		assertEquals(2 * bricks.count(), bricks.of(planes).size());
	}

	private static Plane scene(final int height, final int width) {
		final Plane plane = new Plane(1, height, width);
		final Random random = new Random(5);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				plane.data[y * width + x] = (float) (500 + 200 * Math.sin(0.21 * x + 0.004 * y * x / 10) * Math.cos(0.17 * y) + 20 *
					random.nextGaussian());
		return plane;
	}

	/** With the same network: that the plane was done in bricks is not to be seen, at their borders neither. */
	@ParameterizedTest
	@CsvSource({ "2, none", "1.5, none", "2, gaussian:20" })
	void theResultIsThatOfTheWholePlane(final String scale, final String noise) {
		Options options = Options.defaults().with(Option.NOISE, noise).with(Option.SCALE, scale);
		for (final String[] o : new String[][] { { "steps", "30" }, { "depth", "4" }, { "width", "8" }, { "crop", "24" },
			{ "ensemble", "1" }, { "device", "cpu" }, { "precision", "float32" }, { "kernel", "bicubic" }, { "fallback", "off" } })
			options = options.with(Option.of(o[0]), o[1]);
		final Recipe recipe = options.recipe(0);
		final Factor factor = recipe.factor();
		final Plane plane = scene(600, 640);
		final Plane learnt = plane.crop(new Window(100, 100, 96, 96));
		final List<Training> trainings = new ArrayList<>();
		final Plane whole = new Plane(1, factor.height(600), factor.width(640));
		try (Engine engine = new LocalEngine(recipe.judgedBy(null), 1, 600, 640)) {
			trainings.addAll(engine.learn(learnt.copy(), 1, Progress.NONE));
			engine.upscale(plane.copy(), Engine.Start.PART, Output.into(whole), Progress.NONE);
		}
		assertTrue(trainings.get(0).learnt());
		final PlaneOrder order = PlaneOrder.of("XY", new long[] { 640, 600 });
		final Plane parts = new Plane(1, whole.height, whole.width);
		final Bricks bricks = Bricks.of(order, 1, 600, 640, factor, 0, SIDE);
		assertTrue(bricks.count() > 20);
		final StackRun.Record record = new StackRun(order, position -> plane.copy(), (position, y, x, part) -> {
			Output.into(parts).put(y, x, part);
			return 1;
		}, channel -> recipe, bricks, Checkpoint.NONE, (r, channels, height, width) -> new Learnt(new LocalEngine(r, channels,
			height, width), learnt), Progress.NONE).run();
		assertEquals(1, record.planes().size(), "one plane, whatever its parts");
		double most = 0;
		for (int i = 0; i < whole.data.length; i++)
			most = Math.max(most, Math.abs(whole.data[i] - parts.data[i]));
		assertTrue(most < 0.05, "differs by up to " + most + " of 400 grey levels");
	}

	/** Learns from a plane of one's own. */
	private record Learnt(Engine engine, Plane from) implements Engine {

		@Override
		public List<Training> learn(final Plane mosaic, final double steps, final Progress progress) {
			return engine.learn(from.copy(), 1, progress);
		}

		@Override
		public Outcome upscale(final Plane plane, final Start start, final Output output, final Progress progress) {
			assertEquals(Start.PART, start);
			return engine.upscale(plane, start, output, progress);
		}

		@Override
		public String device() {
			return engine.device();
		}

		@Override
		public String precision() {
			return engine.precision();
		}

		@Override
		public String tensorflow() {
			return engine.tensorflow();
		}

		@Override
		public void close() {
			engine.close();
		}
	}
}
