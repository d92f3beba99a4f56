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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import ij.IJ;

import org.zeroshotsr.cli.Cli;

/**
 * What a macro has made, and ImageJ has saved, is made again by the command line, from the image as it was saved. That a process of
 * its own trains makes no difference: {@link SamePixelsTest}.
 */
class RepeatMacroTest {

	private static final String QUICK = "scale=2 steps=3 depth=3 width=8 crop=16 ensemble=1 stack=joint device=cpu fallback=off";

	/** Of what ImageJ's menus have nothing works without a display. */
	private static final String NOISE = "random('seed', 1); for (i = 1; i <= nSlices; i++) { setSlice(i); for (y = 0; y < getHeight(); y++) " +
		"for (x = 0; x < getWidth(); x++) setPixel(x, y, 100 + 60 * sin(x * i / 3) * cos(y / 2) + 9 * random('gaussian')); }";

	private Context context;
	@TempDir
	private Path folder;

	@BeforeEach
	void start() throws Exception {
		context = new Context();
		TestEngines.maker = TestEngines.LOCAL;
		LegacyDouble.install(context);
	}

	@AfterEach
	void stop() throws Exception {
		LegacyDouble.uninstall();
		context.dispose();
	}

	private String macro(final String... lines) {
		return IJ.runMacro("setBatchMode(true);\nfolder = \"" + folder.toString().replace('\\', '/') + "/\";\n" + String.join("\n",
			lines).replace('\'', '"'));
	}

	private Cli.Run repeat() {
		final Cli.Run run = Cli.run("repeat", folder.resolve("large.tif"), "--input", folder.resolve("small.tif"));
		assertEquals(0, run.code(), run.out() + run.err());
		assertTrue(run.out().contains("pixels equal"), run.out());
		return run;
	}

	@Test
	void anImageThatNoFileWas() {
		macro("newImage('a b', '16-bit ramp', 40, 36, 1);", NOISE,
			"saveAs('Tiff', folder + 'small.tif');", "rename('other title');", "run('Zero-Shot SR', '" + QUICK + "');",
			"saveAs('Tiff', folder + 'large.tif');");
		final Cli.Run run = repeat();
		assertTrue(run.out().lines().noneMatch(line -> line.startsWith("differs")), run.out());
		assertTrue(run.out().contains("from other title"), run.out());
	}

	@Test
	void aSelectionInAStackOfTwoChannels() {
		macro("newImage('a', '8-bit composite-mode ramp', 48, 40, 2, 2, 1);", NOISE,
			"saveAs('Tiff', folder + 'small.tif');", "makeOval(5, 6, 24, 20);", "run('Zero-Shot SR', '" + QUICK + "');",
			"saveAs('Tiff', folder + 'large.tif');");
		final Cli.Run run = repeat();
		assertTrue(run.out().lines().noneMatch(line -> line.startsWith("differs")), run.out());
		final var size = IJ.openImage(folder.resolve("large_repeated.tif").toString()).getDimensions();
		assertEquals(48, size[0]);
		assertEquals(40, size[1]);
		assertEquals(2, size[2]);
	}

	/** Another image than the one that was saved is noticed by its pixels. */
	@Test
	void anImageThatWasChanged() {
		macro("newImage('a', '8-bit ramp', 32, 32, 1);", NOISE, "saveAs('Tiff', folder + 'small.tif');",
			"setPixel(3, 4, 77);", "run('Zero-Shot SR', '" + QUICK + "');", "saveAs('Tiff', folder + 'large.tif');");
		final Cli.Run run = Cli.run("repeat", folder.resolve("large.tif"), "--input", folder.resolve("small.tif"));
		assertEquals(3, run.code(), run.out() + run.err());
		assertTrue(run.out().contains("SHA-256 of the input's pixels"), run.out());
	}
}
