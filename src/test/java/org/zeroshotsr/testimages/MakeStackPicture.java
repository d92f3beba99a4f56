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
import java.io.File;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

/**
 * Makes the README's picture of a stack that grew along z: the same xz slice of the input, its cubic enlargement, the result
 * and the truth, one below the other in the same grey values.
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.zeroshotsr.testimages.MakeStackPicture
 *     -Dexec.args="INPUT RESULT TRUTH ROW PICTURE.png"
 * </pre>
 */
public final class MakeStackPicture {

	private static final int ZOOM = 4;
	private static final int TITLE = 22;

	private MakeStackPicture() {}

	public static void main(final String[] args) throws Exception {
		final String[] titles = { "xz slice of the input", "cubic", "Zero-Shot SR", "truth" };
		final int row = Integer.parseInt(args[3]);
		final FloatProcessor input = slice(Path.of(args[0]), row);
		final FloatProcessor truth = slice(Path.of(args[2]), row);
		final Plane low = new Plane(1, input.getHeight(), input.getWidth(), (float[]) input.getPixels());
		final Plane cubic = Resizes.enlarge(low.height, low.width, new Factor((double) truth.getHeight() / low.height, 1)).apply(low);
		final ImageProcessor[] images = { input, new FloatProcessor(cubic.width, cubic.height, cubic.data), slice(Path.of(args[1]), row),
			truth };
		final double most = truth.getStats().max;
		final int width = ZOOM * truth.getWidth() / 2;
		final int height = ZOOM * truth.getHeight() / 2;
		final ColorProcessor picture = new ColorProcessor(2 * width + 4, 2 * (height + TITLE));
		picture.setColor(Color.WHITE);
		picture.fill();
		picture.setAntialiasedText(true);
		picture.setFont(new Font("SansSerif", Font.PLAIN, 15));
		for (int i = 0; i < images.length; i++) {
			images[i].setMinAndMax(truth.getStats().min, 0.8 * most);
			// every voxel as deep as it is: nothing is smoothed for the picture
			images[i].setInterpolationMethod(ImageProcessor.NONE);
			final int x = i % 2 * (width + 4);
			final int y = i / 2 * (height + TITLE);
			picture.insert(images[i].convertToByte(true).resize(width, height).convertToRGB(), x, y + TITLE);
			picture.setColor(Color.BLACK);
			picture.drawString(titles[i], x + 4, y + TITLE - 3);
		}
		ImageIO.write(picture.getBufferedImage(), "png", new File(args[4]));
	}

	/** Slices are its rows. */
	private static FloatProcessor slice(final Path file, final int row) throws Exception {
		final ImagePlus stack = ImageFiles.open(file);
		final FloatProcessor slice = new FloatProcessor(stack.getWidth(), stack.getStackSize());
		for (int z = 0; z < stack.getStackSize(); z++)
			for (int x = 0; x < stack.getWidth(); x++)
				slice.setf(x, z, stack.getStack().getProcessor(z + 1).getf(x, row));
		return slice;
	}
}
