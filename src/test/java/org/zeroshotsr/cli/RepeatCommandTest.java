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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.imagej.Sha256;
import org.zeroshotsr.progress.Progress;

class RepeatCommandTest {

	@TempDir
	private Path folder;

	private static Cli.Run done(final Cli.Run run) {
		assertEquals(Main.DONE, run.code(), run.out() + run.err());
		return run;
	}

	private Path stack(final String name) throws IOException {
		final ImageStack stack = new ImageStack(24, 20);
		for (int i = 0; i < 4; i++)
			stack.addSlice("", Cli.plane(16, 24, 20, i));
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setDimensions(2, 2, 1);
		image.setOpenAsHyperStack(true);
		ImageFiles.save(image, folder.resolve(name));
		return folder.resolve(name);
	}

	@Test
	void anImageToTheByteWhateverItsName() throws IOException {
		final Path input = Cli.image(folder.resolve("zelle =µ \"1\", ü.tif"), 16, 40, 36);
		final Path result = folder.resolve("large.tif");
		done(Cli.quick(input, "-o", result, "--report", folder.resolve("run.json")));
		final byte[] before = Files.readAllBytes(result);
		final Cli.Run run = done(Cli.run("repeat", result, "--input", input));
		final Path again = folder.resolve("large_repeated.tif");
		assertArrayEquals(before, Files.readAllBytes(again));
		assertArrayEquals(before, Files.readAllBytes(result));
		assertTrue(run.out().contains("byte-equal"), run.out());
		assertFalse(run.out().contains("differs"), run.out());
		assertTrue(run.out().contains("from zelle =µ \"1\", ü.tif"), run.out());
		final JsonNode json = new ObjectMapper().readTree(folder.resolve("run.json").toFile());
		assertEquals(Sha256.of(input, Progress.NONE), json.path("record").path("input").path("sha256").asText());
		assertEquals("auto", json.path("record").path("asked").path("noise").asText());
		assertTrue(json.path("methods").asText().contains("Shocher"));
		final Cli.Run cited = done(Cli.run("cite", result));
		assertTrue(cited.out().contains(json.path("methods").asText()), cited.out());
	}

	@Test
	void aStackOfTwoChannelsAsOmeTiffAndZarr() throws IOException {
		final Path input = stack("in.tif");
		for (final String name : new String[] { "large.ome.tif", "large.ome.zarr" }) {
			final Path result = folder.resolve(name);
			done(Cli.quick(input, "-o", result, "--stack", "joint"));
			final Cli.Run run = done(Cli.run("repeat", result, "--input", input, "--report", folder.resolve("r.json")));
			assertTrue(run.out().contains("byte-equal"), run.out());
			assertTrue(Files.exists(folder.resolve(name.replace("large", "large_repeated"))));
			assertTrue(new ObjectMapper().readTree(folder.resolve("r.json").toFile()).path("bytesEqual").asBoolean());
		}
	}

	/** An OME-Zarr is known by its pixels, so that a copy of it will do. */
	@Test
	void whatWasMadeFromAnOmeZarr() throws IOException {
		final Path input = folder.resolve("in.ome.zarr");
		done(Cli.quick(stack("in.tif"), "-o", input, "--stack", "joint"));
		final Path result = folder.resolve("large.tif");
		done(Cli.quick(input, "-o", result, "--stack", "joint"));
		try (java.util.stream.Stream<Path> files = Files.walk(input)) {
			for (final Path file : files.filter(Files::isRegularFile).toList())
				Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));
		}
		final Cli.Run run = done(Cli.run("repeat", result, "--input", input, "-o", folder.resolve("again.tif")));
		assertTrue(run.out().contains("byte-equal"), run.out());
	}

	@Test
	void saysWhichOptionOrInputIsAnother() throws IOException {
		final Path input = Cli.image(folder.resolve("in.tif"), 8, 32, 32);
		final Path result = folder.resolve("large.tif");
		done(Cli.quick(input, "-o", result, "--noise", "none"));
		final Cli.Run seed = Cli.run("repeat", result, "--input", input, "--seed", "2", "--report", folder.resolve("r.json"));
		assertEquals(Main.FAILED, seed.code(), seed.out() + seed.err());
		assertTrue(seed.out().contains("differs    option seed: 1 in the record, 2 here"), seed.out());
		assertTrue(seed.out().contains("of 4096 samples differ"), seed.out());
		assertEquals(1, seed.out().lines().filter(line -> line.startsWith("differs")).count(), seed.out());
		final JsonNode json = new ObjectMapper().readTree(folder.resolve("r.json").toFile());
		// by a second method
		final byte[] then = (byte[]) ImageFiles.open(result).getProcessor().getPixels();
		final byte[] now = (byte[]) ImageFiles.open(folder.resolve("large_repeated.tif")).getProcessor().getPixels();
		int differ = 0;
		int most = 0;
		for (int i = 0; i < then.length; i++) {
			if (then[i] != now[i]) differ++;
			most = Math.max(most, Math.abs((then[i] & 255) - (now[i] & 255)));
		}
		assertTrue(differ > 0);
		assertEquals(differ, json.path("differ").asInt());
		assertEquals(most, json.path("mostGreyLevels").asInt());
		final Cli.Run scale = Cli.run("repeat", result, "--input", input, "--scale", "3");
		assertEquals(Main.FAILED, scale.code());
		assertTrue(scale.out().contains("option scale: 2 in the record, 3 here") && scale.out().contains("not equal: the images are 64 x 64"),
			scale.out());

		final Path other = Cli.image(folder.resolve("other.tif"), Cli.plane(8, 32, 32, 5));
		final Cli.Run wrong = Cli.run("repeat", result, "--input", other);
		assertEquals(Main.FAILED, wrong.code());
		assertTrue(wrong.err().contains("INPUT is not what RESULT was made from (in.tif)"), wrong.err());
		assertTrue(wrong.out().contains("SHA-256 of the input: " + Sha256.of(input, Progress.NONE) + " in the record, " + Sha256.of(other,
			Progress.NONE) + " here"), wrong.out());
	}

	/** A preset sets what it would have set, where nothing else was asked for. */
	@Test
	void aPresetTakesItsOptionsAlong() throws IOException {
		final Path input = Cli.image(folder.resolve("in.tif"), 8, 32, 32);
		final Path result = folder.resolve("large.tif");
		done(Cli.quick(input, "-o", result));
		final Cli.Run run = Cli.run("repeat", result, "--input", input, "--preset", "ideal");
		for (final String option : new String[] { "preset: auto in the record, ideal", "noise: auto in the record, none",
			"kernel: auto in the record, bicubic" })
			assertTrue(run.out().contains("option " + option + " here"), run.out());
	}

	@Test
	void whatImageJHasSavedIsEqualInItsPixels() throws IOException {
		final Path input = Cli.image(folder.resolve("in.tif"), 16, 32, 32);
		final Path result = folder.resolve("large.tif");
		done(Cli.quick(input, "-o", result));
		final ImagePlus open = IJ.openImage(result.toString());
		open.getProcessor().setMinAndMax(0, 77);
		IJ.saveAsTiff(open, folder.resolve("saved.tif").toString());
		final Cli.Run run = done(Cli.run("repeat", folder.resolve("saved.tif"), "--input", input));
		assertTrue(run.out().contains("pixels equal: all 4096 samples are the same"), run.out());
	}

	@Test
	void aKernelFromAFileThatHasMoved() throws IOException {
		final Path input = Cli.image(folder.resolve("in.tif"), 16, 32, 32);
		final Path kernel = Files.writeString(folder.resolve("my psf = 1.csv"), "0,1,0\n1,4,1\n0,1,0\n");
		final Path result = folder.resolve("large.tif");
		done(Cli.quick(input, "-o", result, "--kernel", "file:" + kernel));
		assertTrue(done(Cli.run("repeat", result, "--input", input)).out().contains("byte-equal"));
		final Path moved = Files.move(kernel, folder.resolve("psf.csv"));
		final Cli.Run gone = Cli.run("repeat", result, "--input", input);
		assertEquals(Main.BAD_INPUT, gone.code());
		assertTrue(gone.err().contains("give it as --kernel file:PATH (its SHA-256 is " + Sha256.of(moved, Progress.NONE)), gone.err());
		final Cli.Run found = done(Cli.run("repeat", result, "--input", input, "--kernel", "file:" + moved));
		assertFalse(found.out().contains("differs"), found.out());
		Files.writeString(moved, "0,1,0\n1,5,1\n0,1,0\n");
		final Cli.Run other = Cli.run("repeat", result, "--input", input, "--kernel", "file:" + moved);
		assertTrue(other.out().contains("SHA-256 of the kernel's file"), other.out());
	}

	@Test
	void networksThatWereTrainedBefore() throws IOException {
		final Path input = Cli.image(folder.resolve("in.tif"), 16, 32, 32);
		final Path network = folder.resolve("network.json");
		final Path result = folder.resolve("large.tif");
		done(Cli.quick("learn", input, "-o", network));
		done(Cli.run(input, "-o", result, "--network", network));
		final Cli.Run missing = Cli.run("repeat", result, "--input", input);
		assertEquals(Main.BAD_INPUT, missing.code());
		assertTrue(missing.err().contains("--network is missing"), missing.err());
		assertTrue(done(Cli.run("repeat", result, "--input", input, "--network", network)).out().contains("byte-equal"));
	}

	@Test
	void neitherResultNorInputIsOverwritten() throws IOException {
		final Path input = Cli.image(folder.resolve("in.tif"), 8, 24, 24);
		final Path result = folder.resolve("large.tif");
		done(Cli.quick(input, "-o", result));
		final java.util.Map<String, String> before = Cli.contents(folder);
		for (final Path taken : new Path[] { input, result }) {
			final Cli.Run run = Cli.run("repeat", result, "--input", input, "-o", taken);
			assertEquals(Main.BAD_INPUT, run.code());
			assertTrue(run.err().contains("which is needed; give another name"), run.err());
		}
		final Cli.Run none = Cli.run("repeat", input, "--input", input);
		assertEquals(Main.BAD_INPUT, none.code());
		assertTrue(none.err().contains("has no record of how it was made"), none.err());
		assertEquals(Main.BAD_INPUT, Cli.run("repeat", result).code());
		assertEquals(Main.BAD_INPUT, Cli.run("repeat", "--input", input).code());
		assertEquals(before, Cli.contents(folder));
	}

	@Test
	void whatToCite() {
		final Cli.Run run = done(Cli.run("cite"));
		for (final String part : new String[] { "A. Shocher, N. Cohen, M. Irani", "CVPR", "2018", "@inproceedings{", "@misc{", "Zero-Shot SR, " +
			"version " + org.zeroshotsr.Version.get() })
			assertTrue(run.out().contains(part), run.out());
		assertEquals(Main.BAD_INPUT, Cli.run("cite", folder.resolve("no.tif")).code());
	}

	@Test
	void aRecordThatIsDamagedIsSaidToBe() throws IOException {
		final Path input = Cli.image(folder.resolve("in.tif"), 8, 24, 24);
		for (final String damaged : new String[] { "", "{}", "null", "{\"version\":\"1\"", "[]" }) {
			final ImagePlus image = ImageFiles.open(input);
			image.setProperty("Info", "RECORD Zero-Shot SR " + damaged + "\n");
			final Path result = folder.resolve("large.tif");
			ImageFiles.save(image, result);
			final Cli.Run run = Cli.run("repeat", result, "--input", input);
			assertEquals(Main.BAD_INPUT, run.code(), run.err());
			assertTrue(run.err().contains("RESULT: its record of how it was made is damaged"), damaged + run.err());
		}
	}

	@Test
	void theNameBeside() {
		for (final String[] names : new String[][] { { "a.tif", "a_repeated.tif" }, { "a.b.OME.TIFF", "a.b_repeated.OME.TIFF" }, {
			"a.ome.zarr", "a_repeated.ome.zarr" }, { "a.zarr", "a_repeated.zarr" } })
			assertEquals(names[1], RepeatCommand.beside(folder.resolve(names[0])).getFileName().toString());
	}
}
