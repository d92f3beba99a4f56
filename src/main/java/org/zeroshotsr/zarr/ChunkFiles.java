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
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.luben.zstd.ZstdCompressCtx;

/**
 * Writes the files of a Zarr so that each appears whole or not at all: first in the topmost folder, hidden, under a
 * name that tells whose it is; then it is renamed. What a killed process leaves there, the next one removes.
 */
final class ChunkFiles {

	/** Of zstd. */
	static final int LEVEL = 3;
	static final String END = ".part";

	private static final Pattern PART = Pattern.compile("\\..*?([A-Za-z0-9-]+)\\.(\\d{1,10})\\.[0-9a-f]+\\" + END);
	private static final String HOST = host();
	/** Of another host: a file is there for as long as it takes to write it. */
	private static final Duration OLD = Duration.ofHours(1);

	private static final AtomicLong COUNT = new AtomicLong();

	private final Path folder;

	/** @param folder topmost folder of the Zarr, which is there */
	ChunkFiles(final Path folder) {
		this.folder = folder;
	}

	/** Packs and writes a chunk. The same samples give the same bytes. */
	void writeChunk(final String path, final byte[] samples) throws IOException {
		ZstdLibrary.load();
		try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
			zstd.setLevel(LEVEL);
			zstd.setChecksum(true);
			write(path, zstd.compress(samples));
		}
	}

	/**
	 * Writes a file in place of one that may be there.
	 *
	 * @throws IOException where the folder is not there any more (it is not made again), or the disk is full
	 */
	void write(final String path, final byte[] bytes) throws IOException {
		final Path file = folder.resolve(path);
		final Path part = beside(folder, "");
		try {
			try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
				final ByteBuffer left = ByteBuffer.wrap(bytes);
				while (left.hasRemaining())
					out.write(left);
				out.force(false);
			}
			Files.createDirectories(file.getParent());
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final IOException e) {
			throw new IOException(file + ": cannot be written; check the folder and the free space (" + e + ")", e);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/** A name in a folder for what is being written by this process. */
	static Path beside(final Path folder, final String name) {
		return folder.resolve("." + (name.isEmpty() ? "" : name + ".") + HOST + "." + ProcessHandle.current().pid() + "." +
			Long.toHexString(System.nanoTime()) + Long.toHexString(COUNT.incrementAndGet()) + END);
	}

	/** Removes what dead processes have left in a folder under names for {@code name}. */
	static void clear(final Path folder, final String name) throws IOException {
		final String start = "." + (name.isEmpty() ? "" : name + ".");
		try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, file -> isPart(file.getFileName().toString(),
			start)))
		{
			for (final Path file : all)
				if (isDead(file)) Removal.remove(file);
		}
	}

	private static boolean isPart(final String file, final String start) {
		return file.startsWith(start) && file.substring(start.length() - 1).matches(
			"\\.[A-Za-z0-9-]+\\.\\d{1,10}\\.[0-9a-f]+\\" + END);
	}

	private static boolean isDead(final Path file) throws IOException {
		final Matcher name = PART.matcher(file.getFileName().toString());
		if (!name.matches()) return false;
		if (name.group(1).equals(HOST)) return ProcessHandle.of(Long.parseLong(name.group(2))).isEmpty();
		try {
			return Files.getLastModifiedTime(file).toInstant().plus(OLD).isBefore(Instant.now());
		}
		catch (final NoSuchFileException e) {
			return false; // it has just been renamed
		}
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9]", "-");
		}
		catch (final UnknownHostException e) {
			return "unknown-" + System.getProperty("user.name").replaceAll("[^A-Za-z0-9]", "-");
		}
	}
}
