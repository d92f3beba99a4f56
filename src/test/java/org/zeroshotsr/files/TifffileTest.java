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
package org.zeroshotsr.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ij.ImagePlus;

import org.zeroshotsr.imagej.Samples;

/** What we write is read by Python's tifffile with the right values, axes and scale, as classic TIFF and as BigTIFF. */
class TifffileTest {

	/** Debian's, for which python3-tifffile is. */
	private static final String PYTHON = "/usr/bin/python3";
	private static final int PIXELS = 1000;

	/** Prints what a file is, then the value of each pixel that it is asked for, by plane, row and column. */
	private static final String SCRIPT = """
		import sys, tifffile
		with tifffile.TiffFile(sys.argv[1]) as tiff:
			series = tiff.series[0]
			print(tiff.is_bigtiff, len(tiff.pages), series.axes, series.dataoffset is not None, (tiff.imagej_metadata or {}).get('Info'))
			whole = series.asarray()
			mapped = tifffile.memmap(sys.argv[1], mode='r')
			assert (whole == mapped).all() and whole.shape == mapped.shape
			rgb = whole.ndim > 2 and whole.shape[-1] == 3 and tiff.pages[0].samplesperpixel == 3
			planes = mapped.reshape((-1,) + mapped.shape[-3 if rgb else -2:])
			for line in sys.stdin:
				p, y, x = map(int, line.split())
				print(*planes[p, y, x].ravel() if rgb else (planes[p, y, x],))
		""".replace("\t", "    ");

	@TempDir
	Path folder;

	@BeforeEach
	void needsTifffile() throws Exception {
		assumeTrue(Files.exists(Path.of(PYTHON)) && new ProcessBuilder(PYTHON, "-c", "import tifffile").start().waitFor() == 0,
			"no python3-tifffile here");
	}

	private static ImagePlus named(final ImagePlus image) {
		image.setProperty("Info", "steps = 600");
		return image;
	}

	static Stream<ImagePlus> images() {
		final ImagePlus series = named(Samples.stack(16, 61, 37, 12));
		series.setDimensions(2, 3, 2);
		series.setOpenAsHyperStack(true);
		final ImagePlus signed = named(Samples.stack(16, 61, 37, 5));
		signed.setTitle("signed");
		signed.getCalibration().setSigned16BitCalibration();
		return Stream.concat(Stream.of(8, 16, 24, 32).map(bits -> named(Samples.stack(bits, 61, 37, 5))), Stream.of(series,
			signed));
	}

	@ParameterizedTest
	@MethodSource("images")
	void valuesAreRight(final ImagePlus image) throws Exception {
		for (final String name : List.of("image.tif", "image.ome.tif"))
			for (final boolean big : new boolean[] { false, true }) {
				final Path file = folder.resolve(name);
				final TiffShape shape = TiffShape.of(image, image.getWidth(), image.getHeight(), file);
				try (TiffOutput output = TiffOutput.create(file, shape)) {
					for (int i = 0; i < shape.planes(); i++)
						output.write(i, 0, 0, image.getStack().getProcessor(i + 1));
					output.finish(image, file, big);
				}
				check(image, file, big, shape.kind() == TiffShape.Kind.SIGNED16);
			}
	}

	private void check(final ImagePlus image, final Path file, final boolean big, final boolean signed) throws Exception {
		final Random random = new Random(1);
		final StringBuilder asked = new StringBuilder();
		final StringBuilder wanted = new StringBuilder();
		for (int i = 0; i < PIXELS; i++) {
			final int plane = random.nextInt(image.getStackSize());
			final int y = random.nextInt(image.getHeight());
			final int x = random.nextInt(image.getWidth());
			asked.append(plane).append(' ').append(y).append(' ').append(x).append('\n');
			final var pixels = image.getStack().getProcessor(plane + 1);
			final int value = pixels.get(x, y);
			if (image.getBitDepth() == 24) wanted.append((value >> 16 & 255) + " " + (value >> 8 & 255) + " " + (value & 255));
			else if (image.getBitDepth() == 32) wanted.append(pixels.getf(x, y));
			else wanted.append(signed ? value - 32768 : value);
			wanted.append('\n');
		}
		final String axes = (image.getNFrames() > 1 ? "T" : "") + (image.getNSlices() > 1 ? "Z" : "") + (image
			.getNChannels() > 1 ? "C" : "") + "YX" + (image.getBitDepth() == 24 ? "S" : "");
		final List<String> said = python(file, asked.toString());
		assertEquals((big ? "True" : "False") + " " + image.getStackSize() + " " + axes + " True", said.get(0).replaceFirst(
			" [^ ]+( = 600)?$", ""));
		if (!OmeWriter.takes(file)) assertEquals("steps = 600", said.get(0).replaceFirst(".*(steps)", "$1"));
		final List<String> values = said.subList(1, said.size());
		final List<String> right = wanted.toString().lines().toList();
		assertEquals(PIXELS, values.size());
		for (int i = 0; i < PIXELS; i++)
			if (image.getBitDepth() == 32) assertEquals(Float.parseFloat(right.get(i)), Float.parseFloat(values.get(i)));
			else assertEquals(right.get(i), values.get(i));
	}

	private List<String> python(final Path file, final String asked) throws IOException, InterruptedException {
		final Path input = Files.writeString(folder.resolve("asked.txt"), asked);
		final Process process = new ProcessBuilder(PYTHON, "-c", SCRIPT, file.toString()).redirectInput(input.toFile())
			.redirectErrorStream(true).start();
		final List<String> said = process.inputReader().lines().toList();
		assertEquals(0, process.waitFor(), () -> String.join("\n", said));
		return said;
	}

	/** The whole way of a user, who saves and does not know of this class. */
	@Test
	void aSavedHyperstackIsOne() throws Exception {
		final ImagePlus image = Samples.hyperstack();
		image.setProperty("Info", "steps = 600");
		final Path file = folder.resolve("cells.tif");
		ImageFiles.save(image, file);
		check(image, file, false, false);
	}
}
