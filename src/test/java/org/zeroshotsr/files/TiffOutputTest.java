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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.io.FileInfo;
import ij.io.TiffDecoder;
import ij.process.ImageProcessor;
import ij.process.LUT;

import org.zeroshotsr.files.TiffShape.Kind;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.imagej.Samples;

/** Planes in windows, in any order, and after an interruption: always the same file. */
class TiffOutputTest {

	private static final int WIDTH = 41;
	private static final int HEIGHT = 23;
	private static final int PLANES = 3;

	@TempDir
	Path folder;

	private Path name;

	@BeforeEach
	void name() {
		name = folder.resolve("out.tif");
	}

	/** A piece of a plane. */
	private record Piece(int plane, Window window) {

		void write(final TiffOutput output, final ImagePlus image) throws IOException {
			final ImageProcessor pixels = image.getStack().getProcessor(plane + 1);
			pixels.setRoi(window.x(), window.y(), window.width(), window.height());
			output.write(plane, window.y(), window.x(), pixels.crop());
		}
	}

	/** Windows of three columns and rows that cover everything, whole rows and whole planes among them. */
	private static List<Piece> pieces() {
		final List<Piece> pieces = new ArrayList<>();
		final int[] columns = { 0, 17, 18, WIDTH };
		final int[] rows = { 0, 5, 22, HEIGHT };
		for (int y = 0; y < 3; y++)
			for (int x = 0; x < 3; x++)
				pieces.add(new Piece(0, new Window(rows[y], columns[x], rows[y + 1] - rows[y], columns[x + 1] - columns[x])));
		for (int y = 0; y < 3; y++)
			pieces.add(new Piece(1, new Window(rows[y], 0, rows[y + 1] - rows[y], WIDTH)));
		pieces.add(new Piece(2, new Window(0, 0, HEIGHT, WIDTH)));
		return pieces;
	}

	private static ImagePlus image(final Kind kind) {
		final ImagePlus image = Samples.stack(kind == Kind.RGB ? 24 : kind == Kind.FLOAT ? 32 : 8 * kind.bytes(), WIDTH, HEIGHT,
			PLANES);
		image.setProperty("Info", "steps = 600\n");
		if (kind == Kind.SIGNED16) image.getCalibration().setSigned16BitCalibration();
		return image;
	}

	private byte[] saved(final ImagePlus image) throws IOException {
		final Path file = folder.resolve(name.getFileName().toString());
		ImageFiles.save(image, file);
		return Files.readAllBytes(file);
	}

	@ParameterizedTest
	@EnumSource
	void windowsInAnyOrderMakeTheSameFile(final Kind kind) throws IOException {
		if (kind == Kind.SIGNED16) name = folder.resolve("out.ome.tif");
		final ImagePlus image = image(kind);
		final byte[] whole = saved(image);
		final Path part = folder.resolve("part");
		for (int seed = 0; seed < 5; seed++) {
			final List<Piece> pieces = pieces();
			Collections.shuffle(pieces, new Random(seed));
			try (TiffOutput output = TiffOutput.create(part, TiffShape.of(image, WIDTH, HEIGHT, name))) {
				assertEquals(kind, output.shape().kind());
				for (final Piece piece : pieces)
					piece.write(output, image);
				output.finish(image, name);
			}
			assertArrayEquals(whole, Files.readAllBytes(part));
		}
	}

	/** What describes the planes need not hold them. */
	@ParameterizedTest
	@ValueSource(strings = { "out.tif", "out.ome.tif" })
	void singlePixelsDescribePlanes(final String as) throws IOException {
		name = folder.resolve(as);
		final ImagePlus image = image(Kind.GREY16);
		image.setDisplayRange(0, 4000);
		final byte[] whole = saved(image);
		final ImageStack pixels = new ImageStack(1, 1);
		for (int i = 1; i <= PLANES; i++)
			pixels.addSlice(image.getStack().getSliceLabel(i), new short[1]);
		final ImagePlus described = new ImagePlus(image.getTitle(), pixels);
		described.setProperty("Info", image.getInfoProperty());
		described.setDisplayRange(0, 4000);
		final Path part = folder.resolve("part");
		try (TiffOutput output = TiffOutput.create(part, TiffShape.of(image, WIDTH, HEIGHT, name))) {
			for (final Piece piece : pieces())
				piece.write(output, image);
			output.finish(described, name);
		}
		assertArrayEquals(whole, Files.readAllBytes(part));
	}

	@Test
	void aFileThatIsGoneOnWithIsTheSame() throws IOException {
		final ImagePlus image = image(Kind.GREY16);
		final byte[] whole = saved(image);
		final TiffShape shape = TiffShape.of(image, WIDTH, HEIGHT, name);
		final List<Piece> pieces = pieces();
		Collections.shuffle(pieces, new Random(3));
		for (int before = 0; before <= pieces.size(); before++) {
			final Path part = folder.resolve("part" + before);
			try (TiffOutput output = TiffOutput.create(part, shape)) {
				for (final Piece piece : pieces.subList(0, before))
					piece.write(output, image);
				output.sync();
				// killed at the end of all, or in the midst of a piece
				if (before == pieces.size()) output.finish(image, name);
				else if (before == 0) output.write(0, 0, 0, Samples.plane(16, 5, 5, 9));
			}
			if (before < pieces.size()) assertTrue(assertThrows(IOException.class, () -> ImageFiles.open(part)).getMessage()
				.contains("not an image"));
			try (TiffOutput output = TiffOutput.resume(part, shape)) {
				for (final Piece piece : pieces.subList(before, pieces.size()))
					piece.write(output, image);
				output.finish(image, name);
			}
			assertArrayEquals(whole, Files.readAllBytes(part), before + " of " + pieces.size());
		}
	}

	/** Killed while the directories were written; and ImageJ's byte order is set otherwise meanwhile. */
	@ParameterizedTest
	@ValueSource(strings = { "out.tif", "out.ome.tif" })
	void anEndingThatIsTornIsWrittenAgain(final String as) throws IOException {
		name = folder.resolve(as);
		final ImagePlus image = image(Kind.GREY16);
		final byte[] whole = saved(image);
		final TiffShape shape = TiffShape.of(image, WIDTH, HEIGHT, name);
		final Path part = folder.resolve("part");
		try (TiffOutput output = TiffOutput.create(part, shape)) {
			for (final Piece piece : pieces())
				piece.write(output, image);
		}
		Files.write(part, new byte[70000], StandardOpenOption.APPEND);
		Prefs.intelByteOrder = !Prefs.intelByteOrder;
		final boolean now = Prefs.intelByteOrder;
		try (TiffOutput output = TiffOutput.resume(part, shape)) {
			output.finish(image, name);
			assertEquals(now, Prefs.intelByteOrder);
		}
		finally {
			Prefs.intelByteOrder = !now;
		}
		assertArrayEquals(whole, Files.readAllBytes(part));
	}

	@Test
	void anInterruptedThreadWrites() throws IOException {
		final ImagePlus image = image(Kind.GREY16);
		final byte[] whole = saved(image);
		Thread.currentThread().interrupt();
		ImageFiles.save(image, folder.resolve("again.tif"));
		assertTrue(Thread.interrupted());
		assertArrayEquals(whole, Files.readAllBytes(folder.resolve("again.tif")));
	}

	@Test
	void onlyTheSameFileIsGoneOnWith() throws IOException {
		final Path part = folder.resolve("part");
		final TiffShape shape = new TiffShape(WIDTH, HEIGHT, PLANES, Kind.GREY16);
		TiffOutput.create(part, shape).close();
		for (final TiffShape other : List.of(new TiffShape(HEIGHT, WIDTH, PLANES, Kind.GREY16), new TiffShape(WIDTH, HEIGHT, 2,
			Kind.GREY16), new TiffShape(WIDTH, HEIGHT, PLANES, Kind.SIGNED16)))
			assertTrue(assertThrows(IOException.class, () -> TiffOutput.resume(part, other)).getMessage().contains(
				"is not the unfinished file of " + other));
		for (final String text : List.of("", "MM", "MM these are only words"))
			assertThrows(IOException.class, () -> TiffOutput.resume(Files.writeString(folder.resolve("words"), text), shape));
		assertThrows(IOException.class, () -> TiffOutput.resume(folder.resolve("none"), shape));
		assertFalse(Files.exists(folder.resolve("none")));
		assertEquals("MM these are only words", Files.readString(folder.resolve("words")));
		TiffOutput.resume(part, shape).close();
	}

	@Test
	void whatIsOutsideOrOfAnotherKindIsAnError() throws IOException {
		try (TiffOutput output = TiffOutput.create(folder.resolve("part"), new TiffShape(WIDTH, HEIGHT, PLANES, Kind.FLOAT))) {
			final float[] pixels = new float[6];
			for (final Window window : List.of(new Window(-1, 0, 2, 3), new Window(HEIGHT - 1, 0, 2, 3), new Window(0, WIDTH - 2, 2,
				3), new Window(0, -1, 2, 3)))
				assertThrows(IllegalArgumentException.class, () -> output.write(0, window, pixels));
			for (final int plane : new int[] { -1, PLANES })
				assertThrows(IllegalArgumentException.class, () -> output.write(plane, new Window(0, 0, 2, 3), pixels));
			assertThrows(IllegalArgumentException.class, () -> output.write(0, new Window(0, 0, 2, 3), new short[6]));
			assertThrows(IllegalArgumentException.class, () -> output.finish(image(Kind.GREY16), name));
		}
	}

	/** Values of planes that lie beyond all that an int or an unsigned one can count, without the file's gigabytes. */
	@Test
	void planesOfManyGigabytesAreInStripsUnderTwo() throws IOException {
		final TiffShape shape = new TiffShape(50000, 45000, 3, Kind.GREY8);
		final Path file = folder.resolve("part");
		final ImageStack pixels = new ImageStack(1, 1);
		for (int i = 0; i < 3; i++)
			pixels.addSlice(null, new byte[1]);
		try (TiffOutput output = TiffOutput.create(file, shape)) {
			for (int i = 0; i < 60; i++)
				output.write(i % 3, 700 * i, 800 * i, Samples.plane(8, 30, 20, i));
			output.write(2, 44980, 49970, Samples.plane(8, 30, 20, 60));
			output.finish(new ImagePlus("large", pixels), name);
		}
		try (TiffRegions regions = new TiffRegions(file)) {
			assertEquals(List.of(50000, 45000, 3, 8), List.of(regions.width(), regions.height(), regions.planes(), regions
				.bitDepth()));
			for (int i = 0; i < 60; i++) {
				final ImageProcessor read = regions.read(i % 3, new Window(700 * i, 800 * i, 20, 30));
				assertArrayEquals((byte[]) Samples.plane(8, 30, 20, i).getPixels(), (byte[]) read.getPixels());
				assertEquals(0, regions.read((i + 1) % 3, new Window(700 * i, 800 * i, 1, 1)).get(0));
			}
			assertArrayEquals((byte[]) Samples.plane(8, 30, 20, 60).getPixels(), (byte[]) regions.read(2, new Window(44980, 49970,
				20, 30)).getPixels());
		}
		try (TiffInput in = new TiffInput(file)) {
			assertTrue(in.big());
			final List<TiffDirectory> pages = TiffDirectory.all(in);
			assertEquals(3, pages.size());
			for (final TiffDirectory page : pages)
				for (final long length : page.integers(in, 279))
					assertTrue(length <= Integer.MAX_VALUE, length + " bytes");
		}
		assertTrue(assertThrows(IOException.class, () -> ImageFiles.open(file)).getMessage().contains(
			"planes of 50000 x 45000 pixels"));
	}

	/** ImageJ finds what describes the planes behind more pixels than a signed int counts, in a classic TIFF. */
	@Test
	void tagsBehindThreeGigabytesAreFound() throws IOException {
		final ImageStack pixels = new ImageStack(1, 1);
		for (int i = 0; i < 62; i++)
			pixels.addSlice("plane " + i, new byte[1]);
		final ImagePlus described = new ImagePlus("large", pixels);
		described.setProperty("Info", "steps = 600");
		described.getCalibration().pixelWidth = 0.125;
		described.getCalibration().pixelHeight = 0.25;
		described.getCalibration().setUnit("micron");
		described.setLut(LUT.createLutFromColor(Color.cyan));
		final byte[] last = (byte[]) Samples.plane(8, 5000, 10, 1).getPixels();
		try (TiffOutput output = TiffOutput.create(name, new TiffShape(5000, 10000, 62, Kind.GREY8))) {
			output.write(61, new Window(9990, 0, 10, 5000), last);
			output.finish(described, name);
		}
		final FileInfo info = new TiffDecoder(folder + File.separator, "out.tif").getTiffInfo()[0];
		assertEquals("steps = 600", info.info);
		assertEquals("plane 61", info.sliceLabels[61]);
		assertEquals(62, info.nImages);
		assertEquals((byte) 200, info.greens[200]);
		assertEquals(0, info.reds[200]);
		final ImagePlus back = ImageFiles.open(name);
		assertEquals(0.125, back.getCalibration().pixelWidth);
		assertEquals(0.25, back.getCalibration().pixelHeight);
		assertEquals("plane 61", back.getStack().getSliceLabel(62));
		assertArrayEquals(last, (byte[]) ((TiffStack) back.getStack()).window(62, new Window(9990, 0, 10, 5000)).getPixels());
	}

	@Test
	void nothingIsLeftOnAFullDisk() throws Exception {
		try (SmallDisk disk = SmallDisk.of(4 << 20)) {
			final Path file = disk.folder().resolve("out.tif");
			final ImagePlus image = Samples.stack(16, 1000, 500, 5);
			final String planned = assertThrows(IOException.class, () -> ImageFiles.save(image, file)).getMessage();
			assertTrue(planned.contains("5.0 MB are needed in " + disk.folder()) && planned.contains("4.2 MB free"), planned);
			assertEquals(List.of(), disk.files());
			// somebody else takes the room meanwhile
			final ImagePlus greedy = new ImagePlus("greedy", new Samples.Planes(1000) {

				@Override
				public ImageProcessor getProcessor(final int n) {
					if (n == 500) fill(disk.folder().resolve("other"));
					return super.getProcessor(n);
				}
			});
			final String full = assertThrows(IOException.class, () -> ImageFiles.save(greedy, file)).getMessage();
			assertTrue(full.contains("No space left on device") && full.contains("nothing was left behind"), full);
			assertEquals(List.of("other"), disk.files());
		}
	}

	private static void fill(final Path file) {
		try (var out = Files.newOutputStream(file)) {
			while (true)
				out.write("other ".repeat(700).getBytes(StandardCharsets.US_ASCII));
		}
		catch (final IOException e) {
			assertTrue(e.getMessage().contains("No space left"), e.getMessage());
		}
	}
}
