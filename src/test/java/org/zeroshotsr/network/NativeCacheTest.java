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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacking, where libraries are in jars. */
class NativeCacheTest {

	private static final int SIZE = 1_000_000;

	@TempDir
	private Path folder;
	private URL file;

	@BeforeEach
	void makeJar() throws IOException {
		final Path jar = folder.resolve("native-1.0.jar");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
			for (final String name : List.of("org/x/linux/a.so", "org/x/linux/b.so", "org/x/linux/more/c.so", "org/x/d.so")) {
				zip.putNextEntry(new ZipEntry(name));
				zip.write(new byte[SIZE]);
			}
		}
		file = URI.create("jar:" + jar.toUri() + "!/org/x/linux/a.so").toURL();
	}

	private static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void oneFolderOfTheJarIsUnpackedOnceWhateverTheTimeZone() throws IOException {
		final NativeCache cache = new NativeCache(folder.resolve("deep/cache"));
		final Path made = cache.folder(file);
		assertEquals(List.of("a.so", "b.so"), names(made));
		assertEquals(SIZE, Files.size(made.resolve("b.so")));
		assertEquals(List.of(made.getFileName().toString()), names(cache.root()));
		final FileTime time = FileTime.from(Instant.EPOCH);
		Files.setLastModifiedTime(made.resolve("a.so"), time);
		final TimeZone before = TimeZone.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
			assertEquals(made, cache.folder(file));
		}
		finally {
			TimeZone.setDefault(before);
		}
		assertEquals(time, Files.getLastModifiedTime(made.resolve("a.so")));
	}

	@Test
	void manyAtOnceGetTheSame() throws Exception {
		final NativeCache cache = new NativeCache(folder.resolve("cache"));
		final ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			final List<Future<Path>> made = new ArrayList<>();
			for (int i = 0; i < 8; i++)
				made.add(threads.submit(() -> cache.folder(file)));
			for (final Future<Path> one : made)
				assertEquals(SIZE, Files.size(one.get().resolve("b.so")));
		}
		finally {
			threads.shutdownNow();
		}
		assertEquals(List.of("native-1.0"), names(cache.root()));
	}

	@Test
	void aFullDiskIsToldBeforeAnythingIsWritten() throws IOException {
		try (FileSystem system = Jimfs.newFileSystem(Configuration.unix().toBuilder().setMaxSize(SIZE + SIZE / 2).build())) {
			final Path root = system.getPath("/home/a/cache");
			final String message = assertThrows(NativesError.class, () -> new NativeCache(root).folder(file)).getMessage();
			assertTrue(message.contains("no space left in " + root) && message.contains("2 MB") && message.contains(
				NativeCache.VARIABLE), message);
			assertEquals(List.of(), names(root));
		}
	}

	@Test
	void aFolderThatCannotBeMadeIsNamedWithTheVariable() throws IOException {
		final Path root = Files.createFile(folder.resolve("file")).resolve("cache");
		final String message = assertThrows(NativesError.class, () -> new NativeCache(root).folder(file)).getMessage();
		assertTrue(message.contains(root + " cannot be made or written") && message.contains(NativeCache.VARIABLE), message);
	}

	@Test
	void aUserWithoutHomeIsTold() {
		final String message = assertThrows(NativesError.class, () -> NativeCache.atHome("?")).getMessage();
		assertTrue(message.contains("HOME") && message.contains(NativeCache.VARIABLE), message);
		assertEquals(folder.resolve(".cache").resolve("zero-shot-sr"), NativeCache.atHome(folder.toString()));
	}

	@Test
	void whatSomebodyHasDamagedIsNamed() throws IOException {
		final NativeCache cache = new NativeCache(folder.resolve("cache"));
		final Path made = cache.folder(file);
		Files.write(made.resolve("a.so"), new byte[3]);
		final String message = assertThrows(NativesError.class, () -> cache.folder(file)).getMessage();
		assertTrue(message.contains(made.toString()) && message.contains("Remove"), message);
	}

	/** Of a process that was killed. */
	@Test
	void oldPartsAreRemovedAndYoungOnesKept() throws IOException {
		final NativeCache cache = new NativeCache(folder.resolve("cache"));
		final Path old = Files.createDirectories(cache.root().resolve("native-1.0.part1"));
		Files.write(old.resolve("a.so"), new byte[9]);
		Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
		final Path young = Files.createDirectory(cache.root().resolve("native-1.0.part2"));
		cache.folder(file);
		assertFalse(Files.exists(old));
		assertTrue(Files.exists(young));
	}
}
