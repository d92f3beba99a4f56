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
package org.zeroshotsr.resize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** The resampler against MATLAB's own output and a published kernel; skipped where those images are not at hand. */
class ResizeSharedDataTest {

	private static final Path DATA = Path.of(System.getProperty("zeroshotsr.data", "../shared/data"));

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4 })
	void shrinksSet5AsMatlabDoes(final int s) throws IOException {
		final Path highs = DATA.resolve("set5/HR_x" + s);
		assumeTrue(Files.isDirectory(highs), "no Set5 here");
		final List<Path> files;
		try (Stream<Path> list = Files.list(highs)) {
			files = list.sorted().toList();
		}
		assertEquals(5, files.size());
		final Factor f = new Factor(s, 1);
		for (final Path file : files) {
			final Plane high = read(file);
			final Plane low = read(DATA.resolve("set5/LR_x" + s).resolve(file.getFileName()));
			// Set5's files were shrunk with the edges replicated, ours are mirrored: padding by whole low-resolution pixels
			// makes the one of the other. Two resizes of one axis each, since samples of bytes are rounded in between.
			final int margin = 4;
			final Plane padded = padded(high, margin * s);
			final int rows = low.height + 2 * margin;
			final int columns = low.width + 2 * margin;
			final Plane down = rounded(Kernel.cubic().shrink(padded.height, padded.width, rows, padded.width, f).apply(
				padded));
			final Plane both = rounded(Kernel.cubic().shrink(rows, padded.width, rows, columns, new Factor(f.columns(), f.rows())).apply(down))
				.crop(new Window(margin, margin, low.height, low.width));
			assertArrayEquals(low.data, both.data, file.toString());
		}
	}

	@Test
	void correlatesTheKernelExample() throws IOException {
		final Path folder = DATA.resolve("kernel_x2");
		assumeTrue(Files.isDirectory(folder), "no kernel example here");
		final Plane high = read(folder.resolve("HR.png"));
		final Plane low = read(folder.resolve("LR.png"));
		final Kernel kernel = Kernel.measured(KernelCsv.read(folder.resolve("kernel.csv")));
		final Plane shrunk = kernel.shrink(high.height, high.width, low.height, low.width, new Factor(2, 2)).apply(high);
		// Rounds to the byte there is; two samples lie 8e-7 and 7e-6 from a tie, less than a float tells (1.5e-5).
		for (int i = 0; i < low.data.length; i++)
			assertEquals(low.data[i], shrunk.data[i], 0.5 + 2e-5, "sample " + i);
	}

	private static Plane padded(final Plane plane, final int margin) {
		final Plane out = new Plane(plane.channels, plane.height + 2 * margin, plane.width + 2 * margin);
		for (int c = 0, i = 0; c < out.channels; c++)
			for (int y = 0; y < out.height; y++)
				for (int x = 0; x < out.width; x++)
					out.data[i++] = plane.get(c, inside(y - margin, plane.height), inside(x - margin, plane.width));
		return out;
	}

	private static int inside(final int i, final int n) {
		return Math.max(0, Math.min(n - 1, i));
	}

	private static Plane rounded(final Plane plane) {
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = Math.max(0, Math.min(255, Math.round(plane.data[i])));
		return plane;
	}

	private static Plane read(final Path file) throws IOException {
		final BufferedImage image = ImageIO.read(file.toFile());
		assertNotNull(image, file.toString());
		final Plane plane = new Plane(3, image.getHeight(), image.getWidth());
		for (int y = 0; y < plane.height; y++)
			for (int x = 0; x < plane.width; x++)
				for (int c = 0; c < 3; c++)
					plane.data[(c * plane.height + y) * plane.width + x] = image.getRGB(x, y) >> (16 - 8 * c) & 255;
		return plane;
	}
}
