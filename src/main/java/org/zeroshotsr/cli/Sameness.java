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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.run.Planes;

/**
 * How two results compare, sample by sample.
 *
 * @param sizes   what differs in them; null where they are the same
 * @param samples in all
 * @param differ  how many of them
 * @param most    by how many grey levels, at most; infinite where a sample is a number in one of the two alone
 * @param bytes   whether the files are the same to the byte
 */
record Sameness(String sizes, long samples, long differ, double most, boolean bytes) {

	private static final int ROWS = 256;

	/** @throws IOException if one cannot be read */
	static Sameness of(final Path one, final Path other, final Progress progress) throws IOException {
		final boolean bytes = sameBytes(one, other);
		final Planes a = ImageInput.read(one).planes();
		final Planes b = ImageInput.read(other).planes();
		if (!a.order().axes().equals(b.order().axes()) || !Arrays.equals(a.size(), b.size()) || a.type().getClass() != b.type()
			.getClass()) return new Sameness(describe(a) + " and " + describe(b), 0, 0, Double.NaN, false);
		long samples = 0;
		long differ = 0;
		double most = 0;
		final List<long[]> planes = a.order().planes();
		for (int i = 0; i < planes.size(); i++) {
			final boolean whole = (long) a.width() * a.height() * a.channels() <= Planes.MOST;
			for (int y = 0; y < a.height(); y += whole ? a.height() : ROWS) {
				progress.update(Status.of("comparing", i, planes.size()));
				progress.checkCanceled();
				final Window window = whole ? null : new Window(y, 0, Math.min(ROWS, a.height() - y), a.width());
				final Plane left = read(a, planes.get(i), window);
				final Plane right = read(b, planes.get(i), window);
				samples += left.data.length;
				for (int s = 0; s < left.data.length; s++) {
					if (left.data[s] == right.data[s] || Float.isNaN(left.data[s]) && Float.isNaN(right.data[s])) continue;
					differ++;
					final double by = Math.abs((double) left.data[s] - right.data[s]);
					most = Math.max(most, Double.isNaN(by) ? Double.POSITIVE_INFINITY : by);
				}
			}
		}
		return new Sameness(null, samples, differ, most, bytes);
	}

	private static Plane read(final Planes planes, final long[] position, final Window window) {
		return window == null ? planes.source().read(position) : planes.source().read(position, window);
	}

	private static String describe(final Planes planes) {
		return Texts.size(planes.order().axes(), planes.size()) + " of " + planes.type().getBitsPerPixel() + " bits";
	}

	/** Of a folder, all that is in it. */
	private static boolean sameBytes(final Path one, final Path other) throws IOException {
		if (!Files.isDirectory(one) && !Files.isDirectory(other)) return Files.mismatch(one, other) < 0;
		final List<Path> files = files(one);
		if (!files.equals(files(other))) return false;
		for (final Path file : files)
			if (Files.mismatch(one.resolve(file), other.resolve(file)) >= 0) return false;
		return true;
	}

	private static List<Path> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
		}
	}

	boolean equal() {
		return sizes == null && differ == 0;
	}

	String words() {
		if (bytes) return "byte-equal: the two files are the same to the byte";
		if (sizes != null) return "not equal: the images are " + sizes;
		if (differ == 0) return "pixels equal: all " + samples + " samples are the same; the files differ in what stands beside them";
		return String.format(Locale.ROOT, "not equal: %d of %d samples differ (%.3g %%), by %s at most", differ, samples, 100.0 *
			differ / samples, Double.isInfinite(most) ? "a number where the other has none" : String.format(Locale.ROOT,
				"%.6g grey levels", most));
	}
}
