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
package org.zeroshotsr.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.LocalEngine;
import org.zeroshotsr.run.Recipe;
import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.Result;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.DeviceException;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.train.Training;

/** Work in another process gives what it gives in this one. */
class WorkerEngineTest {

	private static final WorkerPool POOL = new WorkerPool(60_000);
	private static final Engine.Maker WORKER = (o, c, h, w) -> new WorkerEngine(o, c, h, w, WorkerHome.find(), POOL);

	@BeforeAll
	static void begin() {
		WorkerRuns.endSharedProcess();
	}

	@AfterAll
	static void end() {
		POOL.take(WorkerHome.find(), 1, 1).kill();
	}

	private static void assertSame(final Options options, final int planes) {
		final Result<FloatType> local = WorkerRuns.run(options, planes, Progress.NONE, LocalEngine::new);
		final Result<FloatType> remote = WorkerRuns.run(options, planes, Progress.NONE, WORKER);
		assertArrayEquals(WorkerRuns.samples(local), WorkerRuns.samples(remote));
		assertEquals(local.report().device(), remote.report().device());
		assertEquals(local.report().precision(), remote.report().precision());
		assertEquals(local.report().tensorflow(), remote.report().tensorflow());
		assertEquals(local.report().consistency().rms(), remote.report().consistency().rms());
		for (int p = 0; p < planes; p++) {
			final List<Training> expected = local.report().planes().get(p).trainings();
			final List<Training> actual = remote.report().planes().get(p).trainings();
			assertEquals(expected.size(), actual.size());
			for (int i = 0; i < expected.size(); i++) {
				assertEquals(expected.get(i).steps(), actual.get(i).steps());
				assertEquals(expected.get(i).gain(), actual.get(i).gain());
				assertArrayEquals(expected.get(i).loss(), actual.get(i).loss());
				assertArrayEquals(expected.get(i).measuredSteps(), actual.get(i).measuredSteps());
				assertArrayEquals(expected.get(i).gains(), actual.get(i).gains());
			}
		}
	}

	@Test
	void stackWithWarmWeights() {
		assertSame(WorkerRuns.SMALL.with(Option.STACK, "warm"), 3);
	}

	/** Maps come through the same memory; the result is the one without them. */
	@ParameterizedTest
	@ValueSource(strings = { "independent", "joint" })
	void maps(final String stack) {
		final Options options = WorkerRuns.SMALL.with(Option.STACK, stack).with(Option.NOISE, "gaussian:20");
		final Result<FloatType> local = WorkerRuns.mapped(options, 2, LocalEngine::new);
		final Result<FloatType> remote = WorkerRuns.mapped(options, 2, WORKER);
		assertArrayEquals(WorkerRuns.samples(WorkerRuns.run(options, 2, Progress.NONE, LocalEngine::new)), WorkerRuns.samples(local));
		assertArrayEquals(WorkerRuns.samples(local), WorkerRuns.samples(remote));
		assertEquals(Set.copyOf(Layer.maps()), remote.maps().keySet());
		for (final Layer map : Layer.maps())
			assertArrayEquals(WorkerRuns.samples(local.maps().get(map)), WorkerRuns.samples(remote.maps().get(map)), map.text());
		for (final float width : WorkerRuns.samples(remote.maps().get(Layer.UNCERTAINTY)))
			assertTrue(width > 0 && width < 2000, "grey levels: " + width);
		assertEquals(local.report().consistency(), remote.report().consistency());
	}

	/** The mosaic is larger than a plane, and passes in parts. */
	@Test
	void stackWithOneNetwork() {
		assertSame(WorkerRuns.SMALL.with(Option.STACK, "joint"), 3);
		assertSame(WorkerRuns.SMALL.with(Option.STACK, "auto"), 3);
	}

	/** Upright slices pass many at a time, and their rows are more than a plane's. */
	@Test
	void stackThatGrowsAlongZ() {
		final Options options = WorkerRuns.SMALL.with(Option.SCALE, "1").with(Option.Z_SCALE, "2.5").with(Option.Z_KERNEL, "gaussian:0.4");
		final Result<FloatType> local = WorkerRuns.run(options, 6, Progress.NONE, LocalEngine::new);
		final Result<FloatType> remote = WorkerRuns.run(options, 6, Progress.NONE, WORKER);
		assertEquals(15, local.image().dimension(2));
		assertArrayEquals(WorkerRuns.samples(local), WorkerRuns.samples(remote));
		assertEquals(local.report().consistency().rms(), remote.report().consistency().rms());
		assertEquals(local.report().planes().get(0).verdict(), remote.report().planes().get(0).verdict());
	}

	/** As a network that many images share, and a run that goes on after a kill. */
	@Test
	void whatOneEngineRemembersAnotherGoesOnFrom() {
		final Recipe recipe = WorkerRuns.SMALL.with(Option.STEPS, "60").recipe(0);
		final Plane plane = new Plane(1, 24, 32);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (float) (100 + 50 * Math.sin(0.5 * (i % 32)) * Math.cos(0.4 * (i / 32)));
		final List<Engine.Memory> memories = new ArrayList<>();
		final List<float[]> results = new ArrayList<>();
		for (final Engine.Maker maker : List.<Engine.Maker>of(LocalEngine::new, WORKER)) {
			try (Engine engine = maker.make(recipe, 1, plane.height, plane.width)) {
				assertTrue(engine.learn(plane.copy(), 1, Progress.NONE).get(0).learnt());
				engine.upscale(plane.copy(), Engine.Start.FRESH, (y, x, part) -> {}, Progress.NONE);
				memories.add(engine.memory());
			}
			for (final Engine.Start start : List.of(Engine.Start.JOINT, Engine.Start.WARM))
				try (Engine engine = maker.make(recipe, 1, plane.height, plane.width)) {
					final Plane result = new Plane(1, 2 * plane.height, 2 * plane.width);
					engine.remember(memories.get(0));
					engine.upscale(plane.copy(), start, Output.into(result),
						Progress.NONE);
					results.add(result.data);
				}
		}
		assertEquals(memories.get(0).range(), memories.get(1).range());
		assertEquals(memories.get(0).verdict(), memories.get(1).verdict());
		assertArrayEquals(memories.get(0).level(), memories.get(1).level());
		assertTrue(Arrays.deepEquals(memories.get(0).joint(), memories.get(1).joint()));
		assertTrue(Arrays.deepEquals(memories.get(0).warm(), memories.get(1).warm()));
		assertArrayEquals(results.get(0), results.get(2));
		assertArrayEquals(results.get(1), results.get(3));
	}

	/** As ZERO_SHOT_SR_JAVA_OPTS would have it. */
	@Test
	void everyLanguageGivesTheSame() {
		final int expected = WorkerRuns.hash(WorkerRuns.run(WorkerRuns.SMALL, 1, Progress.NONE, LocalEngine::new));
		final WorkerHome found = WorkerHome.find();
		for (final String language : List.of("ar-EG", "fa-IR", "bn-BD", "de-DE", "tr-TR")) {
			final List<String> options = new ArrayList<>(found.options());
			options.addAll(List.of("-Duser.language=" + language.substring(0, 2), "-Duser.country=" + language.substring(3)));
			final WorkerHome home = new WorkerHome(found.java(), found.classPath(), options);
			final WorkerPool pool = new WorkerPool(WorkerPool.KEEP_ALIVE_MILLIS);
			assertEquals(expected, WorkerRuns.hash(WorkerRuns.run(WorkerRuns.SMALL, 1, Progress.NONE, (recipe, channels, height,
				width) -> new WorkerEngine(recipe, channels, height, width, home, pool))), language);
			pool.take(home, 1, 1).kill();
		}
	}

	@Test
	void gradualWithNoise() {
		assertSame(WorkerRuns.SMALL.with(Option.GRADUAL, "1.5").with(Option.NOISE, "gaussian:2%").with(Option.STEPS, "4"),
			1);
	}

	@Test
	void kernelWithSamplesThatDoNotSumToOne() {
		final double[][] samples = { { 0.1, 0.7, 0.1 }, { 0.3, 1.1, 0.4 }, { 0.1, 0.3, 1 / 3.0 } };
		assertSame(WorkerRuns.SMALL.with(Option.KERNEL, "file:not-read-by-the-worker.tif").withKernel(Kernel.measured(
			samples)), 1);
	}

	@Test
	void processIsKeptForImagesThatFitIntoItsMemory() {
		WorkerRuns.run(WorkerRuns.SMALL.with(Option.SCALE, "3.5x3"), 1, Progress.NONE, WORKER);
		final List<ProcessHandle> before = WorkerRuns.children();
		assertEquals(1, before.size());
		assertSame(WorkerRuns.SMALL.with(Option.SCALE, "1.5"), 1);
		assertEquals(before, WorkerRuns.children());
		assertSame(WorkerRuns.SMALL.with(Option.SCALE, "4"), 1);
		assertNotEquals(before, WorkerRuns.children());
		assertEquals(1, WorkerRuns.children().size());
	}

	@Test
	void mergedColours() {
		final Plane plane = new Plane(3, 20, 16);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (i * 37) % 101 + i / 320 * 50;
		final Plane[] results = new Plane[2];
		for (int i = 0; i < 2; i++) {
			final Plane result = new Plane(3, 40, 32);
			results[i] = result;
			final Engine.Maker maker = i == 0 ? LocalEngine::new : WORKER;
			try (Engine engine = maker.make(WorkerRuns.SMALL.recipe(0), 3, 20, 16)) {
				engine.upscale(plane.copy(), Engine.Start.FRESH, org.zeroshotsr.enlarge.Output.into(result), Progress.NONE);
			}
		}
		assertArrayEquals(results[0].data, results[1].data);
	}

	@Test
	void finishNow() {
		final AtomicBoolean trained = new AtomicBoolean();
		final Result<FloatType> result = WorkerRuns.run(WorkerRuns.LONG, 2, new Progress() {

			@Override
			public void update(final Status status) {
				if (status.stage().startsWith("training")) trained.set(true);
			}

			@Override
			public boolean isFinishing() {
				return trained.get();
			}
		}, WORKER);
		assertTrue(result.report().planes().stream().allMatch(p -> p.steps() < 100_000));
	}

	@Test
	void previews() {
		final List<Plane> previews = new ArrayList<>();
		WorkerRuns.run(WorkerRuns.LONG, 1, new Progress() {

			@Override
			public boolean wantsPreview() {
				return previews.size() < 4;
			}

			@Override
			public void preview(final Plane bicubic, final Plane current) {
				previews.add(bicubic);
				previews.add(current);
			}

			@Override
			public boolean isFinishing() {
				return previews.size() == 4;
			}
		}, WORKER);
		for (final Plane preview : previews) {
			assertEquals(48, preview.height);
			assertEquals(60, preview.width);
		}
		// the same crop, in grey levels of the image, which are around 500
		assertArrayEquals(previews.get(0).data, previews.get(2).data);
		double mean = 0;
		for (final float v : previews.get(0).data)
			mean += v / previews.get(0).data.length;
		assertEquals(500, mean, 50);
	}

	@Test
	void missingDeviceIsSaidAsInOneProcessAndTheWorkerLivesOn() {
		WorkerRuns.run(WorkerRuns.SMALL, 1, Progress.NONE, WORKER);
		final List<ProcessHandle> before = WorkerRuns.children();
		final Options gpu = WorkerRuns.SMALL.with(Option.DEVICE, "gpu:77");
		final String expected = assertThrows(DeviceException.class, () -> WorkerRuns.run(gpu, 1, Progress.NONE,
			LocalEngine::new)).getMessage();
		assertEquals(expected, assertThrows(DeviceException.class, () -> WorkerRuns.run(gpu, 1, Progress.NONE, WORKER))
			.getMessage());
		assertSame(WorkerRuns.SMALL, 1);
		assertEquals(before, WorkerRuns.children());
	}

	@Test
	void badArgumentsAreSaidAsInOneProcess() {
		final Options options = WorkerRuns.SMALL.with(Option.KERNEL, "file:large").withKernel(Kernel.measured(
			ones(99)));
		final String[] messages = new String[2];
		for (int i = 0; i < 2; i++) {
			final Engine.Maker maker = i == 0 ? LocalEngine::new : WORKER;
			final Plane plane = new Plane(1, 20, 16);
			plane.data[7] = 1;
			messages[i] = assertThrows(IllegalArgumentException.class, () -> {
				try (Engine engine = maker.make(options.recipe(0), 1, 20, 16)) {
					engine.upscale(plane, Engine.Start.FRESH, (y, x, part) -> {}, Progress.NONE);
				}
			}).getMessage();
		}
		assertEquals(messages[0], messages[1]);
	}

	private static double[][] ones(final int size) {
		final double[][] samples = new double[size][size];
		for (final double[] row : samples)
			java.util.Arrays.fill(row, 1);
		return samples;
	}

	@Test
	void planesBeyondAByteBufferAreRefusedBeforeAnyWork() {
		final String message = assertThrows(IllegalArgumentException.class, () -> new WorkerEngine(WorkerRuns.SMALL.recipe(0), 1,
			12_000, 12_000)).getMessage();
		assertTrue(message.contains("smaller scale"), message);
	}
}
