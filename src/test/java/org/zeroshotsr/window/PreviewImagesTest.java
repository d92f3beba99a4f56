package org.zeroshotsr.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.zeroshotsr.image.Plane;

class PreviewImagesTest {

	/** Half of it is there, from dark to bright. */
	@Test
	void holesAreBlackAndTheRestIsShown() {
		final Plane plane = new Plane(1, 8, 8);
		Arrays.fill(plane.data, Float.NaN);
		for (int i = 0; i < 32; i++)
			plane.data[i] = 100 + i;
		final PreviewImages images = PreviewImages.of(plane, plane);
		assertEquals(0xff000000, images.bicubic().getRGB(0, 0));
		assertEquals(0xffffffff, images.bicubic().getRGB(7, 3));
		assertEquals(0xffffffff, images.current().getRGB(7, 3));
		assertEquals(0xff000000, images.bicubic().getRGB(7, 7));
	}

	@Test
	void whereNothingIsThereAllIsBlack() {
		final Plane plane = new Plane(1, 2, 2);
		Arrays.fill(plane.data, Float.NaN);
		assertEquals(0xff000000, PreviewImages.of(plane, plane).bicubic().getRGB(1, 1));
	}
}
