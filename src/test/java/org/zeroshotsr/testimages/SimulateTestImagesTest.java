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
package org.zeroshotsr.testimages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;

import org.zeroshotsr.files.ImageFiles;

class SimulateTestImagesTest {

	private static final Path COMMITTED = Path.of("test-images");

	@Test
	void theGeneratorMakesTheCommittedFilesToTheByte(@TempDir final Path folder) throws IOException {
		SimulateTestImages.main(folder.toString());
		final List<String> made = names(folder);
		assertEquals(7, made.size());
		for (final String name : made)
			assertArrayEquals(Files.readAllBytes(COMMITTED.resolve(name)), Files.readAllBytes(folder.resolve(name)), name);
	}

	private static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void allTogetherAreSmall() throws IOException {
		long bytes = 0;
		for (final String name : names(COMMITTED))
			bytes += Files.size(COMMITTED.resolve(name));
		assertTrue(bytes < 1_500_000, bytes + " bytes");
	}

	@Test
	void theStackSaysWhatItIs() throws IOException {
		final CompositeImage image = (CompositeImage) ImageFiles.open(COMMITTED.resolve("nuclei_2ch_zstack_16bit.tif"));
		assertArrayEquals(new int[] { 96, 80, 2, 6, 1 }, image.getDimensions());
		assertEquals("nuclei z 1", image.getStack().getSliceLabel(1));
		assertEquals(0.2, image.getCalibration().pixelWidth, 1e-9);
		assertEquals(0.5, image.getCalibration().pixelDepth);
		assertEquals("micron", image.getCalibration().getUnit());
		assertTrue(image.getInfoProperty().contains("NA 1.4"));
	}

	/** The low-resolution image is the truth correlated with psf.csv, every second pixel, and photon and read noise. */
	@Test
	void theKernelIsTheOneBetweenTruthAndImage() throws IOException {
		final ImagePlus low = ImageFiles.open(COMMITTED.resolve("microtubules_16bit.tif"));
		final ImagePlus truth = ImageFiles.open(COMMITTED.resolve("microtubules_16bit_truth.tif"));
		assertEquals(2 * low.getWidth(), truth.getWidth());
		assertEquals(2 * low.getHeight(), truth.getHeight());
		final double[][] kernel = Files.readAllLines(COMMITTED.resolve("psf.csv")).stream().map(line -> Stream.of(line
			.split(",")).mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
		final ImageProcessor observed = low.getProcessor();
		final ImageProcessor ideal = truth.getProcessor();
		double sum = 0;
		double squares = 0;
		int count = 0;
		for (int y = 1; y < low.getHeight() - 1; y++)
			for (int x = 1; x < low.getWidth() - 1; x++) {
				double expected = 0;
				for (int j = 0; j < 6; j++)
					for (int i = 0; i < 6; i++)
						expected += kernel[j][i] * ideal.get(2 * x + i - 2, 2 * y + j - 2);
				final double photons = (expected - Microscope.OFFSET) / Microscope.GAIN;
				final double deviation = (observed.get(x, y) - expected) / Microscope.GAIN / Math.sqrt(photons +
					Microscope.READ_NOISE * Microscope.READ_NOISE);
				sum += deviation;
				squares += deviation * deviation;
				count++;
			}
		// in units of the noise: mean 0, variance 1, to 4 standard errors
		assertEquals(0, sum / count, 4 / Math.sqrt(count));
		assertEquals(1, squares / count, 4 * Math.sqrt(2.0 / count));
	}
}
