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

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The chunks of an array, unpacked. The last ones are kept, so that windows beside one another do not unpack them
 * again: up to 64 MiB, or one where it is larger. For several threads.
 */
final class Chunks {

	private static final long MOST_KEPT = 1 << 26;

	private final Store store;
	private final ZarrArray array;
	/** The last used last. */
	private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
	private long keptBytes;

	Chunks(final Store store, final ZarrArray array) {
		this.store = store;
		this.array = array;
	}

	/** A chunk's bytes, as many as a whole one has, not to be changed; null where it is not there. */
	byte[] get(final long[] numbers) throws IOException {
		final String path = array.chunk(numbers);
		synchronized (kept) {
			final byte[] chunk = kept.get(path);
			if (chunk != null) return chunk;
		}
		final byte[] chunk = read(path);
		if (chunk != null) keep(path, chunk);
		return chunk;
	}

	private byte[] read(final String path) throws IOException {
		final int size = array.chunkBytes();
		// what cannot be packed grows a little
		byte[] bytes = store.read(path, array.codecs().isEmpty() ? size : size + size / 8L + (1 << 16));
		if (bytes == null) {
			// not if the disk has gone
			if (!store.has(array.path())) throw store.damaged(array.path(), "is not there any more");
			return null;
		}
		try {
			for (int i = 0; i < array.codecs().size(); i++)
				bytes = array.codecs().get(i).unpack(bytes, i == array.codecs().size() - 1 ? size : size + size / 8 + (1 << 16));
		}
		catch (final IOException e) {
			throw new IOException(store.damaged(path, "is damaged: " + e.getMessage()).getMessage(), e);
		}
		if (bytes.length != size) throw store.damaged(path, "is damaged: it has " + bytes.length + " bytes, where " + size +
			" are expected");
		return bytes;
	}

	private void keep(final String path, final byte[] chunk) {
		synchronized (kept) {
			if (kept.put(path, chunk) == null) keptBytes += chunk.length;
			final Iterator<byte[]> oldest = kept.values().iterator();
			while (keptBytes > MOST_KEPT && kept.size() > 1) {
				keptBytes -= oldest.next().length;
				oldest.remove();
			}
		}
	}
}
