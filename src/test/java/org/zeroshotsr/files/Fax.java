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
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * CCITT compression, taken out of the files that Java's own TIFF writer makes.
 *
 * @param options TIFF's T4Options, 0 for the other compressions
 */
record Fax(byte[] data, int options) {

	private static final Map<Integer, String> NAMES = Map.of(2, "CCITT RLE", 3, "CCITT T.4", 4, "CCITT T.6");

	/** @param bits a 0 is white in CCITT's terms: its runs have the codes of white ones */
	static Fax encode(final long[] bits, final int width, final int height, final int compression) {
		final byte[] levels = { -1, 0 }; // 0 is white: the writer takes the bits as they are
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY, new IndexColorModel(1,
			2, levels, levels, levels));
		for (int i = 0; i < bits.length; i++)
			image.getRaster().setSample(i % width, i / width, 0, (int) bits[i]);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final ImageWriter writer = writer();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			final ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionType(NAMES.get(compression));
			writer.write(null, new IIOImage(image, null, null), param);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		finally {
			writer.dispose();
		}
		return lifted(bytes.toByteArray());
	}

	private static ImageWriter writer() {
		final var writers = ImageIO.getImageWritersByFormatName("tiff");
		while (writers.hasNext()) {
			final ImageWriter writer = writers.next();
			if (writer.getClass().getName().startsWith("com.sun.")) return writer;
		}
		throw new IllegalStateException("Java's own TIFF writer is missing");
	}

	private static Fax lifted(final byte[] tiff) {
		final ByteBuffer in = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		final int start = number(in, 273);
		final int photometric = number(in, 262);
		final int fillOrder = number(in, 266);
		if (photometric != 0 || fillOrder > 1) throw new IllegalStateException("photometric " + photometric +
			", fill order " + fillOrder);
		return new Fax(Arrays.copyOfRange(tiff, start, start + number(in, 279)), number(in, 292));
	}

	/** The single number of a tag; 0 where there is none. */
	private static int number(final ByteBuffer in, final int tag) {
		final int directory = in.getInt(4);
		for (int i = 0; i < in.getShort(directory); i++) {
			final int entry = directory + 2 + 12 * i;
			if (in.getShort(entry) != tag) continue;
			if (in.getInt(entry + 4) != 1) throw new IllegalStateException("tag " + tag + " has several numbers");
			return in.getShort(entry + 2) == 3 ? in.getShort(entry + 8) : in.getInt(entry + 8);
		}
		return 0;
	}
}
