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
package org.zeroshotsr.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import org.zeroshotsr.image.BadInput;

/** An image of a folder, and what becomes of it in another. */
public record FolderImage(Path input, Path output) {

	private static final String TIFF = ".tif";
	/** What this program writes beside its results. */
	private static final Pattern OWN = Pattern.compile(
		"\\..*|.*\\.(unfinished|journal|claim)|summary(\\.part\\d+of\\d+)?\\.csv|network\\.json");

	/**
	 * The images of a folder, and not of those in it, in the order of their names.
	 *
	 * @param pattern of the names, as {@code *.tif}; null for whatever ends as images do
	 * @throws IOException where there is none
	 */
	public static List<FolderImage> in(final Path folder, final String pattern, final Path out) throws IOException {
		if (!Files.isDirectory(folder)) throw new IOException(folder + (Files.exists(folder) ? " is not a folder"
			: " does not exist; check the name"));
		if (Files.exists(out) && Files.isSameFile(folder, out)) throw new IOException(folder +
			" is both the images' folder and the results'; give another one for the results");
		final PathMatcher wanted = pattern == null ? name -> ImageFiles.isImageName(name.toString()) : matcher(pattern);
		final List<Path> inputs;
		try (Stream<Path> all = Files.list(folder)) {
			inputs = all.filter(file -> Files.isRegularFile(file) && !OWN.matcher(file.getFileName().toString()).matches() && wanted
				.matches(file.getFileName())).sorted().toList();
		}
		if (inputs.isEmpty()) throw new IOException(folder + " holds no image" + (pattern == null ? "" : " whose name is like " +
			pattern));
		return of(inputs, out);
	}

	private static PathMatcher matcher(final String pattern) {
		try {
			return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
		}
		catch (final PatternSyntaxException e) {
			throw new BadInput(pattern + " is no pattern of names such as '*.tif': " + e.getDescription(), e);
		}
	}

	/** Those whose results would have one name, on a disk that tells not small letters from capitals, keep their endings. */
	private static List<FolderImage> of(final List<Path> inputs, final Path out) {
		final List<String> names = new ArrayList<>();
		inputs.forEach(input -> names.add(stem(input) + TIFF));
		boolean changed = true;
		while (changed) {
			changed = false;
			final Map<String, Integer> count = new HashMap<>();
			names.forEach(name -> count.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum));
			for (int i = 0; i < names.size(); i++) {
				final String whole = inputs.get(i).getFileName() + TIFF;
				if (count.get(names.get(i).toLowerCase(Locale.ROOT)) == 1 || names.get(i).equals(whole)) continue;
				names.set(i, whole);
				changed = true;
			}
		}
		final List<FolderImage> images = new ArrayList<>();
		for (int i = 0; i < names.size(); i++)
			images.add(new FolderImage(inputs.get(i), out.resolve(names.get(i))));
		return images;
	}

	private static String stem(final Path file) {
		final String name = file.getFileName().toString();
		return name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
	}

	/** Of the image's file. */
	public String name() {
		return input.getFileName().toString();
	}
}
