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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.zeroshotsr.Version;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.LocalEngine;

/** The zip for Fiji, after {@code package}: what is in it, and that it works from there beside what others bring. */
@Timeout(180)
class FijiZipIT {

	/** What Fiji has (src/main/assembly/fiji.xml); ImageJ and SciJava are of no use here. */
	private static final String FIJIS = "(imglib2|groovy|groovy-json|jna)-\\d.*";
	/** Appose and jna-platform as other plugins bring them. */
	private static final Path OTHERS = Path.of("target", "appose-0.3.0");
	private static final String PLATFORMS = "lib/(linux64|linux-arm64|macos-arm64|win64)/";

	@TempDir
	private static Path folder;
	private static final List<String> NAMES = new ArrayList<>();

	private static Path fiji() {
		return folder.resolve("my Fiji ü");
	}

	@BeforeAll
	static void unpack() throws IOException {
		final Path zip;
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			zip = files.filter(file -> file.getFileName().toString().startsWith("zero-shot-sr-" + Version.get() + "-fiji-"))
				.findFirst().orElseThrow();
		}
		try (InputStream in = Files.newInputStream(zip); ZipInputStream entries = new ZipInputStream(in)) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				if (entry.isDirectory()) continue;
				final Path file = fiji().resolve(entry.getName());
				Files.createDirectories(file.getParent());
				Files.copy(entries, file);
				NAMES.add(entry.getName());
			}
		}
	}

	private static Path jar() {
		return fiji().resolve("plugins/zero-shot-sr-" + Version.get() + ".jar");
	}

	private static List<Path> others() throws IOException {
		try (Stream<Path> files = Files.list(OTHERS)) {
			return files.map(Path::toAbsolutePath).toList();
		}
	}

	private static Process host() throws IOException {
		final List<Path> classPath = new ArrayList<>(others());
		classPath.add(jar());
		for (final Path entry : WorkerRuns.classPath())
			if (entry.getFileName().toString().matches(FIJIS + "|test-classes")) classPath.add(entry);
		final ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", String
			.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()), HostProgram.class.getName(), "once")
				.redirectErrorStream(true);
		final Path home = Files.createDirectories(folder.resolve("home"));
		builder.environment().put("HOME", home.toString());
		// of the child
		builder.environment().put(WorkerHome.OPTIONS_VARIABLE, "-Duser.home=" + home + " -Djava.io.tmpdir=" + home);
		return builder.start();
	}

	@Test
	void itWorksBesideAnotherApposeAndLeavesNothingAtHome() throws Exception {
		assertEquals(2, others().size());
		final Process host = host();
		final String said = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		final int expected = WorkerRuns.hash(WorkerRuns.run(WorkerRuns.SMALL, 1, Progress.NONE, LocalEngine::new));
		assertTrue(said.contains("hash=" + expected), said);
		assertEquals(0, host.waitFor(), said);
		try (Stream<Path> left = Files.walk(folder.resolve("home"))) {
			assertEquals(List.of(), left.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".lock")).toList());
		}
	}

	/** Fiji's updater knows a platform by the folder directly in lib, and all else goes to everybody. */
	@Test
	void nativesAreUnderOnePlatformAndTheRestUnderTheVersion() {
		final List<String> natives = NAMES.stream().filter(name -> name.matches(PLATFORMS + "zero-shot-sr/.*")).toList();
		assertTrue(natives.stream().anyMatch(name -> name.contains("jnitensorflow")), natives::toString);
		assertTrue(natives.stream().anyMatch(name -> name.contains("jnidispatch")), natives::toString);
		assertEquals(1, natives.stream().map(name -> name.split("/")[1]).distinct().count(), natives::toString);
		assertEquals(List.of(), NAMES.stream().filter(name -> !natives.contains(name) && !name.matches(
			"(macros|lib/zero-shot-sr/" + Version.get() + ")/.*") && !name.equals("plugins/" + jar().getFileName())).toList());
		assertEquals(List.of(), NAMES.stream().filter(name -> name.matches(
			".*(jackson|picocli|xchart|appose|jna-platform|junit|tensorflow-core-native-[\\d.]+-.*).*\\.jar")).toList());
	}

	@Test
	void theLicencesAreInTheJarAndTheZip() throws IOException {
		for (final String name : new String[] { "LICENSE", "Apache-2.0.txt", "third-party.txt" })
			assertTrue(NAMES.contains("lib/zero-shot-sr/" + Version.get() + "/licenses/" + name), NAMES::toString);
		final List<String> inJar = new ArrayList<>();
		try (InputStream in = Files.newInputStream(jar()); ZipInputStream entries = new ZipInputStream(in)) {
			for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry())
				inJar.add(entry.getName());
		}
		assertTrue(inJar.containsAll(List.of("META-INF/LICENSE", "META-INF/licenses/Apache-2.0.txt",
			"META-INF/licenses/third-party.txt")), inJar::toString);
		assertTrue(inJar.contains("org/zeroshotsr/shaded/xchart/XYChart.class"), "the page's charts");
		assertEquals(List.of(), inJar.stream().filter(name -> name.matches(
			"(org/apposed|org/knowm|com/sun)/.*\\.class|META-INF/services/org\\.apposed.*")).toList());
	}
}
