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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

import org.zeroshotsr.RunRecord;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.run.LocalEngine;

class ResumeTest {

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
		output = folder.resolve("out.tif");
		unfinished = folder.resolve("out.tif.unfinished");
		journal = folder.resolve("out.tif.journal");
	}

	private void makeInput(final int bits) throws IOException {
		Cli.image(input, java.util.stream.IntStream.range(0, PLANES).mapToObj(i -> Cli.plane(bits, 24, 20, i)).toArray(
			ImageProcessor[]::new));
	}

	private static Options options(final String stack) {
		Options options = Options.defaults();
		for (final Map.Entry<String, String> option : Map.of("stack", stack, "steps", "4", "depth", "3", "width", "8", "crop", "16",
			"ensemble", "1", "device", "cpu", "noise", "none").entrySet())
			options = options.with(org.zeroshotsr.options.Option.of(option.getKey()), option.getValue());
		return options;
	}

	private boolean run(final Options options, final boolean resume, final Progress progress) throws IOException {
		return new StackFile(input, output, resume, null, null, null, LocalEngine::new).run(ImageInput.read(input), options,
			progress) != null;
	}

	/** Has what is on the disk when the last plane begins: it is asked then, and not after it. */
	private final class Kept implements Progress {

		byte[] pixels;
		byte[] lines;

		@Override
		public boolean isCanceled() {
			if (!Files.exists(unfinished)) return false;
			try {
				pixels = Files.readAllBytes(unfinished);
				lines = Files.readAllBytes(journal);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
			return false;
		}
	}

	/** Wherever a kill came: after any line of the journal or in the middle of one, and with a plane half written. */
	@ParameterizedTest
	@CsvSource({ "independent, 16", "warm, 16", "joint, 32", "auto, 24" })
	void afterAKillAtAnyMomentTheResultIsTheSame(final String stack, final int bits) throws IOException {
		makeInput(bits);
		final Options options = options(stack);
		final Kept kept = new Kept();
		assertTrue(run(options, false, kept));
		final byte[] expected = Files.readAllBytes(output);
		final List<Integer> ends = new ArrayList<>();
		for (int i = 0; i < kept.lines.length; i++)
			if (kept.lines[i] == '\n') ends.add(i + 1);
		final boolean together = stack.equals("joint") || stack.equals("auto");
		assertEquals(PLANES + (together ? 1 : 0), ends.size(), "what was begun, what was learnt, and all planes but the last");
		final int planeBytes = 48 * 40 * bits / 8;
		for (int line = 0; line < ends.size(); line++) {
			final int next = line + 1 < ends.size() ? ends.get(line + 1) : kept.lines.length;
			for (final int cut : new int[] { ends.get(line), (ends.get(line) + next) / 2 }) {
				Files.delete(output);
				Files.write(journal, Arrays.copyOf(kept.lines, cut));
				final int done = Math.max(0, line - (together ? 1 : 0));
				final byte[] pixels = kept.pixels.clone();
				final byte[] garbage = new byte[Math.max(0, pixels.length - 16 - done * planeBytes)];
				new Random(cut).nextBytes(garbage);
				System.arraycopy(garbage, 0, pixels, pixels.length - garbage.length, garbage.length);
				Files.write(unfinished, pixels);
				assertTrue(run(options, true, Progress.NONE));
				assertArrayEquals(expected, Files.readAllBytes(output), "cut at " + cut + " of " + kept.lines.length);
				assertFalse(Files.exists(journal) || Files.exists(unfinished));
			}
		}
	}

	/** Gone on with after midnight, or on another machine, it is of the day and the machine where it began. */
	@Test
	void theRecordIsThatOfTheBeginning() throws IOException {
		makeInput(16);
		final Options options = options("independent");
		final Kept kept = new Kept();
		run(options, false, kept);
		final String lines = new String(kept.lines);
		assertTrue(lines.contains("2026-01-01"), lines);
		Files.delete(output);
		Files.writeString(journal, lines.replace("2026-01-01", "2025-12-31").replaceFirst("\"processor\":\"[^\"]*\"",
			"\"processor\":\"another\""));
		Files.write(unfinished, kept.pixels);
		run(options, true, Progress.NONE);
		final RunRecord record = ResultRecord.read(output);
		assertEquals("2025-12-31", record.begun().date());
		assertEquals("another", record.begun().processor());
	}

	/** Of six slices. */
	private void makeStack(final int channels, final int times) throws IOException {
		final ImageStack stack = new ImageStack(24, 20);
		for (int i = 0; i < 6 * channels * times; i++)
			stack.addSlice("plane " + i, Cli.plane(16, 24, 20, i));
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(channels, 6, times);
		ImageFiles.save(image, input);
	}

	/** Two times of a stack that grows along z: what is done are times, of which all planes are there. */
	@Test
	void afterAKillAStackThatGrowsAlongZIsTheSame() throws IOException {
		makeStack(1, 2);
		final Options options = options("auto").with(Map.of("scale", "1", "z-scale", "2"));
		final Kept kept = new Kept();
		assertTrue(run(options, false, kept));
		final byte[] expected = Files.readAllBytes(output);
		final String[] lines = new String(kept.lines).split("(?<=\n)");
		assertEquals(2 + 12, lines.length, "what was begun and learnt, and the planes of the first time");
		for (final int lineCount : new int[] { 1, 2, 3, 8, lines.length }) {
			Files.delete(output);
			Files.writeString(journal, String.join("", Arrays.copyOf(lines, lineCount)));
			Files.write(unfinished, kept.pixels);
			assertTrue(run(options, true, Progress.NONE));
			assertArrayEquals(expected, Files.readAllBytes(output), lineCount + " lines");
		}
	}

	/** What there is on the disk, whenever the journal has grown. */
	private class Moments implements Progress {

		private final Path between = folder.resolve("out.tif.between");
		final List<Map<Path, byte[]>> all = new ArrayList<>();

		@Override
		public boolean isCanceled() {
			try {
				if (!Files.exists(journal) || !all.isEmpty() && Files.size(journal) == all.get(all.size() - 1).get(journal).length) return false;
				final Map<Path, byte[]> files = new HashMap<>();
				for (final Path file : List.of(unfinished, journal, between))
					if (Files.exists(file)) files.put(file, Files.readAllBytes(file));
				if (files.containsKey(unfinished)) all.add(files);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
			return false;
		}
	}

	private long lines(final Map<Path, byte[]> files) {
		return new String(files.get(journal)).lines().count();
	}

	/** Of a stack that grows along z and then across, neither step is done twice; two channels, noise that is measured. */
	@Test
	void afterAKillBetweenTwoStepsNothingIsDoneTwice() throws IOException {
		makeStack(2, 1);
		final Options options = options("joint").with(Map.of("scale", "2", "z-scale", "1.5", "noise", "auto"));
		final Moments moments = new Moments();
		assertTrue(run(options, false, moments));
		final byte[] expected = Files.readAllBytes(output);
		assertFalse(Files.exists(moments.between));
		assertTrue(moments.all.size() > 8, "a network and a volume a channel, a network a channel, and planes");
		int between = 0;
		for (final Map<Path, byte[]> moment : moments.all) {
			Files.delete(output);
			for (final Map.Entry<Path, byte[]> file : moment.entrySet())
				Files.write(file.getKey(), file.getValue());
			final List<String> notes = new ArrayList<>();
			final Moments again = new Moments() {

				@Override
				public void note(final String message) {
					notes.add(message);
				}
			};
			assertTrue(run(options, true, again));
			assertArrayEquals(expected, Files.readAllBytes(output));
			assertFalse(Files.exists(moments.between));
			if (notes.get(0).contains("of the step along z")) between++;
			// every line that another moment has more was written by this run, and none twice
			assertEquals(lines(moments.all.get(moments.all.size() - 1)), lines(again.all.get(again.all.size() - 1)));
		}
		assertTrue(between > 2 && between < moments.all.size(), "told of " + between + " times");

		// without what was between, it is made again by what was learnt
		final Map<Path, byte[]> late = moments.all.get(moments.all.size() - 1);
		Files.delete(output);
		Files.write(journal, late.get(journal));
		Files.write(unfinished, late.get(unfinished));
		assertTrue(run(options, true, Progress.NONE));
		assertArrayEquals(expected, Files.readAllBytes(output));
	}

	@Test
	void allButTheNameWasDone() throws IOException {
		makeInput(16);
		final Options options = options("independent");
		final Kept kept = new Kept();
		run(options, false, kept);
		final byte[] expected = Files.readAllBytes(output);
		// the last plane again, and then killed as the journal has said that the output is complete
		Files.write(journal, kept.lines);
		Files.write(unfinished, kept.pixels);
		Files.delete(output);
		run(options, true, Progress.NONE);
		Files.writeString(journal, new String(kept.lines) + "{\"finished\":true}\n");
		assertFalse(run(options, true, Progress.NONE), "it is there");
		assertArrayEquals(expected, Files.readAllBytes(output));
		assertFalse(Files.exists(journal));
	}

	private BadInput refused(final Options options) {
		return assertThrows(BadInput.class, () -> run(options, true, Progress.NONE));
	}

	@Test
	void anotherRunIsRefusedWithWhatDiffers() throws IOException {
		makeInput(16);
		final Options options = options("independent");
		final Kept kept = new Kept();
		run(options, false, kept);
		Files.delete(output);
		Files.write(journal, kept.lines);
		Files.write(unfinished, kept.pixels);
		final Map<String, String> before = Cli.contents(folder);

		final String seed = refused(options.with(org.zeroshotsr.options.Option.SEED, "7")).getMessage();
		assertTrue(seed.contains("seed was 0, and is 7") || seed.contains("and is 7"), seed);
		final byte[] image = Files.readAllBytes(input);
		makeInput(8);
		assertTrue(refused(options).getMessage().contains("SHA-256"));
		Files.write(input, image);
		Files.writeString(journal, new String(kept.lines).replaceFirst("\"version\":\"[^\"]*\"", "\"version\":\"0.1\""));
		assertTrue(refused(options).getMessage().contains("version was 0.1"));
		Files.writeString(journal, "what\n");
		assertTrue(refused(options).getMessage().contains("damaged"));
		Files.writeString(journal, "wha");
		assertTrue(refused(options).getMessage().contains("does not say"));
		Files.write(journal, kept.lines);
		assertEquals(before, Cli.contents(folder));
		Files.delete(unfinished);
		assertTrue(refused(options).getMessage().contains("out.tif.unfinished is missing"));
	}

	@Test
	void twoAtOnceOnOneOutputAreOne() throws IOException {
		makeInput(16);
		final Options options = options("independent");
		final Kept kept = new Kept();
		run(options, false, kept);
		final byte[] expected = Files.readAllBytes(output);
		Files.delete(output);
		Files.write(journal, kept.lines);
		Files.write(unfinished, kept.pixels);
		final String[] message = { "" };
		run(options, true, new Progress() {

			@Override
			public void update(final Status status) {
				if (message[0].isEmpty() && !status.stage().startsWith("looking")) message[0] = refused(options).getMessage();
			}
		});
		assertTrue(message[0].contains("is in use"), message[0]);
		assertArrayEquals(expected, Files.readAllBytes(output));
	}

	/** Canceled in the third plane. */
	private CancellationException canceled(final boolean resume) {
		return assertThrows(CancellationException.class, () -> run(options("independent"), resume, new Progress() {

			private boolean late;

			@Override
			public void update(final Status status) {
				late = status.plane() == 3;
			}

			@Override
			public boolean isCanceled() {
				return late;
			}
		}));
	}

	@Test
	void whoCancelsKeepsWhatIsDoneOnlyWhereThatWasAskedFor() throws IOException {
		makeInput(16);
		final Map<String, String> before = Cli.contents(folder);
		canceled(false);
		assertEquals(before, Cli.contents(folder));
		assertTrue(canceled(true).getMessage().startsWith("canceled; 2 of 4 planes are done and kept"));
		assertTrue(run(options("independent"), true, Progress.NONE));
		final byte[] resumed = Files.readAllBytes(output);
		Files.delete(output);
		run(options("independent"), false, Progress.NONE);
		assertArrayEquals(Files.readAllBytes(output), resumed);
	}

	@Test
	void anInputThatChangesIsNoticedAndNothingIsKept() throws IOException {
		makeInput(16);
		final Path other = folder.resolve("other.tif");
		Files.copy(input, other);
		Files.write(other, new byte[] { 0 }, java.nio.file.StandardOpenOption.APPEND);
		final String message = assertThrows(IOException.class, () -> run(options("independent"), true, new Progress() {

			@Override
			public void update(final Status status) {
				try {
					if (Files.exists(other)) Files.move(other, input, StandardCopyOption.REPLACE_EXISTING);
				}
				catch (final IOException e) {
					throw new UncheckedIOException(e);
				}
			}
		})).getMessage();
		assertTrue(message.contains("has changed while it was being read"), message);
		assertFalse(Files.exists(output) || Files.exists(journal) || Files.exists(unfinished));
	}

	@Test
	void thatTheOutputIsGoneIsNoticedAfterThePlane() throws IOException {
		makeInput(16);
		final int[] planes = new int[1];
		final String message = assertThrows(UncheckedIOException.class, () -> run(options("independent"), true, new Progress() {

			@Override
			public void update(final Status status) {
				planes[0] = status.plane();
				try {
					if (status.plane() == 2) Files.deleteIfExists(unfinished);
				}
				catch (final IOException e) {
					throw new UncheckedIOException(e);
				}
			}
		})).getMessage();
		assertTrue(message.contains("has been removed"), message);
		assertEquals(2, planes[0]);
		assertFalse(Files.exists(journal), "there is nothing to go on from");
	}

	@Test
	void aCompleteOutputIsLeftUnlessItIsToBeOverwritten() throws IOException {
		makeInput(16);
		Files.writeString(output, "what was there");
		final Cli.Run left = Cli.quick(input, "-o", output, "--resume");
		assertEquals(0, left.code());
		assertTrue(left.err().contains("is complete already; --overwrite"), left.err());
		assertEquals("what was there", Files.readString(output));
		assertEquals(0, Cli.quick(input, "-o", output, "--resume", "--overwrite").code());
		assertEquals(PLANES, ImageFiles.open(output).getStackSize());
	}

	@Test
	void withoutResumeWhatIsLeftOfAnotherRunIsDoneAgain() throws IOException {
		makeInput(16);
		Files.writeString(journal, "half a li");
		Files.writeString(unfinished, "garbage");
		final Cli.Run run = Cli.quick(input, "-o", output);
		assertEquals(0, run.code(), run.err());
		assertTrue(run.err().contains("--resume would have gone on from there"), run.err());
		assertFalse(Files.exists(journal) || Files.exists(unfinished));
	}

	private static List<Object> with(final List<Object> args, final Object... more) {
		final List<Object> all = new ArrayList<>(args);
		all.addAll(List.of(more));
		return all;
	}

	private Cli.Run quick(final List<Object> args) {
		return Cli.quick(args.toArray());
	}

	/** As tasks of a cluster do it: each a part, one of them killed and run again; then one joins them. */
	@ParameterizedTest
	@CsvSource({ "independent, false, true", "auto, true, false", "joint, false, true" })
	void partsOfSeveralTasksMakeTheSameFile(final String stack, final boolean network, final boolean maps) throws IOException {
		makeInput(16);
		final Path learnt = folder.resolve("network.json");
		final List<Object> same = new ArrayList<>(List.of(input, "-o", output, "--stack", stack));
		if (network) {
			assertEquals(0, Cli.quick("learn", input, "-o", learnt).code());
			same.addAll(List.of("--network", learnt));
		}
		final List<Object> without = List.copyOf(same);
		if (maps) same.addAll(List.of("--maps", folder.resolve("maps")));
		assertEquals(0, quick(same).code());
		final byte[] expected = Files.readAllBytes(output);
		Files.delete(output);
		final Map<String, byte[]> expectedMaps = new HashMap<>();
		if (maps) for (final String name : List.of("consistency", "uncertainty", "new")) {
			final Path map = folder.resolve("maps/out_" + name + ".tif");
			expectedMaps.put(name, Files.readAllBytes(map));
			Files.delete(map);
		}
		final Map<String, String> before = Cli.contents(folder);
		assertEquals(0, quick(with(same, "--part", "1/3", "--resume")).code());
		final Cli.Run early = quick(with(same, "--join", "3"));
		assertEquals(2, early.code());
		assertTrue(early.err().contains("part 2 of 3 has not been begun"), early.err());
		assertEquals(0, quick(with(same, "--part", "3/3", "--resume")).code());
		assertEquals(0, quick(with(same, "--part", "2/3", "--resume")).code());
		// killed before its last plane was done
		final Path its = folder.resolve("out.tif.part2of3.journal");
		final List<String> lines = Files.readAllLines(its);
		assertTrue(lines.get(lines.size() - 1).contains("finished"));
		Files.writeString(its, String.join("\n", lines.subList(0, lines.size() - 2)) + "\n{\"job\":");
		assertEquals(0, quick(with(same, "--part", "2/3", "--resume")).code());
		assertTrue(quick(with(same, "--part", "2/3", "--resume")).err().contains("complete already"));
		assertFalse(Files.exists(output));
		if (maps) {
			final Cli.Run other = quick(with(without, "--join", "3"));
			assertEquals(2, other.code());
			assertTrue(other.err().contains("maps"), other.err());
			final Cli.Run none = quick(with(with(without, "--maps", folder.resolve("none")), "--join", "3"));
			assertEquals(2, none.code());
			assertTrue(none.err().contains("of part 1 of 3 there are no maps in"), none.err());
			Files.delete(folder.resolve("none"));
		}
		final Cli.Run joined = quick(with(same, "--join", "3"));
		assertEquals(0, joined.code(), joined.err());
		for (final Map.Entry<String, byte[]> map : expectedMaps.entrySet()) {
			final Path made = folder.resolve("maps/out_" + map.getKey() + ".tif");
			assertArrayEquals(map.getValue(), Files.readAllBytes(made), map.getKey());
			Files.delete(made);
		}
		assertArrayEquals(expected, Files.readAllBytes(output));
		Files.delete(output);
		assertEquals(before, Cli.contents(folder), "the parts are gone");
	}

	@Test
	void partsThatCannotBeAreRefused() throws IOException {
		makeInput(16);
		for (final String part : List.of("0/4", "5/4", "2", "a/b", "1/0"))
			assertTrue(Cli.quick(input, "-o", output, "--part", part).err().contains("'" + part + "' is not possible"));
		assertTrue(Cli.quick(input, "-o", output, "--part", "1/2", "--stack", "warm").err().contains("--stack warm"));
		assertEquals(2, Cli.quick(input, "-o", output, "--join", "2", "--part", "1/2").code());
		for (int planes = 1; planes < 9; planes++)
			for (int of = 1; of < 12; of++)
				for (int plane = 0; plane < planes; plane++) {
					int in = 0;
					for (int i = 1; i <= of; i++)
						if (new Part(i, of).has(plane, planes)) in++;
					assertEquals(1, in);
				}
	}

	@Test
	void networksAreUsedForWhatTheyWereMadeFor() throws IOException {
		makeInput(16);
		final Path learnt = folder.resolve("network.json");
		assertEquals(0, Cli.quick("learn", input, "-o", learnt).code());
		final Cli.Run other = Cli.quick(input, "-o", output, "--network", learnt, "--scale", "3");
		assertEquals(2, other.code());
		assertTrue(other.err().contains("--scale: the networks of --network were trained with 2, not 3"), other.err());
		final Path eight = Cli.image(folder.resolve("eight.tif"), 8, 24, 20);
		assertTrue(Cli.quick(eight, "-o", output, "--network", learnt).err().contains("it is for 16-bit images"));
		assertTrue(Cli.quick(input, "-o", output, "--network", input).err().contains("is no file of networks"));
		assertTrue(Cli.quick("learn", input, eight, "-o", learnt).err().contains("one network is for images of one type"));
	}
}
