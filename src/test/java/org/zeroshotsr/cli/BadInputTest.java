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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.process.FloatProcessor;

/** Whatever is wrong: exit code 2, one line that names it, and no file that was not there before. */
class BadInputTest {

	@TempDir
	Path folder;
	private Path input;
	private Path output;

	@BeforeEach
	void makeInput() throws IOException {
		input = Cli.image(folder.resolve("cells.tif"), 16, 24, 20);
		output = folder.resolve("out.tif");
	}

	private void refused(final List<?> args, final String... says) throws IOException {
		final Map<String, String> before = Cli.contents(folder);
		final Cli.Run run = Cli.quick(args.toArray());
		assertEquals(Main.BAD_INPUT, run.code(), run.err());
		assertEquals("", run.out());
		assertTrue(run.err().matches("zero-shot-sr: [^\\r\\n]+\\R"), run.err());
		for (final String word : says)
			assertTrue(run.err().contains(word), "'" + word + "' in: " + run.err());
		assertEquals(before, Cli.contents(folder));
	}

	/** The good input and output with more arguments. */
	private void refusedWith(final List<?> more, final String... says) throws IOException {
		final List<Object> args = new ArrayList<>(List.of(input, "-o", output));
		args.addAll(more);
		refused(args, says);
	}

	@Test
	void missingFile() throws IOException {
		refused(List.of(folder.resolve("absent.tif"), "-o", output), "absent.tif", "does not exist");
	}

	@Test
	void aNameThatTheEncodingCannotHold() throws IOException {
		refused(List.of("Zellkern_\uFFFD.tif", "-o", output), "INPUT", "Zellkern_", "encoding", "rename");
		refused(List.of(input, "-o", "Zellkern_\uFFFD.tif"), "Zellkern_", "encoding");
		refusedWith(List.of("--kernel", "file:psf_\uFFFD.csv"), "--kernel", "psf_", "encoding");
		refusedWith(List.of("--report", "r_\uFFFD.json"), "--report", "encoding");
		refused(List.of("benchmark", folder, "--degrade", "kernel:psf_\uFFFD.csv"), "--degrade", "psf_", "encoding");
		refused(List.of("benchmark", "\uFFFD"), "HR_DIR", "encoding");
	}

	@Test
	void theReportTellsOfAFailureToo() throws IOException {
		final Path report = folder.resolve("report.json");
		assertEquals(Main.BAD_INPUT, Cli.quick(folder.resolve("absent.tif"), "-o", output, "--report", report).code());
		final String text = Files.readString(report);
		for (final String part : List.of("\"status\" : \"failed\"", "\"code\" : 2", "absent.tif does not exist", "\"version\""))
			assertTrue(text.contains(part), text);
		Files.delete(report);
	}

	@Test
	void unreadableFile() throws IOException {
		assumeTrue(input.toFile().setReadable(false) && !Files.isReadable(input), "this user reads everything");
		refused(List.of(input, "-o", output), "cells.tif", "permissions");
	}

	@Test
	void noImage() throws IOException {
		final Path text = Files.writeString(folder.resolve("notes.txt"), "not an image\n".repeat(50));
		refused(List.of(text, "-o", output), "notes.txt", "not an image");
		refused(List.of(folder, "-o", output), folder.toString(), "folder");
	}

	@Test
	void truncatedTiff() throws IOException {
		final byte[] bytes = Files.readAllBytes(input);
		final Path half = Files.write(folder.resolve("half.tif"), Arrays.copyOf(bytes, bytes.length / 2));
		refused(List.of(half, "-o", output), "half.tif", "truncated");
	}

	@Test
	void outputFolder() throws IOException {
		refused(List.of(input, "-o", folder.resolve("no/out.tif")), "OUTPUT", "out.tif", "does not exist");
		refused(List.of(input, "-o", folder.resolve("cells.tif/out.tif")), "OUTPUT", "not a folder");
	}

	@Test
	void outputFolderNotWritable() throws IOException {
		assumeTrue(Files.isDirectory(Path.of("/proc")), "needs a folder that nobody can write in");
		refused(List.of(input, "-o", "/proc/out.tif"), "OUTPUT", "/proc");
	}

	@Test
	void outputIsInput() throws IOException {
		refused(List.of(input, "-o", input), "OUTPUT", "cells.tif");
		refused(List.of(input, "-o", folder.resolve("../" + folder.getFileName() + "/cells.tif")), "OUTPUT", "cells.tif");
		final Path link = Files.createSymbolicLink(folder.resolve("link.tif"), input);
		refused(List.of(input, "-o", link), "OUTPUT", "link.tif");
	}

	@Test
	void outputNeededForReading() throws IOException {
		final Path truth = Cli.image(folder.resolve("truth.tif"), 16, 48, 40);
		refused(List.of(input, "-o", truth, "--truth", truth), "OUTPUT", "truth.tif");
		final Path kernel = Cli.image(folder.resolve("kernel.tif"), 8, 3, 3);
		refused(List.of(input, "-o", kernel, "--kernel", "file:" + kernel), "OUTPUT", "kernel.tif");
	}

	@Test
	void outputIsNoTiff() throws IOException {
		refused(List.of(input, "-o", folder.resolve("out.png")), "OUTPUT", "out.png", ".tif");
	}

	@Test
	void report() throws IOException {
		refusedWith(List.of("--report", folder.resolve("no/r.json")), "--report", "r.json", "does not exist");
		refusedWith(List.of("--report", input), "--report", "cells.tif");
		refusedWith(List.of("--report", output), "--report", "out.tif");
		refusedWith(List.of("--report", folder), "--report", "folder");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "0.5", "1x1", "17", "2x3x4", "NaN", "1e300", "-2", "big", "2x", "" })
	void scale(final String value) throws IOException {
		refusedWith(List.of("--scale=" + value), "--scale", "'" + value + "'", "1 to 16");
	}

	@Test
	void tooSmall() throws IOException {
		final Path small = Cli.image(folder.resolve("small.tif"), 16, 20, 7);
		refused(List.of(small, "-o", output), "20 x 7", "8 x 8");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "''|empty", "'1,NaN,1'|finite", "'0,0,0'|sum", "'1,-1'|sum", "'1,2\n3'|row",
		"'1,dark'|dark" })
	void kernelFile(final String text, final String says) throws IOException {
		final Path kernel = Files.writeString(folder.resolve("psf.csv"), text);
		refusedWith(List.of("--kernel", "file:" + kernel), "--kernel", "psf.csv", says);
	}

	@Test
	void kernelImage() throws IOException {
		final Path zero = Cli.image(folder.resolve("zero.tif"), new FloatProcessor(5, 5));
		refusedWith(List.of("--kernel", "file:" + zero), "--kernel", "zero.tif", "sum");
		final Path stack = Cli.image(folder.resolve("stack.tif"), Cli.plane(8, 5, 5, 1), Cli.plane(8, 5, 5, 2));
		refusedWith(List.of("--kernel", "file:" + stack), "--kernel", "stack.tif", "2 planes");
		refusedWith(List.of("--kernel", "file:" + folder.resolve("absent.csv")), "--kernel", "absent.csv",
			"does not exist");
		refusedWith(List.of("--kernel", "file:" + folder.resolve("absent.tif")), "--kernel", "absent.tif",
			"does not exist");
		final Path large = Cli.image(folder.resolve("large.tif"), 8, 60, 60);
		refusedWith(List.of("--kernel", "file:" + large), "kernel", "larger than the image");
	}

	@Test
	void opticsWithoutPixelSize() throws IOException {
		refusedWith(List.of("--kernel", "optics:NA=1.4,EM=520"), "--kernel", "pixel size", "PIXEL=0.1");
		refusedWith(List.of("--kernel", "optics:NA=1.6,EM=520"), "--kernel", "numerical aperture", "1.515");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "kernel|blurry", "kernel|gaussian:0", "kernel|gaussian:-1", "kernel|file:",
		"noise|gaussian:-1", "noise|gaussian:-1%", "noise|poisson:-1,2", "noise|poisson:1,-2", "noise|salt", "stack|some",
		"back-projection|-1", "back-projection|51", "ensemble|3", "schedule|soon", "steps|0", "depth|1", "width|100000",
		"crop|8", "seed|1.5", "device|tpu", "precision|int8" })
	void optionValue(final String option, final String value) throws IOException {
		final List<Object> args = List.of(input, "-o", output, "--" + option, value);
		final Cli.Run run = Cli.run(args.toArray());
		assertEquals(Main.BAD_INPUT, run.code(), run.err());
		assertTrue(run.err().startsWith("zero-shot-sr: --" + option + ": '" + value + "'"), run.err());
		assertTrue(run.err().contains(org.zeroshotsr.options.Option.of(option).range()), run.err());
		assertTrue(Files.notExists(output));
	}

	@Test
	void gradualFactors() throws IOException {
		refusedWith(List.of("--gradual=1x1.5,,2"), "--gradual", "1x1.5,,2");
		refusedWith(List.of("--gradual=3"), "gradual", "larger than the scale");
	}

	@Test
	void usage() throws IOException {
		refused(List.of(), "INPUT", "--help");
		refused(List.of(input), "-o", "--help");
		refused(List.of(input, "-o", output, "another.tif"), "another.tif");
		refusedWith(List.of("--enlarge", "2"), "--enlarge");
		refusedWith(List.of("--seed", "1", "--seed", "2"), "--seed");
		refusedWith(List.of("--truth"), "--truth");
	}

	@Test
	void truth() throws IOException {
		final Path same = Cli.image(folder.resolve("same.tif"), 16, 24, 20);
		refusedWith(List.of("--truth", same), "--truth", "same.tif", "24 x 20", "48 x 40");
		final Path bytes = Cli.image(folder.resolve("bytes.tif"), 8, 48, 40);
		refusedWith(List.of("--truth", bytes), "--truth", "bytes.tif", "8-bit", "16-bit");
		final Path flat = Cli.image(folder.resolve("flat.tif"), new FloatProcessor(48, 40));
		refusedWith(List.of("--truth", flat), "--truth", "flat.tif", "one value");
		refusedWith(List.of("--truth", folder.resolve("absent.tif")), "--truth", "absent.tif", "does not exist");
	}

	@Test
	void missingGpu() throws IOException {
		assumeFalse(Files.exists(Path.of("/dev/nvidia0")), "there is a GPU here");
		final Cli.Run run = Cli.run(input, "-o", output, "--device", "gpu");
		assertEquals(Main.BAD_INPUT, run.code(), run.err());
		assertTrue(run.err().contains("device gpu is not available"), run.err());
		assertTrue(Files.notExists(output));
	}

	/** Whichever thread fails. */
	@Test
	void aThreadThatNobodyWaitsForSaysOneLine() {
		final StringWriter said = new StringWriter();
		Cli.run(folder.resolve("absent.tif"), "-o", output);
		Main.uncaught(new PrintWriter(said), new Thread("relay"), new IllegalStateException("broken\nin two"));
		assertEquals("zero-shot-sr: unexpected error in the thread relay: java.lang.IllegalStateException: broken in two; " +
			"--verbose shows more", said.toString().trim());
		Cli.run(folder.resolve("absent.tif"), "-o", output, "--verbose");
		Main.uncaught(new PrintWriter(said), new Thread("relay"), new IllegalStateException("broken"));
		assertTrue(said.toString().contains("\tat "), said.toString());
	}

	@Test
	void stackTraceOnlyWhenVerbose() {
		final Object[] args = { folder.resolve("absent.tif"), "-o", output };
		assertTrue(!Cli.run(args).err().contains("\tat "));
		assertTrue(Cli.run(args[0], "-o", output, "--verbose").err().contains("\tat "));
	}
}
