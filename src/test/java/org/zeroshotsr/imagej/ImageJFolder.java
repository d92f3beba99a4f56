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
package org.zeroshotsr.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import ij.ImageJ;

import org.zeroshotsr.Version;

/**
 * A real ImageJ with the zip that this build has made unpacked into its folder, after {@code package}: ImageJ starts with
 * ij.jar alone on its class path and finds the rest in its folders.
 */
final class ImageJFolder {

	private static final long SECONDS = 120;

	private final Path folder;
	private final Path ij;

	ImageJFolder(final Path folder) throws Exception {
		this.folder = folder;
		try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip()))) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				final Path file = folder.resolve(entry.getName());
				Files.createDirectories(entry.isDirectory() ? file : file.getParent());
				if (!entry.isDirectory()) Files.copy(entries, file);
			}
		}
		ij = Files.copy(Path.of(ImageJ.class.getProtectionDomain().getCodeSource().getLocation().toURI()), folder.resolve(
			"ij.jar"));
	}

	/** The newest of this version's: another platform's may lie beside it. */
	private static Path zip() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			return files.filter(file -> file.getFileName().toString().startsWith("zero-shot-sr-" + Version.get() + "-imagej-")).max(Comparator
				.comparing(file -> file.toFile().lastModified())).orElseThrow(() -> new AssertionError(
					"target has no zip for ImageJ; these tests come after mvn package"));
		}
	}

	/** Runs a macro with {@code -batch}; returns what was printed. */
	String batch(final VirtualDisplay display, final Path macro, final String argument) throws Exception {
		return run(0, display, ij.toString(), "ij.ImageJ", "-batch", macro.toString(), argument);
	}

	/** The same of a macro that has to end with exit code 1. */
	String failingBatch(final VirtualDisplay display, final Path macro, final String argument) throws Exception {
		return run(1, display, ij.toString(), "ij.ImageJ", "-batch", macro.toString(), argument);
	}

	/** The same with the macro's text. */
	String batch(final VirtualDisplay display, final String macro) throws Exception {
		return batch(display, Files.writeString(folder.resolve("macro.ijm"), macro), "");
	}

	/** Runs a program of the test classes that starts ImageJ by itself. */
	String program(final VirtualDisplay display, final Class<?> program, final String... arguments) throws Exception {
		return run(0, display, ij + File.pathSeparator + Path.of("target/test-classes").toAbsolutePath(), program.getName(),
			arguments);
	}

	private String run(final int exit, final VirtualDisplay display, final String classPath, final String program,
		final String... arguments) throws Exception
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-Xmx500m", "-Dplugins.dir=" + folder, "-Duser.home=" + folder, // not the user's preferences
			"-cp", classPath, program));
		command.addAll(Arrays.asList(arguments));
		final Path log = folder.resolve("output.txt");
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().put("DISPLAY", display.name());
		final Process process = builder.start();
		try {
			final boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
			final String output = Files.readString(log);
			assertTrue(ended, () -> "ImageJ did not end; it printed: " + output);
			assertEquals(exit, process.exitValue(), output);
			return output;
		}
		finally {
			process.destroyForcibly();
		}
	}
}
