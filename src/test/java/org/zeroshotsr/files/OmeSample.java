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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;

/** Small OME-TIFFs as other programs write them. */
final class OmeSample {

	private OmeSample() {}

	/**
	 * A TIFF of 5 x 4 pixels, a directory for each plane, of which every sample is the plane's number.
	 *
	 * @param samples of a pixel: 1, or 3 for RGB
	 */
	static Path tiff(final Path file, final String xml, final int planes, final int samples) throws IOException {
		final byte[] text = (xml + "\0").getBytes(StandardCharsets.UTF_8);
		final ByteBuffer tiff = ByteBuffer.allocate(text.length + 32 + planes * (160 + 20 * samples)).order(
			ByteOrder.LITTLE_ENDIAN);
		tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42);
		int link = tiff.position();
		tiff.putInt(0).put(text);
		final int bits = tiff.position();
		for (int s = 0; s < samples; s++)
			tiff.putShort((short) 8);
		for (int p = 0; p < planes; p++) {
			final int pixels = tiff.position();
			for (int i = 0; i < 20 * samples; i++)
				tiff.put((byte) p);
			tiff.putInt(link, tiff.position());
			final int[][] entries = { { 256, 4, 5, 1 }, { 257, 4, 4, 1 }, { 258, 3, samples > 1 ? bits : 8, samples }, { 259, 4, 1,
				1 }, { 262, 4, samples > 1 ? 2 : 1, 1 }, { 270, 2, 8, text.length }, { 273, 4, pixels, 1 }, { 277, 4, samples, 1 }, {
					278, 4, 4, 1 }, { 279, 4, 20 * samples, 1 } };
			tiff.putShort((short) entries.length);
			for (final int[] entry : entries)
				tiff.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[3]).putInt(entry[2]);
			link = tiff.position();
			tiff.putInt(0);
		}
		return Files.write(file, Arrays.copyOf(tiff.array(), tiff.position()));
	}

	/** @param before what stands before the first Pixels: an Image that is opened, and what belongs before it */
	static String xml(final String before, final String pixels, final String inside) {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\">" + before +
			"<Pixels ID=\"Pixels:0\" Type=\"uint8\" SizeX=\"5\" SizeY=\"4\" " + pixels + ">" + inside + "</Pixels></Image></OME>";
	}

	static String sizes(final String order, final int c, final int z, final int t) {
		return "DimensionOrder=\"" + order + "\" SizeC=\"" + c + "\" SizeZ=\"" + z + "\" SizeT=\"" + t + "\"";
	}

	/** The numbers of the planes in ImageJ's order. */
	static List<Integer> order(final ImagePlus image) {
		final List<Integer> order = new ArrayList<>();
		for (int i = 1; i <= image.getStackSize(); i++)
			order.add(image.getStack().getProcessor(i).get(7) & 255);
		return order;
	}
}
