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
package org.zeroshotsr.testimages;

import java.awt.Color;
import java.awt.Font;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

/**
 * Makes the README's picture: the same crop of the input, its bicubic enlargement, the result and the truth, side by side
 * in the same grey values.
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.zeroshotsr.testimages.MakePicture
 *     -Dexec.args="INPUT RESULT TRUTH PICTURE.png"
 * </pre>
 */
public final class MakePicture {

	private static final int SIDE = 240;
	private static final int CROP = 80;
	private static final int X = 150;
	private static final int Y = 90;
	private static final int TITLE = 24;

	private MakePicture() {}

	public static void main(final String[] files) throws Exception {
		final String[] titles = { "input", "bicubic", "Zero-Shot SR", "truth" };
		final ImagePlus truth = ImageFiles.open(Path.of(files[2]));
		final ImageProcessor range = crop(truth.getProcessor(), 1);
		final double low = range.getStats().min;
		final double high = range.getStats().max;
		final ColorProcessor picture = new ColorProcessor(4 * SIDE + 3 * 4, SIDE + TITLE);
		picture.setColor(Color.WHITE);
		picture.fill();
		picture.setAntialiasedText(true);
		picture.setFont(new Font("SansSerif", Font.PLAIN, 15));
		final ImageProcessor input = ImageFiles.open(Path.of(files[0])).getProcessor();
		final ImageProcessor[] images = { input, bicubic(input), ImageFiles.open(Path.of(files[1])).getProcessor(), truth
			.getProcessor() };
		for (int i = 0; i < images.length; i++) {
			final ImageProcessor image = images[i];
			final ImageProcessor part = crop(image, truth.getWidth() / image.getWidth());
			part.setMinAndMax(low, high);
			// every pixel a square: nothing is smoothed for the picture
			part.setInterpolationMethod(ImageProcessor.NONE);
			picture.insert(part.convertToByte(true).resize(SIDE, SIDE).convertToRGB(), i * (SIDE + 4), TITLE);
			picture.setColor(Color.BLACK);
			picture.drawString(titles[i], i * (SIDE + 4) + 4, TITLE - 3);
		}
		ImageIO.write(picture.getBufferedImage(), "png", Path.of(files[3]).toFile());
	}

	private static ImageProcessor bicubic(final ImageProcessor image) {
		final Plane plane = new Plane(1, image.getHeight(), image.getWidth(), (float[]) image.convertToFloat().getPixels());
		final Plane large = Resizes.enlarge(plane.height, plane.width, new Factor(2, 2)).apply(plane);
		return new FloatProcessor(large.width, large.height, large.data);
	}

	private static ImageProcessor crop(final ImageProcessor image, final int coarser) {
		image.setRoi(X / coarser, Y / coarser, CROP / coarser, CROP / coarser);
		return image.crop();
	}
}
