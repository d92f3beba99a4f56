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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;

import org.zeroshotsr.imagej.Samples;

class ImageFilesTest {

	@TempDir
	Path folder;

	private final PrintStream out = System.out;
	private final PrintStream err = System.err;
	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	@BeforeEach
	void listen() {
		System.setOut(new PrintStream(printed, true));
		System.setErr(new PrintStream(printed, true));
	}

	@AfterEach
	void nothingPrinted() {
		System.setOut(out);
		System.setErr(err);
		assertEquals("", printed.toString());
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void planesOfEveryTypeComeBack(final int bits) throws IOException {
		final Path file = folder.resolve("single.tif");
		final ImagePlus single = new ImagePlus("single", Samples.plane(bits, 33, 21, 5));
		ImageFiles.save(single, file);
		final ImagePlus back = ImageFiles.open(file);
		assertEquals(bits, back.getBitDepth());
		assertArrayEquals(new Object[] { single.getProcessor().getPixels() }, new Object[] { back.getProcessor()
			.getPixels() });

		final ImagePlus stack = Samples.stack(bits, 17, 12, 4);
		ImageFiles.save(stack, folder.resolve("stack.tif"));
		for (final long lazy : new long[] { 0, ImageFiles.LAZY_BYTES }) {
			final ImagePlus again = ImageFiles.open(folder.resolve("stack.tif"), lazy);
			assertEquals(lazy == 0, again.getStack().isVirtual());
			assertEquals(4, again.getStackSize());
			for (int i = 1; i <= 4; i++) {
				assertEquals("plane " + i, again.getStack().getSliceLabel(i));
				assertArrayEquals(new Object[] { stack.getStack().getPixels(i) }, new Object[] { again.getStack().getPixels(
					i) });
			}
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, ImageFiles.LAZY_BYTES })
	void hyperstackKeepsEverything(final long lazy) throws IOException {
		final CompositeImage image = Samples.hyperstack();
		final Path file = folder.resolve("cells.tif");
		ImageFiles.save(image, file);
		assertEquals("cells.tif", image.getTitle());
		final ImagePlus back = ImageFiles.open(file, lazy);
		assertEquals(lazy == 0, back.getStack().isVirtual());
		assertArrayEquals(new int[] { 20, 14, 2, 3, 1 }, back.getDimensions());
		assertTrue(back.isHyperStack());
		assertTrue(back.getCalibration().equals(image.getCalibration()));
		assertEquals(4, back.getCalibration().xOrigin);
		assertEquals(1, back.getCalibration().zOrigin);
		assertEquals(2.5, back.getCalibration().frameInterval);
		assertEquals(image.getInfoProperty(), back.getInfoProperty());
		assertEquals("HeLa", back.getProp("Sample"));
		assertEquals("plane 5", back.getStack().getSliceLabel(5));
		assertEquals(2, back.getOverlay().size());
		assertEquals(3, back.getOverlay().get(1).getZPosition());
		final CompositeImage composite = (CompositeImage) back;
		assertEquals(CompositeImage.COMPOSITE, composite.getMode());
		for (int c = 1; c <= 2; c++) {
			assertArrayEquals(image.getChannelLut(c).getBytes(), composite.getChannelLut(c).getBytes());
			assertEquals(image.getChannelLut(c).max, composite.getChannelLut(c).max);
		}
	}

	@Test
	void aLabelOfOnePlaneAndSignedValuesStay() throws IOException {
		final ImagePlus image = new ImagePlus("ct", Samples.plane(16, 9, 8, 1));
		image.setProp("Slice_Label", "depth 3");
		image.setProperty("Info", "kV = 120");
		image.getCalibration().setSigned16BitCalibration();
		ImageFiles.save(image, folder.resolve("ct.tif"));
		final ImagePlus back = ImageFiles.open(folder.resolve("ct.tif"));
		assertEquals("depth 3", back.getProp("Slice_Label"));
		assertTrue(back.getCalibration().isSigned16Bit());
		assertArrayEquals((short[]) image.getProcessor().getPixels(), (short[]) back.getProcessor().getPixels());
	}

	@Test
	void aRedFirstLabelDoesNotCostTheOthers() throws IOException {
		final ImagePlus flat = Samples.stack(16, 9, 8, 3);
		for (int i = 1; i <= 3; i++)
			flat.getStack().setSliceLabel(List.of("Red", "tubulin", "actin").get(i - 1), i);
		flat.setDimensions(3, 1, 1);
		ImageFiles.save(new CompositeImage(flat, CompositeImage.COMPOSITE), folder.resolve("rgb48.tif"));
		final ImagePlus back = ImageFiles.open(folder.resolve("rgb48.tif"));
		assertArrayEquals(new int[] { 9, 8, 3, 1, 1 }, back.getDimensions());
		assertEquals("actin", back.getStack().getSliceLabel(3));
		assertArrayEquals((short[]) flat.getStack().getPixels(3), (short[]) back.getStack().getPixels(3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "gif", "bmp", "jpg" })
	void rastersOpenAndAreRefusedWhenTruncated(final String format) throws IOException {
		final Path file = raster(format);
		final ImagePlus image = ImageFiles.open(file);
		assertEquals(64, image.getWidth());
		assertEquals(48, image.getHeight());
		final byte[] bytes = Files.readAllBytes(file);
		for (final double part : new double[] { 0.1, 0.3, 0.5, 0.7, 0.9, 0.97 }) {
			Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * part)));
			final String message = refused(file);
			assertTrue(message.contains("truncated") || message.contains("not an image"), part + " " + message);
		}
	}

	private Path raster(final String format) throws IOException {
		final BufferedImage image = new BufferedImage(64, 48, "gif".equals(format) ? BufferedImage.TYPE_BYTE_GRAY
			: BufferedImage.TYPE_INT_RGB);
		final Random random = new Random(1);
		for (int y = 0; y < 48; y++)
			for (int x = 0; x < 64; x++)
				image.setRGB(x, y, random.nextInt(1 << 24));
		final Path file = folder.resolve("image." + format);
		assertTrue(ImageIO.write(image, format, file.toFile()));
		return file;
	}

	@Test
	void aTruncatedTiffIsRefusedWhereverItWasCut() throws IOException {
		for (final ImagePlus image : List.of(new ImagePlus("one", Samples.plane(16, 12, 10, 1)), Samples.hyperstack(),
			Samples.stack(24, 12, 10, 3)))
		{
			final Path file = folder.resolve("cut.tif");
			ImageFiles.save(image, file);
			final byte[] bytes = Files.readAllBytes(file);
			for (int length = 4; length < bytes.length; length += length < 600 ? 7 : 97) {
				Files.write(file, Arrays.copyOf(bytes, length));
				final String message = refused(file);
				assertTrue(message.contains("truncated") || message.contains("no image"), length + ": " + message);
			}
			Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
			refused(file);
		}
	}

	@Test
	void tiffsOfOtherProgramsOpenAndAreRefusedWhenTruncated() throws IOException {
		final Path file = folder.resolve("other.tif");
		final byte[] bytes = plainTiff(new int[][] { { 5, 4 }, { 5, 4 }, { 5, 4 } });
		Files.write(file, bytes);
		for (final long lazy : new long[] { 0, ImageFiles.LAZY_BYTES }) {
			final ImagePlus image = ImageFiles.open(file, lazy);
			assertEquals(3, image.getStackSize());
			assertEquals(2 * 100 + 7, image.getStack().getProcessor(3).get(7));
		}
		for (int length = 8; length < bytes.length; length++) {
			Files.write(file, Arrays.copyOf(bytes, length));
			assertTrue(refused(file).contains("truncated"));
		}
		Files.write(file, plainTiff(new int[][] { { 5, 4 }, { 3, 4 } }));
		assertTrue(refused(file).contains("different sizes"));
		bytes[2] = 43;
		Files.write(file, bytes);
		assertTrue(refused(file).contains("BigTIFF"));
	}

	/** A little-endian 8-bit TIFF with a directory after each plane; pixel i of plane p is 100 p + i. */
	private static byte[] plainTiff(final int[][] sizes) {
		final ByteBuffer tiff = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
		tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42);
		int link = tiff.position();
		tiff.putInt(0);
		for (int p = 0; p < sizes.length; p++) {
			final int pixels = tiff.position();
			final int count = sizes[p][0] * sizes[p][1];
			for (int i = 0; i < count; i++)
				tiff.put((byte) (100 * p + i));
			tiff.putInt(link, tiff.position());
			final int[][] entries = { { 256, sizes[p][0] }, { 257, sizes[p][1] }, { 258, 8 }, { 259, 1 }, { 262, 1 }, { 273,
				pixels }, { 277, 1 }, { 278, sizes[p][1] }, { 279, count } };
			tiff.putShort((short) entries.length);
			for (final int[] entry : entries)
				tiff.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
			link = tiff.position();
			tiff.putInt(0);
		}
		return Arrays.copyOf(tiff.array(), tiff.position());
	}

	@Test
	void whatIsNotAnImageIsRefused() throws IOException {
		assertTrue(refused(folder.resolve("none.tif")).contains("does not exist"));
		assertTrue(refused(folder).contains("is a folder"));
		assertTrue(refused(Files.createFile(folder.resolve("empty.tif"))).contains("empty"));
		assertTrue(refused(Files.writeString(folder.resolve("words.tif"), "these are only words")).contains(
			"not an image"));
		assertTrue(refused(Files.writeString(folder.resolve("notes.txt"), "1 2 3\n4 5 6\n")).contains("not an image"));
		final byte[] noise = new byte[5000];
		new Random(3).nextBytes(noise);
		assertTrue(refused(Files.write(folder.resolve("noise.png"), noise)).contains("not an image"));
		noise[0] = noise[1] = 'I';
		noise[2] = 42;
		noise[3] = 0;
		refused(Files.write(folder.resolve("noise.tif"), noise));
	}

	/** The message with which a file is refused; it has to name the file. */
	private static String refused(final Path file) {
		final String message = assertThrows(IOException.class, () -> ImageFiles.open(file)).getMessage();
		assertTrue(message.contains(file.toString()), message);
		return message;
	}

	@Test
	void outputsThatCannotBeWrittenAreRefusedBeforeWork() throws IOException {
		final Path in = Files.writeString(folder.resolve("in.tif"), "in");
		assertTrue(unwritable(folder.resolve("none/out.tif"), in).contains("does not exist"));
		assertTrue(unwritable(in.resolve("out.tif"), in).contains("not a folder"));
		assertTrue(unwritable(folder, in).contains("is a folder"));
		assertTrue(unwritable(folder.resolve("\uFFFD/out.tif"), in).contains("encoding"));
		assertTrue(unwritable(in, in).contains("input file itself"));
		assertTrue(unwritable(folder.resolve("../" + folder.getFileName() + "/in.tif"), in).contains("itself"));
		final Path link = Files.createSymbolicLink(folder.resolve("link.tif"), in);
		assertTrue(unwritable(link, in).contains("itself"));
		ImageFiles.checkWritable(folder.resolve("out.tif"), in);
		assertEquals(List.of("in.tif", "link.tif"), files());
		final Path kernel = Path.of("/proc/self");
		assumeTrue(Files.exists(kernel));
		assertTrue(unwritable(kernel.resolve("out.tif"), in).contains("no file can be written in the folder"));
	}

	private static String unwritable(final Path out, final Path in) {
		final String message = assertThrows(IOException.class, () -> ImageFiles.checkWritable(out, in)).getMessage();
		assertTrue(message.contains(out.getFileName().toString()) || message.contains("folder"), message);
		return message;
	}

	@Test
	void nothingIsLeftWhereSavingFails() throws IOException {
		final ImagePlus broken = new ImagePlus("broken", new Samples.Planes(20) {

			@Override
			public ImageProcessor getProcessor(final int n) {
				if (n > 10) throw new UncheckedIOException(new IOException("the disk is gone"));
				return super.getProcessor(n);
			}
		});
		final Path file = Files.writeString(folder.resolve("out.tif"), "old");
		final String message = assertThrows(IOException.class, () -> ImageFiles.save(broken, file)).getMessage();
		assertTrue(message.contains("the disk is gone"), message);
		assertEquals("old", Files.readString(file));
		assertEquals(List.of("out.tif"), files());
		assertThrows(IOException.class, () -> ImageFiles.save(broken, folder.resolve("none/out.tif")));
		ImageFiles.save(Samples.hyperstack(), file);
		assertEquals(List.of("out.tif"), files());
		assertEquals(6, ImageFiles.open(file).getStackSize());
	}

	@Test
	void moreThanTheDiskHoldsIsRefused() throws IOException {
		final Path file = folder.resolve("large.tif");
		ImageFiles.checkSize(file, 1000, 1000, 3, 2);
		final IOException e = assertThrows(IOException.class, () -> ImageFiles.checkSize(file, 30000, 20000, 2_000_000, 2));
		assertTrue(e.getMessage().matches(".*large.tif would hold 2000000 planes of 30000 x 20000 pixels: 2400000\\.0 GB are " +
			"needed in " + folder + ", and its disk has \\d+\\.\\d [GM]B free; make room, or write elsewhere"), e.getMessage());
	}

	@Test
	void aLazyStackFailsLoudlyWhenItsFileIsGone() throws IOException {
		final Path file = folder.resolve("stack.tif");
		ImageFiles.save(Samples.stack(16, 17, 12, 4), file);
		final ImagePlus stack = ImageFiles.open(file, 0);
		Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1200));
		final UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> stack.getStack().getProcessor(4));
		assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}
}
