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

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Folders with what was unpacked of jars, as native libraries cannot be loaded out of them. A folder is made beside its
 * place and then renamed, so that it is complete for everybody who sees it, and never written again.
 *
 * @param root the folder that they are in
 */
record NativeCache(Path root) {

	/** Environment variable: the folder of this cache. */
	static final String VARIABLE = "ZERO_SHOT_SR_CACHE";

	private static final String PART = ".part";
	/** After which what a process that was killed left of its unpacking is removed. */
	private static final Duration DEAD = Duration.ofHours(2);

	/** What the variable says; null for nothing. */
	static String given() {
		final String given = System.getenv(VARIABLE);
		return given == null || given.isBlank() ? null : given;
	}

	/**
	 * The user's: the variable names it, or it is {@code .cache/zero-shot-sr} at home.
	 *
	 * @throws NativesError where that cannot be
	 */
	static NativeCache ofUser() {
		return new NativeCache(given() == null ? atHome(System.getProperty("user.home")) : Path.of(given())
			.toAbsolutePath());
	}

	/** Java's word for a user without a home is a question mark. */
	static Path atHome(final String home) {
		if (home == null || !Path.of(home).isAbsolute()) throw new NativesError(
			"TensorFlow's libraries have to be unpacked, and this user has no home folder (HOME) for them. " +
				"Set the environment variable " + VARIABLE + " to a folder that can be written.");
		return Path.of(home, ".cache", "zero-shot-sr");
	}

	/**
	 * The folder with the files that lie in one folder of a jar.
	 *
	 * @param file one of them
	 * @throws IOException  where the jar cannot be read
	 * @throws NativesError where the folder cannot be made, with a message that names it
	 */
	Path folder(final URL file) throws IOException {
		final JarURLConnection connection = (JarURLConnection) file.openConnection();
		connection.setUseCaches(false);
		try (JarFile jar = connection.getJarFile()) {
			final String prefix = connection.getEntryName().substring(0, connection.getEntryName().lastIndexOf('/') + 1);
			final List<JarEntry> entries = jar.stream().filter(entry -> !entry.isDirectory() && entry.getName().startsWith(
				prefix) && entry.getName().indexOf('/', prefix.length()) < 0).toList();
			final Path folder = root.resolve(Path.of(jar.getName()).getFileName().toString().replaceFirst("\\.jar$", ""));
			if (!isComplete(folder, entries)) make(folder, jar, entries);
			return folder;
		}
	}

	private static boolean isComplete(final Path folder, final List<JarEntry> entries) throws IOException {
		for (final JarEntry entry : entries) {
			final Path file = folder.resolve(name(entry));
			if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) return false;
		}
		return true;
	}

	private static String name(final JarEntry entry) {
		return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
	}

	private void make(final Path folder, final JarFile jar, final List<JarEntry> entries) throws IOException {
		if (Files.exists(folder)) throw new NativesError("TensorFlow's libraries in " + folder +
			" are not what they should be. Remove that folder: it is made again.");
		final Path part = begin(folder, entries.stream().mapToLong(JarEntry::getSize).sum());
		try {
			for (final JarEntry entry : entries)
				try (InputStream in = jar.getInputStream(entry)) {
					Files.copy(in, part.resolve(name(entry)));
				}
			Files.move(part, folder);
		}
		catch (final FileSystemException e) {
			if (!isComplete(folder, entries)) throw e;
			// another process was faster
		}
		finally {
			delete(part);
		}
	}

	/** Makes the folder that another one comes from, where there is space for so many bytes. */
	private Path begin(final Path folder, final long bytes) {
		try {
			Natives.checkPath(folder);
			Files.createDirectories(root);
			deleteDead();
			final long free = Files.getFileStore(root).getUsableSpace();
			if (free < bytes) throw new NativesError(String.format(Locale.ROOT,
				"TensorFlow's libraries have to be unpacked, and there is no space left in %s: they take %d MB, and %d MB are free. " +
					"Make some, or set the environment variable %s to a folder on another disk.", root, megabytes(bytes), megabytes(
						free), VARIABLE));
			// as readable for others as this user's folders are, and of another name on every node of a cluster
			return Files.createDirectory(root.resolve(folder.getFileName() + PART + UUID.randomUUID()));
		}
		catch (final IOException e) {
			throw new NativesError("TensorFlow's libraries have to be unpacked, and " + root +
				" cannot be made or written (" + e + "). Set the environment variable " + VARIABLE + " to a folder that can.", e);
		}
	}

	private static long megabytes(final long bytes) {
		return (bytes + 999_999) / 1_000_000;
	}

	private void deleteDead() throws IOException {
		try (Stream<Path> files = Files.list(root)) {
			for (final Path file : files.filter(f -> f.getFileName().toString().contains(PART)).toList())
				try {
					if (Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(DEAD))) delete(file);
				}
				catch (final NoSuchFileException e) {
					continue; // another process has removed it, or given it its name
				}
		}
	}

	private static void delete(final Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : files.toList())
				Files.deleteIfExists(file);
		}
		Files.deleteIfExists(folder);
	}
}
