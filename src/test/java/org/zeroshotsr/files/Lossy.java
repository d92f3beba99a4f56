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
package org.zeroshotsr.files;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** JPEG for strips and tiles, by Java's own coder, which also says what a coder has to read from it. */
final class Lossy {

	private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

	private Lossy() {}

	/**
	 * @param samples [sample][y * width + x], 8 bits
	 * @param subX for YCbCr (the samples are red, green and blue): the pixels in a row that share their chroma; 0 for
	 *          samples that are stored as they are
	 */
	static byte[] encode(final long[][] samples, final int width, final int height, final int subX, final int subY) {
		final ImageWriter writer = javas(ImageIO.getImageWritersByFormatName("jpeg"));
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			final ImageWriteParam param = writer.getDefaultWriteParam();
			if (subX == 0) writer.write(null, new IIOImage(raster(samples, width, height), null, null), param);
			else {
				final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
				for (int i = 0; i < width * height; i++)
					image.setRGB(i % width, i / width, (int) (samples[0][i] << 16 | samples[1][i] << 8 | samples[2][i]));
				final IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image),
					param);
				subsample(metadata, subX, subY);
				writer.write(null, new IIOImage(image, null, metadata), param);
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/** Java's JPEG coder, whichever others there are. */
	private static <T> T javas(final Iterator<T> coders) {
		while (coders.hasNext()) {
			final T coder = coders.next();
			if (coder.getClass().getName().startsWith("com.sun.")) return coder;
		}
		throw new IllegalStateException("Java's own coder is missing");
	}

	private static WritableRaster raster(final long[][] samples, final int width, final int height) {
		final WritableRaster raster = Raster.createInterleavedRaster(0, width, height, samples.length, null);
		for (int s = 0; s < samples.length; s++)
			for (int i = 0; i < width * height; i++)
				raster.setSample(i % width, i / width, s, (int) samples[s][i]);
		return raster;
	}

	private static void subsample(final IIOMetadata metadata, final int subX, final int subY) throws IOException {
		final Node root = metadata.getAsTree(FORMAT);
		final Element luma = (Element) ((Element) root).getElementsByTagName("componentSpec").item(0);
		luma.setAttribute("HsamplingFactor", String.valueOf(subX));
		luma.setAttribute("VsamplingFactor", String.valueOf(subY));
		metadata.setFromTree(FORMAT, root);
	}

	/** What is to be read from a JPEG: samples as they are, or red, green and blue. */
	static long[][] decode(final byte[] jpeg, final boolean asRgb) {
		final ImageReader reader = javas(ImageIO.getImageReadersByFormatName("jpeg"));
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
			reader.setInput(in);
			final Raster raster = asRgb ? rgb(reader.read(0)) : reader.readRaster(0, null);
			final int width = raster.getWidth();
			final long[][] samples = new long[raster.getNumBands()][width * raster.getHeight()];
			for (int s = 0; s < samples.length; s++)
				for (int i = 0; i < samples[s].length; i++)
					samples[s][i] = raster.getSample(i % width, i / width, s);
			return samples;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		finally {
			reader.dispose();
		}
	}

	private static Raster rgb(final BufferedImage image) {
		final BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < rgb.getHeight(); y++)
			for (int x = 0; x < rgb.getWidth(); x++)
				rgb.setRGB(x, y, image.getRGB(x, y));
		return rgb.getRaster();
	}

	/** The tables of a JPEG, or all but the tables, each with its own start and, after the tables, end. */
	static byte[] part(final byte[] jpeg, final boolean tables) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(jpeg, 0, 2);
		int i = 2;
		for (; (jpeg[i + 1] & 0xff) != 0xda;) {
			final int length = 2 + ((jpeg[i + 2] & 0xff) << 8 | jpeg[i + 3] & 0xff);
			final int marker = jpeg[i + 1] & 0xff;
			if (tables == (marker == 0xdb || marker == 0xc4)) out.write(jpeg, i, length);
			i += length;
		}
		if (!tables) out.write(jpeg, i, jpeg.length - i);
		else out.writeBytes(new byte[] { (byte) 0xff, (byte) 0xd9 });
		return out.toByteArray();
	}
}
