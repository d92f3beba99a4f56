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
package org.zeroshotsr.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks that c-blosc 1.21 has packed (zarr_images.py blosc), and the same damaged. */
class BloscTest {

	private static final int SIZE = 40000;

	/** As zarr_images.py makes them. */
	private static byte[] plain() {
		final ByteBuffer plain = ByteBuffer.allocate(2 * SIZE).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < SIZE / 2; i++)
			plain.putShort((short) (i / 3 % 700));
		for (int i = 0; i < SIZE / 2; i++)
			plain.putShort((short) (i / 3 % 700 ^ (i % 97 == 0 ? 1 : 0)));
		return plain.array();
	}

	private static byte[] packed(final String name) throws IOException {
		try (InputStream in = BloscTest.class.getResourceAsStream("blosc/" + name + ".blosc")) {
			return in.readAllBytes();
		}
	}

	@ParameterizedTest
	@CsvSource({ "blosclz, 0", "blosclz, 1", "blosclz, 2", "lz4, 0", "lz4, 1", "lz4, 2", "lz4hc, 0", "lz4hc, 1",
		"lz4hc, 2",
		"snappy, 0", "snappy, 1", "snappy, 2", "zlib, 0", "zlib, 1", "zlib, 2", "zstd, 0", "zstd, 1", "zstd, 2" })
	void unpacksWhatBloscPacked(final String method, final int shuffle) throws IOException {
		assertArrayEquals(plain(), Codec.BLOSC.unpack(packed(method + "-" + shuffle), 2 * SIZE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "blosclz", "lz4", "snappy", "zlib", "zstd" })
	void saysThatAChunkIsDamaged(final String method) throws IOException {
		final byte[] whole = packed(method + "-1");
		assertThrows(IOException.class, () -> Codec.BLOSC.unpack(whole, 2 * SIZE - 1), "a byte too many");
		for (int length = 0; length < whole.length; length += 1 + length / 20) {
			final byte[] part = Arrays.copyOf(whole, length);
			assertThrows(IOException.class, () -> Codec.BLOSC.unpack(part, 2 * SIZE), "cut off");
			if (length < 16) continue;
			ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN).putInt(12, length);
			assertThrows(IOException.class, () -> Codec.BLOSC.unpack(part, 2 * SIZE), "cut off, and its length with it");
		}
	}

	/** Any bytes at all give bytes, or words: no other exception, no end of the world. */
	@ParameterizedTest
	@ValueSource(strings = { "blosclz-0", "blosclz-1", "lz4-1", "lz4hc-2", "snappy-0", "zlib-2", "zstd-1" })
	void otherBytesDoNoHarm(final String name) throws IOException {
		final byte[] whole = packed(name);
		final Random random = new Random(3);
		for (int n = 0; n < 2000; n++) {
			final byte[] other = whole.clone();
			for (int i = random.nextInt(4); i >= 0; i--)
				other[random.nextInt(random.nextBoolean() ? 60 : other.length)] = (byte) random.nextInt();
			try {
				Codec.BLOSC.unpack(other, 2 * SIZE);
			}
			catch (final IOException e) {
				// in words
			}
		}
	}
}
