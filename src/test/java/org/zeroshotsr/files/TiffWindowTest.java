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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import org.zeroshotsr.files.Flavour.Coding;
import org.zeroshotsr.files.Flavour.Colour;
import org.zeroshotsr.files.Flavour.Layout;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.imagej.Samples;

/** Parts of planes are what they are in the whole plane, in every flavour of TIFF. */
class TiffWindowTest {

	@TempDir
	Path folder;

	@Test
	void windowsAreCropsOfTheWholePlane() throws IOException {
		final List<Flavour> flavours = Flavours.all();
		final List<String> wrong = new ArrayList<>();
		int read = 0;
		for (int i = 0; i < flavours.size(); i++) {
			final Path file = Files.write(folder.resolve("flavour.tif"), TiffWriter.write(flavours.get(i), i).bytes());
			final ImagePlus image;
			try {
				image = ImageFiles.open(file);
			}
			catch (final IOException e) {
				continue; // as TiffGridTest has it
			}
			read++;
			if (!same(file, image, new Random(i))) wrong.add(flavours.get(i).toString());
		}
		assertEquals(List.of(), wrong);
		assertTrue(read > flavours.size() / 2, read + " of " + flavours.size());
	}

	private static boolean same(final Path file, final ImagePlus image, final Random random) throws IOException {
		boolean same = true;
		try (TiffRegions regions = new TiffRegions(file)) {
			same &= image.getStackSize() == regions.planes() && image.getBitDepth() == regions.bitDepth();
			final boolean stack = ImageFiles.open(file, 0).getStack() instanceof TiffStack;
			for (int n = 0; n < 4; n++) {
				final int y = random.nextInt(regions.height());
				final int x = random.nextInt(regions.width());
				final Window window = new Window(y, x, 1 + random.nextInt(regions.height() - y), 1 + random.nextInt(regions
					.width() - x));
				final int plane = random.nextInt(regions.planes());
				final ImageProcessor whole = image.getStack().getProcessor(plane + 1);
				whole.setRoi(x, y, window.width(), window.height());
				final Object crop = whole.crop().getPixels();
				same &= equal(crop, regions.read(plane, window).getPixels());
				if (stack) same &= equal(crop, ((TiffStack) ImageFiles.open(file, 0).getStack()).window(plane + 1, window)
					.getPixels());
			}
		}
		return same;
	}

	private static boolean equal(final Object a, final Object b) {
		return Arrays.deepEquals(new Object[] { a }, new Object[] { b });
	}

	/** Strips and tiles elsewhere may be damaged. */
	@Test
	void nothingElseIsDecoded() throws IOException {
		for (final Layout layout : List.of(Layout.STRIPS, Layout.TILES)) {
			final Flavour flavour = Flavour.of(NumberType.SHORT, Colour.GREY).with(Coding.ZIP).with(layout);
			final byte[] bytes = TiffWriter.write(flavour, 1).bytes();
			final Path file = folder.resolve("damaged.tif");
			Files.write(file, bytes);
			final ImageProcessor whole = ImageFiles.open(file).getProcessor();
			final int last;
			try (TiffInput in = new TiffInput(file)) {
				final long[] places = TiffLayout.of(in, TiffDirectory.all(in).get(0)).offsets();
				last = (int) places[places.length - 1];
			}
			Arrays.fill(bytes, last, last + 8, (byte) 0xff);
			Files.write(file, bytes);
			assertThrows(IOException.class, () -> ImageFiles.open(file));
			try (TiffRegions regions = new TiffRegions(file)) {
				final Window first = new Window(0, 0, 2, 16);
				whole.setRoi(0, 0, 16, 2);
				assertArrayEquals((short[]) whole.crop().getPixels(), (short[]) regions.read(0, first).getPixels());
				assertThrows(IOException.class, () -> regions.read(0, new Window(0, 0, flavour.height(), flavour.width())));
			}
		}
	}

	/** A row of windows decompresses a strip once, and no more is held than is said. */
	@Test
	void stripsAreDecompressedOnce() throws IOException {
		final TiffChunks chunks = new TiffChunks();
		final int size = (int) TiffChunks.BYTES / 4;
		final List<Integer> decoded = new ArrayList<>();
		final int[] asked = { 0, 1, 0, 2, 3, 0, 4, 0, 1, 9, 9 };
		for (final int chunk : asked)
			assertEquals(size + (chunk == 9 ? 4 * size : 0), chunks.get(null, chunk, () -> {
				decoded.add(chunk);
				return ByteBuffer.allocate(chunk == 9 ? 5 * size : size);
			}).capacity());
		assertEquals(List.of(0, 1, 2, 3, 4, 1, 9, 9), decoded);
	}

	@Test
	void windowsOfAStackThatIsGoneFail() throws IOException {
		final Path file = folder.resolve("stack.tif");
		ImageFiles.save(Samples.stack(16, 17, 12, 4), file);
		final TiffStack stack = (TiffStack) ImageFiles.open(file, 0).getStack();
		assertThrows(IllegalArgumentException.class, () -> stack.window(1, new Window(0, 0, 13, 17)));
		stack.window(4, new Window(0, 0, 12, 17));
		Files.delete(file);
		assertTrue(assertThrows(IOException.class, () -> stack.window(4, new Window(0, 0, 12, 17))).getMessage().contains(
			file.toString()));
	}
}
