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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;

class VolumeRunTest {

	private static final int WIDTH = 70;
	private static final int HEIGHT = 60;
	private static final int SLICES = 6;
	private static final int LARGE = 12;
	private static final Recipe RECIPE = Options.defaults().with(Map.of("preset", "ideal", "scale", "1", "z-scale", "2", "steps", "40",
		"depth", "2", "width", "8", "crop", "24", "ensemble", "1", "precision", "float32", "device", "cpu")).with(Map.of(
			"fallback", "off")).axialRecipe(0);
	private static final int MARGIN = 10;

	private static Planes image(final int times) {
		final Random random = new Random(5);
		final float[] samples = new float[WIDTH * HEIGHT * SLICES * times];
		for (int i = 0; i < samples.length; i++)
			samples[i] = (float) (500 + 200 * Math.sin(0.3 * (i % WIDTH) + 0.1 * (i / WIDTH / HEIGHT)) * Math.cos(0.2 * (i / WIDTH % HEIGHT)) +
				20 * random.nextGaussian());
		return Planes.of(ArrayImgs.floats(samples, WIDTH, HEIGHT, SLICES, times), "XYZT");
	}

	/** Takes everything, in one place for each plane. */
	private static class Taken implements PlaneSink {

		final Map<String, Plane> planes = new HashMap<>();
		final boolean any;
		private String open;
		private int left;

		Taken(final boolean any) {
			this.any = any;
		}

		@Override
		public boolean takesAnyOrder() {
			return any;
		}

		@Override
		public long write(final long[] position, final int y, final int x, final Plane part) {
			final String place = position[2] + " " + position[3];
			if (!any && !place.equals(open)) {
				assertEquals(0, left, open + " is not whole");
				open = place;
				left = WIDTH * HEIGHT;
			}
			left -= part.data.length;
			final Plane to = planes.computeIfAbsent(place, p -> new Plane(1, HEIGHT, WIDTH));
			for (int row = 0; row < part.height; row++)
				System.arraycopy(part.data, row * part.width, to.data, (y + row) * WIDTH + x, part.width);
			return 1;
		}
	}

	private static StackRun.Record run(final Planes image, final PlaneSink sink, final long most, final Checkpoint checkpoint) {
		return new VolumeRun(image, sink, channel -> RECIPE, Volume.of(image, 2, MARGIN, most), checkpoint, LocalEngine::new,
			Progress.NONE).run();
	}

	/** In strips, and in bricks, of stacks that take parts of planes in any order and of those that do not. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void bricksAreNotSeen(final boolean any) {
		final Planes image = image(1);
		final Taken whole = new Taken(any);
		final StackRun.Record one = run(image, whole, 1 << 20, Checkpoint.NONE);
		assertEquals(LARGE, whole.planes.size());
		for (final int most : new int[] { LARGE * WIDTH * HEIGHT / 3, LARGE * 25 * 25 }) {
			final Volume volume = Volume.of(image, 2, MARGIN, most);
			assertEquals(most < LARGE * WIDTH * HEIGHT / 4, volume.columns() < WIDTH);
			assertTrue(volume.bricks().size() > 1);
			final Taken parts = new Taken(any);
			final StackRun.Record record = run(image, parts, most, Checkpoint.NONE);
			assertEquals(1, record.planes().size());
			assertEquals(one.planes().get(0).steps(), record.planes().get(0).steps());
			whole.planes.forEach((place, plane) -> assertArrayEquals(plane.data, parts.planes.get(place).data, 0.05f, place));
		}
	}

	/** Takes maps, too. */
	private static final class Mapped extends Taken {

		final Map<String, Plane> of = new HashMap<>();

		Mapped(final boolean any) {
			super(any);
		}

		@Override
		public List<Layer> maps() {
			return Layer.maps();
		}

		@Override
		public void write(final Layer map, final long[] position, final int y, final int x, final Plane part) {
			final Plane to = of.computeIfAbsent(map + " " + position[2], p -> new Plane(1, HEIGHT, WIDTH));
			for (int row = 0; row < part.height; row++)
				System.arraycopy(part.data, row * part.width, to.data, (y + row) * WIDTH + x, part.width);
		}
	}

	/** Maps come as the result does, whole or in bricks, in any order or plane by plane. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void mapsOfBricks(final boolean any) {
		final Planes image = image(1);
		final Mapped whole = new Mapped(true);
		run(image, whole, 1 << 20, Checkpoint.NONE);
		assertEquals(3 * LARGE, whole.of.size());
		final Mapped parts = new Mapped(any);
		run(image, parts, LARGE * 25 * 25, Checkpoint.NONE);
		assertEquals(whole.of.keySet(), parts.of.keySet());
		for (int z = 0; z < LARGE; z++) {
			assertArrayEquals(whole.planes.get(z + " 0").data, parts.planes.get(z + " 0").data, 0.05f);
			for (final Layer map : List.of(Layer.CONSISTENCY, Layer.UNCERTAINTY))
				assertArrayEquals(whole.of.get(map + " " + z).data, parts.of.get(map + " " + z).data, 0.05f, map + " " + z);
			for (int i = 0; i < WIDTH * HEIGHT; i++) {
				final float a = whole.of.get("NEW " + z).data[i];
				final float b = parts.of.get("NEW " + z).data[i];
				if (a != 0 && b != 0) assertEquals(a, b, 0.05f); // else it is about as large as the half width
			}
		}
	}

	@Test
	void everySampleIsOfOneBrick() {
		final Volume volume = Volume.of(image(1), 2, MARGIN, LARGE * 25 * 25);
		final int[] times = new int[WIDTH * HEIGHT];
		for (final Window brick : volume.bricks()) {
			final Window seen = volume.seen(brick);
			assertTrue(seen.y() == 0 || brick.y() - seen.y() == MARGIN);
			assertTrue(seen.x() + seen.width() == WIDTH || seen.x() + seen.width() - brick.x() - brick.width() == MARGIN);
			assertTrue(seen.width() <= volume.longest() && seen.height() <= volume.longest());
			for (int y = brick.y(); y < brick.y() + brick.height(); y++)
				for (int x = brick.x(); x < brick.x() + brick.width(); x++)
					times[y * WIDTH + x]++;
		}
		for (final int t : times)
			assertEquals(1, t);
		// what is handed over together fits an engine's plane, before and after
		for (int length = 1; length <= volume.longest(); length++) {
			final long n = volume.together(length);
			assertTrue(n * volume.large() * length <= 2L * volume.heightTogether() * volume.longest());
		}
	}

	/** Keeps what is done, and may say that so much of it was. */
	private static final class Kept implements Checkpoint {

		final Map<Integer, Learnt> learnt = new HashMap<>();
		final Map<Integer, Done> before = new HashMap<>();
		final List<Done> done = new ArrayList<>();

		@Override
		public Done before(final int index) {
			return before.get(index);
		}

		@Override
		public Learnt learnt(final int group) {
			return learnt.get(group);
		}

		@Override
		public void learnt(final int group, final Learnt what) {
			learnt.put(group, what);
		}

		@Override
		public void done(final Done plane) {
			done.add(plane);
		}
	}

	/** Wherever it was interrupted, the rest is done as without that, and nothing twice. */
	@Test
	void goesOnFromWhatWasDone() {
		final Planes image = image(2);
		final int most = LARGE * WIDTH * HEIGHT / 2;
		final Kept all = new Kept();
		final Taken expected = new Taken(true);
		final StackRun.Record one = run(image, expected, most, all);
		assertEquals(2, one.planes().size());
		assertEquals(1, all.learnt.size(), "one network for both times");
		assertEquals(2 * (1 + LARGE), all.done.size(), "a brick, and the planes that are whole with the second");
		assertEquals(2 * LARGE, all.done.stream().filter(Checkpoint.Done::whole).mapToInt(Checkpoint.Done::plane).distinct().count());
		for (final int before : new int[] { 0, 1, 5, 1 + LARGE, 2 + LARGE, 2 * (1 + LARGE) }) {
			final Kept some = new Kept();
			some.learnt.putAll(all.learnt);
			all.done.subList(0, before).forEach(d -> some.before.put(d.index(), d));
			final Taken made = new Taken(true);
			final StackRun.Record record = run(image, made, most, some);
			assertEquals(one.planes().size(), record.planes().size());
			assertEquals(one.device(), record.device());
			assertEquals(one.estimates(), record.estimates());
			assertEquals(one.notes(), record.notes());
			assertEquals(before < 2 * (1 + LARGE), !made.planes.isEmpty());
			assertEquals(before < 1 + LARGE, made.planes.containsKey("0 0"));
			made.planes.forEach((place, plane) -> {
				for (int i = 0; i < plane.data.length; i++)
					assertTrue(plane.data[i] == 0 || plane.data[i] == expected.planes.get(place).data[i], place);
			});
		}
	}

	/** What is told of a stack that shows little along z. */
	@Test
	void flatStacksAreToldOf() {
		final float[] samples = new float[WIDTH * HEIGHT * SLICES];
		final Random random = new Random(3);
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			final float v = (float) (500 + 200 * Math.sin(0.7 * (i % WIDTH)) * Math.cos(0.6 * (i / WIDTH)) + random.nextGaussian());
			for (int z = 0; z < SLICES; z++)
				samples[z * WIDTH * HEIGHT + i] = v;
		}
		final Planes flat = Planes.of(ArrayImgs.floats(samples, WIDTH, HEIGHT, SLICES, 1), "XYZT");
		assertTrue(run(flat, new Taken(true), 1 << 20, Checkpoint.NONE).notes().stream().anyMatch(n -> n.contains("as steep as across")));
		final Steepness steep = new Steepness();
		final Plane a = new Plane(1, 2, 2, new float[] { 0, 1, 2, 3 });
		final Plane b = new Plane(1, 2, 2, new float[] { 3, 4, 5, Float.NaN });
		steep.add(new Plane[] { a, b }, 1);
		assertEquals(3 / (9 / 6.0), steep.ratio(), 1e-6);
		assertFalse(steep.ratio() < 1);
	}
}
