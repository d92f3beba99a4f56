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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.plugin.LutLoader;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** PNG files made here bit by bit, and files of Java's writers: right values, or a refusal. */
class RasterFileTest {

	private static final int WIDTH = 13;
	private static final int HEIGHT = 5;
	private static final int GREY = 0;
	private static final int RGB = 2;
	private static final int PALETTE = 3;
	private static final int GREY_ALPHA = 4;
	private static final int RGB_ALPHA = 6;

	@TempDir
	Path folder;

	/** Sample s of pixel i. */
	private static int sample(final int i, final int s, final int bits) {
		return (i * 7919 + s * 104729 + 17) * 31 >>> 3 & (1 << bits) - 1;
	}

	private static int samples(final int type) {
		return switch (type) {
			case RGB -> 3;
			case GREY_ALPHA -> 2;
			case RGB_ALPHA -> 4;
			default -> 1;
		};
	}

	/** Columns and rows of each pass: first column, first row, step of columns, step of rows. */
	private static final int[][] WHOLE = { { 0, 0, 1, 1 } };
	private static final int[][] ADAM7 = { { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4, 4, 8 }, { 2, 0, 4, 4 }, { 0, 2, 2, 4 }, { 1, 0,
		2, 2 }, { 0, 1, 1, 2 } };

	private Path png(final int type, final int bits, final byte[] transparent) throws IOException {
		return png(type, bits, transparent, WHOLE);
	}

	private Path png(final int type, final int bits, final byte[] transparent, final int[][] passes) throws IOException {
		final int samples = samples(type);
		final ByteArrayOutputStream lines = new ByteArrayOutputStream();
		try (DeflaterOutputStream zip = new DeflaterOutputStream(lines)) {
			for (final int[] pass : passes)
				for (int y = pass[1]; y < HEIGHT; y += pass[3]) {
					final int width = (WIDTH - pass[0] + pass[2] - 1) / pass[2];
					final byte[] line = new byte[1 + (width * samples * bits + 7) / 8];
					for (int k = 0; k < width * samples; k++) {
						final int value = sample(y * WIDTH + pass[0] + k / samples * pass[2], k % samples, bits);
						if (bits == 16) line[1 + 2 * k] = (byte) (value >> 8);
						if (bits >= 8) line[bits / 8 * (k + 1)] = (byte) value;
						else line[1 + k * bits / 8] |= value << 8 - bits - k * bits % 8;
					}
					zip.write(line);
				}
		}
		final ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' });
		chunk(file, "IHDR", new byte[] { 0, 0, 0, WIDTH, 0, 0, 0, HEIGHT, (byte) bits, (byte) type, 0, 0,
			(byte) (passes == WHOLE ? 0 : 1) });
		if (type == PALETTE) {
			final byte[] palette = new byte[3 << bits];
			for (int i = 0; i < palette.length; i++)
				palette[i] = (byte) (i * 37 + 5);
			chunk(file, "PLTE", palette);
		}
		if (transparent != null) chunk(file, "tRNS", transparent);
		chunk(file, "IDAT", lines.toByteArray());
		chunk(file, "IEND", new byte[0]);
		return Files.write(folder.resolve("image.png"), file.toByteArray());
	}

	private static void chunk(final ByteArrayOutputStream file, final String name, final byte[] data) throws IOException {
		final CRC32 crc = new CRC32();
		crc.update(name.getBytes());
		crc.update(data);
		final DataOutputStream out = new DataOutputStream(file);
		out.writeInt(data.length);
		out.writeBytes(name);
		out.write(data);
		out.writeInt((int) crc.getValue());
	}

	@ParameterizedTest
	@CsvSource({ "0,1", "0,2", "0,4", "0,8", "0,16", "2,8", "2,16", "4,8", "4,16", "6,8", "6,16" })
	void pngsHaveTheirValues(final int type, final int bits) throws IOException {
		final boolean alpha = type == GREY_ALPHA || type == RGB_ALPHA;
		check(ImageFiles.read(png(type, bits, null)), type, bits, alpha);
		check(ImageFiles.read(png(type, bits, null, ADAM7)), type, bits, alpha);
		if (alpha) return;
		final byte[] transparent = new byte[2 * samples(type)];
		for (int s = 0; s < samples(type); s++) {
			transparent[2 * s] = (byte) (sample(3, s, bits) >> 8);
			transparent[2 * s + 1] = (byte) sample(3, s, bits);
		}
		// Java finds the transparent value of 8 and 16 bits alone, and the opacity is left out anyway
		check(ImageFiles.read(png(type, bits, transparent)), type, bits, bits >= 8 ? true : null);
		check(ImageFiles.read(png(type, bits, transparent, ADAM7)), type, bits, bits >= 8 ? true : null);
	}

	/** @param alpha whether an opacity is to be noted; null for either */
	private static void check(final ImageFile file, final int type, final int bits, final Boolean alpha) {
		final ImagePlus image = file.image();
		final boolean colour = type == RGB || type == RGB_ALPHA;
		assertEquals(colour && bits == 8 ? 24 : Math.max(8, bits), image.getBitDepth());
		assertEquals(colour && bits == 16 ? 3 : 1, image.getNChannels());
		assertEquals(colour && bits == 16, image instanceof CompositeImage);
		if (alpha != null) assertEquals(alpha ? 1 : 0, file.notes().size(), file.notes().toString());
		for (int i = 0; i < WIDTH * HEIGHT; i++)
			for (int c = 0; c < (colour ? 3 : 1); c++) {
				final int wanted = sample(i, c, bits) * (bits < 8 ? 255 / ((1 << bits) - 1) : 1);
				final int found = image.getBitDepth() == 24 ? image.getProcessor().get(i) >> 8 * (2 - c) & 255 : image.getStack()
					.getProcessor(c + 1).get(i);
				assertEquals(wanted, found, "pixel " + i + " sample " + c);
			}
	}

	/** What has the colours of a palette must not be taken for grey levels by the engine. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 8 })
	void palettesAreColours(final int bits) throws IOException {
		final byte seen = (byte) sample(5, 0, bits);
		for (final boolean transparent : new boolean[] { false, true }) {
			final byte[] opacity = new byte[(seen & 0xff) + 1];
			Arrays.fill(opacity, (byte) 255);
			opacity[seen & 0xff] = 127;
			final Path path = png(PALETTE, bits, transparent ? opacity : null);
			final ImageFile file = ImageFiles.read(path);
			shows(path, i -> {
				final int index = sample(i, 0, bits);
				return (3 * index * 37 + 5 & 0xff) << 16 | ((3 * index + 1) * 37 + 5 & 0xff) << 8 | (3 * index + 2) * 37 + 5 & 0xff;
			});
			assertEquals(bits == 8 ? 8 : 24, file.image().getBitDepth());
			assertEquals(transparent, file.notes().toString().contains("transparent"), file.notes().toString());
		}
	}

	/** As ImageJ writes 8 bits with a look-up table, which is not part of the values. */
	@Test
	void aLookUpTableIsKept() throws IOException {
		final ImagePlus fire = new ImagePlus("fire", new ByteProcessor(WIDTH, HEIGHT));
		for (int i = 0; i < WIDTH * HEIGHT; i++)
			fire.getProcessor().set(i, sample(i, 0, 8));
		for (final LUT table : List.of(new LUT(LutLoader.getLut("fire"), 0, 255), LUT.createLutFromColor(Color.WHITE).createInvertedLut())) {
			fire.getProcessor().setLut(table);
			assertTrue(ImageIO.write(fire.getProcessor().getBufferedImage(), "png", folder.resolve("lut.png").toFile()));
			final ImageProcessor back = ImageFiles.open(folder.resolve("lut.png")).getProcessor();
			for (int i = 0; i < WIDTH * HEIGHT; i++)
				assertEquals(sample(i, 0, 8), back.get(i));
			assertEquals(table.getRed(20), ((IndexColorModel) back.getColorModel()).getRed(20));
		}
	}

	private static BufferedImage drawn(final int type) {
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
		for (int i = 0; i < WIDTH * HEIGHT; i++)
			image.setRGB(i % WIDTH, i / WIDTH, 0xff000000 | sample(i, 0, 8) << 16 | sample(i, 1, 8) << 8 | sample(i, 2, 8));
		return image;
	}

	@ParameterizedTest
	@CsvSource({ "bmp," + BufferedImage.TYPE_INT_RGB, "bmp," + BufferedImage.TYPE_BYTE_BINARY, "bmp," +
		BufferedImage.TYPE_BYTE_INDEXED, "bmp," + BufferedImage.TYPE_USHORT_565_RGB,
		"gif," + BufferedImage.TYPE_BYTE_GRAY })
	void filesOfJavasWritersShowWhatJavaShows(final String format, final int type) throws IOException {
		final Path path = folder.resolve("image." + format);
		assertTrue(ImageIO.write(drawn(type), format, path.toFile()));
		final BufferedImage truth = ImageIO.read(path.toFile());
		final ImagePlus image = ImageFiles.open(path);
		for (int i = 0; i < WIDTH * HEIGHT; i++)
			assertEquals(truth.getRGB(i % WIDTH, i / WIDTH), image.getProcessor().convertToRGB().get(i) | 0xff000000, "pixel " + i);
	}

	/** A BMP made here bit by bit: the lines from the bottom, of whole words. */
	private Path bmp(final int bits, final int compression, final int[] masks, final int[] palette, final byte[] pixels,
		final boolean topDown) throws IOException
	{
		final int header = masks != null && masks.length == 4 ? 108 : 40;
		final int extra = header == 40 && masks != null ? 12 : 0;
		final int start = 14 + header + extra + 4 * palette.length;
		final ByteBuffer file = ByteBuffer.allocate(start + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
		file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0).putInt(start);
		file.putInt(header).putInt(WIDTH).putInt(topDown ? -HEIGHT : HEIGHT).putShort((short) 1).putShort((short) bits).putInt(
			compression).putInt(pixels.length).putInt(2835).putInt(2835).putInt(palette.length).putInt(0);
		if (masks != null) for (final int mask : masks)
			file.putInt(mask);
		file.position(14 + header + extra);
		for (final int colour : palette)
			file.putInt(colour);
		return Files.write(folder.resolve("image.bmp"), file.put(pixels).array());
	}

	/** The lines of a BMP of so many bits, whose value at pixel i is given. */
	private static byte[] lines(final int bits, final boolean topDown, final IntUnaryOperator values) {
		final int stride = (WIDTH * bits + 31) / 32 * 4;
		final byte[] lines = new byte[stride * HEIGHT];
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			final int line = (topDown ? i / WIDTH : HEIGHT - 1 - i / WIDTH) * stride;
			final int x = i % WIDTH;
			final int value = values.applyAsInt(i);
			if (bits < 8) lines[line + x * bits / 8] |= value << 8 - bits - x * bits % 8;
			else for (int k = 0; k < bits / 8; k++)
				lines[line + x * bits / 8 + k] = (byte) (value >> 8 * k);
		}
		return lines;
	}

	private static int rgb(final int i) {
		return sample(i, 0, 8) << 16 | sample(i, 1, 8) << 8 | sample(i, 2, 8);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void bmpsOfColoursHaveTheirValues(final boolean topDown) throws IOException {
		final int[] none = {};
		shows(bmp(24, 0, null, none, lines(24, topDown, RasterFileTest::rgb), topDown), RasterFileTest::rgb);
		shows(bmp(32, 0, null, none, lines(32, topDown, i -> 0x5a000000 | rgb(i)), topDown), RasterFileTest::rgb);
		final int[] masks = { 0xff0000, 0xff00, 0xff };
		shows(bmp(32, 3, masks, none, lines(32, topDown, i -> 0x5a000000 | rgb(i)), topDown), RasterFileTest::rgb);
		final int[] turned = { 0xff, 0xff00, 0xff0000 };
		shows(bmp(32, 3, turned, none, lines(32, topDown, i -> Integer.reverseBytes(rgb(i)) >>> 8), topDown),
			RasterFileTest::rgb);
		final int[] opacity = { 0xff0000, 0xff00, 0xff, 0xff000000 };
		final Path clear = bmp(32, 3, opacity, none, lines(32, topDown, i -> 0x5a000000 | rgb(i)), topDown);
		shows(clear, RasterFileTest::rgb);
		assertEquals(1, ImageFiles.read(clear).notes().size());
		final IntUnaryOperator five = i -> sample(i, 0, 5) << 10 | sample(i, 1, 5) << 5 | sample(i, 2, 5);
		shows(bmp(16, 0, null, none, lines(16, topDown, five), topDown), i -> wide(sample(i, 0, 5), 31) << 16 | wide(sample(i, 1,
			5), 31) << 8 | wide(sample(i, 2, 5), 31));
		final int[] masks565 = { 0xf800, 0x7e0, 0x1f };
		shows(bmp(16, 3, masks565, none, lines(16, topDown, i -> sample(i, 0, 5) << 11 | sample(i, 1, 6) << 5 | sample(i, 2, 5)),
			topDown), i -> wide(sample(i, 0, 5), 31) << 16 | wide(sample(i, 1, 6), 63) << 8 | wide(sample(i, 2, 5), 31));
	}

	private static int wide(final int value, final int most) {
		return Math.round(255f * value / most);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4, 8 })
	void bmpsOfPalettesHaveTheirValues(final int bits) throws IOException {
		final int size = 1 << bits;
		final int[] grey = new int[size];
		final int[] inverted = new int[size];
		final int[] shuffled = new int[size];
		final int[] colours = new int[size];
		for (int i = 0; i < size; i++) {
			grey[i] = i * 255 / (size - 1) * 0x10101;
			inverted[size - 1 - i] = grey[i];
			shuffled[i] = (i * 7 + 3) % size * 255 / (size - 1) * 0x10101;
			colours[i] = rgb(i);
		}
		for (final boolean topDown : new boolean[] { false, true })
			for (final int[] palette : new int[][] { grey, inverted, shuffled, colours }) {
				final Path path = bmp(bits, 0, null, palette, lines(bits, topDown, i -> sample(i, 0, bits)), topDown);
				shows(path, i -> palette[sample(i, 0, bits)]);
				final ImageProcessor plane = ImageFiles.open(path).getProcessor();
				if (palette == grey || palette == shuffled || palette == inverted && bits < 8) for (int i = 0; i < WIDTH * HEIGHT; i++)
					assertEquals(palette[sample(i, 0, bits)] & 0xff, plane.get(i), "pixel " + i);
			}
	}

	/** Runs of one value, and runs of several. */
	@Test
	void packedBmpsHaveTheirValues() throws IOException {
		final int[] palette = new int[16];
		for (int i = 0; i < 16; i++)
			palette[i] = rgb(i);
		for (final int bits : new int[] { 4, 8 }) {
			final ByteArrayOutputStream packed = new ByteArrayOutputStream();
			for (int y = HEIGHT - 1; y >= 0; y--) {
				packed.write(5);
				packed.write(bits == 4 ? 0x33 : 3);
				packed.write(0);
				packed.write(WIDTH - 5);
				for (int x = 5; x < WIDTH; x += bits == 4 ? 2 : 1)
					packed.write(bits == 4 ? packedValue(x, y) << 4 | packedValue(x + 1, y) : packedValue(x, y));
				packed.write(0);
				packed.write(y == 0 ? 1 : 0);
			}
			shows(bmp(bits, bits == 4 ? 2 : 1, null, palette, packed.toByteArray(), false), i -> palette[packedValue(i % WIDTH, i /
				WIDTH)]);
		}
	}

	private static int packedValue(final int x, final int y) {
		return x < 5 ? 3 : sample(y * WIDTH + x, 0, 4);
	}

	/** What the image looks like. */
	private static void shows(final Path path, final IntUnaryOperator colours) throws IOException {
		final ImagePlus image = ImageFiles.open(path);
		assertEquals(WIDTH, image.getWidth());
		assertEquals(HEIGHT, image.getHeight());
		final ImageProcessor shown = image.getProcessor().convertToRGB();
		for (int i = 0; i < WIDTH * HEIGHT; i++)
			assertEquals(Integer.toHexString(colours.applyAsInt(i)), Integer.toHexString(shown.get(i) & 0xffffff), "pixel " + i);
	}

	@Test
	void gifsHaveTheirColours() throws IOException {
		for (final boolean grey : new boolean[] { false, true })
			for (final int size : new int[] { 2, 4, 16, 256 })
				for (final boolean transparent : new boolean[] { false, true }) {
					final byte[][] palette = new byte[3][size];
					for (int i = 0; i < size; i++)
						for (int c = 0; c < 3; c++)
							palette[c][i] = (byte) (grey ? i * 255 / (size - 1) : sample(i, c, 8));
					final int bits = Integer.numberOfTrailingZeros(size);
					final int clear = transparent ? sample(5, 0, bits) : -1;
					final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED,
						new IndexColorModel(bits, size, palette[0], palette[1], palette[2], clear));
					for (int i = 0; i < WIDTH * HEIGHT; i++)
						image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, sample(i, 0, bits));
					final Path path = folder.resolve("image.gif");
					assertTrue(ImageIO.write(image, "gif", path.toFile()));
					shows(path, i -> {
						final int v = sample(i, 0, bits);
						return (palette[0][v] & 0xff) << 16 | (palette[1][v] & 0xff) << 8 | palette[2][v] & 0xff;
					});
					final ImageFile file = ImageFiles.read(path);
					assertEquals(transparent ? 1 : 0, file.notes().size(), file.notes().toString());
					if (grey) assertEquals(ImagePlus.GRAY8, file.image().getType());
				}
	}

	@Test
	void anAnimationIsAStack() throws IOException {
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(folder.resolve("moving.gif").toFile())) {
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			for (int k = 0; k < 3; k++)
				writer.writeToSequence(new IIOImage(drawn(BufferedImage.TYPE_BYTE_GRAY), null, null), null);
			writer.endWriteSequence();
		}
		assertEquals(3, ImageFiles.open(folder.resolve("moving.gif")).getStackSize());
	}

	/** Blocks of one colour come through a JPEG as they are. */
	@ParameterizedTest
	@CsvSource({ "1,false", "1,true", "3,false", "3,true" })
	void jpegsHaveTheirValues(final int samples, final boolean progressive) throws IOException {
		final BufferedImage image = new BufferedImage(64, 48, samples == 1 ? BufferedImage.TYPE_BYTE_GRAY
			: BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < 48; y++)
			for (int x = 0; x < 64; x++)
				for (int s = 0; s < samples; s++)
					image.getRaster().setSample(x, y, s, sample(y / 16 * 4 + x / 16, s, 8));
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		final ImageWriteParam how = writer.getDefaultWriteParam();
		how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		how.setCompressionQuality(1);
		if (progressive) how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
		final Path path = folder.resolve("image.jpg");
		try (ImageOutputStream out = ImageIO.createImageOutputStream(path.toFile())) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), how);
		}
		final ImageFile file = ImageFiles.read(path);
		assertEquals(samples * 8, file.image().getBitDepth());
		assertEquals(List.of(), file.notes());
		for (int i = 0; i < 64 * 48; i++)
			for (int s = 0; s < samples && i % 16 / 4 % 3 != 0 && i / 64 % 16 / 4 % 3 != 0; s++) // not where blocks meet
				assertEquals(sample(i / 64 / 16 * 4 + i % 64 / 16, s, 8), file.image().getProcessor().get(i) >> 8 * (samples - 1 - s) &
					255, 2, "pixel " + i);
	}

	/** Sound, but not what can be read: never called damaged, and nothing is printed. */
	@Test
	void whatIsUnsupportedIsNamed() throws IOException {
		final WritableRaster cmyk = Raster.createInterleavedRaster(0, 16, 16, 4, null);
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(cmyk, null, null), null);
		}
		final List<String> said = new ArrayList<>();
		said.add(refused(bytes.toByteArray()));
		final byte[] jpeg = bytes.toByteArray();
		final int frame = frame(jpeg);
		final byte[] deep = jpeg.clone();
		deep[frame + 4] = 12;
		said.add(refused(deep));
		final byte[] lossless = jpeg.clone();
		lossless[frame + 1] = (byte) 0xc3;
		said.add(refused(lossless));
		final byte[] other = jpeg.clone();
		other[frame + 1] = (byte) 0xf7;
		said.add(refused(other));
		assertTrue(said.get(3).contains("a JPEG-LS file, which is not supported"), said.get(3));
		assertTrue(said.get(0).contains("a CMYK JPEG, which is not supported"), said.get(0));
		assertTrue(said.get(1).contains("a JPEG of 12 bits, which is not supported"), said.get(1));
		assertTrue(said.get(2).contains("a lossless or arithmetic JPEG, which is not supported"), said.get(2));
	}

	private static int frame(final byte[] jpeg) {
		for (int i = 0; i < jpeg.length - 1; i++)
			if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) return i;
		throw new AssertionError(Arrays.toString(jpeg));
	}

	private String refused(final byte[] bytes) throws IOException {
		final Path path = Files.write(folder.resolve("image.jpg"), bytes);
		final String message = assertThrows(IOException.class, () -> ImageFiles.open(path)).getMessage();
		assertTrue(message.startsWith(path.toString()) && !message.contains("damaged"), message);
		return message;
	}

	/** An image that no plane can hold is not damaged. */
	@Test
	void whatIsTooLargeIsNamed() throws IOException {
		final byte[] png = Files.readAllBytes(png(GREY, 8, null));
		ByteBuffer.wrap(png).putInt(16, 70_000).putInt(20, 70_000);
		final CRC32 crc = new CRC32();
		crc.update(png, 12, 17);
		ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
		Files.write(folder.resolve("large.png"), png);
		final String message = assertThrows(IOException.class, () -> ImageFiles.open(folder.resolve("large.png"))).getMessage();
		assertTrue(message.contains("large.png is an image of 70000 x 70000 pixels"), message);
		assertFalse(message.contains("damaged"), message);
	}

	@Test
	void namesThatTheEncodingCannotHoldAreNamed() {
		final String problem = ImageFiles.nameProblem("Zellkern_\uFFFD.tif");
		assertTrue(problem.contains("Zellkern_") && problem.contains("encoding") && problem.contains("rename"), problem);
		assertEquals(null, ImageFiles.nameProblem("Zellkern_ä.tif"));
	}
}
