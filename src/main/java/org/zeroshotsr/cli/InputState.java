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
package org.zeroshotsr.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.zeroshotsr.imagej.Sha256;
import org.zeroshotsr.progress.Progress;

/**
 * A file, or folder of a Zarr, as it is now, so that a change is noticed.
 *
 * @param bytes    of all files
 * @param modified the last of them
 */
record InputState(Path file, long bytes, FileTime modified) {

	static InputState of(final Path file) throws IOException {
		if (!Files.isDirectory(file)) return new InputState(file, Files.size(file), Files.getLastModifiedTime(file));
		final long[] sum = { 0 };
		final FileTime[] last = { Files.getLastModifiedTime(file) };
		walk(file, (inside, attributes) -> {
			sum[0] += attributes.size();
			if (attributes.lastModifiedTime().compareTo(last[0]) > 0) last[0] = attributes.lastModifiedTime();
		});
		return new InputState(file, sum[0], last[0]);
	}

	private interface Visitor {

		void visit(Path file, BasicFileAttributes attributes);
	}

	private static void walk(final Path folder, final Visitor visitor) throws IOException {
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
				visitor.visit(file, attributes);
				return FileVisitResult.CONTINUE;
			}
		});
	}

	boolean isUnchanged() throws IOException {
		return Files.exists(file) && equals(of(file));
	}

	/** @throws IOException if it is another now */
	void checkUnchanged() throws IOException {
		if (!isUnchanged()) throw new IOException(file +
			" has changed while it was being read, so the result would be of no image; run this again once it is complete");
	}

	/** SHA-256 of what it holds; of a folder, which may be larger than a disk, of its files' names, sizes and times. */
	String hash(final Progress progress) throws IOException {
		return Files.isDirectory(file) ? listing() : Sha256.of(file, progress);
	}

	private String listing() throws IOException {
		final List<String> lines = new ArrayList<>();
		walk(file, (inside, attributes) -> lines.add(file.relativize(inside) + " " + attributes.size() + " " + attributes
			.lastModifiedTime().toMillis() + "\n"));
		return Sha256.of(lines.stream().sorted().collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8));
	}
}
