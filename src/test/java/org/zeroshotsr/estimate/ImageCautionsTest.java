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
package org.zeroshotsr.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

/** Each caution is told of an image that was made so, and not of the same image as it was. */
class ImageCautionsTest {

	private static final int SIDE = 256;
	private static final Factor TWICE = new Factor(2, 2);
	private static final Plane SCENE = rounded(DeadLeaves.scene(SIDE, SIDE, 1));

	private static List<String> of(final Plane... planes) {
		return ImageCautions.of(List.of(planes), 255, TWICE, null);
	}

	/** That there is one caution, which says so. */
	private static void says(final String words, final List<String> cautions) {
		assertEquals(1, cautions.size(), cautions.toString());
		assertTrue(cautions.get(0).contains(words), cautions.toString());
	}

	private static Plane rounded(final Plane plane) {
		final Plane whole = plane.copy();
		for (int i = 0; i < whole.data.length; i++)
			whole.data[i] = (float) Math.rint(Math.max(0, Math.min(255, plane.data[i])));
		return whole;
	}

	private static Plane noisy(final Plane plane, final double sigma) {
		final Random random = new Random(3);
		final Plane noisy = plane.copy();
		for (int i = 0; i < noisy.data.length; i++)
			noisy.data[i] += (float) (sigma * random.nextGaussian());
		return rounded(noisy);
	}

	private static Plane sharpened(final Plane plane) {
		final Plane blurred = Resizes.blur(plane.height, plane.width, 1).apply(plane);
		final Plane sharp = plane.copy();
		for (int i = 0; i < sharp.data.length; i++)
			sharp.data[i] = 2 * plane.data[i] - blurred.data[i];
		return rounded(sharp);
	}

	private static Plane enlarged(final Plane plane, final double factor) {
		final int side = (int) (plane.width * factor);
		return rounded(Resizes.cubic(plane.height, plane.width, side, side, factor, factor).apply(plane));
	}

	private static Plane jpeg(final Plane plane, final float quality) throws IOException {
		final BufferedImage image = new BufferedImage(plane.width, plane.height, BufferedImage.TYPE_BYTE_GRAY);
		for (int i = 0; i < plane.data.length; i++)
			image.getRaster().setSample(i % plane.width, i / plane.width, 0, (int) plane.data[i]);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			final ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionQuality(quality);
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), param);
		}
		finally {
			writer.dispose();
		}
		final BufferedImage back = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
		final Plane compressed = new Plane(1, plane.height, plane.width);
		for (int i = 0; i < compressed.data.length; i++)
			compressed.data[i] = back.getRaster().getSample(i % plane.width, i / plane.width, 0);
		return compressed;
	}

	@Test
	void nothingIsToldOfAnImageAsItWasTaken() {
		assertEquals(List.of(), of(SCENE));
		assertEquals(List.of(), of(noisy(SCENE, 4)));
	}

	@Test
	void nothingIsToldWhereThereIsNothing() {
		assertEquals(List.of(), of(new Plane(1, 256, 256)));
		assertEquals(List.of(), of(new Plane(3, 8, 8)));
		assertEquals(List.of(), of(SCENE.crop(new Window(0, 0, 9, 40))));
		final Plane holes = new Plane(1, 256, 256);
		Arrays.fill(holes.data, Float.NaN);
		assertEquals(List.of(), of(holes));
		// a mask is not saturated
		final Plane mask = SCENE.copy();
		for (int i = 0; i < mask.data.length; i++)
			mask.data[i] = mask.data[i] > 120 ? 255 : 0;
		assertTrue(of(mask).stream().noneMatch(c -> c.contains("saturated")), of(mask).toString());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1.5, 2, 3 })
	void anImageThatWasEnlarged(final double factor) {
		final Plane small = SCENE.crop(new Window(0, 0, (int) (SIDE / factor), (int) (SIDE / factor)));
		says("enlarged or interpolated before (by about " + (factor == 2 ? "2.0 times" : "1.5 or 3.0 times"), of(enlarged(small, factor)));
		says("enlarged or interpolated before", of(enlarged(noisy(small, 4), factor)));
	}

	@Test
	void holesHideNothing() {
		final Plane enlarged = enlarged(SCENE.crop(new Window(0, 0, 128, 128)), 2);
		for (int y = 100; y < 140; y++)
			Arrays.fill(enlarged.data, y * SIDE + 20, y * SIDE + 90, Float.NaN);
		says("enlarged or interpolated before", of(enlarged));
	}

	@Test
	void anImageThatWasSharpened() {
		final Plane discs = new Plane(1, SIDE, SIDE);
		Arrays.fill(discs.data, 70);
		final Random random = new Random(5);
		for (int k = 0; k < 60; k++)
			disc(discs, SIDE * random.nextDouble(), SIDE * random.nextDouble(), 12 + 12 * random.nextDouble(), 70 + 100 * random
				.nextFloat());
		final Plane taken = noisy(Resizes.blur(SIDE, SIDE, 0.5).apply(discs), 0.4);
		assertEquals(List.of(), of(taken));
		says("sharpened", of(sharpened(taken)));
		// where edges drown, the noise shows it
		final Plane dim = Resizes.blur(SIDE, SIDE, 1).apply(SCENE);
		for (int i = 0; i < dim.data.length; i++)
			dim.data[i] = 60 + dim.data[i] / 6;
		assertEquals(List.of(), of(noisy(dim, 10)).stream().filter(c -> !c.contains("detail")).toList());
		says("sharpened", of(sharpened(noisy(dim, 10))));
	}

	private static void disc(final Plane plane, final double y0, final double x0, final double radius, final float grey) {
		for (int y = 0; y < plane.height; y++)
			for (int x = 0; x < plane.width; x++)
				if (Math.hypot(y - y0, x - x0) < radius) plane.data[y * plane.width + x] = grey;
	}

	@ParameterizedTest
	@ValueSource(floats = { 0.6f, 0.8f, 0.95f })
	void anImageThatWasAJpeg(final float quality) throws IOException {
		says("JPEG", of(jpeg(SCENE, quality)));
		final Plane soft = rounded(Resizes.blur(SIDE, SIDE, 0.6).apply(SCENE));
		assertEquals(List.of(), of(soft));
		if (quality < 0.9) says("JPEG", of(jpeg(soft, quality).crop(new Window(3, 5, 240, 240))));
	}

	@Test
	void anImageThatIsSaturated() {
		final Plane bright = SCENE.copy();
		for (int i = 0; i < bright.data.length; i++)
			bright.data[i] *= 1.3f;
		says("at the level 255", of(rounded(bright)));
		// at a level that no type ends at
		final Plane cut = SCENE.copy();
		for (int i = 0; i < cut.data.length; i++)
			cut.data[i] = Math.min(190, cut.data[i]);
		says("at the level 190", of(cut));
		// a camera of 12 bits in a file of 16
		final Plane twelve = SCENE.copy();
		for (int i = 0; i < twelve.data.length; i++)
			twelve.data[i] = Math.min(4095, 20 * twelve.data[i]);
		says("at the level 4095", ImageCautions.of(List.of(twelve), 65535, TWICE, null));
	}

	@Test
	void anImageThatHoldsLessThanItsPixels() {
		final Plane blurred = noisy(Resizes.blur(SIDE, SIDE, 3).apply(SCENE), 4);
		says("detail seems to end at a period of about", of(blurred));
		says("enlarged 2 x 3 times", ImageCautions.of(List.of(blurred), 255, new Factor(2, 3), null));
		assertTrue(ImageCautions.of(List.of(blurred), 255, null, null).isEmpty(), "planes that stay as large as they are");
		// a Gaussian of 3 pixels takes 98 % of the power at a period of 9.5, and nearly all at 6
		final double period = Double.parseDouble(of(blurred).get(0).replaceAll(".*about ([0-9.]+) pixels.*", "$1"));
		assertEquals(7.5, period, 2);
	}
}
