package org.zeroshotsr.zarr;

import java.io.IOException;

import com.github.luben.zstd.util.Native;

/** zstd's native library, which its jar holds for every platform, and unpacks into the folder for temporary files. */
final class ZstdLibrary {

	private ZstdLibrary() {}

	/** @throws IOException in words where it cannot be loaded: from a folder in which nothing may be run, say */
	static void load() throws IOException {
		try {
			Native.load();
		}
		catch (final LinkageError e) {
			throw new IOException("zstd's library cannot be loaded from " + System.getProperty("java.io.tmpdir") +
				"; give another folder for temporary files, in which programs may run: -Djava.io.tmpdir=.. (" + e + ")", e);
		}
	}
}
