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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.FloatProcessor;

import org.zeroshotsr.files.PixelSize;
import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.estimate.KernelEstimate;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Optics;

class KernelFileTest {

	/** What the waves change by when the centre of mass is taken to be 1/20 pixel away; a width 3 % off changes them more. */
	private static final float SHIFT = 0.015f;

	@TempDir
	Path folder;
	private final List<String> notes = new ArrayList<>();

	/** A Gaussian PSF of so many micrometres, not in the middle of its image. */
	private Options psf(final double sigma, final double pixelRows, final double pixelColumns, final double toMicrometres,
		final String unit) throws IOException
	{
		final int height = (int) (12 * sigma / pixelRows) + 4;
		final int width = (int) (12 * sigma / pixelColumns) + 6;
		final FloatProcessor image = new FloatProcessor(width, height);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				image.setf(x, y, (float) (1e4 * Math.exp(-0.5 * (Math.pow((y - 0.47 * height) * pixelRows / sigma, 2) + Math.pow(
					(x - 0.52 * width) * pixelColumns / sigma, 2)))));
		final ImagePlus psf = new ImagePlus("psf", image);
		final Calibration calibration = psf.getCalibration();
		if (unit != null) {
			calibration.setUnit(unit);
			calibration.pixelHeight = pixelRows / toMicrometres;
			calibration.pixelWidth = pixelColumns / toMicrometres;
		}
		final Path file = folder.resolve("psf.tif");
		ImageFiles.save(psf, file);
		return Options.defaults().with(Option.KERNEL, "file:" + file);
	}

	/** Waves, whose heights afterwards tell the kernel's width, and their places where it was put. */
	private static float[] shrunk(final Kernel kernel) {
		final Plane plane = new Plane(1, 72, 80);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (float) (Math.sin(0.7 * (i / 80)) + Math.sin(0.6 * (i % 80) + 0.2 * (i / 80)));
		return kernel.shrink(72, 80, 36, 40, new Factor(2, 2)).apply(plane).data;
	}

	/** What was measured with other pixels acts as the Gaussian of the same width in micrometres. */
	@ParameterizedTest
	@CsvSource({ "0.04,0.04,1,um", "0.05,0.05,0.001,nm", "0.13,0.13,1,micron", "0.06,0.12,1,\u00b5m", "0.1,0.1,1,um",
		"0.037,0.037,1000,mm" })
	void isResampledToTheResult(final double pixelRows, final double pixelColumns, final double toMicrometres,
		final String unit) throws IOException
	{
		final Options options = KernelFile.read(psf(0.2, pixelRows, pixelColumns, toMicrometres, unit), Acquisition.of(new PixelSize(0.2, 0.2)),
			notes::add);
		assertArrayEquals(shrunk(Kernel.gaussian(0.2 / 0.2)), shrunk(options.kernel(0)), SHIFT);
		assertEquals(pixelRows == 0.1 ? 0 : 1, notes.size());
		assertTrue(options.kernelFile().endsWith("psf.tif"));
	}

	@Test
	void withoutPixelSizesItIsTakenAsItIs() throws IOException {
		final Kernel expected = Kernel.gaussian(0.8); // 0.16 micrometres in pixels of the result, of 0.1
		final Options calibrated = psf(0.16, 0.1, 0.1, 1, "um");
		assertArrayEquals(shrunk(expected), shrunk(KernelFile.read(calibrated, Acquisition.UNKNOWN, notes::add).kernel(0)),
			SHIFT);
		assertTrue(notes.get(0).contains("no pixel size"), notes.toString());
		notes.clear();
		for (final String unit : new String[] { null, "inch" })
			assertArrayEquals(shrunk(expected), shrunk(KernelFile.read(psf(0.16, 0.1, 0.1, 1, unit), Acquisition.of(new PixelSize(3, 3)),
				notes::add).kernel(0)), SHIFT);
		final Path csv = Files.writeString(folder.resolve("k.csv"), "1,2,1\n2,4,2\n1,2,1\n");
		final Options text = Options.defaults().with(Option.KERNEL, "file:" + csv);
		assertArrayEquals(new double[] { 2, 4, 2 }, KernelFile.read(text, Acquisition.of(new PixelSize(3, 3)), notes::add).kernel(0)
			.samples()[1]);
		assertEquals(List.of(), notes);
	}

	/** An estimated kernel is sampled twice as finely as the image, and is the same blur for another factor. */
	@Test
	void anEstimatedKernelServesEveryFactor() throws IOException {
		final Path file = folder.resolve("estimated.tif");
		final ImagePlus image = new ImagePlus("cells", new FloatProcessor(8, 8));
		ImageFiles.save(ImagePlusSource.kernels(image, KernelImages.image(List.of(new KernelEstimate(0.8, 0.8, 0, 0, 9))),
			KernelImages.FACTOR, "kernel"), file);
		final Options two = Options.defaults().with(Option.KERNEL, "file:" + file);
		final Kernel atTwo = KernelFile.read(two, Acquisition.UNKNOWN, notes::add).kernel(0);
		assertEquals(List.of(), notes);
		final Factor four = new Factor(4, 4);
		final Kernel atFour = KernelFile.read(two.with(Option.SCALE, "4"), Acquisition.UNKNOWN, notes::add).kernel(0);
		assertEquals(1, notes.size());
		final Plane plane = new Plane(1, 80, 80);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = (float) (Math.sin(0.35 * (i / 80)) + Math.sin(0.3 * (i % 80)));
		assertArrayEquals(Kernel.gaussian(0.8).shrink(80, 80, 20, 20, four).apply(plane).data, atFour.shrink(80, 80, 20, 20,
			four).apply(plane).data, SHIFT);
		assertArrayEquals(shrunk(Kernel.gaussian(0.8)), shrunk(atTwo), SHIFT);
	}

	@Test
	void opticsTakeTheImagesPixelSize() {
		final Options asked = Options.defaults().with(Option.KERNEL, "optics:NA=0.8,EM=600,N=1");
		final double sigma = Optics.widefield(0.8, 1, 600).sigma();
		final Options ready = KernelFile.read(asked, Acquisition.of(new PixelSize(0.25, 0.25 * (1 + 1e-6))), notes::add);
		assertTrue(ready.kernel(0).symmetric());
		assertArrayEquals(shrunk(Kernel.gaussian(sigma / 0.25)), shrunk(ready.kernel(0)), 1e-5f);
		assertEquals(ready, Options.defaults().with(ready.toMap())); // as it crosses to the worker and into the report
		assertArrayEquals(shrunk(Kernel.gaussian(sigma / 0.5, sigma / 0.25, 0)), shrunk(KernelFile.read(asked, Acquisition.of(new PixelSize(0.5, 0.25)), notes::add).kernel(0)), 1e-5f);
		final String message = assertThrows(IllegalArgumentException.class, () -> KernelFile.read(asked, Acquisition.UNKNOWN,
			notes::add)).getMessage();
		assertTrue(message.startsWith("kernel: optics:NA=0.8") && message.contains("PIXEL="), message);
		final Options own = asked.with(Option.KERNEL, "optics:NA=0.8,EM=600,N=1,PIXEL=0.3");
		assertSame(own, KernelFile.read(own, Acquisition.of(new PixelSize(0.25, 0.25)), notes::add));
	}

	@Test
	void units() {
		final ImagePlus image = new ImagePlus("", new FloatProcessor(2, 2));
		assertFalse(PixelSize.of(image).known());
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = 65;
		calibration.pixelHeight = 130;
		calibration.setUnit("nm");
		assertEquals(new PixelSize(0.13, 0.065), PixelSize.of(image));
		assertEquals("0.1300 x 0.06500", PixelSize.of(image).toString());
		calibration.setYUnit("um");
		assertEquals(130, PixelSize.of(image).rows());
		calibration.setUnit("inch");
		assertFalse(PixelSize.of(image).known());
		assertFalse(PixelSize.of(0, "um", 1, "um").known());
		assertFalse(PixelSize.of(1, null, 1, "um").known());
		assertEquals(new PixelSize(0.5, 0.2), new PixelSize(1, 0.8).dividedBy(2, 4));
	}

	/** Of an image from a microscope, and of no other. */
	@Test
	void aGuessIsSaid() {
		assertSame(Options.defaults(), KernelFile.read(Options.defaults(), Acquisition.UNKNOWN, notes::add));
		assertEquals(List.of(), notes);
		assertSame(Options.defaults(), KernelFile.read(Options.defaults(), Acquisition.of(new PixelSize(0.1, 0.1)), notes::add));
		assertEquals(1, notes.size());
		assertTrue(notes.get(0).startsWith("kernel: bicubic is a guess"), notes.toString());
	}
}
