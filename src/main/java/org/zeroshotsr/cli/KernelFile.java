package org.zeroshotsr.cli;

import java.nio.file.Path;
import java.util.Locale;

import ij.ImagePlus;

import org.zeroshotsr.Options;
import org.zeroshotsr.imagej.ImageFiles;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.KernelCsv;

/** Reads the kernel that {@code --kernel file:PATH} names: numbers in a text file (.csv, .txt) or a grey image. */
final class KernelFile {

	private KernelFile() {}

	/** The options with their kernel read, if it is in a file. */
	static Options read(final Options options) {
		final Path file = options.kernelFile();
		if (file == null) return options;
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		try {
			final double[][] samples = name.endsWith(".csv") || name.endsWith(".txt") ? KernelCsv.read(file) : image(file);
			return options.withKernel(Kernel.measured(samples));
		}
		catch (final java.nio.file.NoSuchFileException e) {
			throw new BadInput("--kernel: " + file + " does not exist; check the name and the folder", e);
		}
		catch (final java.io.IOException | IllegalArgumentException e) {
			final String message = e.getMessage().contains(file.toString()) ? e.getMessage() : file + ": " + e.getMessage();
			throw new BadInput("--kernel: " + message, e);
		}
	}

	private static double[][] image(final Path file) throws java.io.IOException {
		final ImagePlus image = ImageFiles.open(file);
		if (image.getType() == ImagePlus.COLOR_RGB || image.getStackSize() > 1) throw new IllegalArgumentException(
			"a kernel is one grey plane, and this image has " + (image.getStackSize() > 1 ? image.getStackSize() + " planes"
				: "colours") + "; save the plane at the focus as grey TIFF or CSV");
		final double[][] samples = new double[image.getHeight()][image.getWidth()];
		for (int y = 0; y < samples.length; y++)
			for (int x = 0; x < samples[y].length; x++)
				samples[y][x] = image.getProcessor().getf(x, y);
		return samples;
	}
}
