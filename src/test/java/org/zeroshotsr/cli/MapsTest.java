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
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.LocalEngine;

/** {@code --maps FOLDER}. */
class MapsTest {

	@TempDir
	private Path folder;

	private Path file(final String name) {
		return folder.resolve(name);
	}

	private static ImagePlus stack(final Path file, final int bits, final int planes) throws IOException {
		Cli.image(file, IntStream.range(0, planes).mapToObj(i -> Cli.plane(bits, 24, 20, i)).toArray(ImageProcessor[]::new));
		return ImageFiles.open(file);
	}

	@Test
	void aFileForEachMapWithTheCalibrationOfTheResult() throws IOException {
		final ImagePlus image = stack(file("in.tif"), 16, 3);
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.2;
		image.getCalibration().setUnit("micron");
		image.setProperty("Info", "Objective: 60x");
		ImageFiles.save(image, file("in.tif"));
		final Cli.Run run = Cli.quick(file("in.tif"), "-o", file("out.tif"), "--maps", file("maps"));
		assertEquals(Main.DONE, run.code(), run.err());
		assertEquals(Set.of("in.tif", "out.tif", "maps", ""), rooted());
		try (var maps = Files.list(file("maps"))) {
			assertEquals(Set.of("out_consistency.tif", "out_uncertainty.tif", "out_new.tif"), Set.copyOf(maps.map(p -> p.getFileName()
				.toString()).toList()));
		}
		for (final Layer layer : Layer.maps()) {
			final ImagePlus map = ImageFiles.open(file("maps/out_" + layer.text() + ".tif"));
			assertArrayEquals(ImageFiles.open(file("out.tif")).getDimensions(), map.getDimensions());
			assertEquals(32, map.getBitDepth());
			assertEquals(0.1, map.getCalibration().pixelWidth, 1e-7);
			assertEquals("micron", map.getCalibration().getUnit());
			final String info = map.getInfoProperty();
			assertTrue(info.contains("Objective: 60x") && info.contains("MAP " + layer.text()) && info.contains("Zero-Shot SR"), info);
			if (layer != Layer.NEW) assertTrue(map.getDisplayRangeMax() > map.getDisplayRangeMin(), "it can be seen: " + map.getDisplayRangeMin() + " to " + map
				.getDisplayRangeMax());
		}
	}

	private Set<String> rooted() throws IOException {
		try (var files = Files.list(folder)) {
			final Set<String> names = new java.util.TreeSet<>(files.map(p -> p.getFileName().toString()).toList());
			names.add("");
			return names;
		}
	}

	/** Of colours one map is made; beside an OME-Zarr they are TIFFs, too. */
	@Test
	void ofColoursAndBesideAZarr() throws IOException {
		stack(file("rgb.tif"), 24, 1);
		assertEquals(Main.DONE, Cli.quick(file("rgb.tif"), "-o", file("rgb_x2.ome.zarr"), "--maps", folder).code());
		final ImagePlus map = ImageFiles.open(file("rgb_x2_uncertainty.tif"));
		assertArrayEquals(new int[] { 48, 40, 1, 1, 1 }, map.getDimensions());
		assertEquals(32, map.getBitDepth());
	}

	private static Options options() {
		Options options = Options.defaults();
		for (final String[] o : new String[][] { { "stack", "independent" }, { "steps", "4" }, { "depth", "3" }, { "width", "8" },
			{ "crop", "16" }, { "ensemble", "4" }, { "device", "cpu" }, { "noise", "none" } })
			options = options.with(org.zeroshotsr.options.Option.of(o[0]), o[1]);
		return options;
	}

	private void run(final boolean resume, final Progress progress) throws IOException {
		final Path output = file("out.tif");
		new StackFile(file("in.tif"), output, resume, null, null, new MapFiles(folder, output), LocalEngine::new).run(ImageInput.read(file(
			"in.tif")), options(), progress);
	}

	/** Stopped in the middle of the stack, maps and result go on from what is done, and end as if nothing had been. */
	@Test
	void stoppedAndGoneOnWithTheyAreTheSame() throws IOException {
		stack(file("in.tif"), 16, 4);
		run(false, Progress.NONE);
		final byte[][] expected = new byte[4][];
		final Path[] files = { file("out.tif"), file("out_consistency.tif"), file("out_uncertainty.tif"), file("out_new.tif") };
		for (int i = 0; i < 4; i++) {
			expected[i] = Files.readAllBytes(files[i]);
			Files.delete(files[i]);
		}
		final Progress stopping = new Progress() {

			@Override
			public boolean isCanceled() {
				try {
					return Files.exists(file("out.tif.journal")) && Files.readAllLines(file("out.tif.journal")).size() > 2;
				}
				catch (final IOException e) {
					throw new java.io.UncheckedIOException(e);
				}
			}
		};
		Assertions.assertThrows(CancellationException.class, () -> run(true, stopping));
		assertTrue(Files.exists(file("out_new.tif.unfinished")) && !Files.exists(file("out_new.tif")));
		run(true, Progress.NONE);
		for (int i = 0; i < 4; i++)
			assertArrayEquals(expected[i], Files.readAllBytes(files[i]), files[i].toString());
		assertEquals(Set.of("", "in.tif", "out.tif", "out_consistency.tif", "out_uncertainty.tif", "out_new.tif"), rooted());
	}

	@Test
	void canceledOrRefusedTheyLeaveNothing() throws IOException {
		stack(file("in.tif"), 16, 1);
		Assertions.assertThrows(CancellationException.class, () -> run(false, new Progress() {

			@Override
			public boolean isCanceled() {
				return Files.exists(file("out_new.tif.unfinished"));
			}
		}));
		assertEquals(Set.of("", "in.tif"), rooted());
		for (final Object[] args : new Object[][] { { file("in.tif") }, { file("in.tif/x") } }) {
			final Cli.Run run = Cli.quick(file("in.tif"), "-o", file("out.tif"), "--maps", args[0]);
			assertEquals(Main.BAD_INPUT, run.code());
			assertTrue(run.err().contains("--maps"), run.err());
		}
		final Cli.Run report = Cli.quick(file("in.tif"), "-o", file("out.tif"), "--maps", folder, "--report", file("out_new.tif"));
		assertEquals(Main.BAD_INPUT, report.code());
		assertTrue(report.err().contains("out_new.tif itself"), report.err());
		assertFalse(Files.exists(file("out.tif")));
	}
}
