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
package org.zeroshotsr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Holds the packages to what they may know of one another: docs/architecture.md. */
class RoomsTest {

	private static final Path SOURCES = Path.of("src/main/java/org/zeroshotsr");
	/** Anything of this project that is named by its full name, in an import or elsewhere. */
	private static final Pattern NAME = Pattern.compile("\\borg\\.zeroshotsr\\.([a-z]+\\.)?[A-Z]\\w*");
	private static final String ROOT = "";

	private static final Set<String> ENGINE = Set.of("image", "progress", "resize", "noise", "degrade", "network",
		"enlarge", "train", "estimate");
	private static final Set<String> ALL = Set.of(ROOT, "image", "progress", "resize", "noise", "degrade", "network",
		"enlarge", "train", "estimate", "run", "options", "quality", "worker", "window", "page");

	/** What each room may know besides itself. */
	private static final Map<String, Set<String>> KNOWS = Map.ofEntries(//
		Map.entry("image", Set.of()), //
		Map.entry("progress", Set.of("image")), //
		Map.entry("resize", Set.of("image")), //
		Map.entry("noise", Set.of("image")), //
		Map.entry("degrade", Set.of("image", "resize", "noise")), //
		Map.entry("network", Set.of("image", "resize")), //
		Map.entry("enlarge", Set.of("image", "resize", "progress", "noise", "degrade", "network")), //
		Map.entry("train", Set.of("image", "resize", "progress", "degrade", "network", "enlarge")), //
		Map.entry("estimate", Set.of("image", "resize", "progress", "noise")), //
		Map.entry("run", ENGINE), //
		Map.entry("options", Set.of("image", "run", "train", "network", "noise", "resize")), //
		Map.entry("quality", Set.of("image", "resize")), //
		// of the network an exception, which it throws, and what the processor is
		Map.entry(ROOT, Set.of("run", "options", "progress", "image", "resize", "network", "enlarge", "estimate")), //
		Map.entry("worker", union(ENGINE, "run", ROOT)), //
		Map.entry("window", Set.of("image", "progress")), //
		// of files the size of a pixel, and how one is written
		Map.entry("page", Set.of("image", "resize", "noise", "progress", "train", "estimate", "run", "options", ROOT, "files")), //
		Map.entry("files", Set.of("image")), //
		Map.entry("zarr", Set.of("image")), //
		Map.entry("imagej", union(ALL, "files", "zarr")), //
		// what the front ends share of ImagePlus is in imagej
		Map.entry("cli", union(ALL, "imagej", "files", "zarr")), //
		Map.entry("fiji", union(ALL, "imagej", "files", "zarr")));

	private static Set<String> union(final Set<String> rooms, final String... more) {
		final Set<String> union = new TreeSet<>(rooms);
		union.addAll(List.of(more));
		return union;
	}

	@Test
	void everyRoomKnowsWhatItMayAndNothingElse() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final Path file : files()) {
			final String room = room(file);
			final Set<String> allowed = KNOWS.get(room);
			if (allowed == null) {
				wrong.add(file + " is in a room that nobody knows");
				continue;
			}
			final Matcher names = NAME.matcher(Files.readString(file).replaceAll("\"(\\\\.|[^\"\\\\])*\"", ""));
			while (names.find()) {
				final String other = names.group(1) == null ? ROOT : names.group(1).replace(".", "");
				if (!other.equals(room) && !allowed.contains(other)) wrong.add(file + " knows " + names.group());
			}
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	void tensorFlowIsInOneRoomAlone() throws IOException {
		final Set<String> rooms = new TreeSet<>();
		for (final Path file : files())
			if (Files.readString(file).contains("org.tensorflow.")) rooms.add(room(file));
		assertEquals(Set.of("network"), rooms);
	}

	@Test
	void chartsAreInOneRoomAlone() throws IOException {
		final Set<String> rooms = new TreeSet<>();
		for (final Path file : files())
			if (Files.readString(file).contains("org.knowm.")) rooms.add(room(file));
		assertEquals(Set.of("page"), rooms);
	}

	/** ImageJ is the front ends' own, and reads and writes files. */
	@Test
	void theEngineKnowsNoImageJ() throws IOException {
		final Set<String> rooms = new TreeSet<>();
		for (final Path file : files())
			if (Pattern.compile("^import (ij|net\\.imagej|org\\.scijava)\\.", Pattern.MULTILINE).matcher(Files.readString(
				file)).find()) rooms.add(room(file));
		assertEquals(Set.of("cli", "fiji", "files", "imagej", "window"), rooms);
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter(f -> f.toString().endsWith(".java")).toList();
		}
	}

	private static String room(final Path file) {
		final Path inside = SOURCES.relativize(file);
		return inside.getNameCount() == 1 ? ROOT : inside.getName(0).toString();
	}
}
