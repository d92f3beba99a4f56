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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.zeroshotsr.Version;

/** Where a plugin's jar finds what its training process is started from, on the file systems of all platforms. */
class WorkerHomeTest {

	private static Stream<Configuration> platforms() {
		return Stream.of(Configuration.windows(), Configuration.osX(), Configuration.unix());
	}

	/** Fiji's folder, with a blank and an umlaut on its way. */
	private static Path fiji(final FileSystem system) {
		return system.getRootDirectories().iterator().next().resolve("my prögrams").resolve("Fiji.app");
	}

	private static Path jar(final Path fiji, final String folder, final String name) throws IOException {
		return Files.createFile(Files.createDirectories(fiji.resolve(folder)).resolve(name));
	}

	private static Path lib(final Path fiji) throws IOException {
		return Files.createDirectories(fiji.resolve("lib").resolve("zero-shot-sr").resolve(Version.get()));
	}

	@ParameterizedTest
	@MethodSource("platforms")
	void everyJarOfThisVersionIsNamed(final Configuration platform) throws IOException {
		for (final String folder : new String[] { "plugins", "jars", "plugins/Zero-Shot_SR" })
			try (FileSystem system = Jimfs.newFileSystem(platform)) {
				final Path fiji = fiji(system);
				final Path jar = jar(fiji, folder, "zero-shot-sr-9.jar");
				final Path lib = lib(fiji);
				Files.createFile(lib.resolve("tensorflow.jar"));
				Files.createFile(lib.resolve("appose.jar"));
				Files.createFile(lib.resolve("LICENSE.txt"));
				// an older version's
				Files.createFile(Files.createDirectories(lib.resolveSibling("0.0.1")).resolve("tensorflow-old.jar"));
				Files.createFile(lib.resolveSibling("older.jar"));
				final WorkerHome home = WorkerHome.find(jar);
				final String separator = system.getSeparator().equals("\\") ? ";" : ":";
				assertEquals(String.join(separator, jar.toString(), lib.resolve("appose.jar").toString(), lib.resolve("tensorflow.jar")
					.toString()), home.classPath());
				assertTrue(home.java().startsWith(System.getProperty("java.home")));
			}
	}

	@ParameterizedTest
	@MethodSource("platforms")
	void whatIsMissingIsNamedWithAllFoldersThatWereSearched(final Configuration platform) throws IOException {
		try (FileSystem system = Jimfs.newFileSystem(platform)) {
			final Path fiji = fiji(system);
			final Path jar = jar(fiji, "plugins", "zero-shot-sr-9.jar");
			final String missing = assertThrows(WorkerException.class, () -> WorkerHome.find(jar)).getMessage();
			for (final Path folder : new Path[] { fiji.resolve("plugins"), fiji, fiji.getParent() })
				assertTrue(missing.contains("no " + folder.resolve("lib/zero-shot-sr/" + Version.get())), missing);
			assertTrue(missing.contains("unpack"), missing);
			final Path lib = lib(fiji);
			final String empty = assertThrows(WorkerException.class, () -> WorkerHome.find(jar)).getMessage();
			assertTrue(empty.contains(lib.toString()), empty);
		}
	}

	/** The command line's: all jars in one folder. */
	@ParameterizedTest
	@MethodSource("platforms")
	void theApplicationsJarsAreBesideItsOwn(final Configuration platform) throws IOException {
		try (FileSystem system = Jimfs.newFileSystem(platform)) {
			final Path jar = jar(fiji(system), "lib/zero-shot-sr/" + Version.get(), "zero-shot-sr-9.jar");
			Files.createFile(jar.resolveSibling("appose.jar"));
			final Path groovy = Files.createFile(Files.createDirectory(jar.resolveSibling("batch")).resolve("groovy.jar"));
			final String separator = system.getSeparator().equals("\\") ? ";" : ":";
			assertEquals(jar.resolveSibling("appose.jar") + separator + groovy + separator + jar, String.join(separator, new TreeSet<>(List.of(WorkerHome.find(
				jar).classPath().split(separator)))));
		}
	}

	@ParameterizedTest
	@MethodSource("platforms")
	void twoVersionsBesideEachOtherAreRefusedByName(final Configuration platform) throws IOException {
		try (FileSystem system = Jimfs.newFileSystem(platform)) {
			final Path fiji = fiji(system);
			Files.createFile(lib(fiji).resolve("tensorflow.jar"));
			final Path jar = jar(fiji, "plugins", "zero-shot-sr-9.jar");
			jar(fiji, "plugins", "another-plugin.jar");
			WorkerHome.find(jar);
			jar(fiji, "plugins", "Zero-Shot-SR-8.1.jar");
			final String message = assertThrows(WorkerException.class, () -> WorkerHome.find(jar)).getMessage();
			assertTrue(message.contains("zero-shot-sr-9.jar") && message.contains("Zero-Shot-SR-8.1.jar"), message);
		}
	}

	/** One class path holds what is in all of these folders. */
	@ParameterizedTest
	@MethodSource("platforms")
	void theZipsForFijiAndForImageJInOneFolderAreRefused(final Configuration platform) throws IOException {
		try (FileSystem system = Jimfs.newFileSystem(platform)) {
			final Path folder = fiji(system);
			Files.createFile(lib(folder).resolve("tensorflow.jar"));
			final Path imagejs = jar(folder, "plugins/Zero-Shot_SR", "zero-shot-sr-9.jar");
			WorkerHome.find(imagejs);
			final Path fijis = jar(folder, "plugins", "zero-shot-sr-9.jar");
			final String inImageJ = assertThrows(WorkerException.class, () -> WorkerHome.find(imagejs)).getMessage();
			assertTrue(inImageJ.contains("no Fiji") && inImageJ.contains("Remove " + fijis), inImageJ);
			jar(folder, "jars", "scijava-common-2.100.1.jar");
			for (final Path own : new Path[] { imagejs, fijis }) {
				final String inFiji = assertThrows(WorkerException.class, () -> WorkerHome.find(own)).getMessage();
				assertTrue(inFiji.contains("Remove the folder " + imagejs.getParent() + ","), inFiji);
			}
			Files.delete(imagejs);
			WorkerHome.find(fijis);
		}
	}

	@ParameterizedTest
	@MethodSource("platforms")
	void anotherVersionInAnotherFolderOfTheClassPathIsRefused(final Configuration platform) throws IOException {
		try (FileSystem system = Jimfs.newFileSystem(platform)) {
			final Path fiji = fiji(system);
			Files.createFile(lib(fiji).resolve("tensorflow.jar"));
			final Path jar = jar(fiji, "plugins", "zero-shot-sr-9.jar");
			final Path other = jar(fiji, "jars/more", "zero-shot-sr-8.jar");
			final String message = assertThrows(WorkerException.class, () -> WorkerHome.find(jar)).getMessage();
			assertTrue(message.contains(jar.toString()) && message.contains(other.toString()), message);
		}
	}

	/** Windows refuses a ':' itself. */
	@Test
	void aFolderThatSplitsAClassPathIsRefusedByName() throws IOException {
		for (final Configuration platform : new Configuration[] { Configuration.windows(), Configuration.unix() })
			try (FileSystem system = Jimfs.newFileSystem(platform)) {
				final String separator = system.getSeparator().equals("\\") ? ";" : ":";
				final Path fiji = fiji(system).resolve("12" + separator + "30");
				Files.createFile(lib(fiji).resolve("tensorflow.jar"));
				final Path jar = jar(fiji, "plugins", "zero-shot-sr-9.jar");
				final String message = assertThrows(WorkerException.class, () -> WorkerHome.find(jar)).getMessage();
				assertTrue(message.contains(jar.toString()) && message.contains("'" + separator + "'"), message);
			}
	}
}
