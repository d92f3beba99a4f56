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
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;

import org.zeroshotsr.image.BadInput;

/** Removes a Zarr, and nothing that is none. */
final class Removal {

	/** Metadata of Zarr, OME's beside them, chunks, and what was being written. */
	private static final Pattern PARTS =
		Pattern.compile("\\.z(group|attrs|array|metadata)|zarr\\.json|METADATA\\.ome\\.xml|" +
		"(c[./]?)?[0-9.]*|\\..*\\.part");

	private Removal() {}

	/**
	 * @throws BadInput naming what is in the way, where the folder holds anything but a Zarr; then nothing has been
	 *           removed
	 */
	static void removeZarr(final Path folder) throws IOException {
		check(folder);
		remove(folder);
	}

	/** @throws BadInput naming what is in the way, where the folder holds anything but a Zarr */
	static void check(final Path folder) throws IOException {
		if (!ZarrImage.isZarr(folder)) throw new BadInput(folder +
			" is no Zarr, so that it is not overwritten; give another name");
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
				if (!attributes.isRegularFile() ||
					!PARTS.matcher(file.getFileName().toString()).matches()) throw new BadInput(file +
					" is no part of a Zarr, so that the folder is not overwritten; give another name");
				return FileVisitResult.CONTINUE;
			}
		});
	}

	/**
	 * Removes a file, or a folder with all that is in it: what is beside its metadata first, so that it is a Zarr until
	 * the end.
	 */
	static void remove(final Path path) throws IOException {
		if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
			try (var inside = Files.list(path)) {
				for (final Path file : inside.sorted((a, b) -> Boolean.compare(isMetadata(a), isMetadata(b))).toList())
					remove(file);
			}
			catch (final NoSuchFileException e) {
				return; // somebody else has removed it
			}
		}
		Files.deleteIfExists(path);
	}

	private static boolean isMetadata(final Path file) {
		return file.getFileName().toString().matches("\\.z.*|zarr\\.json");
	}
}
