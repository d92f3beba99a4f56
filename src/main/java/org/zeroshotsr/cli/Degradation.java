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

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.run.Recipe;

/**
 * What harms the low-resolution images of a benchmark: the option {@code --degrade}. The same seed gives the same harm.
 *
 * @param text as it was given
 * @param kernel that shrinks the originals, as a value of the option {@code kernel}; null where one is drawn for each
 *               image
 * @param harm   done to the shrunken image
 * @param camera that shrinks the originals instead of the option's kernel, or null
 */
record Degradation(String text, String kernel, Harm harm, Kernel camera) {

	Degradation(final String text, final String kernel, final Harm harm) {
		this(text, kernel, harm, null);
	}


	static final String RANGE =
		"gaussian-random, kernel:FILE, noise:SIGMA, noise:poisson:GAIN,READ[,OFFSET], speckle:VARIANCE, jpeg:QUALITY, camera:PHOTONS";

	private static final String BICUBIC = "bicubic";
	/** Samples of the camera's kernel along an axis. */
	private static final int CAMERA = 10;

	/** @throws BadInput which says what is wrong and what is possible */
	static Degradation of(final String text) {
		final String problem = ImageFiles.nameProblem(text);
		if (problem != null) throw new BadInput("--degrade: " + problem);
		try {
			final String[] parts = text.trim().split(":", 2);
			final String value = parts.length == 2 ? parts[1].trim() : "";
			return switch (parts[0].toLowerCase(Locale.ROOT)) {
				case "gaussian-random" -> new Degradation(text, null, Harm.NONE);
				case "kernel" -> new Degradation(text, "file:" + Path.of(value), Harm.NONE);
				case "noise" -> new Degradation(text, BICUBIC, noise(value.toLowerCase(Locale.ROOT)));
				case "speckle" -> new Degradation(text, BICUBIC, Harm.speckle(number(value)));
				case "camera" -> new Degradation(text, BICUBIC, Harm.camera(number(value)), cameraKernel());
				case "jpeg" -> new Degradation(text, BICUBIC, new Jpeg(number(value)));
				default -> throw new BadInput("unknown degradation");
			};
		}
		catch (final IllegalArgumentException e) {
			throw new BadInput("--degrade: '" + text + "' is not possible (" + e.getMessage() + "); it takes " + RANGE, e);
		}
	}

	/** A Gaussian of one of the original's pixels, and pixels that collect 2 x 2 of those: both along one axis, then along both. */
	private static Kernel cameraKernel() {
		final double[] line = new double[CAMERA];
		for (int i = 0; i < line.length; i++) {
			// the sum of the Gaussian's samples at the two pixels of a bin
			for (int k = 0; k < 2; k++) {
				final double at = i - (CAMERA - 1) / 2.0 + k - 0.5;
				line[i] += Math.exp(-at * at / 2);
			}
		}
		final double[][] samples = new double[CAMERA][CAMERA];
		for (int y = 0; y < CAMERA; y++)
			for (int x = 0; x < CAMERA; x++)
				samples[y][x] = line[y] * line[x];
		return Kernel.measured(samples);
	}

	/** A value of the option {@code noise}, or what follows its {@code gaussian:}. */
	private static Harm noise(final String value) {
		final Recipe.Noise noise = (Recipe.Noise) ((List<?>) Option.NOISE.parse(value.startsWith("poisson:") ? value
			: "gaussian:" + value)).get(0);
		return noise.relative() ? Harm.relativeNoise(noise.model()) : Harm.noise(noise.model());
	}

	private static double number(final String text) {
		try {
			return Double.parseDouble(text.trim());
		}
		catch (final NumberFormatException e) {
			throw new BadInput("'" + text + "' is no number", e);
		}
	}

	/** Random numbers for one image. */
	static SplittableRandom random(final long seed, final int image) {
		return new SplittableRandom(1_000_003 * seed + image);
	}

	/**
	 * The kernel for the next image, as a value of the option {@code kernel}. Random ones are those of Shocher, Cohen, Irani
	 * 2018, table 2: the variances along both axes uniform between 0 and one low-resolution pixel squared, any angle.
	 */
	String kernel(final SplittableRandom random) {
		if (kernel != null) return kernel;
		// rounded, so that the kernel as it is reported is the kernel; 0.05 acts as 0 does
		return String.format(Locale.ROOT, "gaussian:%.3f,%.3f,%.1f", Math.max(0.05, Math.sqrt(random.nextDouble())), Math.max(
			0.05, Math.sqrt(random.nextDouble())), 180 * random.nextDouble());
	}

	/** What a table says of an image shrunk with this kernel. */
	String describe(final String drawn) {
		return kernel == null ? drawn : text;
	}
}
