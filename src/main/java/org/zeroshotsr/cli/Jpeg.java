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
package org.zeroshotsr.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;

/**
 * An 8-bit image, grey or RGB, saved as JPEG and opened again.
 *
 * @param quality 1 to 100, as libjpeg counts it
 */
record Jpeg(double quality) implements Harm {

	Jpeg {
		if (!(quality >= 1 && quality <= 100)) throw new BadInput("JPEG's quality is 1 to 100");
	}

	@Override
	public void check(final Samples<?> samples) {
		if (samples.image().getType().getBitsPerPixel() != 8) throw new BadInput("the image is " + samples
			.describe() + ", and JPEG holds 8-bit grey or RGB alone; choose another degradation");
	}

	@Override
	public Plane done(final Plane plane, final double range, final SplittableRandom random) {
		final BufferedImage image = new BufferedImage(plane.width, plane.height, plane.channels == 1
			? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
		for (int c = 0; c < plane.channels; c++)
			for (int y = 0; y < plane.height; y++)
				for (int x = 0; x < plane.width; x++)
					image.getRaster().setSample(x, y, c, Math.max(0, Math.min(255, Math.round(plane.get(c, y, x)))));
		try {
			final BufferedImage back = ImageIO.read(new ByteArrayInputStream(saved(image)));
			final Plane harmed = new Plane(plane.channels, plane.height, plane.width);
			for (int c = 0; c < plane.channels; c++)
				for (int y = 0; y < plane.height; y++)
					for (int x = 0; x < plane.width; x++)
						harmed.data[(c * plane.height + y) * plane.width + x] = plane.channels == 1 ? back.getRaster().getSample(x, y,
							0) : back.getRGB(x, y) >> 16 - 8 * c & 255;
			return harmed;
		}
		catch (final IOException e) {
			throw new UncheckedIOException("Java could not save or open a JPEG in memory", e);
		}
	}

	private byte[] saved(final BufferedImage image) throws IOException {
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			final ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionQuality((float) (quality / 100));
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), param);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}
}
