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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ShortProcessor;

import org.zeroshotsr.files.ImageFiles;

/**
 * Makes a stack of filaments and shells whose voxels are as deep as wide, the truth, and what a microscope sees of it whose
 * slices are four voxels thick, without and with a camera's noise; always the same bytes. Run it with
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.zeroshotsr.testimages.SimulateStack
 *     -Dexec.args="FOLDER"
 * </pre>
 */
public final class SimulateStack {

	/** Voxels of the truth in one slice. */
	static final int THICK = 4;
	/** Standard deviation of the optics' Gaussian, in voxels, along all axes. */
	private static final double SIGMA = 1.2;
	private static final double VOXEL = 0.1;
	private static final double PEAK = 12000;
	private static final double BACKGROUND = 200;
	/** Grey levels a photon, of the noisy camera. */
	private static final double GAIN = 20;
	private static final double READ = 2;

	private SimulateStack() {}

	/** Writes into the folder given: truth.tif, clean.tif, noisy.tif. */
	public static void main(final String... args) throws IOException {
		final Path folder = Path.of(args[0]);
		Files.createDirectories(folder);
		final float[][] truth = truth(128, 128, 96, 1);
		save(truth, 128, VOXEL, folder.resolve("truth.tif"));
		save(binned(truth), 128, THICK * VOXEL, folder.resolve("clean.tif"));
		save(noisy(binned(truth), new Random(2)), 128, THICK * VOXEL, folder.resolve("noisy.tif"));
	}

	/** Grey levels of an isotropic volume, plane by plane. */
	static float[][] truth(final int width, final int height, final int depth, final long seed) {
		final Random random = new Random(seed);
		final Specimen specimen = new Specimen(width, height, depth);
		final int voxels = width * height * depth;
		for (int i = 0; i < voxels / 40000; i++)
			filament(specimen, random, 60 + 120 * random.nextDouble());
		for (int i = 0; i < voxels / 60000; i++)
			shell(specimen, random, 5 + 9 * random.nextDouble());
		final double[][] planes = blurred(specimen);
		double most = 0;
		for (final double[] plane : planes)
			for (final double v : plane)
				most = Math.max(most, v);
		final float[][] grey = new float[depth][width * height];
		for (int z = 0; z < depth; z++)
			for (int k = 0; k < grey[z].length; k++)
				grey[z][k] = (float) (BACKGROUND + PEAK * planes[z][k] / most);
		return grey;
	}

	/** A thread that winds in all directions alike. */
	private static void filament(final Specimen specimen, final Random random, final double length) {
		final double[] at = { specimen.width * random.nextDouble(), specimen.height * random.nextDouble(), specimen.planes.length *
			random.nextDouble() };
		final double[] way = direction(random);
		final double[] bend = new double[3];
		for (double s = 0; s < length; s += 0.25) {
			double square = 0;
			for (int d = 0; d < 3; d++) {
				bend[d] = 0.98 * bend[d] + 0.002 * random.nextGaussian();
				way[d] += bend[d];
				square += way[d] * way[d];
			}
			for (int d = 0; d < 3; d++) {
				way[d] /= Math.sqrt(square);
				at[d] += 0.25 * way[d];
			}
			specimen.add(at[0], at[1], at[2], 0.25);
		}
	}

	private static void shell(final Specimen specimen, final Random random, final double radius) {
		final double x = specimen.width * random.nextDouble();
		final double y = specimen.height * random.nextDouble();
		final double z = specimen.planes.length * random.nextDouble();
		final int points = (int) (40 * radius * radius);
		for (int i = 0; i < points; i++) {
			final double[] out = direction(random);
			specimen.add(x + radius * out[0], y + radius * out[1], z + radius * out[2], 4 * StrictMath.PI * radius * radius / points /
				4);
		}
	}

	private static double[] direction(final Random random) {
		final double[] d = { random.nextGaussian(), random.nextGaussian(), random.nextGaussian() };
		final double length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
		return new double[] { d[0] / length, d[1] / length, d[2] / length };
	}

	private static double[][] blurred(final Specimen specimen) {
		final int depth = specimen.planes.length;
		final double[][] across = new double[depth][];
		for (int z = 0; z < depth; z++)
			across[z] = Microscope.blur(specimen.planes[z], specimen.width, specimen.height, SIGMA);
		final double[][] both = new double[depth][specimen.width * specimen.height];
		final int radius = (int) Math.ceil(4 * SIGMA);
		double sum = 0;
		for (int i = -radius; i <= radius; i++)
			sum += StrictMath.exp(-i * i / (2 * SIGMA * SIGMA));
		for (int z = 0; z < depth; z++)
			for (int i = Math.max(-radius, -z); i <= Math.min(radius, depth - 1 - z); i++) {
				final double weight = StrictMath.exp(-i * i / (2 * SIGMA * SIGMA)) / sum;
				for (int k = 0; k < both[z].length; k++)
					both[z][k] += weight * across[z + i][k];
			}
		return both;
	}

	/** The means of slices. */
	static float[][] binned(final float[][] truth) {
		final float[][] low = new float[truth.length / THICK][truth[0].length];
		for (int z = 0; z < THICK * low.length; z++)
			for (int k = 0; k < low[0].length; k++)
				low[z / THICK][k] += truth[z][k] / THICK;
		return low;
	}

	private static float[][] noisy(final float[][] grey, final Random random) {
		final float[][] noisy = new float[grey.length][grey[0].length];
		for (int z = 0; z < grey.length; z++)
			for (int k = 0; k < grey[0].length; k++)
				noisy[z][k] = (float) (GAIN * (Microscope.poisson(grey[z][k] / GAIN, random) + READ * random.nextGaussian()));
		return noisy;
	}

	private static void save(final float[][] grey, final int width, final double depth, final Path file) throws IOException {
		final ImageStack stack = new ImageStack(width, grey[0].length / width);
		for (int z = 0; z < grey.length; z++) {
			final ShortProcessor plane = new ShortProcessor(width, grey[0].length / width);
			for (int k = 0; k < grey[z].length; k++)
				plane.set(k, Math.max(0, Math.min(65535, Math.round(grey[z][k]))));
			stack.addSlice("z " + (z + 1), plane);
		}
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(1, grey.length, 1);
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = VOXEL;
		calibration.pixelHeight = VOXEL;
		calibration.pixelDepth = depth;
		calibration.setUnit("micron");
		ImageFiles.save(image, file);
	}
}
