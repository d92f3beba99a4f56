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
package org.zeroshotsr.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.network.NetworkSpec.Precision;

class WeightsTest {

	private static final NetworkSpec SPEC = new NetworkSpec(1, 2, 3, 3, 4, "auto", Precision.AUTO);

	@TempDir
	Path folder;

	private Path saved() throws IOException {
		final Path file = folder.resolve("net.zssr");
		try (OutputStream out = Files.newOutputStream(file)) {
			new Weights(SPEC, SPEC.initialWeights(3)).save(out);
		}
		return file;
	}

	private String refused(final byte[] bytes) throws IOException {
		final Path file = Files.write(folder.resolve("bad.zssr"), bytes);
		final String message = assertThrows(IOException.class, () -> Weights.load(file)).getMessage();
		assertTrue(message.contains("bad.zssr"), message);
		return message;
	}

	@Test
	void comeBackToTheBitAndWork() throws IOException {
		final Weights loaded = Weights.load(saved());
		assertEquals(SPEC, loaded.spec());
		final float[][] expected = SPEC.initialWeights(3);
		for (int l = 0; l < expected.length; l++)
			assertArrayEquals(expected[l], loaded.layers()[l]);
		try (Network network = new ReferenceNetwork(loaded.spec())) {
			network.setWeights(loaded.layers());
			final Plane low = NetworkContract.plane(1, 9, 8, 1);
			assertEquals(24, network.apply(low, low.means()).width);
		}
		// documented: 7 letters, a version, 6 numbers, the weights, a checksum
		assertEquals(8 + 24 + 4 * (9 * 2 * 4 + 9 * 16 + 9 * 4 * 6) + 4, Files.size(folder.resolve("net.zssr")));
	}

	@Test
	void whateverIsDamagedIsRefusedInWords() throws IOException {
		final byte[] good = Files.readAllBytes(saved());
		for (int length = 0; length < good.length; length++)
			refused(Arrays.copyOf(good, length));
		refused(Arrays.copyOf(good, good.length + 1));
		for (int i = 0; i < good.length; i++) {
			final byte[] bytes = good.clone();
			bytes[i] ^= 0x10;
			refused(bytes);
		}
		final byte[] newer = good.clone();
		newer[7] = 2;
		assertTrue(refused(newer).contains("version 2"));
		final byte[] window = good.clone();
		window[31] = 19;
		assertTrue(refused(window).contains("19"));
		assertTrue(refused("not such a file".getBytes()).contains("no file of"));
	}
}
