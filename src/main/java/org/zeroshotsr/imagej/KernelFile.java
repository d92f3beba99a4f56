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

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import ij.ImagePlus;

import org.zeroshotsr.files.PixelSize;
import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.KernelCsv;
import org.zeroshotsr.resize.Resizes;

/**
 * Completes a kernel with what only files know: the samples of {@code kernel=file:PATH}, which are numbers in a text file
 * (.csv, .txt) or a grey image, and what the image's metadata tell of the optics for {@code kernel=optics:...}; and what is to be done along z, see {@link Depth}.
 */
public final class KernelFile {

	/** Pixel sizes that differ by less are the same, written with few digits. */
	private static final double SAME = 0.005;
	private static final double SQUARE = 1e-4;
	private static final Map<String, String> MEANING = Map.of("NA", "the numerical aperture", "EM",
		"the emission wavelength in nm", "PIXEL", "the pixel size in micrometres");
	/**
	 * What a preset takes where the optics are not known: not an estimate, which takes the optics' blur away, too, and that
	 * should be somebody's wish.
	 */
	private static final String UNKNOWN = Option.KERNEL.defaultValue();

	private KernelFile() {}

	/**
	 * The options with their kernel ready. A kernel image with a pixel size of its own is resampled to the result's pixel
	 * size, where that is known, too; else it is taken at the result's pixel size, as a text file is.
	 *
	 * @param taken how the image that is to be enlarged was taken
	 * @param notes takes what the user should know about the kernel
	 * @throws IllegalArgumentException with what is wrong with the file, or that a pixel size is missing
	 */
	public static Options read(final Options options, final Acquisition taken, final Consumer<String> notes) {
		return across(Depth.complete(options, taken, notes), taken, notes);
	}

	private static Options across(final Options options, final Acquisition taken, final Consumer<String> notes) {
		if (options.isKernelAutomatic()) return automatic(options, taken, notes);
		if (!options.missingOptics().isEmpty()) return optics(options, taken, notes);
		final PixelSize pixel = taken.pixel();
		final Path file = options.kernelFile();
		if (file == null) return options;
		final String name = file.toString().toLowerCase(Locale.ROOT);
		try {
			return options.withKernel(Kernel.measured(name.endsWith(".csv") || name.endsWith(".txt") ? KernelCsv.read(file)
				: image(file, pixel, options.scale(), notes)));
		}
		catch (final NoSuchFileException e) {
			throw new BadInput("kernel: " + file + " does not exist; check the name and the folder", e);
		}
		catch (final IOException | BadInput e) {
			final String message = e.getMessage().contains(file.toString()) ? e.getMessage() : file + ": " + e.getMessage();
			throw new BadInput("kernel: " + message, e);
		}
	}

	/** The optics where the metadata tell all of them; else nothing is changed, and said where it was a microscope, by its pixel size. */
	private static Options automatic(final Options options, final Acquisition taken, final Consumer<String> notes) {
		if (taken.aperture() != null && !taken.emissions().isEmpty() && taken.pixel().known()) return optics(options.with(
			Option.KERNEL, "optics"), taken, notes);
		if (taken.pixel().known() && options.enlargesPlanes()) notes.accept(
			"kernel: bicubic is a guess, for the metadata do not tell all of the optics; if you know them give kernel=optics:NA=1.4,EM=520 with your own values");
		return options;
	}

	private static Options optics(final Options options, final Acquisition taken, final Consumer<String> notes) {
		final List<String> needed = options.missingOptics();
		final List<String> values = new ArrayList<>();
		if (needed.contains("NA") && taken.aperture() != null) {
			values.add("NA=" + taken.aperture());
			if (taken.index() != null && !options.get(Option.KERNEL).matches("(?i).*\\bn\\s*=.*")) values.add("N=" + taken
				.index());
		}
		if (needed.contains("EM") && !taken.emissions().isEmpty()) values.add("EM=" + String.join("/", taken.emissions()));
		if (needed.contains("PIXEL") && taken.pixel().known()) {
			// files store sizes as fractions, so that equal ones may differ in their last digits
			final boolean square = Math.abs(taken.pixel().rows() / taken.pixel().columns() - 1) < SQUARE;
			values.add("PIXEL=" + (square ? "" : taken.pixel().rows() + "x") + taken.pixel().columns());
		}
		final Options complete = options.withOptics(values);
		final List<String> missing = complete.missingOptics();
		if (missing.isEmpty()) {
			notes.accept("kernel: " + complete.get(Option.KERNEL) + ", completed from the image's metadata");
			return complete;
		}
		final String lack = "the image's metadata do not tell " + String.join(", ", missing) + " (" + missing.stream().map(
			MEANING::get).collect(Collectors.joining(", ")) + ")";
		if (!options.isPresets(Option.KERNEL)) throw new BadInput("kernel: " + options.get(Option.KERNEL) +
			" is not complete, and " + lack + "; write it as in optics:NA=1.4,EM=520,PIXEL=0.1, where PIXEL is the image's own " +
			"pixel size, not the result's");
		notes.accept("kernel: " + lack + ", so the preset " + options.get(Option.PRESET) + " takes the kernel " + UNKNOWN +
			"; give kernel=optics:NA=1.4,EM=520,PIXEL=0.1 with your own values, or kernel=estimate, to have the blur taken away");
		return options.with(Option.KERNEL, UNKNOWN);
	}

	private static double[][] image(final Path file, final PixelSize pixel, final Factor scale,
		final Consumer<String> notes) throws IOException
	{
		final ImagePlus image = ImageFiles.open(file);
		if (image.getType() == ImagePlus.COLOR_RGB || image.getStackSize() > 1) throw new BadInput(
			"a kernel is one grey plane, and this image has " + (image.getStackSize() > 1 ? image.getStackSize() +
				" planes" : "colours") + "; save the plane at the focus as grey TIFF or CSV");
		final Plane samples = new Plane(1, image.getHeight(), image.getWidth());
		for (int i = 0; i < samples.data.length; i++)
			samples.data[i] = image.getProcessor().getf(i);
		final PixelSize ofPixels = PixelSize.ofPixels(image);
		final String unit = ofPixels.known() ? "of the image's pixels" : "micrometres";
		final PixelSize own = ofPixels.known() ? ofPixels : PixelSize.of(image);
		final PixelSize result = (ofPixels.known() ? new PixelSize(1, 1) : pixel).dividedBy(scale.rows(), scale.columns());
		if (!own.known()) return rows(samples);
		if (!result.known()) {
			notes.accept("kernel: the image has no pixel size in micrometres, so " + file + " (" + own +
				" micrometres) is taken at the result's pixel size");
			return rows(samples);
		}
		final double scaleRows = own.rows() / result.rows();
		final double scaleColumns = own.columns() / result.columns();
		if (Math.abs(scaleRows - 1) < SAME && Math.abs(scaleColumns - 1) < SAME) return rows(samples);
		notes.accept("kernel: " + file + " is resampled from its pixels of " + own + " " + unit +
			" to the result's, " + result);
		return rows(resampled(samples, scaleRows, scaleColumns));
	}

	/**
	 * With a border of zeros, as wide as the resampling reaches. The grids share their upper left corner, so the centre of
	 * mass stays where it is.
	 */
	private static Plane resampled(final Plane samples, final double scaleRows, final double scaleColumns) {
		final int top = (int) Math.ceil(2 * Math.max(1, 1 / scaleRows));
		final int left = (int) Math.ceil(2 * Math.max(1, 1 / scaleColumns));
		final Plane wide = new Plane(1, samples.height + 2 * top, samples.width + 2 * left);
		for (int y = 0; y < samples.height; y++)
			System.arraycopy(samples.data, y * samples.width, wide.data, (y + top) * wide.width + left, samples.width);
		return Resizes.cubic(wide.height, wide.width, size(wide.height, scaleRows), size(wide.width, scaleColumns),
			scaleRows, scaleColumns).apply(wide);
	}

	private static int size(final int size, final double scale) {
		return Math.toIntExact((long) Math.ceil(size * scale - 1e-6));
	}

	private static double[][] rows(final Plane plane) {
		final double[][] rows = new double[plane.height][plane.width];
		for (int y = 0; y < plane.height; y++)
			for (int x = 0; x < plane.width; x++)
				rows[y][x] = plane.get(0, y, x);
		return rows;
	}
}
