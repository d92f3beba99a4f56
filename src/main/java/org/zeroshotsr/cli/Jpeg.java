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
