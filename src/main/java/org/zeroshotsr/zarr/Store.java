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
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The files of one Zarr folder. What its metadata or links point to outside of it is not read. */
final class Store {

	/** numpy's NaN is written into JSON as it is. */
	static final JsonMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

	/** Metadata are not larger. */
	private static final long MOST_METADATA = 1 << 24;
	private static final Pattern NAME = Pattern.compile("[^/\\\\:*?\"<>|\\p{Cntrl}]{1,255}");

	private final Path folder;
	private final Path root;

	/** @throws IOException where there is no such folder */
	Store(final Path folder) throws IOException {
		this.folder = folder;
		if (!Files.isDirectory(folder)) throw new IOException(folder + " is no folder, as an OME-Zarr image is");
		root = folder.toRealPath();
	}

	Path folder() {
		return folder;
	}

	/** An exception that names a file of the folder, or the folder where {@code path} is empty. */
	IOException damaged(final String path, final String words) {
		return new IOException((path.isEmpty() ? folder : folder.resolve(path)) + ": " + words);
	}

	/** A path in metadata, which may not lead out of the folder. */
	String inside(final String from, final String path) throws IOException {
		for (final String name : path.split("/", -1))
			if (!NAME.matcher(name).matches() || name.matches("\\.+")) throw damaged(from, "its path '" + path +
				"' is no path inside of the folder");
		try {
			folder.resolve(path);
		}
		catch (final InvalidPathException e) {
			throw new IOException(damaged(from, "its path '" + path + "' can be no path here").getMessage(), e);
		}
		return path;
	}

	boolean has(final String path) {
		return Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
	}

	/** A JSON object, or null where there is no such file. */
	JsonNode json(final String path) throws IOException {
		final byte[] text = read(path, MOST_METADATA);
		if (text == null) return null;
		final JsonNode json;
		try {
			json = JSON.readTree(text);
		}
		catch (final JsonProcessingException e) {
			throw new IOException(folder.resolve(path) + ": is no JSON (" + e.getOriginalMessage() + ")", e);
		}
		if (!json.isObject()) throw damaged(path, "is no JSON object");
		return json;
	}

	/**
	 * A file's bytes, or null where there is none.
	 *
	 * @param most bytes that it may have
	 * @throws IOException where it is larger, is no file, is a link that leads out of the folder, or cannot be read
	 */
	byte[] read(final String path, final long most) throws IOException {
		final Path file = folder.resolve(path);
		try {
			final Path real = file.toRealPath();
			if (!real.startsWith(root)) throw damaged(path, "is a link that leads out of the folder, to " + real);
			// a pipe would be waited for
			if (!Files.isRegularFile(real)) throw damaged(path, "is no file");
			final long size = Files.size(real);
			if (size > most) throw damaged(path, "has " + size + " bytes, where at most " + most + " are expected");
			return Files.readAllBytes(real);
		}
		catch (final NoSuchFileException e) {
			if (Files.isSymbolicLink(file)) throw damaged(path, "is a link to what is not there");
			return null;
		}
		catch (final AccessDeniedException e) {
			throw new IOException(file + ": may not be read; check its permissions", e);
		}
	}
}
