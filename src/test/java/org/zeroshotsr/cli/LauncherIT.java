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

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.zeroshotsr.Version;

/**
 * The assembled application's launcher, after {@code package}. A script in Java's place writes down how it was called,
 * so that each argument can be seen.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

	private static final Path APPLICATION = Path.of("target", "zero-shot-sr").toAbsolutePath();

	@TempDir
	private Path folder;
	private Path launcher;

	@BeforeEach
	void putLauncherIntoAFolderWithBlanksAndCallItThroughLinks() throws IOException {
		final Path bin = Files.createDirectories(folder.resolve("my programs/app/bin"));
		Files.copy(APPLICATION.resolve("bin/zero-shot-sr"), bin.resolve("zero-shot-sr"), COPY_ATTRIBUTES);
		Files.createSymbolicLink(folder.resolve("my programs/zero-shot-sr"), Path.of("app/bin/zero-shot-sr"));
		launcher = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("my programs/zero-shot-sr"));
	}

	@Test
	void argumentsAndJavaOptionsArriveAsTheyWereGiven() throws Exception {
		final Run run = run(java("17.0.2", "printf '<%s>\\n' \"$@\"; exit 7"), "a b", "*", "", "it's \"x\"", "-o");
		assertEquals(List.of("<-Djava.awt.headless=true>", "<-XX:MaxNewSize=128m>", "<-XX:MaxRAMPercentage=50>", "<-Xmx1g>", "<-Dpattern=*>", "<-cp>", "<" + folder
			.toRealPath() + "/my programs/app/lib/zero-shot-sr/" + Version.get() + "/*>", "<org.zeroshotsr.cli.Main>", "<a b>", "<*>", "<>", "<it's \"x\">",
			"<-o>"), run.lines());
		assertEquals(7, run.exitCode());
	}

	@ParameterizedTest
	@CsvSource({ "--memory 4G, <-Xmx3396m> <-Dzeroshotsr.memory=4096>", "--memory=3500m, <-Xmx2800m> <-Dzeroshotsr.memory=3500>",
		"-o --memory=2g, <-Xmx1348m> <-Dzeroshotsr.memory=2048>", "--memory 4, ", "--memory=, ", "--memory x4G, ", "--memory 4.5G, ",
		"--memory 0G, ", "--memory 1G, " })
	void memoryIsForJavaAndWhatIsBesideIt(final String arguments, final String expected) throws Exception {
		final Run run = run(java("17.0.2", "printf '<%s>\\n' \"$@\""), arguments.split(" "));
		if (expected != null) assertEquals(List.of(expected.split(" ")), run.lines().subList(2, 4));
		else {
			assertEquals(2, run.exitCode());
			assertTrue(run.lines().get(0).startsWith("zero-shot-sr: --memory: "), run.lines().toString());
		}
	}

	/** Java reads files' names in the locale's encoding, and C's has ASCII alone. */
	@ParameterizedTest
	@CsvSource({ "C,,,C.UTF-8,C.UTF-8", ",POSIX,,C.UTF-8,C.UTF-8", ",,,C.UTF-8,C.UTF-8", "C,,,en_US.UTF-8,en_US.UTF-8",
		"C,,,none,C", "de_DE.ISO-8859-1,,C,C.UTF-8,de_DE.ISO-8859-1", ",,en_US.UTF-8,en_US.UTF-8,",
		// not installed
		",,en_US.UTF-8,C.UTF-8,C.UTF-8", "fr_FR.UTF-8,,,C.UTF-8,C.UTF-8",
		// where no program tells what is
		"C,,,,C.UTF-8", ",,,,C.UTF-8", ",,en_US.UTF-8,," })
	void aLocaleOfAsciiAloneBecomesUtf8(final String all, final String type, final String language,
		final String installed, final String expected) throws Exception
	{
		final Path locale = Files.createDirectories(folder.resolve("programs")).resolve("locale");
		Files.writeString(locale, installed == null ? "#!/bin/sh\nexit 127\n"
			: "#!/bin/sh\ncase ${LC_ALL:-${LC_CTYPE:-$LANG}} in\n" + installed + ") echo UTF-8 ;;\n" +
				"*ISO*) echo ISO-8859-1 ;;\n*) echo ANSI_X3.4-1968; echo 'locale: Cannot set LC_ALL' >&2 ;;\nesac\n");
		assertTrue(locale.toFile().setExecutable(true));
		final ProcessBuilder builder = new ProcessBuilder(launcher.toString()).redirectErrorStream(true);
		builder.environment().put("JAVA_HOME", java("21", "echo \"<$LC_ALL>\"").toString());
		builder.environment().put("PATH", locale.getParent() + ":" + builder.environment().get("PATH"));
		for (final String name : List.of("LC_ALL", "LC_CTYPE", "LANG"))
			builder.environment().remove(name);
		if (all != null) builder.environment().put("LC_ALL", all);
		if (type != null) builder.environment().put("LC_CTYPE", type);
		if (language != null) builder.environment().put("LANG", language);
		final Process process = builder.start();
		final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals("<" + (expected == null ? "" : expected) + ">", said.trim());
	}

	/** The program itself, in ASCII: a file that it can reach with the launcher, and a refusal in words without. */
	@Test
	void filesWithAnyNameAreRead() throws Exception {
		final Path input = Cli.image(folder.resolve("cell.tif"), 16, 24, 20);
		// this test's own encoding may be ASCII, too
		final String script = "f=$(printf 'Zellkern_\\303\\244.tif'); mv '" + input + "' \"$f\" && \"$@\" noise \"$f\"";
		final Run read = ascii(script, APPLICATION.resolve("bin/zero-shot-sr").toString());
		assertEquals(0, read.exitCode(), read.text());
		final Run refused = ascii(script.replace("mv ", "echo "), Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-cp", APPLICATION.resolve("lib/zero-shot-sr").resolve(Version.get()) + "/*", "org.zeroshotsr.cli.Main");
		assertEquals(Main.BAD_INPUT, refused.exitCode(), refused.text());
		assertTrue(refused.text().contains("Zellkern_") && refused.text().contains("encoding (ANSI_X3.4-1968)") && !refused.text()
			.contains("\tat "), refused.text());
	}

	/** With all that it takes for a training process of its own. */
	@Test
	void aFolderIsDone() throws Exception {
		Cli.image(Files.createDirectory(folder.resolve("in")).resolve("cell.tif"), 16, 24, 20);
		final List<String> command = new ArrayList<>(List.of(APPLICATION.resolve("bin/zero-shot-sr").toString(), "batch", "in", "-o",
			"out"));
		command.addAll(List.of(Cli.QUICK));
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile()).start();
		final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), text);
		assertTrue(Files.exists(folder.resolve("out/cell.tif")), text);
	}

	private Run ascii(final String script, final String... program) throws Exception {
		final List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
		command.addAll(List.of(program));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
		builder.environment().put("LC_ALL", "C");
		final Process process = builder.start();
		final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Run(process.waitFor(), text);
	}

	@Test
	void launcherIsReplacedByJavaSoThatSignalsReachIt() throws Exception {
		final ProcessBuilder builder = new ProcessBuilder(launcher.toString()).redirectErrorStream(true);
		builder.environment().put("JAVA_HOME", java("21", "echo $$").toString());
		final Process process = builder.start();
		final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(Long.toString(process.pid()), said.trim());
	}

	@Test
	void javaThatIsTooOldIsNamed() throws Exception {
		final Run run = run(java("1.8.0_392", "echo never"));
		assertEquals(3, run.exitCode());
		assertTrue(run.text().contains("Java 17 or newer is needed") && run.text().contains("is version 1.8.0_392"), run
			.text());
	}

	@Test
	void missingJavaIsNamed() throws Exception {
		final Run run = run(folder.resolve("nothing"));
		assertEquals(3, run.exitCode());
		assertTrue(run.text().contains("there is no " + folder.resolve("nothing/bin/java")), run.text());
	}

	@Test
	void javaThatDoesNotStartIsNamed() throws Exception {
		final Path home = java("17", "");
		Files.writeString(home.resolve("bin/java"), "#!/bin/sh\necho 'Unable to locate a Java Runtime' >&2\nexit 1\n");
		final Run run = run(home);
		assertEquals(3, run.exitCode());
		assertTrue(run.text().contains("does not start (Unable to locate a Java Runtime)"), run.text());
	}

	/** A Java with a file that tells its version is not started for that. */
	@Test
	void theVersionOfJavaIsReadWhereItIsWritten() throws Exception {
		final Path home = java("nothing", "echo started \"$2\"");
		Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"16.0.2\"\n");
		final Run old = run(home);
		assertEquals(3, old.exitCode());
		assertTrue(old.text().contains("is version 16.0.2"), old.text());
		Files.writeString(home.resolve("release"), "JAVA_VERSION=\"21\"\n");
		assertEquals(List.of("started -XX:MaxNewSize=128m"), run(home).lines());
	}

	@Test
	void helpIsNotCompiledWell() throws Exception {
		final Path home = java("17.0.2", "printf '<%s>\\n' \"$@\"");
		for (final String option : new String[] { "--help", "-h", "--version", "-V" })
			assertTrue(run(home, "kernel", option).lines().contains("<-XX:TieredStopAtLevel=1>"), option);
		assertFalse(run(home, "a.tif", "-o", "b.tif").text().contains("Tiered"));
	}

	@Test
	void aFolderThatSplitsTheClassPathIsNamed() throws Exception {
		final Path bin = Files.createDirectories(folder.resolve("12:30/bin"));
		launcher = Files.copy(APPLICATION.resolve("bin/zero-shot-sr"), bin.resolve("zero-shot-sr"), COPY_ATTRIBUTES);
		final Run run = run(java("17.0.2", "echo never"));
		assertEquals(3, run.exitCode());
		assertTrue(run.text().contains(folder.toRealPath() + "/12:30") && run.text().contains("':'"), run.text());
	}

	@Test
	void theApplicationHoldsTheProgramAndTheNativesOfOnePlatform() throws IOException {
		final List<String> names = names("lib/zero-shot-sr/" + Version.get());
		assertEquals(1, count(names, "zero-shot-sr-.*"), names::toString);
		assertEquals(0, count(names, "(tensorflow-core-native-[0-9.]+-|junit|opentest4j|groovy|appose|xchart).*"), names::toString);
		assertEquals(2, names("lib").size(), "zero-shot-sr and one platform");
		assertTrue(names("licenses").contains("third-party.txt"));
	}

	private static List<String> names(final String folder) throws IOException {
		try (Stream<Path> files = Files.list(APPLICATION.resolve(folder))) {
			return files.map(file -> file.getFileName().toString()).toList();
		}
	}

	/** And leaves nothing at home. */
	@Test
	void tensorFlowIsLoadedFromWhereItWasDelivered() throws Exception {
		final Path home = Files.createDirectory(folder.resolve("home"));
		final Path image = Path.of("test-images/beads_16bit.tif").toAbsolutePath();
		final ProcessBuilder builder = new ProcessBuilder(APPLICATION.resolve("bin/zero-shot-sr").toString(), image.toString(),
			"-o", folder.resolve("out.tif").toString(), "--steps", "2", "--width", "8", "--depth", "3", "--ensemble", "1")
				.redirectErrorStream(true);
		builder.environment().put("HOME", home.toString());
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		builder.environment().put("ZERO_SHOT_SR_JAVA_OPTS", "-Duser.home=" + home);
		final Process process = builder.start();
		final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), text);
		try (Stream<Path> left = Files.walk(home)) {
			assertEquals(List.of(home), left.toList());
		}
	}

	private static long count(final List<String> names, final String pattern) {
		return names.stream().filter(name -> name.matches(pattern)).count();
	}

	/** Makes a folder for JAVA_HOME whose java tells {@code version} or, started otherwise, runs {@code body}. */
	private Path java(final String version, final String body) throws IOException {
		final Path home = Files.createDirectories(folder.resolve("java " + version));
		final Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
		Files.writeString(java, "#!/bin/sh\nif [ \"$1\" = -version ]; then\n\techo 'Picked up JAVA_TOOL_OPTIONS: -Dx' >&2\n" +
			"\techo 'openjdk version \"" + version + "\" 2022-01-18' >&2\n\texit 0\nfi\n" + body + "\n");
		assertTrue(java.toFile().setExecutable(true));
		return home;
	}

	private Run run(final Path javaHome, final String... arguments) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(List.of(launcher.toString()));
		command.addAll(List.of(arguments));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
		builder.environment().put("JAVA_HOME", javaHome.toString());
		builder.environment().put("ZERO_SHOT_SR_JAVA_OPTS", "-Xmx1g -Dpattern=*");
		final Process process = builder.start();
		final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Run(process.waitFor(), text);
	}

	private record Run(int exitCode, String text) {

		List<String> lines() {
			return text.lines().collect(Collectors.toList());
		}
	}
}
