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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.process.ImageProcessor;

import org.zeroshotsr.Report;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.run.LocalEngine;

/** {@link ResumeTest} for OME-Zarr. */
class ZarrResumeTest {

	private static final int PLANES = 4;

	@TempDir
	private Path folder;
	private Path input;
	private Path output;
	private Path unfinished;
	private Path journal;

	@BeforeEach
	void places() {
		input = folder.resolve("in.tif");
		output = folder.resolve("out.ome.zarr");
		unfinished = folder.resolve("out.ome.zarr.unfinished");
		journal = folder.resolve("out.ome.zarr.journal");
	}

	private void makeInput(final int bits) throws IOException {
		Cli.image(input, IntStream.range(0, PLANES).mapToObj(i -> Cli.plane(bits, 24, 20, i)).toArray(ImageProcessor[]::new));
	}

	private static Options options(final String stack) {
		Options options = Options.defaults();
		for (final Map.Entry<String, String> option : Map.of("stack", stack, "steps", "4", "depth", "3", "width", "8", "crop", "16",
			"ensemble", "1", "device", "cpu", "noise", "none").entrySet())
			options = options.with(Option.of(option.getKey()), option.getValue());
		return options;
	}

	private Report run(final String stack, final boolean resume, final Progress progress) throws IOException {
		return new StackFile(input, output, resume, null, null, null, LocalEngine::new).run(ImageInput.read(input), options(stack),
			progress);
	}

	/** Every file of a folder, and its bytes. */
	private static Map<String, byte[]> files(final Path of) throws IOException {
		final Map<String, byte[]> all = new TreeMap<>();
		try (Stream<Path> files = Files.walk(of)) {
			for (final Path file : files.filter(Files::isRegularFile).toList())
				all.put(of.relativize(file).toString(), Files.readAllBytes(file));
		}
		return all;
	}

	/** Has what is on the disk when the last plane begins. */
	private final class Kept implements Progress {

		Map<String, byte[]> chunks = Map.of();
		byte[] lines = {};

		@Override
		public boolean isCanceled() {
			try {
				if (!Files.exists(unfinished) || Files.size(journal) == lines.length) return false;
				lines = Files.readAllBytes(journal);
				chunks = files(unfinished);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
			return false;
		}

		/** As after a kill: the planes from {@code done} on are of no use. */
		void restore(final int cut, final int done) throws IOException {
			Files.write(journal, Arrays.copyOf(lines, cut));
			for (final Map.Entry<String, byte[]> chunk : chunks.entrySet()) {
				final Path file = unfinished.resolve(chunk.getKey());
				Files.createDirectories(file.getParent());
				final String[] at = chunk.getKey().split("/"); // level, the colour where there are any, plane, row, column
				final boolean whole = at.length < 4 || Integer.parseInt(at[at.length - 3]) < done;
				Files.write(file, whole ? chunk.getValue() : new byte[] { 7, 7 });
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "independent, 16", "warm, 8", "joint, 32", "auto, 24" })
	void afterAKillAtAnyMomentTheResultIsTheSame(final String stack, final int bits) throws IOException {
		makeInput(bits);
		final Kept kept = new Kept();
		assertNotNull(run(stack, false, kept));
		final Map<String, String> expected = Cli.contents(output);
		final List<Integer> ends = new ArrayList<>();
		for (int i = 0; i < kept.lines.length; i++)
			if (kept.lines[i] == '\n') ends.add(i + 1);
		final boolean together = stack.equals("joint") || stack.equals("auto");
		assertEquals(PLANES + (together ? 1 : 0), ends.size(), "what was begun, what was learnt, and all planes but the last");
		for (int line = 0; line < ends.size(); line++) {
			final int next = line + 1 < ends.size() ? ends.get(line + 1) : kept.lines.length;
			for (final int cut : new int[] { ends.get(line), (ends.get(line) + next) / 2 }) {
				assertTrue(Files.exists(output));
				kept.restore(cut, Math.max(0, line - (together ? 1 : 0)));
				assertNotNull(run(stack, true, Progress.NONE));
				assertEquals(expected, Cli.contents(output), "cut at " + cut + " of " + kept.lines.length);
				assertFalse(Files.exists(journal) || Files.exists(unfinished));
			}
		}
	}

	/** What the journal says was done counts where it is there alone. */
	@ParameterizedTest
	@CsvSource({ "independent", "warm" })
	void aPlaneThatIsNotThereIsNotDone(final String stack) throws IOException {
		makeInput(16);
		final Kept kept = new Kept();
		run(stack, false, kept);
		final Map<String, String> expected = Cli.contents(output);
		kept.restore(kept.lines.length, PLANES);
		Files.delete(unfinished.resolve("0/1/0/0"));
		if (stack.equals("warm")) {
			final String message = assertThrows(BadInput.class, () -> run(stack, true, Progress.NONE)).getMessage();
			assertTrue(message.contains("plane 2 was done before, and is not all there"), message);
		}
		else {
			run(stack, true, Progress.NONE);
			assertEquals(expected, Cli.contents(output));
		}
	}

	@Test
	void anInputThatChangesIsNoticedAndNothingIsKept() throws IOException {
		makeInput(16);
		run("independent", false, Progress.NONE);
		input = output; // which is one to read, too
		output = folder.resolve("again.zarr");
		final Map<String, String> before = Cli.contents(folder);
		final String message = assertThrows(IOException.class, () -> run("independent", true, new Progress() {

			@Override
			public void update(final Status status) {
				try {
					Files.deleteIfExists(input.resolve("0/3/0/0"));
				}
				catch (final IOException e) {
					throw new UncheckedIOException(e);
				}
			}
		})).getMessage();
		assertTrue(message.contains("has changed while it was being read"), message);
		before.remove("out.ome.zarr/0/3/0/0");
		assertEquals(before, Cli.contents(folder));
	}

	@Test
	void killsBeforeTheFirstPlaneAndAfterTheLast() throws IOException {
		makeInput(16);
		final Kept kept = new Kept();
		run("independent", false, kept);
		final Map<String, String> expected = Cli.contents(output);
		final int begun = new String(kept.lines).indexOf('\n') + 1;
		Files.write(journal, Arrays.copyOf(kept.lines, begun)); // and no folder yet
		assertNotNull(run("independent", true, Progress.NONE));
		assertEquals(expected, Cli.contents(output));
		Files.writeString(journal, new String(kept.lines) + "{\"finished\":true}\n");
		assertNull(run("independent", true, Progress.NONE), "it had its name");
		assertEquals(expected, Cli.contents(output));
		assertFalse(Files.exists(journal));
	}
}
