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

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.LUT;

import org.zeroshotsr.files.ImageFiles;

/**
 * Makes the images in test-images, each with its truth of twice the size; always the same bytes. Run it with
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.zeroshotsr.testimages.SimulateTestImages
 * </pre>
 */
public final class SimulateTestImages {

	private static final double SPACING = 0.5;
	private static final int MARGIN = Microscope.MARGIN * Microscope.FINE;

	private SimulateTestImages() {}

	/** Writes into the folder given, or into test-images. */
	public static void main(final String... args) throws IOException {
		final Path folder = Path.of(args.length == 0 ? "test-images" : args[0]);
		Files.createDirectories(folder);
		microtubules(folder);
		nuclei(folder);
		beads(folder);
		kernel(folder.resolve("psf.csv"));
	}

	private static void microtubules(final Path folder) throws IOException {
		final Random random = new Random(1);
		final Specimen specimen = specimen(160, 128, 1);
		final double x = specimen.width * 0.38;
		final double y = specimen.height * 0.45;
		for (int i = 0; i < 60; i++)
			specimen.filament(random, x + 110 * random.nextGaussian(), y + 110 * random.nextGaussian(), 0, 2 * StrictMath.PI *
				random.nextDouble(), 500 + 900 * random.nextDouble(), 1);
		for (int i = 0; i < 25; i++)
			specimen.filament(random, specimen.width * random.nextDouble(), specimen.height * random.nextDouble(), 0, 2 *
				StrictMath.PI * random.nextDouble(), 300 + 500 * random.nextDouble(), 1);
		final Pictures pictures = new Pictures(1);
		pictures.expose("microtubules", specimen, 4000, 60, random);
		pictures.save(folder, "microtubules_16bit", 160, 128, "microtubules, 4000 photons at the peak, 60 background",
			Color.white);
	}

	private static void nuclei(final Path folder) throws IOException {
		final Random random = new Random(2);
		final Specimen stained = specimen(96, 80, 6);
		final double[][] places = { { 0.27, 0.3, 2 }, { 0.68, 0.24, 3.2 }, { 0.45, 0.68, 2.6 }, { 0.82, 0.72, 1.7 }, { 0.08,
			0.78, 3 } };
		for (final double[] place : places)
			stained.nucleus(random, place[0] * stained.width, place[1] * stained.height, place[2], 125 + 30 * random
				.nextDouble());
		final Specimen threads = specimen(96, 80, 6);
		for (int i = 0; i < 60; i++)
			threads.filament(random, threads.width * random.nextDouble(), threads.height * random.nextDouble(), 5 * random
				.nextDouble(), 2 * StrictMath.PI * random.nextDouble(), 300 + 600 * random.nextDouble(), 1);
		final Pictures pictures = new Pictures(2);
		pictures.expose("nuclei", stained, 5000, 40, random);
		pictures.expose("microtubules", threads, 4000, 60, random);
		pictures.save(folder, "nuclei_2ch_zstack_16bit", 96, 80,
			"channel 1 nuclei, channel 2 microtubules, 5000 and 4000 photons at the peak, 40 and 60 background", Color.cyan,
			Color.magenta);
	}

	private static void beads(final Path folder) throws IOException {
		final Random random = new Random(3);
		final Specimen specimen = specimen(96, 96, 1);
		for (int i = 0; i < 110; i++) {
			final double x = specimen.width * random.nextDouble();
			final double y = specimen.height * random.nextDouble();
			final double light = 0.4 + 0.6 * random.nextDouble();
			for (int k = 0; k < 50; k++) { // a ball of 0.1 micrometres
				final double r = 2 * Math.sqrt(random.nextDouble());
				final double angle = 2 * StrictMath.PI * random.nextDouble();
				specimen.add(x + r * StrictMath.cos(angle), y + r * StrictMath.sin(angle), 0, light);
			}
		}
		final Pictures pictures = new Pictures(1);
		pictures.expose("beads", specimen, 4000, 30, random);
		pictures.save(folder, "beads_16bit", 96, 96, "beads of 0.1 micrometres, 4000 photons at the peak, 30 background",
			Color.white);
	}

	/** A fine grid for an image of the given size, its margin included. */
	private static Specimen specimen(final int width, final int height, final int planes) {
		return new Specimen(2 * width * Microscope.FINE + 2 * MARGIN, 2 * height * Microscope.FINE + 2 * MARGIN, planes);
	}

	private static void kernel(final Path file) throws IOException {
		final StringBuilder csv = new StringBuilder();
		for (final double[] row : Microscope.kernel()) {
			for (int x = 0; x < row.length; x++)
				csv.append(x == 0 ? "" : ",").append(row[x]);
			csv.append('\n');
		}
		Files.writeString(file, csv);
	}

	/** What the two cameras saw, channel by channel. */
	private static final class Pictures {

		private final short[][][] low;
		private final short[][][] truth;
		private final String[] names;
		private int channel;

		Pictures(final int channels) {
			low = new short[channels][][];
			truth = new short[channels][][];
			names = new String[channels];
		}

		void expose(final String name, final Specimen specimen, final double peak, final double background,
			final Random random)
		{
			final double[][] light = Microscope.optical(specimen, SPACING);
			final int width = specimen.width / Microscope.FINE;
			final int height = specimen.height / Microscope.FINE;
			double brightest = 0;
			for (final double[] plane : light)
				for (final double value : Microscope.shrunk(plane, width, height))
					brightest = Math.max(brightest, value);
			low[channel] = new short[light.length][];
			truth[channel] = new short[light.length][];
			for (int z = 0; z < light.length; z++) {
				for (int i = 0; i < light[z].length; i++)
					light[z][i] = light[z][i] / brightest * peak + background;
				truth[channel][z] = Microscope.ideal(Microscope.cropped(light[z], width, height));
				low[channel][z] = Microscope.read(Microscope.shrunk(light[z], width, height), random);
			}
			names[channel++] = name;
		}

		void save(final Path folder, final String name, final int width, final int height, final String what,
			final Color... colours) throws IOException
		{
			final String optics = String.format(Locale.ROOT,
				"simulated by SimulateTestImages: %s\nwidefield NA 1.4, 520 nm, Gaussian PSF of sigma %.4f micrometres\n",
				what, Microscope.PSF_SIGMA);
			ImageFiles.save(image(low, width, height, 2 * Microscope.TRUTH_PIXEL, optics + String.format(Locale.ROOT,
				"camera: offset %.0f, gain %.0f grey levels a photon, read noise %.1f photons, Poisson noise\n",
				Microscope.OFFSET, Microscope.GAIN, Microscope.READ_NOISE), colours), folder.resolve(name + ".tif"));
			ImageFiles.save(image(truth, 2 * width, 2 * height, Microscope.TRUTH_PIXEL, optics + String.format(Locale.ROOT,
				"truth: offset %.0f, gain %.0f grey levels a photon, no noise\n", Microscope.OFFSET, Microscope.GAIN),
				colours), folder.resolve(name + "_truth.tif"));
		}

		private ImagePlus image(final short[][][] pixels, final int width, final int height, final double pixel,
			final String info, final Color... colours)
		{
			final ImageStack stack = new ImageStack(width, height);
			for (int z = 0; z < pixels[0].length; z++)
				for (int c = 0; c < pixels.length; c++)
					stack.addSlice(names[c] + " z " + (z + 1), pixels[c][z]);
			final boolean single = stack.size() == 1;
			ImagePlus image = single ? new ImagePlus("", stack.getProcessor(1)) : new ImagePlus("", stack);
			if (!single) {
				image.setDimensions(pixels.length, pixels[0].length, 1);
				final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
				for (int c = 0; c < pixels.length; c++)
					composite.setChannelLut(lut(colours[c], pixels[c]), c + 1);
				composite.setOpenAsHyperStack(true);
				image = composite;
			}
			final Calibration calibration = image.getCalibration();
			calibration.pixelWidth = pixel;
			calibration.pixelHeight = pixel;
			if (!single) calibration.pixelDepth = SPACING;
			calibration.setUnit("micron");
			image.setProperty("Info", info);
			return image;
		}

		private static LUT lut(final Color colour, final short[][] planes) {
			final LUT lut = LUT.createLutFromColor(colour);
			int max = 0;
			for (final short[] plane : planes)
				for (final short value : plane)
					max = Math.max(max, value & 0xffff);
			lut.min = Microscope.OFFSET;
			lut.max = max;
			return lut;
		}
	}
}
