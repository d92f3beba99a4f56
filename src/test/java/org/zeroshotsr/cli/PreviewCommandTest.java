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

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Resizes;

class PreviewCommandTest {

	@TempDir
	private Path folder;

	/** The structured corner of an image that is flat elsewhere, its bicubic enlargement on the left. */
	@Test
	void showsTheBestStructuredPartBesideBicubic() throws IOException {
		final ByteProcessor image = new ByteProcessor(300, 280);
		final ImageProcessor structure = Cli.plane(8, 128, 128, 1);
		for (int y = 0; y < 280; y++)
			for (int x = 0; x < 300; x++)
				image.set(x, y, x >= 128 && x < 256 && y < 128 ? structure.get(x - 128, y) : 100);
		final Path input = Cli.image(folder.resolve("in.tif"), image);
		final Map<String, String> before = Cli.contents(folder);
		final Cli.Run run = Cli.run("preview", input, "-o", folder.resolve("p.tif"), "--steps", "40", "--depth", "3", "--width", "8",
			"--device", "cpu");
		assertEquals(Main.DONE, run.code(), run.err());
		for (final String part : new String[] { "300 x 280, 8-bit", "128 x 128 at 128, 0", "found: ", "noise=", "kernel=bicubic",
			"all of the image will take about " })
			assertTrue(run.out().contains(part), part + " in: " + run.out());
		final ImagePlus preview = ImageFiles.open(folder.resolve("p.tif"));
		assertEquals(2 * 256, preview.getWidth());
		assertEquals(256, preview.getHeight());
		final Plane part = Cli.plane(structure);
		final Plane bicubic = Resizes.enlarge(128, 128, new Factor(2, 2)).apply(part);
		double difference = 0;
		for (int y = 0; y < 256; y++) {
			for (int x = 0; x < 256; x++) {
				assertEquals(bicubic.get(0, y, x), preview.getProcessor().getf(x, y), 1e-3);
				difference += Math.abs(bicubic.get(0, y, x) - preview.getProcessor().getf(256 + x, y)) / 65536;
			}
		}
		assertTrue(difference > 1e-4 && difference < 20, "the network's is another, and yet like it: " + difference);
		assertTrue(preview.getInfoProperty().contains("all of the image will take about"));
		before.put("p.tif", Cli.contents(folder).get("p.tif"));
		assertEquals(before, Cli.contents(folder));
	}

	@Test
	void coloursAndStacks() throws IOException {
		final Path colour = Cli.image(folder.resolve("rgb.tif"), 24, 60, 50);
		assertEquals(Main.DONE, Cli.quick("preview", colour, "-o", folder.resolve("c.tif")).code());
		assertEquals(3, ImageFiles.open(folder.resolve("c.tif")).getStackSize());
		final Path stack = Cli.image(folder.resolve("stack.tif"), Cli.plane(16, 40, 30, 1), Cli.plane(16, 40, 30, 2), Cli.plane(16,
			40, 30, 3));
		final Cli.Run run = Cli.quick("preview", stack, "--scale", "1.5x3");
		assertEquals(Main.DONE, run.code(), run.err());
		final Path plain = Cli.image(folder.resolve("plain.tif"), new ByteProcessor(40, 30));
		assertEquals(Main.DONE, Cli.quick("preview", plain, "-o", folder.resolve("plain2.tif")).code());
	}

	@Test
	void refusesWhatCannotBe() throws IOException {
		final Path input = Cli.image(folder.resolve("in.tif"), 8, 40, 30);
		for (final Object[] wrong : new Object[][] { { "preview" }, { "preview", folder.resolve("no.tif") }, { "preview", input, "-o",
			input }, { "preview", input, "--noise", "poisson:1,2;poisson:1,2" }, { "preview", input, "--scale", "0.5" } }) {
			final Cli.Run run = Cli.quick(wrong);
			assertEquals(Main.BAD_INPUT, run.code(), run.err());
			assertEquals(1, run.err().lines().count(), run.err());
		}
	}
}
