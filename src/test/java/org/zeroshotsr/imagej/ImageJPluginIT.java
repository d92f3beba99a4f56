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
package org.zeroshotsr.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ij.CompositeImage;
import ij.ImagePlus;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedShortType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.Result;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;

/** The zip for ImageJ, unpacked beside the real ImageJ, which runs macros on a virtual display. */
class ImageJPluginIT {

	private static final Path STACK = Path.of("test-images", "nuclei_2ch_zstack_16bit.tif").toAbsolutePath();
	private static final Map<String, String> QUICK = Map.of("steps", "5", "depth", "3", "width", "8", "ensemble", "1",
		"device", "cpu");

	@TempDir
	private static Path imagej;
	private static VirtualDisplay display;

	/** Before each, and not all: without a display each of them is to be reported as skipped. */
	@BeforeEach
	void start() throws Exception {
		if (display != null) return;
		display = VirtualDisplay.open();
		new ImageJFolder(imagej);
	}

	@AfterAll
	static void stop() {
		if (display != null) display.close();
	}

	/** Runs a macro with {@code -batch} and returns what ImageJ printed. */
	private static String batch(final String macro) throws Exception {
		return run(java(), "-jar", "ij.jar", "-batch", Files.writeString(imagej.resolve("test.ijm"), macro).toString());
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/** Runs a command in ImageJ's folder and returns what it printed. */
	private static String run(final String... command) throws Exception {
		final Path log = imagej.resolve("log.txt");
		final ProcessBuilder builder = new ProcessBuilder(command).directory(imagej.toFile()).redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().put("DISPLAY", display.name());
		final Process process = builder.start();
		try {
			assertTrue(process.waitFor(120, TimeUnit.SECONDS), "ImageJ does not end");
			return Files.readString(log);
		}
		finally {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
	}

	private static String quick() {
		final StringBuilder options = new StringBuilder();
		QUICK.forEach((key, value) -> options.append(' ').append(key).append('=').append(value));
		return options.toString();
	}

	@Test
	@SuppressWarnings("unchecked")
	void aStackKeepsWhatItIs() throws Exception {
		final Path saved = imagej.resolve("x2.tif");
		final String printed = batch("open('" + STACK + "'); run('Zero-Shot SR', 'scale=2" + quick() + "'); saveAs('Tiff', '" +
			saved + "');");
		assertTrue(Files.exists(saved), printed);
		final ImagePlus before = ImageFiles.open(STACK);
		final ImagePlus after = ImageFiles.open(saved);
		assertArrayEquals(new int[] { 2 * before.getWidth(), 2 * before.getHeight(), 2, 6, 1 }, after.getDimensions());
		assertEquals(before.getCalibration().pixelWidth / 2, after.getCalibration().pixelWidth, 1e-9);
		assertEquals(before.getCalibration().pixelHeight / 2, after.getCalibration().pixelHeight, 1e-9);
		assertEquals(before.getCalibration().pixelDepth, after.getCalibration().pixelDepth, 1e-9);
		assertEquals(before.getCalibration().getUnit(), after.getCalibration().getUnit());
		for (int channel = 1; channel <= 2; channel++) {
			assertArrayEquals(((CompositeImage) before).getChannelLut(channel).getBytes(), ((CompositeImage) after)
				.getChannelLut(channel).getBytes());
			assertEquals(((CompositeImage) before).getChannelLut(channel).max, ((CompositeImage) after).getChannelLut(
				channel).max);
		}
		final Pixels<UnsignedShortType> pixels = (Pixels<UnsignedShortType>) Pixels.of(before);
		final RandomAccessibleInterval<UnsignedShortType> image = pixels.image();
		final Result<UnsignedShortType> here = ZeroShotSR.upscale(image, pixels.axes(), Options.defaults().with(QUICK),
			Progress.NONE);
		final ImagePlus expected = Enlarged.of(before, null, here.image(), new Factor(2, 2));
		for (int slice = 1; slice <= before.getStackSize(); slice++) {
			assertEquals(before.getStack().getSliceLabel(slice), after.getStack().getSliceLabel(slice));
			assertTrue(Arrays.equals((short[]) expected.getStack().getPixels(slice), (short[]) after.getStack().getPixels(
				slice)), "slice " + slice + " has other pixels than the engine in this process gives");
		}
	}

	@Test
	void aStackGrowsAlongZ() throws Exception {
		final Path saved = imagej.resolve("deep.tif");
		final String printed = batch("open('" + STACK + "'); setVoxelSize(0.1, 0.1, 0.25, 'um'); run('Isotropic Stack', 'maps=uncertainty" +
			quick() + "'); print('deep: ' + getTitle()); saveAs('Tiff', '" + saved + "'); selectImage('nuclei_2ch_zstack_16bit-uncertainty.tif');" +
			" getVoxelSize(w, h, d, unit); getStatistics(area, mean); print('map ' + nSlices + ' ' + d + ' ' + (mean > 0));");
		assertTrue(printed.contains("map 30 0.1 1"), printed);
		assertTrue(Files.exists(saved), printed);
		final ImagePlus before = ImageFiles.open(STACK);
		final ImagePlus deep = ImageFiles.open(saved);
		assertArrayEquals(new int[] { before.getWidth(), before.getHeight(), 2, 15, 1 }, deep.getDimensions());
		assertEquals(0.1, deep.getCalibration().pixelDepth, 1e-9);
	}

	@Test
	void severalImagesEachGetTheirOwnResult() throws Exception {
		final String printed = batch("newImage('a', '8-bit ramp', 30, 20, 1); run('Zero-Shot SR', 'scale=2" + quick() +
			"'); print('first ' + getWidth() + 'x' + getHeight() + ' ' + bitDepth());" +
			"newImage('b', '16-bit ramp', 20, 24, 1); run('Zero-Shot SR', '" + quick().trim() +
			" scale=3'); print('second ' + getWidth() + 'x' + getHeight() + ' ' + bitDepth());");
		assertTrue(printed.contains("first 60x40 8"), printed);
		assertTrue(printed.contains("second 60x72 16"), printed);
	}

	@Test
	void aWrongValueStopsTheMacroWithTheReason() throws Exception {
		final String printed = batch("newImage('a', '8-bit ramp', 30, 20, 1); run('Zero-Shot SR', 'scale=oops'); print('on');");
		assertTrue(printed.contains("scale: 'oops' is not possible; it takes " + Option.SCALE.range()), printed);
		assertFalse(printed.lines().anyMatch("on"::equals), printed);
	}

	@Test
	void aFolderIsDoneByTheSameNamesInMacros() throws Exception {
		final Path in = Files.createDirectories(imagej.resolve("some images"));
		Files.copy(STACK, in.resolve("stack.tif"));
		Files.writeString(in.resolve("broken.tif"), "II*");
		final String printed = batch("run('Zero-Shot SR Folder', 'images=[" + in + "] results=[" + imagej.resolve("some results") +
			"] names=*.tif options=[scale=2" + quick() + "]'); print('on');");
		assertTrue(printed.contains("1 image could not be enlarged") && printed.contains("broken.tif"), printed);
		assertFalse(printed.lines().anyMatch("on"::equals), printed);
		assertEquals(12, ImageFiles.open(imagej.resolve("some results/stack.tif")).getStackSize());
	}

	@Test
	void noiseAndKernelAreEstimatedForMacros() throws Exception {
		final String printed = batch("open('" + STACK + "'); run('Zero-Shot SR Noise'); print(nResults + ' channels, ' + " +
			"getResultString('Noise option', 1)); run('Zero-Shot SR Kernel'); print(getTitle() + ' ' + bitDepth() + ' ' + nSlices);");
		assertTrue(printed.matches("(?s).*2 channels, poisson:[0-9.]+,[0-9.]+,[0-9.]+\\R.*"), printed);
		assertTrue(printed.contains("nuclei_2ch_zstack_16bit-kernel.tif 32 2"), printed);
	}

	/** The call without a display that stands on top of each macro, as it stands there but for Java, folder and a quick network. */
	@ParameterizedTest
	@CsvSource({ "zero_shot_sr_image.ijm,cells_x2.tif", "zero_shot_sr_noisy_stack.ijm,stack_x2.tif",
		"zero_shot_sr_folder.ijm,results/cells.tif" })
	void theMacrosAsTheirCommentsCallThem(final String macro, final String result) throws Exception {
		assumeTrue(isOnPath("xvfb-run") && isOnPath("xauth"), "No xvfb-run; install it and xauth to run this test");
		final String call = Files.readAllLines(imagej.resolve("macros").resolve(macro)).stream().filter(line -> line.contains(
			"xvfb-run -a java ")).findFirst().orElseThrow().substring(2).trim();
		final ImagePlus image = new ImagePlus("cells", Samples.plane(16, 24, 20, 1));
		Files.createDirectories(imagej.resolve("images"));
		for (final String name : new String[] { "cells.tif", "stack.tif", "images/cells.tif" })
			ImageFiles.save(image, imagej.resolve(name));
		final String printed = run("bash", "-c", call.replace(" java ", " '" + java() + "' ").replace("/data/", imagej + "/")
			.replaceAll("\"$", quick() + "\""));
		assertTrue(Files.exists(imagej.resolve(result)), printed);
		assertEquals(48, ImageFiles.open(imagej.resolve(result)).getWidth());
	}

	private static boolean isOnPath(final String program) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(
			folder, program)));
	}
}
