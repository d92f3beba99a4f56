package org.zeroshotsr.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.zarr.ZarrImage;
import org.zeroshotsr.zarr.ZarrWriter;

/** Checks of the files to be written, before any work. */
final class Outputs {

	private Outputs() {}

	/**
	 * @param name   of the argument, for the message
	 * @param others files that must not be overwritten; null for none
	 */
	static void check(final Path file, final String name, final Path... others) {
		try {
			for (final Path other : others)
				if (other != null && same(file, other)) throw new IOException(file + " is " + other +
					" itself, which is needed; give another name");
			ImageFiles.checkWritable(file, null);
		}
		catch (final IOException e) {
			throw new BadInput(name + ": " + e.getMessage(), e);
		}
	}

	/** The same for an image, which is written as TIFF. */
	static void checkTiff(final Path file, final String name, final Path... others) {
		try {
			ImageFiles.checkTiffName(file);
		}
		catch (final IOException e) {
			throw new BadInput(name + ": " + e.getMessage(), e);
		}
		check(file, name, others);
	}

	/**
	 * The same for an OME-Zarr.
	 *
	 * @param whole whether all that is in a folder of that name is looked at, as it will be removed
	 */
	static void checkZarr(final Path folder, final String name, final boolean whole, final Path... others) {
		final Path place = folder.toAbsolutePath().normalize();
		try {
			for (final Path other : others)
				if (other != null && (same(folder, other) || place.startsWith(other.toAbsolutePath().normalize()) || other
					.toAbsolutePath().normalize().startsWith(place))) throw new IOException(folder + " and " + other +
						", which is needed, are one, or one in the other; give another name");
			if (Files.exists(folder) && !Files.isDirectory(folder)) throw new IOException(folder +
				" is a file, and an OME-Zarr is a folder; give another name");
			ImageFiles.checkWritable(place.resolveSibling(place.getFileName() + ".unfinished.try"), null);
			if (whole) ZarrWriter.checkReplaceable(folder);
			else if (Files.exists(folder) && !ZarrImage.isZarr(folder)) try (Stream<Path> inside = Files.list(folder)) {
				if (inside.findAny().isPresent()) throw new IOException(folder +
					" is no Zarr, so that nothing is written into it; give another name");
			}
		}
		catch (final IOException | BadInput e) {
			throw new BadInput(name + ": " + e.getMessage(), e);
		}
	}

	private static boolean same(final Path a, final Path b) throws IOException {
		return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize()) || Files.exists(a) && Files.exists(
			b) && Files.isSameFile(a, b);
	}
}
