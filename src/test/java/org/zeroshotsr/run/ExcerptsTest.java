package org.zeroshotsr.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.image.PlaneOrder;

class ExcerptsTest {

	/** Samples that tell where they were: row, and column and plane after the point. */
	private static List<Plane> excerpts(final int width, final int height, final int planes) {
		final Img<FloatType> image = ArrayImgs.floats(width, height, planes);
		final var cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			cursor.get().set(cursor.getIntPosition(1) * 4096 + cursor.getIntPosition(0) + 0.125f * cursor.getIntPosition(2));
		}
		final PlaneOrder order = PlaneOrder.of("XYZ", image.dimensionsAsLongArray());
		return of(image, order);
	}

	private static List<Plane> of(final Img<FloatType> image, final PlaneOrder order) {
		return Excerpts.of(position -> PlaneIO.read(image, order.x(), order.y(), order.samples(), position), order.channels()
			.get(0));
	}

	@Test
	void smallPlanesAreTakenWhole() {
		assertEquals(1, excerpts(300, 200, 1).size());
		final List<Plane> stack = excerpts(300, 200, 11);
		assertArrayEquals(new double[] { 1, 3, 5, 7, 9 }, stack.stream().mapToDouble(p -> 8 * p.data[0]).toArray());
		assertTrue(stack.stream().allMatch(p -> p.height == 200 && p.width == 300));
	}

	@Test
	void ofLargePlanesWindowsAllOverThem() {
		final List<Plane> windows = excerpts(1100, 900, 1);
		assertEquals(9, windows.size());
		for (final Plane window : windows) {
			assertEquals(0, (int) window.data[0] % 4096 % 8, "JPEG's blocks");
			assertEquals(0, (int) window.data[0] / 4096 % 8, "JPEG's blocks");
			assertTrue(window.height == 512 && window.width == 512);
		}
		assertTrue(windows.stream().anyMatch(w -> w.data[0] == 0), "a corner");
		// one long side: three different places alone
		assertEquals(3, excerpts(1100, 100, 1).size());
		// together they are no more than those of one plane
		assertEquals(9, excerpts(1100, 900, 3).size());
	}

	@Test
	void planesOfOneValueAreLeftOutWhereThereAreOthers() {
		final Img<FloatType> image = ArrayImgs.floats(64, 64, 3);
		final PlaneOrder order = PlaneOrder.of("XYZ", image.dimensionsAsLongArray());
		assertEquals(3, of(image, order).size());
		image.getAt(5, 5, 1).set(1);
		assertEquals(1, of(image, order).size());
	}
}
