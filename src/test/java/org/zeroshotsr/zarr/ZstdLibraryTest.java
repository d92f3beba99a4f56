package org.zeroshotsr.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.util.ZstdVersion;

class ZstdLibraryTest {

	/** The platforms of the pom: on each of them the jar is all that is needed. */
	@ParameterizedTest
	@ValueSource(strings = { "linux/amd64/%s.so", "linux/aarch64/%s.so", "darwin/aarch64/%s.dylib", "win/amd64/%s.dll" })
	void theJarHasEveryPlatformsLibrary(final String path) {
		assertNotNull(Zstd.class.getResource("/" + path.replace("%s", "libzstd-jni-" + ZstdVersion.VERSION)));
	}

	@Test
	void packsAndUnpacks() throws IOException {
		ZstdLibrary.load();
		final byte[] bytes = new byte[100_000];
		new Random(1).nextBytes(bytes);
		assertArrayEquals(bytes, Codec.ZSTD.unpack(Zstd.compress(bytes), bytes.length));
	}
}
