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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders, by the command in processes of its own. */
class BatchProcessTest {

	/** Enough to be met in the middle of. */
	private static final String STEPS = "60";
	private static final Set<String> RESULTS = Set.of("a.tif", "b.tif", "c.tif");

	@TempDir
	private Path folder;
	private Path in;
	private Path out;

	@BeforeEach
	void folders() throws IOException {
		in = Files.createDirectory(folder.resolve("in"));
		out = folder.resolve("some/out");
		Cli.image(in.resolve("a.tif"), 16, 24, 20);
		Cli.image(in.resolve("b.tif"), Cli.plane(16, 24, 20, 2), Cli.plane(16, 24, 20, 3), Cli.plane(16, 24, 20, 4));
		Cli.image(in.resolve("c.tif"), 16, 26, 20);
	}

	private Object[] arguments(final Path to, final String steps, final Object... more) {
		final List<Object> all = new ArrayList<>(List.of("batch", in, "-o", to, "--stack", "warm"));
		all.addAll(List.of(Cli.QUICK));
		all.set(all.indexOf("3"), steps);
		all.addAll(List.of(more));
		return all.toArray();
	}

	private Process start(final Object... more) throws IOException {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx1g", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
		Stream.of(arguments(out, STEPS, more)).map(Object::toString).forEach(command::add);
		return new ProcessBuilder(command).redirectOutput(folder.resolve("out.txt").toFile()).redirectError(folder.resolve("err.txt")
			.toFile()).start();
	}

	/** Until a plane of the second image is done. */
	private void awaitMidFile(final Process process) throws IOException, InterruptedException {
		final Path journal = out.resolve("b.tif.journal");
		while (!Files.exists(journal) || !Files.readString(journal).contains("\"done\":{"))
			assertFalse(process.waitFor(10, TimeUnit.MILLISECONDS), () -> "too fast");
	}

	private TreeSet<String> names() throws IOException {
		try (Stream<Path> files = Files.list(out)) {
			return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
		}
	}

	/** The same command again, and an undisturbed one. */
	private void goOnAndCompare() throws IOException {
		final Cli.Run again = Cli.run(arguments(out, STEPS));
		assertEquals(Main.DONE, again.code(), again.err());
		assertTrue(again.out().contains("3 in " + in + ": 2 done, 1 done before"), again.out());
		assertTrue(again.err().contains("2 of 3, b.tif: 1 of 3 planes were done before"), again.err());
		final Path undisturbed = folder.resolve("undisturbed");
		assertEquals(Main.DONE, Cli.run(arguments(undisturbed, STEPS)).code());
		for (final String name : RESULTS)
			assertArrayEquals(Files.readAllBytes(undisturbed.resolve(name)), Files.readAllBytes(out.resolve(name)), name);
		assertEquals(new TreeSet<>(Set.of("a.tif", "b.tif", "c.tif", "summary.csv")), names());
		assertEquals(List.of("a.tif", "b.tif", "c.tif"), SummaryTable.parse(Files.readString(out.resolve("summary.csv"))).stream().skip(
			1).map(row -> row.get(0)).toList());
	}

	@Test
	void afterAKillTheSameCommandGoesOn() throws Exception {
		final Process process = start();
		try {
			awaitMidFile(process);
		}
		finally {
			process.destroyForcibly();
		}
		process.waitFor();
		assertTrue(names().contains("b.tif.claim"), names()::toString);
		goOnAndCompare();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void toldToEndItKeepsWhatIsDoneAndItsLogIsJson() throws Exception {
		final Process process = start("--log", "json");
		try {
			awaitMidFile(process);
			process.toHandle().destroy();
			assertTrue(process.waitFor(30, TimeUnit.SECONDS));
		}
		finally {
			process.destroyForcibly();
		}
		assertEquals(Main.CANCELED, process.exitValue());
		assertFalse(names().contains("b.tif.claim"), names()::toString);
		final List<JsonNode> lines = new ArrayList<>();
		for (final String line : Files.readAllLines(folder.resolve("err.txt"))) {
			lines.add(new ObjectMapper().readTree(line));
			final JsonNode last = lines.get(lines.size() - 1);
			Instant.parse(last.get("time").asText());
			assertTrue(Set.of("note", "progress", "error").contains(last.get("kind").asText()), line);
			assertFalse(last.get("host").asText().isEmpty() || last.get("message").asText().isEmpty(), line);
		}
		assertEquals("canceled; 1 of 3 images are done; the same command goes on from there", lines.get(lines.size() - 1).get("message")
			.asText());
		assertEquals("a.tif", lines.get(0).get("image").asText());
		goOnAndCompare();
	}

	@Test
	void whatIsWrongIsSaidBeforeAnyWork() throws IOException {
		for (final Object[] wrong : new Object[][] { { "batch" }, { "batch", in }, { "batch", in, "-o", in }, { "batch", folder.resolve(
			"none"), "-o", out }, { "batch", in, "-o", in.resolve("a.tif") }, { "batch", in, "-o", out, "--part", "3/2" }, { "batch", in, "-o", out, "--maps", in },
			{ "batch", in, "-o", out, "--share", "some" }, { "batch", in, "-o", out, "--log", "xml" }, { "batch", in, "-o", out, "--steps",
				"many" }, { "batch", in, "-o", out, "--pattern", "*.lsm" } }) {
			final Cli.Run run = Cli.run(wrong);
			assertEquals(Main.BAD_INPUT, run.code(), run.err());
			assertEquals(1, run.err().lines().count(), run.err());
			assertEquals("", run.out());
		}
		assertFalse(Files.exists(out.resolve("summary.csv")));
		final JsonNode error = new ObjectMapper().readTree(Cli.run("batch", "--log", "json", in, "-o", in).err());
		assertEquals("error", error.get("kind").asText());
		assertTrue(Cli.run("batch", "--log=FULL", in, "-o", in).err().matches("20\\S+Z \\S+ zero-shot-sr: (?s).*"), "time and host");
	}

	@Test
	void eachPartHasATableOfItsOwnAndTheReportSaysWhatBecameOfEach() throws IOException {
		Files.writeString(in.resolve("bad.tif"), "none");
		final Path report = folder.resolve("report.json");
		final Cli.Run run = Cli.run(arguments(out, "3", "--part", "2/2", "--report", report));
		assertEquals(Main.DONE, run.code(), run.err());
		assertEquals(new TreeSet<>(Set.of("b.tif", "c.tif", "summary.part2of2.csv")), names());
		assertEquals(Main.SOME_FAILED, Cli.run(arguments(out, "3", "--report", report)).code());
		final JsonNode images = new ObjectMapper().readTree(report.toFile()).get("images");
		assertEquals(List.of("done", "done before", "failed", "done before"), List.of(images.get(0).get("result").asText(), images.get(1).get(
			"result").asText(), images.get(2).get("result").asText(), images.get(3).get("result").asText()));
	}
}
