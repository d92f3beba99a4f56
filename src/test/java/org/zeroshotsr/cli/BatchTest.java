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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.zeroshotsr.files.FolderImage;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.network.DeviceException;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.LocalEngine;
import org.zeroshotsr.worker.WorkerException;

/** Folders, by this process's own engine. */
class BatchTest {

	@TempDir
	private Path folder;
	private Path in;
	private Path out;
	private Path table;
	private Path maps;

	@BeforeEach
	void folders() throws IOException {
		in = Files.createDirectory(folder.resolve("in"));
		out = Files.createDirectory(folder.resolve("out"));
		table = out.resolve("summary.csv");
	}

	private static Map<Option, String> given() {
		final Map<Option, String> given = new HashMap<>();
		for (int i = 0; i < Cli.QUICK.length; i += 2)
			given.put(Option.of(Cli.QUICK[i].substring(2)), Cli.QUICK[i + 1]);
		return given;
	}

	private static Options options() {
		Options options = Options.defaults();
		for (final Map.Entry<Option, String> option : given().entrySet())
			options = options.with(option.getKey(), option.getValue());
		return options;
	}

	private Batch batch(final boolean overwrite, final NetworkFile network, final Engine.Maker maker) throws IOException {
		return new Batch(FolderImage.in(in, null, out), new SummaryTable(table), true, overwrite, network, given(), options(), maps, maker, 1);
	}

	private Batch.Outcome run() throws IOException {
		return batch(false, null, LocalEngine::new).run(new Heard());
	}

	/** Remembers what it was told. */
	private static class Heard implements BatchProgress {

		final List<String> notes = new ArrayList<>();

		@Override
		public void note(final String message) {
			notes.add(message);
		}
	}

	/** A result without all of its maps is made again. */
	@Test
	void eachResultHasItsMaps() throws IOException {
		images(2);
		maps = Files.createDirectory(folder.resolve("maps"));
		assertEquals(2, run().count(Batch.End.DONE));
		final Map<String, String> made = Cli.contents(maps);
		for (final String name : List.of("consistency", "uncertainty", "new"))
			assertTrue(made.containsKey("imagea_" + name + ".tif") && made.containsKey("imageb_" + name + ".tif"), made.keySet().toString());
		assertEquals(1 + 6, made.size());
		assertEquals(2, run().count(Batch.End.BEFORE));
		Files.delete(maps.resolve("imageb_new.tif"));
		final Batch.Outcome again = run();
		assertEquals(1, again.count(Batch.End.BEFORE));
		assertEquals(1, again.count(Batch.End.DONE));
		assertEquals(made, Cli.contents(maps));
	}

	private void images(final int count) throws IOException {
		for (int i = 0; i < count; i++)
			Cli.image(in.resolve("image" + (char) ('a' + i) + ".tif"), Cli.plane(16, 24, 20, i));
	}

	private void broken() throws IOException {
		Files.writeString(in.resolve("broken, \"really\".tif"), "no image at all");
		final byte[] whole = Files.readAllBytes(in.resolve("imagea.tif"));
		Files.write(in.resolve("cut.tif"), Arrays.copyOf(whole, whole.length / 2));
	}

	private static List<List<String>> rows(final Path table) throws IOException {
		final List<List<String>> rows = SummaryTable.parse(Files.readString(table));
		assertEquals(List.of("file", "result", "size", "steps", "verdict", "seconds", "note"), rows.get(0));
		rows.forEach(row -> assertEquals(7, row.size(), row::toString));
		return rows.subList(1, rows.size());
	}

	private static TreeSet<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).collect(java.util.stream.Collectors.toCollection(TreeSet::new));
		}
	}

	private static Map<String, Batch.End> ends(final Batch.Outcome outcome) {
		final Map<String, Batch.End> ends = new TreeMap<>();
		outcome.results().forEach(result -> ends.put(result.image().name(), result.end()));
		return ends;
	}

	@Test
	void twoBatchesAtOnceDoEachImageOnceAndNameWhatIsBroken() throws Exception {
		images(10);
		broken();
		final AtomicInteger made = new AtomicInteger();
		final Engine.Maker counting = (recipe, channels, height, width) -> {
			made.incrementAndGet();
			return new LocalEngine(recipe, channels, height, width);
		};
		final List<Batch> batches = List.of(batch(false, null, counting), batch(false, null, counting));
		final ExecutorService threads = Executors.newFixedThreadPool(2);
		final List<Batch.Outcome> outcomes = new ArrayList<>();
		for (final Future<Batch.Outcome> future : threads.invokeAll(batches.stream().map(batch -> (Callable<Batch.Outcome>) () -> batch
			.run(new Heard())).toList()))
			outcomes.add(future.get());
		threads.shutdown();
		assertEquals(10, made.get(), "engines, one for each image");
		assertEquals(10, outcomes.stream().mapToLong(outcome -> outcome.count(Batch.End.DONE)).sum());
		for (final Batch.Outcome outcome : outcomes) {
			assertEquals(Main.SOME_FAILED, outcome.code());
			assertEquals(List.of("broken, \"really\".tif", "cut.tif"), outcome.results().stream().filter(result -> result
				.end() == Batch.End.FAILED).map(result -> result.image().name()).toList());
			outcome.results().forEach(result -> assertEquals(result.end() == Batch.End.FAILED, !result.note().isEmpty()));
		}
		final List<List<String>> rows = rows(table);
		assertEquals(12, rows.size());
		assertEquals(names(in), new TreeSet<>(rows.stream().map(row -> row.get(0)).toList()));
		for (final List<String> row : rows) {
			final boolean failed = row.get(0).startsWith("broken") || row.get(0).startsWith("cut");
			assertEquals(failed ? "failed" : "done", row.get(1));
			assertEquals(failed ? "" : "48 x 40", row.get(2));
			assertEquals(failed ? "" : "3", row.get(3));
			assertEquals(failed, row.get(5).isEmpty());
			if (failed) assertTrue(row.get(6).contains(row.get(0)), row::toString);
		}
		final TreeSet<String> expected = new TreeSet<>(List.of("summary.csv"));
		for (int i = 0; i < 10; i++)
			expected.add("image" + (char) ('a' + i) + ".tif");
		assertEquals(expected, names(out), "and no claim, journal or half a file");
	}

	@Test
	void whatIsDoneIsLeftAndHasNoSecondRow() throws IOException {
		images(3);
		broken();
		run();
		final FileTime before = Files.getLastModifiedTime(out.resolve("imageb.tif"));
		Files.delete(out.resolve("imagea.tif"));
		final Batch.Outcome again = run();
		assertEquals(Map.of("imagea.tif", Batch.End.DONE, "imageb.tif", Batch.End.BEFORE, "imagec.tif", Batch.End.BEFORE, "cut.tif",
			Batch.End.FAILED, "broken, \"really\".tif", Batch.End.FAILED), ends(again));
		assertEquals(before, Files.getLastModifiedTime(out.resolve("imageb.tif")));
		assertEquals(1, rows(table).stream().filter(row -> row.get(0).equals("imageb.tif")).count());
		assertEquals(2, rows(table).stream().filter(row -> row.get(0).equals("imagea.tif")).count());
		Files.delete(in.resolve("cut.tif"));
		Files.delete(in.resolve("broken, \"really\".tif"));
		assertEquals(Main.DONE, run().code());
		assertEquals(3, batch(true, null, LocalEngine::new).run(new Heard()).count(Batch.End.DONE), "--overwrite");
	}

	@Test
	void imagesOfOneStemKeepTheirEndings() throws IOException {
		for (final String name : new String[] { "same.jpg", "same.tif", "Same.png", "other.tif", "a.ome.tif", "x.tif", "x.tif.png",
			"summary.csv", "network.json", "old.tif.journal", "old.tif.claim", "old.tif.unfinished", ".hidden.tif" })
			Files.createFile(in.resolve(name));
		Files.createDirectory(in.resolve("folder.tif"));
		final Map<String, String> outputs = new TreeMap<>();
		FolderImage.in(in, null, out).forEach(image -> outputs.put(image.name(), image.output().getFileName().toString()));
		assertEquals(new TreeMap<>(Map.of("same.jpg", "same.jpg.tif", "same.tif", "same.tif.tif", "Same.png", "Same.png.tif", "other.tif",
			"other.tif", "a.ome.tif", "a.ome.tif", "x.tif", "x.tif", "x.tif.png", "x.tif.tif")), outputs);
		assertEquals(7, FolderImage.in(in, "*", out).size());
		assertEquals(List.of("a.ome.tif", "other.tif"), FolderImage.in(in, "[ao]*.tif", out).stream().map(FolderImage::name).toList());
		assertTrue(assertThrows(IOException.class, () -> FolderImage.in(in, null, folder.resolve("./in/"))).getMessage().contains("both"));
		assertTrue(assertThrows(IOException.class, () -> FolderImage.in(in, "*.lsm", out)).getMessage().contains("*.lsm"));
		assertThrows(BadInput.class, () -> FolderImage.in(in, "[", out));
	}

	@Test
	void partsAreEveryNthImageWithATableEach() throws IOException {
		final List<Integer> all = List.of(1, 2, 3, 4, 5, 6, 7);
		assertEquals(List.of(2, 5), Part.of("2/3").of(all));
		final List<Integer> together = new ArrayList<>();
		for (int i = 1; i <= 9; i++)
			together.addAll(new Part(i, 9).of(all));
		assertEquals(all, together);
		for (final String wrong : new String[] { "0/3", "4/3", "1", "a/b", "1/0", "-1/3" })
			assertThrows(BadInput.class, () -> Part.of(wrong), wrong);
		final String task = "SLURM_ARRAY_TASK_";
		assertEquals(null, Part.of(Map.of()));
		assertEquals(null, Part.of(Map.of(task + "ID", "7", task + "COUNT", "1", task + "MIN", "7")));
		assertEquals(new Part(3, 4), Part.of(Map.of(task + "ID", "2", task + "COUNT", "4", task + "MIN", "0", task + "STEP", "1")));
		assertEquals(new Part(3, 4), Part.of(Map.of(task + "ID", "14", task + "COUNT", "4", task + "MIN", "10", task + "STEP", "2")));
		assertThrows(BadInput.class, () -> Part.of(Map.of(task + "ID", "9", task + "COUNT", "3", task + "MIN", "1", task + "STEP", "1")));
	}

	private Path claim(final String host, final long pid, final long secondsAgo) throws IOException {
		final Path claim = Claim.of(out.resolve("imagea.tif"));
		Files.writeString(claim, "{\"host\":\"" + host + "\",\"pid\":" + pid + ",\"started\":0,\"token\":\"x\"}");
		Files.setLastModifiedTime(claim, FileTime.fromMillis(System.currentTimeMillis() - 1000 * secondsAgo));
		return claim;
	}

	@Test
	void claimsOfTheDeadAreTakenOver() throws Exception {
		images(1);
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version").start();
		process.waitFor();
		final Path output = out.resolve("imagea.tif");
		final String here;
		try (Claim own = Claim.take(output)) {
			here = Files.readString(Claim.of(output)).replaceAll(".*\"host\":\"([^\"]*)\".*", "$1");
			assertEquals(null, Claim.take(output), "it is taken");
			assertFalse(Claim.removeStale(output));
		}
		assertFalse(Files.exists(Claim.of(output)));
		for (int i = 0; i < 3; i++) {
			if (i == 0) claim(here, process.pid(), 0);
			else if (i == 1) claim("another", 1, 200);
			else Files.setLastModifiedTime(Files.createFile(Claim.of(output)), FileTime.fromMillis(System.currentTimeMillis() - 200_000));
			assertEquals(1, run().count(Batch.End.DONE));
			assertEquals(new TreeSet<>(List.of("imagea.tif", "summary.csv")), names(out));
			Files.delete(output);
		}
		Files.copy(in.resolve("imagea.tif"), output);
		claim(here, process.pid(), 0);
		assertEquals(1, run().count(Batch.End.BEFORE));
		assertFalse(Files.exists(Claim.of(output)), "left by a kill between the result and the end");
	}

	@Test
	void claimsOfTheLivingAreWaitedFor() throws Exception {
		images(2);
		final Path claim = claim("another", 1, 100);
		final List<String> stages = new ArrayList<>();
		final Batch.Outcome outcome = batch(false, null, LocalEngine::new).run(new Heard() {

			@Override
			public void update(final org.zeroshotsr.progress.Status status) {
				if (!status.stage().equals(Batch.WAITING)) return;
				stages.add(status.stage());
				try {
					assertTrue(Files.exists(out.resolve("imageb.tif")), "first the others");
					if (!Files.deleteIfExists(claim)) return;
					Files.copy(in.resolve("imagea.tif"), out.resolve("imagea.tif"));
				}
				catch (final IOException e) {
					throw new java.io.UncheckedIOException(e);
				}
			}
		});
		assertFalse(stages.isEmpty());
		assertEquals(Map.of("imagea.tif", Batch.End.BEFORE, "imageb.tif", Batch.End.DONE), ends(outcome));
		run();
		assertEquals(List.of("imageb.tif", "imagea.tif"), rows(table).stream().map(row -> row.get(0)).toList(), "once each");
		assertTrue(rows(table).get(1).get(6).contains("by a run that"), "which was killed before it wrote that");
	}

	@Test
	void aClaimThatWasTakenOverIsNotTheFirstOnesToRemove() throws IOException {
		final Path output = out.resolve("x.tif");
		final Claim first = Claim.take(output);
		Files.setLastModifiedTime(Claim.of(output), FileTime.fromMillis(System.currentTimeMillis() - 200_000));
		try (Claim second = Claim.take(output)) {
			first.close();
			assertTrue(Files.exists(Claim.of(output)));
		}
		assertFalse(Files.exists(Claim.of(output)));
	}

	private static Engine.Maker failing(final int times, final AtomicInteger made, final RuntimeException failure) {
		return (recipe, channels, height, width) -> {
			if (made.incrementAndGet() <= times) throw failure;
			return new LocalEngine(recipe, channels, height, width);
		};
	}

	@Test
	void whatAKilledWorkerHasLeftIsTriedAgainAtTheEnd() throws IOException {
		images(2);
		final AtomicInteger made = new AtomicInteger();
		final Heard heard = new Heard();
		final Batch.Outcome outcome = batch(false, null, failing(1, made, new WorkerException("killed\nby somebody"))).run(heard);
		assertEquals(Main.DONE, outcome.code());
		assertEquals(3, made.get());
		assertTrue(heard.notes.contains("failed, and will be tried again: killed by somebody"), heard.notes::toString);
		final List<List<String>> rows = rows(table);
		assertEquals(List.of("imageb.tif", "imagea.tif"), rows.stream().map(row -> row.get(0)).toList());
		assertTrue(rows.get(1).get(6).startsWith("failed 1 times before"), rows::toString);
	}

	@Test
	void fiveTimesAtMostAndThenTheCodeSaysTryAgain() throws IOException {
		images(1);
		final AtomicInteger made = new AtomicInteger();
		final Batch.Outcome outcome = batch(false, null, failing(99, made, new WorkerException("killed"))).run(new Heard());
		assertEquals(5, made.get());
		assertEquals(Main.TRY_AGAIN, outcome.code());
		assertEquals("try again", rows(table).get(0).get(1));
		broken();
		assertEquals(Main.SOME_FAILED, batch(false, null, failing(99, made, new WorkerException("killed"))).run(new Heard()).code());
	}

	@Test
	void whatWouldFailAgainIsNotTriedAgain() throws IOException {
		images(2);
		final AtomicInteger made = new AtomicInteger();
		assertEquals(Main.SOME_FAILED, batch(false, null, failing(1, made, new IllegalStateException("ours"))).run(new Heard()).code());
		assertEquals(2, made.get());
		final Batch none = batch(false, null, failing(99, made, new DeviceException("no GPU", null)));
		Files.delete(out.resolve("imageb.tif"));
		assertThrows(DeviceException.class, () -> none.run(new Heard()), "it is none of the image's");
		assertFalse(Files.exists(Claim.of(out.resolve("imagea.tif"))));
	}

	@Test
	void aFolderThatIsGoneIsWorthAnotherTry() throws IOException {
		images(2);
		final AtomicInteger made = new AtomicInteger();
		final Path away = folder.resolve("away");
		final Batch.Outcome outcome = batch(false, null, (recipe, channels, height, width) -> {
			if (made.incrementAndGet() == 1) move(out, away);
			return new LocalEngine(recipe, channels, height, width);
		}).run(new Heard() {

			@Override
			public void update(final org.zeroshotsr.progress.Status status) {
				if (status.stage().startsWith("waiting") && Files.exists(away)) move(away, out);
			}
		});
		assertEquals(Main.DONE, outcome.code(), outcome::toString);
		assertEquals(2, rows(table).size());
		assertEquals(new TreeSet<>(List.of("imagea.tif", "imageb.tif", "summary.csv")), names(out));
	}

	private static void move(final Path from, final Path to) {
		try {
			Files.move(from, to);
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	@Test
	void whoCancelsKeepsWhatIsDoneAndNoClaim() throws IOException {
		images(3);
		final AtomicInteger made = new AtomicInteger();
		final Engine.Maker maker = (recipe, channels, height, width) -> {
			made.incrementAndGet();
			return new LocalEngine(recipe, channels, height, width);
		};
		final Batch batch = batch(false, null, maker);
		assertEquals("canceled; 1 of 3 images are done; the same command goes on from there", assertThrows(
			CancellationException.class, () -> batch.run(new Heard() {

				@Override
				public boolean isCanceled() {
					return made.get() == 2;
				}
			})).getMessage());
		assertFalse(names(out).stream().anyMatch(name -> name.endsWith(".claim")), () -> "claims");
		assertEquals(Map.of("imagea.tif", Batch.End.BEFORE, "imageb.tif", Batch.End.DONE, "imagec.tif", Batch.End.DONE), ends(run()));
		assertEquals(3, rows(table).size());
	}

	@Test
	void oneNetworkForAllIsThatOfLearn() throws IOException {
		images(3);
		broken();
		Cli.image(in.resolve("colours.tif"), 24, 24, 20);
		final Path file = out.resolve("network.json");
		final NetworkFile network = SharedNetwork.of(file, FolderImage.in(in, null, out), given(), options(), Progress.NONE,
			failing(1, new AtomicInteger(), new WorkerException("killed")), 1);
		final FileTime learnt = Files.getLastModifiedTime(file);
		SharedNetwork.of(file, FolderImage.in(in, null, out), given(), options(), Progress.NONE, (recipe, channels, height, width) -> {
			throw new AssertionError("it is learnt already");
		}, 1);
		assertEquals(learnt, Files.getLastModifiedTime(file));
		assertFalse(Files.exists(Claim.of(file)));
		final Heard heard = new Heard();
		final Batch.Outcome outcome = batch(false, network, LocalEngine::new).run(heard);
		assertEquals(4, outcome.count(Batch.End.DONE), outcome::toString);
		assertTrue(heard.notes.stream().anyMatch(note -> note.contains("done alone")), heard.notes::toString);
		final Path single = folder.resolve("single.tif");
		for (final String name : List.of("imagea.tif", "imagec.tif")) {
			final Cli.Run run = Cli.quick(in.resolve(name), "-o", single, "--network", file);
			assertEquals(0, run.code(), run.err());
			assertArrayEquals(Files.readAllBytes(single), Files.readAllBytes(out.resolve(name)), name);
		}
		final Map<Option, String> others = given();
		others.put(Option.STEPS, "4");
		assertTrue(assertThrows(BadInput.class, () -> SharedNetwork.of(file, FolderImage.in(in, null, out), others, options(),
			Progress.NONE, LocalEngine::new, 1)).getMessage().contains("remove it"));
	}

	@Test
	void aRowThatWasCutOffByAKillGoes() throws IOException {
		final SummaryTable summary = new SummaryTable(table);
		summary.append(new SummaryTable.Row("a", "done", "", "", "x, \"y\"\nz", "", ""));
		Files.writeString(table, "b,do", java.nio.file.StandardOpenOption.APPEND);
		summary.append(new SummaryTable.Row("\u00e4.tif", "failed", "", "", "", "", "why"));
		assertEquals(List.of(List.of("a", "done", "", "", "x, \"y\"\nz", "", ""), List.of("\u00e4.tif", "failed", "", "", "", "", "why")),
			rows(table));
		assertEquals("why", summary.since("\u00e4.tif").note());
		assertEquals(null, new SummaryTable(table).since("a"), "that was before");
	}
}
