package org.zeroshotsr.imagej;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

import ij.ImagePlus;

import org.zeroshotsr.Option;
import org.zeroshotsr.Options;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.KernelCsv;
import org.zeroshotsr.resize.Resizes;

/**
 * Completes a kernel with what only files know: the samples of {@code kernel=file:PATH}, which are numbers in a text file
 * (.csv, .txt) or a grey image, and the image's pixel size for {@code kernel=optics:...}.
 */
public final class KernelFile {

	/** Pixel sizes that differ by less are the same, written with few digits. */
	private static final double SAME = 0.005;
	private static final double SQUARE = 1e-4;

	private KernelFile() {}

	/**
	 * The options with their kernel ready. A kernel image with a pixel size of its own is resampled to the result's pixel
	 * size, where that is known, too; else it is taken at the result's pixel size, as a text file is.
	 *
	 * @param pixel of the image that is to be enlarged
	 * @param notes takes what the user should know about the kernel
	 * @throws IllegalArgumentException with what is wrong with the file, or that a pixel size is missing
	 */
	public static Options read(final Options options, final PixelSize pixel, final Consumer<String> notes) {
		if (options.needsPixelSize()) {
			if (!pixel.known()) throw new IllegalArgumentException("kernel: " + options.get(Option.KERNEL) +
				" needs the pixel size, and the image has none in micrometres; add ,PIXEL=0.1 (its own, not the result's), or " +
				"calibrate the image (Image > Properties)");
			notes.accept("kernel: the optics' Gaussian for the image's pixel size, " + pixel + " micrometres");
			// files store sizes as fractions, so that equal ones may differ in their last digits
			final boolean square = Math.abs(pixel.rows() / pixel.columns() - 1) < SQUARE;
			return options.withPixelSize(square ? pixel.columns() : pixel.rows(), pixel.columns());
		}
		final Path file = options.kernelFile();
		if (file == null) return options;
		final String name = file.toString().toLowerCase(Locale.ROOT);
		try {
			return options.withKernel(Kernel.measured(name.endsWith(".csv") || name.endsWith(".txt") ? KernelCsv.read(file)
				: image(file, pixel.dividedBy(options.scale().rows(), options.scale().columns()), notes)));
		}
		catch (final NoSuchFileException e) {
			throw new IllegalArgumentException("kernel: " + file + " does not exist; check the name and the folder", e);
		}
		catch (final IOException | IllegalArgumentException e) {
			final String message = e.getMessage().contains(file.toString()) ? e.getMessage() : file + ": " + e.getMessage();
			throw new IllegalArgumentException("kernel: " + message, e);
		}
	}

	private static double[][] image(final Path file, final PixelSize result, final Consumer<String> notes)
		throws IOException
	{
		final ImagePlus image = ImageFiles.open(file);
		if (image.getType() == ImagePlus.COLOR_RGB || image.getStackSize() > 1) throw new IllegalArgumentException(
			"a kernel is one grey plane, and this image has " + (image.getStackSize() > 1 ? image.getStackSize() +
				" planes" : "colours") + "; save the plane at the focus as grey TIFF or CSV");
		final Plane samples = new Plane(1, image.getHeight(), image.getWidth());
		for (int i = 0; i < samples.data.length; i++)
			samples.data[i] = image.getProcessor().getf(i);
		final PixelSize own = PixelSize.of(image);
		if (!own.known()) return rows(samples);
		if (!result.known()) {
			notes.accept("kernel: the image has no pixel size in micrometres, so " + file + " (" + own +
				" micrometres) is taken at the result's pixel size");
			return rows(samples);
		}
		final double scaleRows = own.rows() / result.rows();
		final double scaleColumns = own.columns() / result.columns();
		if (Math.abs(scaleRows - 1) < SAME && Math.abs(scaleColumns - 1) < SAME) return rows(samples);
		notes.accept("kernel: " + file + " is resampled from its pixels of " + own + " micrometres to the result's, " +
			result);
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
