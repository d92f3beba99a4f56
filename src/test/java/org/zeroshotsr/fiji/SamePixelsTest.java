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
package org.zeroshotsr.fiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import ij.IJ;
import ij.ImagePlus;

import org.zeroshotsr.cli.Main;
import org.zeroshotsr.worker.WorkerEngine;

/** One image, one seed: the command line in its process, ImageJ's plugin and Fiji's command with theirs. */
class SamePixelsTest {

	private static final String[] OPTIONS = { "scale=1.5x2", "noise=gaussian:1%", "stack=warm", "steps=8", "depth=3",
		"width=8", "crop=24", "device=cpu" };

	@TempDir
	private Path folder;
	private Context context;

	@BeforeEach
	void start() throws Exception {
		context = new Context();
		TestEngines.maker = WorkerEngine::new;
		LegacyDouble.install(context);
	}

	@AfterEach
	void stop() throws Exception {
		LegacyDouble.uninstall();
		TestEngines.maker = TestEngines.LOCAL;
		context.dispose();
	}

	@Test
	void fromCommandLineImageJAndFiji() throws Exception {
		final short[][] expected = commandLine("seed=11");
		assertEquals(3, expected.length);
		assertArrayEquals(expected, macro("Zero-Shot SR", "seed=11"));
		assertArrayEquals(expected, macro(LegacyDouble.PLAIN, "seed=11"));
		assertFalse(Arrays.deepEquals(expected, macro(LegacyDouble.PLAIN, "seed=12")));
	}

	private Path image() {
		final ImagePlus nuclei = IJ.openImage("test-images/nuclei_2ch_zstack_16bit.tif");
		final ImagePlus slices = new ij.plugin.Duplicator().run(nuclei, 1, 1, 2, 4, 1, 1);
		slices.setRoi(0, 0, 40, 32);
		final Path file = folder.resolve("nuclei.tif");
		IJ.saveAsTiff(slices.crop("stack"), file.toString());
		return file;
	}

	private short[][] commandLine(final String seed) throws Exception {
		final Path file = folder.resolve("commandline.tif");
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-cp", System.getProperty("java.class.path"), Main.class.getName(), image().toString(), "-o", file
				.toString(), "--quiet", "--" + seed));
		for (final String option : OPTIONS)
			command.add("--" + option);
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), said);
		return samples(file);
	}

	private short[][] macro(final String name, final String seed) {
		final Path file = folder.resolve("macro.tif");
		IJ.runMacro("setBatchMode(true); open('" + image() + "'); run('" + name + "', '" + seed + " " + String.join(" ",
			OPTIONS) + "'); saveAs('tiff', '" + file + "'); close('*');");
		return samples(file);
	}

	private static short[][] samples(final Path file) {
		final ImagePlus image = IJ.openImage(file.toString());
		assertArrayEquals(new int[] { 80, 48, 1, 3, 1 }, image.getDimensions());
		return Arrays.stream(image.getStack().getImageArray()).limit(3).map(short[].class::cast).toArray(short[][]::new);
	}
}
