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
package org.zeroshotsr.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

class PlaneIOTest {

	/** Sample (x, y, s, c) is 1000 c + 100 s + 10 y + x. */
	private static ArrayImg<UnsignedShortType, ?> coded(final long... sizes) {
		final ArrayImg<UnsignedShortType, ?> image = ArrayImgs.unsignedShorts(sizes);
		final var cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			int value = 0;
			for (int d = sizes.length - 1; d >= 0; d--)
				value = value * 10 + cursor.getIntPosition(d);
			cursor.get().set(value);
		}
		return image;
	}

	@Test
	void readsThePlaneAskedFor() {
		final Plane plane = PlaneIO.read(coded(4, 3, 3, 2), 0, 1, 2, new long[] { 0, 0, 0, 1 });
		assertEquals(3, plane.channels);
		assertEquals(3, plane.height);
		assertEquals(4, plane.width);
		for (int s = 0; s < 3; s++)
			for (int y = 0; y < 3; y++)
				for (int x = 0; x < 4; x++)
					assertEquals(1000 + 100 * s + 10 * y + x, plane.get(s, y, x));
	}

	@Test
	void dimensionsMayComeInAnyOrder() {
		// C, Y, X: rows before columns
		final Plane plane = PlaneIO.read(coded(2, 3, 4), 2, 1, -1, new long[] { 1, 0, 0 });
		for (int y = 0; y < 3; y++)
			for (int x = 0; x < 4; x++)
				assertEquals(100 * x + 10 * y + 1, plane.get(0, y, x));
		final ArrayImg<UnsignedShortType, ?> out = ArrayImgs.unsignedShorts(2, 3, 4);
		PlaneIO.write(plane, out, 2, 1, -1, new long[] { 1, 0, 0 }, 0, 0);
		assertArrayEquals(plane.data, PlaneIO.read(out, 2, 1, -1, new long[] { 1, 0, 0 }).data);
		assertEquals(0, Arrays.stream(toInts(PlaneIO.read(out, 2, 1, -1, new long[] { 0, 0, 0 }))).sum());
	}

	private static int[] toInts(final Plane plane) {
		final int[] ints = new int[plane.data.length];
		for (int i = 0; i < ints.length; i++)
			ints[i] = (int) plane.data[i];
		return ints;
	}

	@Test
	void intervalsNeedNotBeginAtZero() {
		final RandomAccessibleInterval<UnsignedShortType> moved = Views.translate(coded(4, 3, 2), -7, 20, 5);
		final Plane plane = PlaneIO.read(moved, 0, 1, -1, new long[] { 0, 0, 1 });
		assertEquals(123, plane.get(0, 2, 3));
		PlaneIO.write(new Plane(1, 1, 1, new float[] { 9 }), moved, 0, 1, -1, new long[] { 0, 0, 1 }, 2, 3);
		assertEquals(9, moved.getAt(-7 + 3, 20 + 2, 5 + 1).get());
	}

	@Test
	void touchesOnlyThePlaneAskedFor() {
		final Set<String> touched = new HashSet<>();
		final int[] count = { 0 };
		final RandomAccessibleInterval<FloatType> lazy = Views.interval(new FunctionRandomAccessible<>(3, (at, v) -> {
			touched.add("z" + at.getIntPosition(2));
			count[0]++;
			v.set(at.getIntPosition(0));
		}, FloatType::new), Intervals.createMinSize(0, 0, 0, 5, 4, 9));
		final Plane plane = PlaneIO.read(lazy, 0, 1, -1, new long[] { 0, 0, 6 });
		assertEquals(Set.of("z6"), touched);
		assertEquals(20, count[0], "each sample once");
		assertEquals(4, plane.get(0, 3, 4));
	}

	@Test
	void readingChangesNothing() {
		final ArrayImg<UnsignedShortType, ?> image = coded(5, 4, 2);
		final Plane plane = PlaneIO.read(image, 0, 1, -1, new long[] { 0, 0, 1 });
		Arrays.fill(plane.data, -1);
		assertEquals(134, image.getAt(4, 3, 1).get());
	}

	@Test
	void roundsToNearestAndCountsWhatIsCutOff() {
		final float[] values = { -0.4f, -0.6f, 0.4f, 0.6f, 254.6f, 255.4f, 255.6f, 1e9f, -1e9f, 128 };
		final var image = ArrayImgs.unsignedBytes(10, 1);
		final long cut = PlaneIO.write(new Plane(1, 1, 10, values), image, 0, 1, -1, new long[2], 0, 0);
		final int[] expected = { 0, 0, 0, 1, 255, 255, 255, 255, 0, 128 };
		final int[] got = new int[10];
		int i = 0;
		for (final UnsignedByteType v : Views.flatIterable(image))
			got[i++] = v.get();
		assertArrayEquals(expected, got);
		assertEquals(4, cut, "-0.6, 255.6, 1e9 and -1e9 round to outside 0..255");
	}

	@Test
	void signedTypesKeepTheirOwnRange() {
		final ArrayImg<ShortType, ?> image = ArrayImgs.shorts(3, 1);
		assertEquals(1, PlaneIO.write(new Plane(1, 1, 3, new float[] { -32768, -40000, 12.5f }), image, 0, 1, -1,
			new long[2], 0, 0));
		assertEquals(-32768, image.getAt(1, 0).get());
		assertEquals(12, image.getAt(2, 0).get(), "half to even");
	}

	@Test
	void floatsAreWrittenAsTheyAre() {
		final float[] values = { -1.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, 1e-30f };
		final ArrayImg<FloatType, ?> image = ArrayImgs.floats(3, 2);
		assertEquals(0, PlaneIO.write(new Plane(1, 2, 3, values), image, 0, 1, -1, new long[2], 0, 0));
		assertArrayEquals(values, PlaneIO.read(image, 0, 1, -1, new long[2]).data);
	}

	@Test
	void writesAPartInItsPlace() {
		final ArrayImg<FloatType, ?> image = ArrayImgs.floats(5, 4, 2, 3);
		PlaneIO.write(new Plane(2, 2, 3, new float[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }), image, 0, 1, 2, new long[] {
			0, 0, 0, 1 }, 1, 2);
		final Plane back = PlaneIO.read(image, 0, 1, 2, new long[] { 0, 0, 0, 1 });
		assertEquals(1, back.get(0, 1, 2));
		assertEquals(6, back.get(0, 2, 4));
		assertEquals(12, back.get(1, 2, 4));
		double sum = 0;
		for (final FloatType v : image)
			sum += v.get();
		assertEquals(78, sum, "and nowhere else");
	}

	@Test
	void anyRealTypeCanBeRead() {
		final RandomAccessibleInterval<FloatType> converted = Converters.convert((RandomAccessibleInterval<UnsignedShortType>) coded(
			4, 3), (from, to) -> to.set(-from.get() / 2f), new FloatType());
		final Plane plane = PlaneIO.read(converted, 0, 1, -1, new long[2]);
		assertEquals(-11.5f, plane.get(0, 2, 3));
		assertTrue(plane.get(0, 0, 0) == 0);
	}
}
