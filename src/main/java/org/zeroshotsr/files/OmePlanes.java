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
import java.util.Arrays;
import java.util.List;

import org.w3c.dom.Element;

/**
 * Which directory of a TIFF holds which plane, as OME-XML's Pixels and TiffData say (OME-TIFF specification). What a pixel
 * has of samples is what the TIFF has, as Bio-Formats takes it: programs agree less about SamplesPerPixel.
 */
final class OmePlanes {

	private static final String ORDERS = "XY(CZT|CTZ|ZCT|ZTC|TCZ|TZC)";

	private final TiffInput in;
	private final Element pixels;
	private final int count;
	/** SizeC that a directory holds. */
	private final int samples;
	/** Directories' channels, slices, frames. */
	private final int[] sizes;
	private final String order;

	/**
	 * @param count directories of the file
	 * @param samples of a pixel, in the file
	 * @param colours the same without opacity
	 * @throws IOException if the sizes cannot be those of this file
	 */
	OmePlanes(final TiffInput in, final Element pixels, final int count, final int samples, final int colours)
		throws IOException
	{
		this.in = in;
		this.pixels = pixels;
		this.count = count;
		final int c = size("C");
		final int z = size("Z");
		final int t = size("T");
		this.samples = samples(c, (double) z * t, samples, colours);
		if (c % this.samples != 0) throw in.damaged("its OME-XML says that SizeC is " + c + ", and a page has " + samples +
			" samples");
		sizes = new int[] { c / this.samples, z, t };
		if ((double) sizes[0] * z * t > count) throw in.damaged("its OME-XML speaks of " + sizes[0] + " x " + z + " x " + t +
			" planes, and it has " + count);
		order = pixels.getAttribute("DimensionOrder");
		if (!order.matches(ORDERS)) throw in.damaged("its OME-XML has the dimension order '" + order + "'");
	}

	private int size(final String axis) throws IOException {
		final double size = Xml.number(pixels, "Size" + axis);
		if (!(size >= 1) || size != Math.rint(size) || size > Integer.MAX_VALUE) throw in.damaged("its OME-XML says that Size" +
			axis + " is " + pixels.getAttribute("Size" + axis));
		return (int) size;
	}

	private int samples(final int c, final double others, final int all, final int colours) {
		if (all == 1) return 1;
		final double said = Xml.all(pixels, "Channel").stream().mapToDouble(e -> Xml.number(e, "SamplesPerPixel")).filter(s -> s > 1)
			.max().orElse(1);
		if (said == all || said == colours) return (int) said;
		// a channel for each page of colours, or one for each colour
		if (c == 1 || said == 1 && c * others == count) return 1;
		return c % all == 0 ? all : colours;
	}

	/** Channels that have directories of their own: a directory of RGB holds three of SizeC. */
	int sizeC() {
		return sizes[0];
	}

	int sizeZ() {
		return sizes[1];
	}

	int sizeT() {
		return sizes[2];
	}

	/**
	 * Where the planes are.
	 *
	 * @return the directory of each plane, counted from 0, channels first, then slices, then frames
	 * @throws IOException unless each plane has a directory, and a directory one plane at most
	 */
	int[] directories() throws IOException {
		final int[] found = new int[sizes[0] * sizes[1] * sizes[2]];
		Arrays.fill(found, -1);
		final boolean[] taken = new boolean[count];
		final List<Element> blocks = Xml.all(pixels, "TiffData");
		if (blocks.isEmpty()) fill(found, taken, new int[3], 0, count);
		final int step = blocks.stream().anyMatch(b -> integer(b, "FirstC", 0) >= sizes[0]) ? samples : 1;
		for (final Element block : blocks) {
			final int planes = integer(block, block.hasAttribute("PlaneCount") ? "PlaneCount" : "NumPlanes", block.hasAttribute("IFD")
				? 1 : count);
			fill(found, taken, new int[] { integer(block, "FirstC", 0) / step, integer(block, "FirstZ", 0), integer(block, "FirstT",
				0) }, integer(block, "IFD", 0), Math.min(count, planes));
		}
		for (int i = 0; i < found.length; i++)
			if (found[i] < 0) throw in.damaged("its OME-XML does not say where plane " + (i + 1) + " of " + found.length + " is");
		return found;
	}

	private static int integer(final Element element, final String attribute, final int missing) {
		final double number = Xml.number(element, attribute);
		return Double.isNaN(number) ? missing : (int) number;
	}

	private void fill(final int[] found, final boolean[] taken, final int[] first, final int directory, final int planes)
		throws IOException
	{
		final int[] at = first.clone();
		for (int i = 0; i < planes; i++) {
			for (int axis = 0; axis < 3; axis++)
				if (at[axis] < 0 || at[axis] >= sizes[axis]) return; // more directories than planes
			if (directory < 0 || directory + i < 0 || directory + i >= count) throw in.damaged("its OME-XML speaks of page " +
				(directory + i + 1L) + ", and it has " + count);
			final int plane = (at[2] * sizes[1] + at[1]) * sizes[0] + at[0];
			if (found[plane] >= 0) throw in.damaged("its OME-XML gives two pages to plane " + (plane + 1));
			if (taken[directory + i]) throw in.damaged("its OME-XML gives page " + (directory + i + 1) + " to two planes");
			found[plane] = directory + i;
			taken[directory + i] = true;
			for (int k = 2; k < 5; k++) {
				final int axis = "CZT".indexOf(order.charAt(k));
				if (++at[axis] < sizes[axis] || k == 4) break;
				at[axis] = 0;
			}
		}
	}
}
