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

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;

/** How the bytes of a chunk were packed. */
enum Codec {
	ZLIB, GZIP, ZSTD, BLOSC, LZ4, CRC32C;

	private interface Unpacker {

		InputStream of(InputStream packed) throws IOException;
	}

	/**
	 * Unpacks.
	 *
	 * @param most bytes that may come out
	 * @throws IOException where the bytes are damaged, end too early, or more would come out; its message is for the
	 *           end of a sentence
	 */
	byte[] unpack(final byte[] packed, final int most) throws IOException {
		return switch (this) {
			case ZLIB -> stream(packed, most, InflaterInputStream::new);
			case GZIP -> stream(packed, most, GZIPInputStream::new);
			case ZSTD -> stream(packed, most, in -> {
				ZstdLibrary.load();
				return new ZstdInputStreamNoFinalizer(in);
			});
			case BLOSC -> Blosc.unpack(packed, most);
			case LZ4 -> lz4(packed, most);
			case CRC32C -> checked(packed);
		};
	}

	/** Never takes more than {@code most} bytes and one. */
	private static byte[] stream(final byte[] packed, final int most, final Unpacker unpacker) throws IOException {
		try (InputStream in = unpacker.of(new ByteArrayInputStream(packed))) {
			final byte[] bytes = in.readNBytes(most);
			if (in.read() >= 0) throw new IOException("more than " + most + " bytes come out of it");
			return bytes;
		}
		catch (final EOFException e) {
			throw new IOException("it ends too early", e);
		}
	}

	/** numcodecs' own: the number of bytes, and a block. */
	private static byte[] lz4(final byte[] packed, final int most) throws IOException {
		if (packed.length < Integer.BYTES) throw new IOException("it ends too early");
		final int size = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt();
		if (size < 0 || size > most) throw new IOException("more than " + most + " bytes come out of it");
		final byte[] bytes = new byte[size];
		Lz.lz4(packed, Integer.BYTES, packed.length, bytes, 0, size);
		return bytes;
	}

	private static byte[] checked(final byte[] bytes) throws IOException {
		final int size = bytes.length - Integer.BYTES;
		if (size < 0) throw new IOException("it ends too early");
		final CRC32C sum = new CRC32C();
		sum.update(bytes, 0, size);
		if ((int) sum.getValue() !=
			ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(size)) throw new IOException(
			"its checksum is another");
		return Arrays.copyOf(bytes, size);
	}
}
