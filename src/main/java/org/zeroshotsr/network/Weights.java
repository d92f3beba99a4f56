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

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

import org.zeroshotsr.network.NetworkSpec.Precision;

/**
 * A trained network in a file. It holds, all numbers big-endian:
 * <ol>
 * <li>the letters ZSSRNET, and one byte: the version of this format, 1</li>
 * <li>whole numbers of 4 bytes: channels, block rows, block columns, depth, width, and the side of the local mean's window</li>
 * <li>the weights, float32, layer by layer, in the order filter row, column, input, output</li>
 * <li>the CRC-32 of everything before, 4 bytes</li>
 * </ol>
 *
 * @param spec   of the network; what is loaded has device "auto" and precision AUTO
 * @param layers an array a layer, as {@link Network#weights()} gives them
 */
public record Weights(NetworkSpec spec, float[][] layers) {

	private static final byte[] MAGIC = "ZSSRNET".getBytes(StandardCharsets.US_ASCII);
	private static final int VERSION = 1;
	private static final int NUMBERS = 6;
	private static final int HEADER = MAGIC.length + 1 + NUMBERS * Integer.BYTES;
	/** More than any option allows: what claims more is damaged. */
	private static final int MOST = 1 << 12;

	/** Writes what the file holds. */
	public void save(final OutputStream file) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final DataOutputStream out = new DataOutputStream(bytes);
		out.write(MAGIC);
		out.writeByte(VERSION);
		for (final int number : new int[] { spec.channels(), spec.blockRows(), spec.blockColumns(), spec.depth(), spec
			.width(), NetworkSpec.WINDOW })
			out.writeInt(number);
		for (final float[] layer : layers)
			for (final float weight : layer)
				out.writeFloat(weight);
		out.writeInt(crc(bytes.toByteArray(), bytes.size()));
		file.write(bytes.toByteArray());
	}

	/**
	 * Reads a file that {@link #save} wrote.
	 *
	 * @throws IOException which names the file and what is wrong with it
	 */
	public static Weights load(final Path file) throws IOException {
		final byte[] bytes = Files.readAllBytes(file);
		if (bytes.length < HEADER || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) throw new IOException(file +
			" is no file of Zero-Shot SR's weights");
		final ByteBuffer in = ByteBuffer.wrap(bytes).position(MAGIC.length);
		final int version = in.get();
		if (version != VERSION) throw new IOException(file + " has version " + version + " of the format, and this program reads " +
			VERSION);
		final int[] n = new int[NUMBERS];
		for (int i = 0; i < NUMBERS; i++)
			n[i] = in.getInt();
		if (Arrays.stream(n).anyMatch(v -> v < 1 || v > MOST) || n[3] < 2) throw new IOException(file +
			" is damaged: no network is made of " + Arrays.toString(n));
		if (n[5] != NetworkSpec.WINDOW) throw new IOException(file + " is of a network with local means of " + n[5] +
			" pixels, and this program has " + NetworkSpec.WINDOW);
		final NetworkSpec spec = new NetworkSpec(n[0], n[1], n[2], n[3], n[4], "auto", Precision.AUTO);
		long size = HEADER + Integer.BYTES;
		for (int layer = 0; layer < spec.depth(); layer++)
			size += Float.BYTES * count(spec, layer);
		if (bytes.length != size) throw new IOException(file + " is truncated or damaged: it has " + bytes.length +
			" bytes, and should have " + size);
		if (crc(bytes, bytes.length - Integer.BYTES) != ByteBuffer.wrap(bytes).getInt(bytes.length - Integer.BYTES))
			throw new IOException(file + " is damaged: its checksum is wrong");
		final float[][] layers = new float[spec.depth()][];
		for (int layer = 0; layer < layers.length; layer++) {
			layers[layer] = new float[(int) count(spec, layer)];
			for (int i = 0; i < layers[layer].length; i++)
				layers[layer][i] = in.getFloat();
		}
		return new Weights(spec, layers);
	}

	private static long count(final NetworkSpec spec, final int layer) {
		return Arrays.stream(spec.filter(layer)).asLongStream().reduce(1, (a, b) -> a * b);
	}

	private static int crc(final byte[] bytes, final int length) {
		final CRC32 crc = new CRC32();
		crc.update(bytes, 0, length);
		return (int) crc.getValue();
	}
}
