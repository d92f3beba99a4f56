package org.zeroshotsr.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.ImagePlus;

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

	private Path png(final int type, final int bits, final byte[] transparent) throws IOException {
		final int samples = samples(type);
		final ByteArrayOutputStream lines = new ByteArrayOutputStream();
		try (DeflaterOutputStream zip = new DeflaterOutputStream(lines)) {
			for (int y = 0; y < HEIGHT; y++) {
				final byte[] line = new byte[1 + (WIDTH * samples * bits + 7) / 8];
				for (int k = 0; k < WIDTH * samples; k++) {
					final int value = sample(y * WIDTH + k / samples, k % samples, bits);
					if (bits == 16) line[1 + 2 * k] = (byte) (value >> 8);
					if (bits >= 8) line[bits / 8 * (k + 1)] = (byte) value;
					else line[1 + k * bits / 8] |= value << 8 - bits - k * bits % 8;
				}
				zip.write(line);
			}
		}
		final ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' });
		chunk(file, "IHDR", new byte[] { 0, 0, 0, WIDTH, 0, 0, 0, HEIGHT, (byte) bits, (byte) type, 0, 0, 0 });
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
		final ImageFile file = ImageFiles.read(png(type, bits, null));
		final ImagePlus image = file.image();
		final boolean colour = type == RGB || type == RGB_ALPHA;
		final boolean alpha = type == GREY_ALPHA || type == RGB_ALPHA;
		assertEquals(colour && bits == 8 ? 24 : Math.max(8, bits), image.getBitDepth());
		assertEquals(colour && bits == 16 ? 3 : 1, image.getNChannels());
		assertEquals(colour && bits == 16, image instanceof CompositeImage);
		assertEquals(alpha ? 1 : 0, file.notes().size(), file.notes().toString());
		for (int i = 0; i < WIDTH * HEIGHT; i++)
			for (int c = 0; c < (colour ? 3 : 1); c++) {
				final int wanted = sample(i, c, bits) * (bits < 8 ? 255 / ((1 << bits) - 1) : 1);
				final int found = image.getBitDepth() == 24 ? image.getProcessor().get(i) >> 8 * (2 - c) & 255 : image.getStack()
					.getProcessor(c + 1).get(i);
				assertEquals(wanted, found, "pixel " + i + " sample " + c);
			}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4, 8 })
	void palettesStayPalettes(final int bits) throws IOException {
		for (final byte[] transparent : new byte[][] { null, { 0, 127 } }) {
			final ImageFile file = ImageFiles.read(png(PALETTE, bits, transparent));
			final ImagePlus image = file.image();
			assertEquals(8, image.getBitDepth());
			assertEquals(transparent == null ? 0 : 1, file.notes().size());
			for (int i = 0; i < WIDTH * HEIGHT; i++) {
				final int index = sample(i, 0, bits);
				assertEquals(index, image.getProcessor().get(i));
				assertEquals((byte) (3 * index * 37 + 5), (byte) image.getProcessor().getColorModel().getRed(index));
				assertEquals((byte) ((3 * index + 2) * 37 + 5), (byte) image.getProcessor().getColorModel().getBlue(index));
			}
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

	@Test
	void namesThatTheEncodingCannotHoldAreNamed() {
		final String problem = ImageFiles.nameProblem("Zellkern_\uFFFD.tif");
		assertTrue(problem.contains("Zellkern_") && problem.contains("encoding") && problem.contains("rename"), problem);
		assertEquals(null, ImageFiles.nameProblem("Zellkern_ä.tif"));
	}
}
