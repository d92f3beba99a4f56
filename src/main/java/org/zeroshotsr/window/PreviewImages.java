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
package org.zeroshotsr.window;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

import javax.swing.ImageIcon;
import javax.swing.JLabel;
import javax.swing.SwingConstants;

import org.zeroshotsr.image.Plane;

/** The preview as pictures, both with the same grey scale; black where there is no value. */
record PreviewImages(BufferedImage bicubic, BufferedImage current) {

	/** Fraction of samples that may be black, and that may be white: ImageJ's "saturated" of Enhance Contrast. */
	private static final double SATURATED = 0.00175;

	static PreviewImages of(final Plane bicubic, final Plane current) {
		final double[] sorted = IntStream.range(0, bicubic.data.length).mapToDouble(i -> bicubic.data[i]).filter(
			Double::isFinite).sorted().toArray();
		final int cut = (int) (SATURATED * sorted.length);
		final float min = sorted.length == 0 ? 0 : (float) sorted[cut];
		final float max = sorted.length == 0 ? 0 : (float) sorted[sorted.length - 1 - cut];
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

	/** An image whose longer side is {@code side}, with its caption below. */
	static JLabel view(final String caption, final BufferedImage image, final int side) {
		final JLabel view = new JLabel(caption, icon(image, side), SwingConstants.CENTER);
		view.setVerticalTextPosition(SwingConstants.BOTTOM);
		view.setHorizontalTextPosition(SwingConstants.CENTER);
		return view;
	}

	/** An image whose longer side is {@code side}. */
	static ImageIcon icon(final BufferedImage image, final int side) {
		final double zoom = (double) side / Math.max(image.getWidth(), image.getHeight());
		return new ImageIcon(image.getScaledInstance(Math.max(1, (int) (zoom * image.getWidth())), Math.max(1, (int) (zoom *
			image.getHeight())), Image.SCALE_REPLICATE));
	}
}
