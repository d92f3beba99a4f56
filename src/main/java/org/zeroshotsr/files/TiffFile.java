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

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.zeroshotsr.image.Window;

/**
 * The planes of a TIFF file: the pages that have the size and type of the first one, and their channels. Smaller pages
 * beside them (thumbnails, the levels of a pyramid, a slide's label) are left out, and that is noted; everything that
 * cannot be decoded for certain is refused by name.
 */
final class TiffFile implements Closeable {

	private static final int SUBFILE = 254;
	private static final int OLD_SUBFILE = 255;
	/** Of a reduced image, and of a mask. */
	private static final int ASIDE = 1 | 4;
	private static final int OLD_REDUCED = 2;
	private static final int DESCRIPTION = 270;
	private static final int ORIENTATION = 274;
	/** MetaMorph has one value in this tag for each plane, and one directory for all. */
	private static final int METAMORPH = 33629;
	private static final int IMAGEJ = 50839;
	private static final Pattern IMAGES = Pattern.compile("(?m)^images=(\\d{1,18})$");

	private final TiffInput in;
	private final List<TiffDirectory> pages = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();
	private final TiffLayout layout;
	private final String description;
	/** What OME-XML says, or null. */
	private final OmeXml ome;
	/** How many planes lie one after another where there is one directory for all; else 1. */
	private final int planesOfPage;
	private final TiffChunks chunks = new TiffChunks();
	/** The page that was read last, of which further parts may be asked for. */
	private TiffDirectory last;
	private TiffLayout lastLayout;
	private boolean rounded;

	/** @throws IOException if the file is missing, damaged, truncated or not supported; with a message that names it */
	TiffFile(final Path path) throws IOException {
		in = new TiffInput(path);
		try {
			final List<TiffDirectory> all = TiffDirectory.all(in);
			final TiffDirectory main = main(all);
			description = main.text(in, DESCRIPTION);
			// ImageJ will read what it wrote there, and believes everything
			if (isImageJ() || main.has(in, IMAGEJ)) {
				for (final TiffDirectory page : all)
					page.check(in);
				ImageJTags.check(in, main);
			}
			layout = TiffLayout.of(in, main);
			ome = OmeXml.isOme(description) ? new OmeXml(in, description, all.size(), layout.samples(), channels()) : null;
			if (ome == null) choose(all, main);
			else arrange(all);
			planesOfPage = ome == null ? planesOfPage(main) : 1;
			notes(main);
		}
		catch (final IOException | RuntimeException e) {
			in.close();
			throw e;
		}
	}

	private TiffDirectory main(final List<TiffDirectory> all) throws IOException {
		for (final TiffDirectory page : all)
			if (!isAside(page)) return page;
		return all.get(0);
	}

	private boolean isAside(final TiffDirectory page) throws IOException {
		return (page.integer(in, SUBFILE, 0) & ASIDE) != 0 || page.integer(in, OLD_SUBFILE, 0) == OLD_REDUCED;
	}

	private void choose(final List<TiffDirectory> all, final TiffDirectory main) throws IOException {
		int aside = 0;
		for (final TiffDirectory page : all) {
			if (page != main && (isAside(page) || isSmaller(page))) {
				aside++;
				continue;
			}
			if (page != main && !layout.likes(TiffLayout.of(in, page))) throw in.unsupported("images of different sizes or types");
			pages.add(page);
		}
		if (aside > 0) notes.add("the file holds " + aside + " smaller or auxiliary image" + (aside > 1 ? "s" : "") +
			" (such as thumbnails) beside the main one, which " + (aside > 1 ? "were" : "was") + " left out");
	}

	/** By the OME-XML, whatever other pages there are. */
	private void arrange(final List<TiffDirectory> all) throws IOException {
		for (final int directory : ome.planes().directories()) {
			final TiffDirectory page = all.get(directory);
			if (!layout.likes(TiffLayout.of(in, page))) throw in.unsupported("images of different sizes or types");
			pages.add(page);
		}
		notes.addAll(ome.notes());
	}

	private boolean isSmaller(final TiffDirectory page) throws IOException {
		final long width = page.integer(in, 256, 0);
		final long height = page.integer(in, 257, 0);
		return width > 0 && height > 0 && width < layout.width() && height < layout.height();
	}

	private int planesOfPage(final TiffDirectory main) throws IOException {
		long said = 1;
		if (isImageJ()) {
			final Matcher images = IMAGES.matcher(description);
			said = images.find() ? Long.parseLong(images.group(1)) : 1;
		}
		else if (pages.size() == 1) said = Math.max(1, main.count(in, METAMORPH));
		if (said <= pages.size()) return 1;
		if (pages.size() > 1) throw in.damaged("it should have " + said + " planes and has " + pages.size());
		if (layout.compression() != TiffLayout.NONE) throw in.unsupported(said + " planes in one compressed page");
		for (int i = 1; i < layout.offsets().length; i++)
			if (layout.offsets()[i] != layout.offsets()[i - 1] + layout.length(i - 1)) throw in.unsupported(said +
				" planes in one page of scattered strips");
		final boolean holds = said <= in.length() / planeBytes() && in.holds(layout.offsets()[0], said * planeBytes());
		if (!holds) throw in.truncated("it should have " + said + " planes");
		return (int) said;
	}

	private long planeBytes() {
		long bytes = 0;
		for (int i = 0; i < layout.offsets().length; i++)
			bytes += layout.length(i);
		return bytes;
	}

	private void notes(final TiffDirectory main) throws IOException {
		if (layout.alpha()) notes.add("the image has an opacity (alpha) channel, which was left out");
		if (layout.photometric() == TiffLayout.CMYK) notes.add(
			"the image has CMYK colours; cyan, magenta, yellow and black are its channels");
		if (layout.format() == TiffLayout.SIGNED && depth() == 16) notes.add(
			"the image has signed 16-bit values; as in ImageJ, they are 32768 higher, and the calibration takes that away");
		if (main.integer(in, ORIENTATION, 1) != 1) notes.add("the file asks for being turned or mirrored when it is shown " +
			"(orientation " + main.integer(in, ORIENTATION, 1) + "), which was not done");
	}

	/** The text that the first page carries, or an empty one. */
	String description() {
		return description;
	}

	/** Whether ImageJ wrote it, or a program that says so. */
	boolean isImageJ() {
		return description.startsWith("ImageJ=");
	}

	TiffInput input() {
		return in;
	}

	/** ImageJ reads no BigTIFF: this is a classic one with the tags that it would find there; null where it is one already. */
	byte[] forImageJ() throws IOException {
		return in.big() ? pages.get(0).classic(in) : null;
	}

	/** What OME-XML says, or null. */
	OmeXml ome() {
		return ome;
	}

	/** Whether ImageJ's own tags are there, beside OME-XML or alone. */
	boolean hasImageJTags() throws IOException {
		return isImageJ() || ome != null && pages.get(0).has(in, IMAGEJ);
	}

	TiffLayout layout() {
		return layout;
	}

	/** What the user should know; complete when all planes were read. */
	List<String> notesSoFar() {
		final List<String> all = new ArrayList<>(notes);
		if (rounded) all.add("the file's " + layout.bits() + "-bit " + (layout.format() == TiffLayout.FLOAT
			? "floating-point numbers" : "integers") + " were rounded to 32-bit floating-point numbers");
		return all;
	}

	/** Notes where the planes are not read yet. */
	List<String> notesAhead() {
		rounded |= TiffPage.mayRound(layout);
		return notesSoFar();
	}

	/** Pages with pixels of the main image. */
	int pages() {
		return pages.size() * planesOfPage;
	}

	/** Pages, where each has a directory of its own, else 1. */
	int directories() {
		return pages.size();
	}

	/** Whether an ImageJ's RGB image holds the pages: red, green and blue of 8 bits. */
	boolean isColour() {
		return colours() && channels() == 3 && layout.bits() == 8 && layout.format() == TiffLayout.UNSIGNED;
	}

	private boolean colours() {
		return Set.of(TiffLayout.RGB, TiffLayout.YCBCR).contains(layout.photometric());
	}

	/** Samples of a page that are taken. */
	int channels() {
		return layout.samples() - (layout.alpha() ? 1 : 0);
	}

	/** What a channel of a page is called, or null. */
	String channelName(final int channel) {
		if (channels() == 1) return null;
		final List<String> names = colours() ? List.of("red", "green", "blue") : layout.photometric() == TiffLayout.CMYK ? List
			.of("cyan", "magenta", "yellow", "black") : List.of();
		return channel < names.size() ? names.get(channel) : null;
	}

	/** Bits of the values: 8, 16, or 32 for floats. */
	int depth() {
		return TiffPage.depth(layout);
	}

	/** Bytes of all planes when read. */
	long bytes() {
		return (long) layout.width() * layout.height() * pages() * (isColour() ? 4 : (long) channels() * depth() / 8);
	}

	/** The channels of a page, from 0; see {@link TiffPage#decode}. */
	Object[] read(final int number) throws IOException {
		return read(in, number, new Window(0, 0, layout.height(), layout.width()));
	}

	/** Those of a part of it, out of the file as it was opened anew. */
	Object[] read(final TiffInput opened, final int number, final Window window) throws IOException {
		if (window.y() < 0 || window.x() < 0 || window.height() > layout.height() - window.y() || window.width() > layout.width() -
			window.x()) throw new IllegalArgumentException(window + " is outside of " + layout.width() + " x " + layout.height());
		final TiffDirectory directory = pages.get(planesOfPage > 1 ? 0 : number);
		if (directory != last) lastLayout = pages.size() == 1 ? layout : TiffLayout.of(opened, directory);
		last = directory;
		final TiffPage page = new TiffPage(opened, directory, lastLayout, chunks);
		final Object[] samples = page.decode(planesOfPage > 1 ? number * planeBytes() : 0, window);
		rounded |= page.rounded();
		return Arrays.stream(samples).filter(Objects::nonNull).toArray();
	}

	/** @throws IOException if a plane has more pixels than an array can have */
	void checkArrays() throws IOException {
		if ((long) layout.width() * layout.height() > Integer.MAX_VALUE - 8) throw in.unsupported("planes of " + layout.width() +
			" x " + layout.height() + " pixels");
	}

	/** The calibration's pixel size and unit that a page's resolution stands for, or 0. */
	double[] pixelSize() throws IOException {
		final TiffDirectory page = pages.get(0);
		final double x = page.ratio(in, 282);
		final double y = page.ratio(in, 283);
		return new double[] { x > 0 ? 1 / x : 0, y > 0 ? 1 / y : 0 };
	}

	/** "inch", "cm", or null where the resolution has no unit. */
	String unit() throws IOException {
		return switch ((int) pages.get(0).integer(in, 296, 2)) {
			case 2 -> "inch";
			case 3 -> "cm";
			default -> null;
		};
	}

	/** Red, green and blue of a palette, 256 each; null where there is none. */
	byte[][] palette() throws IOException {
		if (layout.photometric() != TiffLayout.PALETTE) return null;
		final int size = 1 << layout.bits();
		if (pages.get(0).count(in, 320) != 3L * size) throw in.damaged("its palette has " + pages.get(0).count(in, 320) +
			" values");
		final long[] values = pages.get(0).integers(in, 320);
		boolean low = true; // some programs write 8 bits
		for (final long value : values)
			low &= value < 256;
		final byte[][] palette = new byte[3][256];
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < size; i++)
				palette[c][i] = (byte) (low ? values[c * size + i] : values[c * size + i] >> 8);
		return palette;
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
