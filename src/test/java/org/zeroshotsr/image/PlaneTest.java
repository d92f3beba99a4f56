package org.zeroshotsr.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PlaneTest {

	private static final Plane ABC = new Plane(1, 1, 3, new float[] { 1, 2, 3 });

	@Test
	void mirrorsAboutTheEdgeOfTheOutermostSampleAsOftenAsNeeded() {
		final Plane out = ABC.mirrored(new Window(-1, -7, 3, 17));
		// np.pad([1, 2, 3], 7, mode="symmetric")
		final float[] line = { 1, 1, 2, 3, 3, 2, 1, 1, 2, 3, 3, 2, 1, 1, 2, 3, 3 };
		for (int y = 0; y < 3; y++)
			for (int x = 0; x < line.length; x++)
				assertEquals(line[x], out.get(0, y, x), "row " + y + ", column " + x);
	}

	@Test
	void mirroredInsideIsACropOfEveryChannel() {
		final Plane plane = new Plane(2, 4, 5);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = i;
		final Window w = new Window(1, 2, 2, 3);
		assertArrayEquals(new float[] { 7, 8, 9, 12, 13, 14, 27, 28, 29, 32, 33, 34 }, plane.crop(w).data);
		assertArrayEquals(plane.crop(w).data, plane.mirrored(w).data);
	}

	@Test
	void meansOfEachChannel() {
		final Plane rgb = new Plane(3, 1, 2, new float[] { 1, 2, 10, 20, 100, 200 });
		assertArrayEquals(new float[] { 1.5f, 15, 150 }, rgb.means());
	}

	@Test
	void refusesWhatCannotBe() {
		assertThrows(IllegalArgumentException.class, () -> new Plane(1, 0, 3));
		assertThrows(IllegalArgumentException.class, () -> new Plane(1, 2, 3, new float[5]));
		assertThrows(IllegalArgumentException.class, () -> ABC.crop(new Window(0, 1, 1, 3)));
		assertThrows(IllegalArgumentException.class, () -> ABC.crop(new Window(-1, 0, 1, 1)));
	}
}
