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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.quality.Bicubic;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.resize.Resizes;
import org.zeroshotsr.run.PlaneSink;
import org.zeroshotsr.run.Planes;

class GatheringTest {

	private static final Factor TWO = new Factor(2, 2);

	/** Structure in three places alone. */
	@Test
	void thePlacesAreWhereThereIsMostToSee() {
		final int[][] spots = { { 100, 300 }, { 400, 20 }, { 420, 420 } };
		final Plane plane = Pages.plane(512, 512, (y, x) -> {
			double v = 1000;
			for (int i = 0; i < spots.length; i++)
				v += (3 - i) * 900 * Math.exp(-(Math.pow(y - spots[i][0], 2) + Math.pow(x - spots[i][1], 2)) / 50.0);
			return v;
		});
		final List<Area> places = Pages.run(Pages.grey(plane), TWO).channels().get(0).places();
		assertEquals(3, places.size());
		for (final int[] spot : spots)
			assertTrue(places.stream().map(Area::window).anyMatch(w -> w.y() <= spot[0] && spot[0] < w.y() + w.height() && w
				.x() <= spot[1] && spot[1] < w.x() + w.width()), places.stream().map(Area::window).toList().toString());
		for (final Area place : places) {
			assertEquals(96, place.window().width());
			assertEquals(192, place.result().width());
		}
	}

	/** Each kind of picture is that part of the whole image, to the sample, and no further than it was written. */
	@Test
	void everyPictureIsAPartOfItsImage() {
		for (final Factor factor : new Factor[] { TWO, new Factor(1.5, 2), new Factor(3, 1) }) {
			final Plane plane = Pages.noisy(1, 150, 210, 1);
			final Planes image = Pages.grey(plane);
			final Gathering gathering = Pages.run(image, factor, Layer.NEW);
			final Plane bicubic = Resizes.enlarge(150, 210, factor).apply(plane);
			for (int i = 0; i < bicubic.data.length; i++)
				bicubic.data[i] = (float) Math.max(0, Math.min(65535, Math.rint(bicubic.data[i])));
			final Plane map = Pages.noisy(1, bicubic.height, bicubic.width, Layer.NEW.ordinal());
			final Shown shown = gathering.channels().get(0);
			assertTrue(gathering.has(Layer.RESULT) && gathering.has(Layer.NEW));
			assertEquals(3, shown.places().size());
			for (final Area area : shown.areas(Layer.RESULT)) {
				assertArrayEquals(plane.crop(area.window()).data, area.input().data);
				assertArrayEquals(bicubic.crop(area.result()).data, area.bicubic().data);
				assertArrayEquals(bicubic.crop(area.result()).data, area.layer(Layer.RESULT).data);
			}
			for (final Area area : shown.places())
				assertArrayEquals(map.crop(area.result()).data, area.layer(Layer.NEW).data);
		}
	}

	/** As in an image, where what is no number is none either. */
	@Test
	void holesStayHoles() {
		final Plane plane = Pages.noisy(1, 64, 64, 2);
		for (int y = 20; y < 27; y++)
			plane.data[y * 64 + 30] = Float.NaN;
		final Planes image = Pages.planes(new FloatType(), "XY", new long[] { 64, 64 }, plane);
		final Shown shown = Gathering.of(image, Growth.of(TWO), Progress.NONE).channels().get(0);
		final net.imglib2.img.planar.PlanarImg<FloatType, ?> small = new net.imglib2.img.planar.PlanarImgFactory<>(new FloatType()).create(64, 64);
		org.zeroshotsr.image.PlaneIO.write(plane, small, 0, 1, -1, new long[2], 0, 0);
		final Plane whole = org.zeroshotsr.image.PlaneIO.read(Bicubic.enlarge(small, "XY", TWO), 0, 1, -1, new long[2]);
		for (final Area area : shown.areas(Layer.RESULT)) {
			final Plane wanted = whole.crop(area.result());
			final Plane found = area.bicubic();
			int holes = 0;
			for (int i = 0; i < wanted.data.length; i++) {
				assertEquals(Float.isNaN(wanted.data[i]), Float.isNaN(found.data[i]));
				if (Float.isNaN(wanted.data[i])) holes++;
			}
			if (area == shown.middle()) assertEquals(7 * 4, holes);
		}
	}

	/** Of two channels and times, in whatever parts the planes come, and read back from a finished image. */
	@Test
	void ofAStackThatGrowsXzSlicesAreShown() {
		final long[] size = { 40, 30, 2, 8, 2 };
		final Planes image = stack("XYCZT", size, 0);
		final Planes large = stack("XYCZT", new long[] { 40, 30, 2, 24, 2 }, 0.5);
		final Gathering gathering = Gathering.of(image, new Growth(new Factor(1, 1), 3), Progress.NONE);
		final Gathering readBack = Gathering.of(image, new Growth(new Factor(1, 1), 3), Progress.NONE);
		final PlaneSink sink = gathering.watch((position, y, x, part) -> 0);
		for (final long[] position : large.order().planes())
			for (int y = 0; y < 30; y += 7)
				for (int x = 0; x < 40; x += 16) {
					final Window part = new Window(y, x, Math.min(7, 30 - y), Math.min(16, 40 - x));
					sink.write(position, y, x, large.source().read(position, part));
				}
		readBack.complete(Layer.RESULT, large);
		assertTrue(gathering.has(Layer.RESULT) && readBack.has(Layer.RESULT));
		assertEquals(2, gathering.channels().size());
		for (int c = 0; c < 2; c++) {
			final Shown shown = gathering.channels().get(c);
			final long[] at = shown.position();
			assertEquals(c, at[2]);
			assertEquals(0, at[3], "all slices");
			final Area middle = shown.middle();
			assertEquals(new Window(0, 0, 8, 40), middle.window());
			for (int z = 0; z < 24; z++)
				for (int x = 0; x < 40; x++) {
					if (z < 8) assertEquals(value(x, at[1], c, z, at[4]), middle.input().get(0, z, x), 0);
					assertEquals(value(x, at[1], c, z, at[4]) + 0.5f, middle.layer(Layer.RESULT).get(0, z, x), 0);
				}
			for (final Area place : shown.places()) {
				assertEquals(place.result().height(), place.result().width(), 3, "square in the result");
				assertArrayEquals(place.layer(Layer.RESULT).data, readBack.channels().get(c).places().get(shown.places().indexOf(place)).layer(
					Layer.RESULT).data);
			}
			final Plane cubic = Resizes.enlarge(8, 40, new Factor(3, 1)).apply(middle.input());
			assertArrayEquals(cubic.data, middle.bicubic().data, 1e-3f);
		}
	}

	private static float value(final long x, final long y, final long c, final long z, final long t) {
		return 100 + 7 * (x * 13 % 11) + 3 * (y * 5 % 7) + 50 * c + 11 * (z * 3 % 5) + t;
	}

	private static Planes stack(final String axes, final long[] size, final double more) {
		final Planes shape = Pages.planes(new FloatType(), axes, size, new Plane(1, 30, 40));
		return new Planes(position -> Pages.plane(30, 40, (y, x) -> value((long) x, (long) y, position[2], position[3], position[4]) + more), shape.order(), size, shape
			.type());
	}

	@Test
	void whatDidNotComeIsNotThereUntilItIsReadBack() {
		final Plane plane = Pages.noisy(1, 100, 100, 3);
		final Planes image = Pages.planes(new UnsignedShortType(), "XYZ", new long[] { 100, 100, 5 }, plane);
		final Gathering gathering = Gathering.of(image, Growth.of(TWO), Progress.NONE);
		final PlaneSink sink = gathering.watch((position, y, x, part) -> 0);
		final Plane large = Resizes.enlarge(100, 100, TWO).apply(plane);
		for (final long[] position : image.order().planes())
			if (position[2] != 2) Pages.strips(sink, position, large); // the middle one was done before
		assertFalse(gathering.has(Layer.RESULT));
		assertNull(gathering.channels().get(0).places().get(0).layer(Layer.RESULT));
		// of other axes nothing is taken
		gathering.complete(Layer.RESULT, Pages.planes(new UnsignedShortType(), "XYC", new long[] { 200, 200, 5 }, large));
		assertFalse(gathering.has(Layer.RESULT));
		final List<long[]> read = new ArrayList<>();
		final Planes done = Pages.planes(new UnsignedShortType(), "XYZ", new long[] { 200, 200, 5 }, large);
		gathering.complete(Layer.RESULT, new Planes(position -> {
			read.add(position);
			return large.copy();
		}, done.order(), done.size(), done.type()));
		assertTrue(gathering.has(Layer.RESULT));
		assertTrue(read.stream().allMatch(position -> position[2] == 2));
	}

	/** What passes is handed on as it was, and counted by the other. */
	@Test
	void theOtherSinkGetsAll() {
		final Plane plane = Pages.noisy(1, 40, 40, 4);
		final Planes image = Pages.grey(plane);
		final Gathering gathering = Gathering.of(image, Growth.of(TWO), Progress.NONE);
		final Plane part = new Plane(1, 10, 80);
		final PlaneSink next = (position, y, x, its) -> {
			assertSame(part, its);
			return y + x;
		};
		assertEquals(9, gathering.watch(next).write(new long[2], 7, 2, part));
		assertSame(next, Gathering.NONE.watch(next));
	}

	/** However large the image, a part of it alone is read and kept. */
	@Test
	void ofLargePlanesTheMiddleIsRead() {
		final long[] most = new long[1];
		final Planes shape = Pages.planes(new UnsignedByteType(), "XY", new long[] { 8, 8 }, Pages.noisy(1, 8, 8, 1));
		final long[] size = { 100_000, 60_000 };
		final Planes image = new Planes(new org.zeroshotsr.run.PlaneSource() {

			@Override
			public Plane read(final long[] position) {
				throw new AssertionError("the whole plane is asked for");
			}

			@Override
			public Plane read(final long[] position, final Window part) {
				most[0] += (long) part.height() * part.width();
				return Pages.plane(part.height(), part.width(), (y, x) -> 100 + 50 * Math.sin(0.2 * (x + part.x())));
			}
		}, shape.order(), size, shape.type());
		final Shown shown = Gathering.of(image, Growth.of(TWO), Progress.NONE).channels().get(0);
		assertEquals(2048L * 2048, most[0]);
		assertEquals(512, shown.middle().window().width());
		assertEquals(1024, shown.middle().result().width());
		assertEquals(50_000, shown.middle().window().x() + 256);
		assertEquals(512 * 512, shown.middle().input().data.length);
		assertEquals(1024 * 1024, shown.middle().bicubic().data.length);
	}

	@Test
	void atMostFourChannelsAndTheSmallestImages() {
		final Planes image = Pages.planes(new UnsignedByteType(), "XYCZ", new long[] { 8, 9, 6, 3 }, Pages.noisy(1, 9, 8, 1));
		final List<Shown> channels = Pages.run(image, TWO).channels();
		assertEquals(List.of("C0 Z1", "C1 Z1", "C2 Z1", "C3 Z1"), channels.stream().map(Shown::place).toList());
		final Planes colours = Pages.planes(new UnsignedByteType(), "XYS", new long[] { 300, 200, 3 }, Pages.noisy(3, 200, 300, 1));
		final Shown rgb = Pages.run(colours, TWO).channels().get(0);
		assertEquals(3, rgb.middle().layer(Layer.RESULT).channels);
	}
}
