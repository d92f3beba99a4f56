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
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import org.zeroshotsr.image.BadInput;

/** The folder and the metadata of an image that is written: made at once, and compared by those who add planes. */
final class ZarrFolder {

	static final String ATTRIBUTES = ".zattrs";

	private ZarrFolder() {}

	/** Makes a folder with metadata; false where it has come to be there meanwhile. */
	static boolean make(final Path target, final Layout layout) throws IOException {
		final Path parent = target.getParent();
		final String name = target.getFileName().toString();
		final Path part = ChunkFiles.beside(parent, name);
		try {
			ChunkFiles.clear(parent, name);
			Files.createDirectory(part);
			Files.write(part.resolve(".zgroup"), bytes(layout.group()));
			for (int level = 0; level < layout.levels().size(); level++) {
				Files.createDirectory(part.resolve(String.valueOf(level)));
				Files.write(part.resolve(level + "/.zarray"), bytes(layout.array(level)));
			}
			Files.write(part.resolve(ATTRIBUTES), bytes(layout.attributes()));
			move(part, target);
			return true;
		}
		catch (final FileSystemException e) {
			if (Files.exists(target)) return false;
			throw new IOException("no folder can be written in " + parent + "; check its permissions and the free space (" +
				e + ")",
				e);
		}
		finally {
			Removal.remove(part);
		}
	}

	static void move(final Path part, final Path target) throws IOException {
		try {
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(part, target);
		}
	}

	/** @throws BadInput saying what differs, where metadata are others than those that are to be written */
	static void agree(final Store store, final String file, final JsonNode wanted, final JsonNode found)
		throws IOException
	{
		if (found == null) throw store.damaged(file, "is not there, so that no planes can be added");
		// numbers as they are once written
		final JsonNode written = Store.JSON.readTree(bytes(wanted));
		for (final var entry : written.properties())
			if (!entry.getValue().equals(found.get(entry.getKey()))) throw new BadInput(store.folder().resolve(file) +
				": is of another image: it has " + entry.getKey() + " " + found.get(entry.getKey()) + ", where " +
				entry.getValue() +
				" is to be written");
		if (found.size() != written.size()) throw new BadInput(store.folder().resolve(file) +
			": is of another image: it has " +
			found.size() + " entries, where " + written.size() + " are to be written");
	}

	static byte[] bytes(final JsonNode json) throws IOException {
		return (Store.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json).replace("\r\n", "\n") + "\n").getBytes(
			StandardCharsets.UTF_8);
	}

	/** A folder that is empty is not in the way; one that others fill in this moment stays. */
	static void removeEmpty(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) return;
		try {
			Files.deleteIfExists(folder);
		}
		catch (final DirectoryNotEmptyException e) {
			// then it is looked at
		}
	}

	/** Whether there is nothing, or a folder with nothing in it, though others may make or remove it at this time. */
	static boolean isFree(final Path folder) throws IOException {
		try (Stream<Path> inside = Files.list(folder)) {
			return inside.findAny().isEmpty();
		}
		catch (final NotDirectoryException e) {
			return false;
		}
		catch (final NoSuchFileException e) {
			return !Files.isSymbolicLink(folder);
		}
	}

	/** What a link stands for, with an absolute path. */
	static Path target(final Path folder) throws IOException {
		if (Files.exists(folder)) try {
			return folder.toRealPath();
		}
		catch (final NoSuchFileException e) {
			// another process has removed it
		}
		return folder.toAbsolutePath().normalize();
	}
}
