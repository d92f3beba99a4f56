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

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.files.ImageFiles;

/** Runs the command line in this process, and makes images for it. */
public final class Cli {

	/** Enough to go through everything, and quick. */
	static final String[] QUICK = { "--steps", "3", "--depth", "3", "--width", "8", "--crop", "16", "--ensemble", "1",
		"--device", "cpu", "--fallback", "off" };

	private Cli() {}

	public record Run(int code, String out, String err) {}

	public static Run run(final Object... args) {
		final StringWriter out = new StringWriter();
		final StringWriter err = new StringWriter();
		final String[] texts = Stream.of(args).map(Object::toString).toArray(String[]::new);
		final int code = Main.run(new PrintWriter(out), new PrintWriter(err), texts);
		return new Run(code, out.toString(), err.toString());
	}

	/** With few steps of a small network. */
	static Run quick(final Object... args) {
		final List<Object> all = new ArrayList<>(List.of(args));
		all.addAll(List.of(QUICK));
		return run(all.toArray());
	}

	/** A plane of 8, 16, 24 or 32 bits with structure and some noise, well inside the range. */
	static ImageProcessor plane(final int bits, final int width, final int height, final long seed) {
		final Random random = new Random(seed);
		final ImageProcessor plane = switch (bits) {
			case 8 -> new ByteProcessor(width, height);
			case 16 -> new ShortProcessor(width, height);
			case 24 -> new ColorProcessor(width, height);
			default -> new FloatProcessor(width, height);
		};
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				final double v = 0.5 + 0.3 * Math.sin(0.5 * x + seed) * Math.cos(0.4 * y) + 0.02 * random.nextGaussian();
				final int grey = (int) (255 * v);
				switch (bits) {
					case 8 -> plane.set(x, y, grey);
					case 16 -> plane.set(x, y, 1000 + (int) (3000 * v));
					case 24 -> plane.set(x, y, 0xff000000 | grey << 16 | (255 - grey) << 8 | (x * 5 & 255));
					default -> plane.setf(x, y, (float) (1e4 * v - 3e3));
				}
			}
		}
		return plane;
	}

	static Path image(final Path file, final ImageProcessor... planes) throws IOException {
		final ImageStack stack = new ImageStack(planes[0].getWidth(), planes[0].getHeight());
		for (int i = 0; i < planes.length; i++)
			stack.addSlice("plane " + (i + 1), planes[i]);
		ImageFiles.save(planes.length == 1 ? new ImagePlus("image", planes[0]) : new ImagePlus("image", stack), file);
		return file;
	}

	static Path image(final Path file, final int bits, final int width, final int height) throws IOException {
		return image(file, plane(bits, width, height, 1));
	}

	/** The engine's plane of an ImageJ one, sample by sample. */
	static Plane plane(final ImageProcessor image) {
		final boolean rgb = image instanceof ColorProcessor;
		final Plane plane = new Plane(rgb ? 3 : 1, image.getHeight(), image.getWidth());
		final int size = plane.height * plane.width;
		for (int i = 0; i < size; i++) {
			if (!rgb) plane.data[i] = image.getf(i);
			else for (int c = 0; c < 3; c++)
				plane.data[c * size + i] = image.get(i) >> 16 - 8 * c & 255;
		}
		return plane;
	}

	/** Names and bytes of everything in a folder. */
	static Map<String, String> contents(final Path folder) throws IOException {
		final Map<String, String> contents = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.toList())
				contents.put(folder.relativize(file).toString(), Files.isRegularFile(file) && Files.isReadable(file) ? Integer
					.toHexString(java.util.Arrays.hashCode(Files.readAllBytes(file))) : "");
		}
		return contents;
	}
}
