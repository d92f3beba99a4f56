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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Strips and tiles that were decompressed of late: windows side by side are in the same ones. It holds so many that a row of
 * windows over a plane of 30000 columns decompresses each but once.
 */
final class TiffChunks {

	static final long BYTES = 64 << 20;

	/** Whoever decompresses one. */
	interface Decoder {

		ByteBuffer decode() throws IOException;
	}

	private record Key(TiffDirectory page, int chunk) {}

	/** The one that was asked for longest ago comes first. */
	private final Map<Key, ByteBuffer> held = new LinkedHashMap<>(16, 0.75f, true);
	private long bytes;

	/** A strip or tile of a page, decompressed now or before. */
	ByteBuffer get(final TiffDirectory page, final int chunk, final Decoder decoder) throws IOException {
		final Key key = new Key(page, chunk);
		final ByteBuffer before = held.get(key);
		if (before != null) return before;
		final ByteBuffer data = decoder.decode();
		held.put(key, data);
		bytes += data.capacity();
		final Iterator<ByteBuffer> oldest = held.values().iterator();
		while (bytes > BYTES) {
			bytes -= oldest.next().capacity();
			oldest.remove();
		}
		return data;
	}
}
