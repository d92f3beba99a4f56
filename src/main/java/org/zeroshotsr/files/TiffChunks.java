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
