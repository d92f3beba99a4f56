package org.zeroshotsr.window;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import org.zeroshotsr.image.Plane;

/** The preview as pictures, both with the same grey scale. */
record PreviewImages(BufferedImage bicubic, BufferedImage current) {

	/** Fraction of samples that may be black, and that may be white: ImageJ's "saturated" of Enhance Contrast. */
	private static final double SATURATED = 0.00175;

	static PreviewImages of(final Plane bicubic, final Plane current) {
		final float[] sorted = bicubic.data.clone();
		Arrays.sort(sorted);
		final int cut = (int) (SATURATED * sorted.length);
		final float min = sorted[cut];
		final float max = sorted[sorted.length - 1 - cut];
		return new PreviewImages(image(bicubic, min, max), image(current, min, max));
	}

	private static BufferedImage image(final Plane plane, final float min, final float max) {
		final BufferedImage image = new BufferedImage(plane.width, plane.height, BufferedImage.TYPE_INT_RGB);
		final float scale = max > min ? 255 / (max - min) : 0;
		for (int y = 0; y < plane.height; y++) {
			for (int x = 0; x < plane.width; x++) {
				int rgb = 0;
				for (int c = 0; c < 3; c++) {
					final float value = plane.get(Math.min(c, plane.channels - 1), y, x);
					rgb = rgb << 8 | Math.max(0, Math.min(255, Math.round((value - min) * scale)));
				}
				image.setRGB(x, y, rgb);
			}
		}
		return image;
	}
}
