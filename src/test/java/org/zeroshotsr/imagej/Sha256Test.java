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
package org.zeroshotsr.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.Planes;

class Sha256Test {

	private static String expected(final String sizes, final float... samples) throws Exception {
		final MessageDigest digest = MessageDigest.getInstance("SHA-256");
		digest.update((sizes + "\n").getBytes(StandardCharsets.US_ASCII));
		final ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
		for (final float sample : samples)
			bytes.putFloat(sample);
		return HexFormat.of().formatHex(digest.digest(bytes.array()));
	}

	private static <T extends RealType<T> & NativeType<T>> Planes planes(final Pixels<T> pixels) {
		return Planes.of(pixels.image(), pixels.axes());
	}

	private static String hash(final ImagePlus image, final Rectangle box) {
		return Sha256.of(planes(Pixels.of(image, box)), Progress.NONE);
	}

	@Test
	void asItIsDefined() throws Exception {
		final Planes image = Planes.of(ArrayImgs.unsignedShorts(new short[] { 1, 2, 3, 4, 5, (short) 60000 }, 3, 2, 1), "XYT");
		assertEquals(expected("X=3 Y=2", 1, 2, 3, 4, 5, 60000), Sha256.of(image, Progress.NONE));
		// channel by channel, though z is the slower axis
		assertEquals(expected("X=1 Y=1 C=2 Z=2", 1, 3, 2, 4), Sha256.of(Planes.of(ArrayImgs.bytes(new byte[] { 1, 2, 3, 4 }, 1, 1, 2, 2),
			"XYCZ"), Progress.NONE));
		// colours within a row
		assertEquals(expected("X=2 Y=2 S=3", 1, 2, 5, 6, 9, 10, 3, 4, 7, 8, 11, 12), Sha256.of(Planes.of(ArrayImgs.unsignedBytes(
			new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }, 2, 2, 3), "XYS"), Progress.NONE));
	}

	/** The name of an axis and a transposed image count; the type does not, as the engine takes grey levels. */
	@Test
	void tellsImagesApart() {
		final byte[] samples = { 1, 2, 3, 4, 5, 6 };
		final String one = Sha256.of(Planes.of(ArrayImgs.bytes(samples, 3, 2), "XY"), Progress.NONE);
		assertNotEquals(one, Sha256.of(Planes.of(ArrayImgs.bytes(samples, 2, 3), "XY"), Progress.NONE));
		assertEquals(one, Sha256.of(Planes.of(ArrayImgs.unsignedShorts(new short[] { 1, 2, 3, 4, 5, 6 }, 3, 2), "XY"), Progress.NONE));
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void aFileHasThatOfTheImageItWasSavedFrom(final int bits, @TempDir final Path folder) throws IOException {
		final ImageStack stack = new ImageStack(24, 20);
		for (int i = 0; i < 3; i++)
			stack.addSlice("", Samples.plane(bits, 24, 20, i));
		final ImagePlus image = new ImagePlus("a", stack);
		final Path file = folder.resolve("a.tif");
		ImageFiles.save(image, file);
		assertEquals(hash(image, null), Sha256.of(ImageInput.read(file).planes(), Progress.NONE));
		// in windows
		assertEquals(hash(image, null), Sha256.of(ImageInput.read(file, 100).planes(), Progress.NONE));
		final Rectangle box = new Rectangle(3, 4, 10, 12);
		assertNotEquals(hash(image, null), hash(image, box));
		image.setRoi(box);
		assertEquals(hash(image, box), hash(image.crop("stack"), null));
	}

	@Test
	void ofAFileThatOfItsBytes(@TempDir final Path folder) throws Exception {
		final Path file = Files.writeString(folder.resolve("abc"), "abc");
		// FIPS 180-4's example
		assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha256.of(file, Progress.NONE));
		assertEquals(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)), Sha256.of(file, Progress.NONE));
	}
}
