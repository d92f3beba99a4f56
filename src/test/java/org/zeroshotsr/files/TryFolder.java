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

import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/**
 * By hand: opens every TIFF in folders, and asks the other readers on the class path (Java's own, and whichever ImageIO
 * finds) whether the first page's samples are the same: with one of them at least, with none, or no other can read it.
 *
 * <pre>
 * java -cp target/test-classes:target/classes:... org.zeroshotsr.files.TryFolder /tmp/suites
 * </pre>
 */
public final class TryFolder {

	/** Decoders of JPEG round differently. */
	private static final double ROUNDING = 2;
	/** As it is; black and white for a bit; shifted to be unsigned; unsigned for signed; black for white. */
	private static final List<Show> SHOWS = List.of(new Show(1, 0, 0), new Show(255, 0, 0), new Show(-255, 255, 0),
		new Show(1, 32768, 0), new Show(1, 32768, 65536), new Show(1, 0, 256), new Show(1, 0, 65536), new Show(1, 0,
			0x1p32), new Show(-1, 3, 0), new Show(-1, 15, 0), new Show(-1, 255, 0), new Show(-1, 65535, 0));

	private TryFolder() {}

	public static void main(final String... folders) throws IOException {
		final Map<String, Integer> counts = new TreeMap<>();
		for (final String folder : folders)
			try (Stream<Path> files = Files.walk(Path.of(folder))) {
				for (final Path file : files.filter(Files::isRegularFile).filter(TryFolder::isTiff).sorted().toList()) {
					final long start = System.nanoTime();
					final String result = result(file);
					final long seconds = (System.nanoTime() - start) / 1_000_000_000;
					counts.merge(result.replaceFirst(":.*|(?s)\\R.*", ""), 1, Integer::sum);
					System.out.println(file + "\t" + result + (seconds > 1 ? "\t" + seconds + " s" : ""));
				}
			}
		System.out.println(counts);
	}

	private static boolean isTiff(final Path file) {
		return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(tiff?|btf|lsm|stk)");
	}

	/** What became of a file, in a word, a colon, and more. */
	private static String result(final Path file) {
		final ImagePlus image;
		try {
			image = ImageFiles.open(file);
			for (int i = 1; i <= image.getStackSize(); i++)
				image.getStack().getProcessor(i);
		}
		catch (final IOException | RuntimeException | Error e) {
			final boolean inWords = e.getMessage() != null && e.getMessage().contains(file.toString());
			return (inWords ? "refused" : "THROWN") + ": " + (inWords ? e.getMessage().replace(file.toString(), "it") : e);
		}
		final String opinions = opinions(file, image);
		final String word = opinions.contains(" agrees") ? "agrees" : opinions.contains(" differs") ? "DIFFERS" : "alone";
		return String.format(Locale.ROOT, "%s: %d x %d c%d z%d t%d, %d bits;%s", word, image.getWidth(), image.getHeight(),
			image.getNChannels(), image.getNSlices(), image.getNFrames(), image.getBitDepth(), opinions);
	}

	private static String opinions(final Path file, final ImagePlus image) {
		final StringBuilder all = new StringBuilder();
		final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
		while (readers.hasNext()) {
			final ImageReader reader = readers.next();
			all.append(reader.getClass().getName().startsWith("com.sun.") ? " Java" : " " + reader.getClass()
				.getPackageName()).append(opinion(file, image, reader));
			reader.dispose();
		}
		return all.toString();
	}

	private static String opinion(final Path file, final ImagePlus image, final ImageReader reader) {
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			reader.setInput(in);
			if (image.getType() == ImagePlus.COLOR_RGB && !reader.canReadRaster()) return rgb(image, reader);
			return compare(image, reader.canReadRaster() ? reader.readRaster(0, null) : reader.read(0).getRaster());
		}
		catch (final IOException | RuntimeException | Error e) {
			return " cannot (" + e + ")";
		}
	}

	private static String rgb(final ImagePlus image, final ImageReader reader) throws IOException {
		final var other = reader.read(0);
		if (!(other.getColorModel() instanceof IndexColorModel)) return compare(image, other.getRaster());
		return " cannot (a palette)";
	}

	private static String compare(final ImagePlus image, final Raster raster) {
		final int width = image.getWidth();
		if (raster.getWidth() != width || raster.getHeight() != image.getHeight()) return " differs: " + raster.getWidth() +
			" x " + raster.getHeight();
		final boolean colour = image.getType() == ImagePlus.COLOR_RGB;
		final int channels = colour ? 3 : image.getNChannels();
		if (raster.getNumBands() < channels) return " differs: " + raster.getNumBands() + " samples";
		double largest = 0;
		for (int c = 0; c < channels; c++) {
			final ImageProcessor plane = colour ? ((ColorProcessor) image.getStack().getProcessor(1)).getChannel(c + 1, null)
				: image.getStack().getProcessor(c + 1);
			largest = Math.max(largest, difference(plane, raster, c));
		}
		return largest <= ROUNDING ? " agrees" : " differs: by up to " + largest;
	}

	/** The largest difference, by the kindest of the ways to show a sample. */
	private static double difference(final ImageProcessor plane, final Raster raster, final int sample) {
		double best = Double.MAX_VALUE;
		for (final Show show : SHOWS) {
			double largest = 0;
			for (int i = 0; i < plane.getPixelCount() && largest < best; i++) {
				final double other = raster.getSampleDouble(i % plane.getWidth(), i / plane.getWidth(), sample);
				largest = Math.max(largest, show.difference(other, plane.getf(i)));
			}
			best = Math.min(best, largest);
		}
		return best;
	}

	/** A sample is shown times a factor, plus a shift; one that wraps around is unsigned where it should be signed. */
	private record Show(double factor, double shift, double wrap) {

		double difference(final double sample, final float shown) {
			if (Double.isNaN(sample) && Float.isNaN(shown)) return 0;
			final double plain = Math.abs((float) (factor * sample + shift) - shown);
			return wrap == 0 ? plain : Math.min(plain, Math.abs(plain - wrap));
		}
	}
}
