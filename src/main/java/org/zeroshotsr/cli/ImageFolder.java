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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.zeroshotsr.files.ImageFiles;

/** The image files of a folder, by the ends of their names, in the order of the names. */
final class ImageFolder {


	private static final Pattern ORIGINAL = Pattern.compile("(.*)_(truth|clean)");

	private final Path folder;
	private final List<Path> files;

	ImageFolder(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) throw new IOException(folder + (Files.exists(folder) ? " is not a folder"
			: " does not exist; check the name"));
		this.folder = folder;
		try (Stream<Path> all = Files.list(folder)) {
			files = all.filter(file -> !isHidden(file) && ImageFiles.isImageName(name(file)))
				.sorted().toList();
		}
		if (files.isEmpty()) throw new IOException(folder + " holds no image (" + String.join(", ", ImageFiles.ENDS) + ")");
	}

	List<Path> files() {
		return files;
	}

	/** The file of the same name as {@code other}, or else the only one that differs in its ending alone. */
	Path like(final Path other) throws IOException {
		final List<Path> same = files.stream().filter(file -> name(file).equals(name(other))).toList();
		final List<Path> found = !same.isEmpty() ? same : files.stream().filter(file -> stem(file).equals(stem(other)))
			.toList();
		if (found.isEmpty()) throw new IOException(folder + " holds no image of the name " + name(other));
		if (found.size() > 1) throw new IOException(folder + " holds several images for " + name(other) + ": " + found);
		return found.get(0);
	}

	/** Originals and noisy images of one folder: X_truth or X_clean beside X_raw or X_noisy. */
	Map<Path, Path> pairs() throws IOException {
		final Map<Path, Path> pairs = new LinkedHashMap<>();
		for (final Path original : files) {
			final Matcher end = ORIGINAL.matcher(stem(original));
			if (!end.matches()) continue;
			final List<Path> noisy = files.stream().filter(file -> stem(file).matches(Pattern.quote(end.group(1)) +
				"_(raw|noisy)")).toList();
			if (noisy.size() != 1) throw new IOException(folder + " holds " + noisy.size() + " noisy images for " + name(original) +
				": it takes one, " + end.group(1) + "_raw or " + end.group(1) + "_noisy");
			pairs.put(original, noisy.get(0));
		}
		if (pairs.isEmpty()) throw new IOException(folder +
			" holds no original: where these are beside the noisy images, their names end in _truth or _clean");
		return pairs;
	}

	private static boolean isHidden(final Path file) {
		return name(file).startsWith(".");
	}

	private static String name(final Path file) {
		return file.getFileName().toString();
	}

	private static String stem(final Path file) {
		return name(file).substring(0, name(file).lastIndexOf('.'));
	}
}
