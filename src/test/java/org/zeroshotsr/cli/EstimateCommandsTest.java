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
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.zeroshotsr.estimate.DeadLeaves;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;

/** {@code zero-shot-sr noise} and {@code zero-shot-sr kernel} on images of which the truth is known. */
class EstimateCommandsTest {

	private static final int SIZE = 128;

	@TempDir
	Path folder;

	/** Even blocks in a camera's noise. */
	private static ImageProcessor noisy(final double gain, final double read, final long seed) {
		final Random random = new Random(seed);
		final ShortProcessor plane = new ShortProcessor(SIZE, SIZE);
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++) {
				final double mean = 300 * (1 + (x / 16 + 3 * (y / 16)) % 8);
				plane.set(x, y, (int) Math.rint(mean + Math.sqrt(gain * mean + read * read) * random.nextGaussian()));
			}
		return plane;
	}

	private static double number(final String text, final String before) {
		final Matcher matcher = Pattern.compile(before + " +([0-9.]+)").matcher(text);
		assertTrue(matcher.find(), text);
		return Double.parseDouble(matcher.group(1));
	}

	@Test
	void noiseIsPrintedDrawnAndReported() throws IOException {
		final Path image = Cli.image(folder.resolve("cells.tif"), noisy(2, 10, 1), noisy(2, 10, 2));
		final Path plot = folder.resolve("plot.tif");
		final Path report = folder.resolve("noise.json");
		final Cli.Run run = Cli.run("noise", image, "--plot", plot, "--report", report);
		assertEquals(Main.DONE, run.code(), run.err());
		assertEquals(2, number(run.out(), "gain"), 0.3);
		final JsonNode channel = new ObjectMapper().readTree(report.toFile()).get("channels").get(0);
		assertTrue(run.out().contains("noise=" + channel.get("noise").asText()), run.out());
		// the variance in the dark middle, whatever offset and read noise it is written with
		assertEquals(2 * 1000 + 100, channel.get("slope").asDouble() * 1000 + channel.get("intercept").asDouble(), 210);
		final ImagePlus drawn = ImageFiles.open(plot);
		assertEquals(ImagePlus.COLOR_RGB, drawn.getType());
		assertTrue(drawn.getWidth() > 300 && drawn.getHeight() > 200);
		// the option that it names is one
		final String option = channel.get("noise").asText();
		assertEquals(Main.DONE, Cli.quick(image, "-o", folder.resolve("x2.tif"), "--noise", option).code());
	}

	@Test
	void kernelIsPrintedAndItsImageActsAsIt() throws IOException {
		final Plane low = Kernel.gaussian(0.9, 0.6, 0).shrink(2 * SIZE, 2 * SIZE, SIZE, SIZE, new Factor(2, 2)).apply(
			DeadLeaves.scene(2 * SIZE, 2 * SIZE, 3));
		final Path image = Cli.image(folder.resolve("leaves.tif"), new FloatProcessor(SIZE, SIZE, low.data.clone()));
		final Path kernel = folder.resolve("kernel.tif");
		final Cli.Run run = Cli.run("kernel", image, "-o", kernel);
		assertEquals(Main.DONE, run.code(), run.err());
		final Matcher option = Pattern.compile("kernel=gaussian:([0-9.]+),([0-9.]+),([0-9.]+)").matcher(run.out());
		assertTrue(option.find(), run.out());
		assertEquals(0.9, Double.parseDouble(option.group(1)), 0.12);
		assertEquals(0.6, Double.parseDouble(option.group(2)), 0.12);
		// second moments of the image, in its pixels, which are half as large
		final ImageProcessor samples = ImageFiles.open(kernel).getProcessor();
		double sum = 0;
		double rows = 0;
		for (int y = 0; y < samples.getHeight(); y++)
			for (int x = 0; x < samples.getWidth(); x++) {
				sum += samples.getf(x, y);
				rows += samples.getf(x, y) * Math.pow(y - (samples.getHeight() - 1) / 2.0, 2);
			}
		assertEquals(1, sum, 1e-5);
		assertEquals(2 * Double.parseDouble(option.group(1)), Math.sqrt(rows), 0.05);
		assertEquals(Main.DONE, Cli.quick(image, "-o", folder.resolve("x2.tif"), "--kernel", "file:" + kernel).code());
	}

	@Test
	void badInputNamesItAndLeavesNothing() throws IOException {
		final Path small = Cli.image(folder.resolve("small.tif"), 16, 12, 10);
		final Map<String, String> before = Cli.contents(folder);
		for (final String command : new String[] { "noise", "kernel" }) {
			final Cli.Run run = Cli.run(command, small);
			assertEquals(Main.BAD_INPUT, run.code(), run.out());
			assertTrue(run.err().contains("small.tif"), run.err());
			assertEquals(Main.BAD_INPUT, Cli.run(command).code());
			assertEquals(Main.BAD_INPUT, Cli.run(command, folder.resolve("none.tif")).code());
			assertEquals(Main.BAD_INPUT, Cli.run(command, small, command.equals("noise") ? "--plot" : "-o", folder.resolve(
				"x.png")).code());
		}
		assertEquals(Main.BAD_INPUT, Cli.run("noise", small, "--plot", small).code());
		assertEquals(before, Cli.contents(folder));
	}

	@Test
	void helpDescribesBoth() {
		for (final String command : new String[] { "noise", "kernel" }) {
			final String help = Cli.run(command, "--help").out();
			assertTrue(help.contains("zero-shot-sr " + command + " INPUT"), help);
		}
	}
}
