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
package org.zeroshotsr.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What lies in the folder of Fiji or ImageJ beside this program's jar: one class path for all of it, on which two versions,
 * or the packages for both, are in each other's way.
 */
final class Installation {

	/** This program's own jar, whatever its version. */
	private static final Pattern PLUGIN = Pattern.compile("zero-shot-sr-\\d.*\\.jar", Pattern.CASE_INSENSITIVE);
	/** What every Fiji has in jars, and no ImageJ without it. */
	private static final Pattern FIJIS = Pattern.compile("scijava-common-\\d.*\\.jar", Pattern.CASE_INSENSITIVE);
	/** The folder in plugins that the zip for ImageJ makes (src/main/assembly/imagej.xml), and that for Fiji does not. */
	private static final String IMAGEJS = "Zero-Shot_SR";

	private Installation() {}

	/** @throws WorkerException where something has to be removed, with the names of it */
	static void check(final Path own) {
		final Path root = root(own);
		if (root == null) return;
		final Path imagejs = root.resolve("plugins").resolve(IMAGEJS);
		if (jars(root.resolve("jars")).stream().anyMatch(jar -> matches(FIJIS, jar)) && jars(imagejs).stream().anyMatch(
			jar -> matches(PLUGIN, jar))) throw new WorkerException(
				"The zip of Zero-Shot SR for ImageJ without Fiji was unpacked over this Fiji. Remove the folder " + imagejs +
					", unpack the zip for Fiji (its name has -fiji- in it) unless that was done before, and start again.");
		final List<Path> others = new ArrayList<>();
		for (final String folder : new String[] { "plugins", "jars" })
			for (final Path jar : below(root.resolve(folder)))
				if (matches(PLUGIN, jar) && !jar.equals(own)) others.add(jar);
		if (others.isEmpty()) return;
		if (own.startsWith(imagejs) && !others.get(0).startsWith(imagejs)) throw new WorkerException(
			"The zip of Zero-Shot SR for Fiji was unpacked over this ImageJ, too, which is no Fiji. Remove " + others.get(0) +
				" and start again.");
		throw new WorkerException("Two versions of Zero-Shot SR lie beside each other, " + own + " and " + others.get(0) +
			". Remove the older one and start again.");
	}

	/** Above the folder plugins or jars that {@code own} is in, at once or one level down; null where it is in none. */
	private static Path root(final Path own) {
		Path folder = own.getParent();
		for (int i = 0; i < 2 && folder != null && folder.getFileName() != null; i++, folder = folder.getParent())
			if (folder.getFileName().toString().matches("plugins|jars")) return folder.getParent();
		return null;
	}

	private static boolean matches(final Pattern pattern, final Path jar) {
		return pattern.matcher(jar.getFileName().toString()).matches();
	}

	/** The jars in a folder and in those in it, as ImageJ and Fiji take them. */
	private static List<Path> below(final Path folder) {
		final List<Path> jars = new ArrayList<>(jars(folder));
		if (Files.isDirectory(folder)) for (final Path inner : list(folder))
			if (Files.isDirectory(inner)) jars.addAll(jars(inner));
		return jars;
	}

	/** The jars in a folder, in the order of their names; none where there is no such folder. */
	static List<Path> jars(final Path folder) {
		if (!Files.isDirectory(folder)) return List.of();
		return list(folder).stream().filter(f -> f.getFileName().toString().endsWith(".jar")).toList();
	}

	private static List<Path> list(final Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
		catch (final IOException | UncheckedIOException e) {
			throw new WorkerException("The folder " + folder + " cannot be read: " + e.getMessage() +
				". Check its permissions.", e);
		}
	}
}
