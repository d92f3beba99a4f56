package org.zeroshotsr.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.image.BadInput;

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

	private static boolean same(final Path a, final Path b) throws IOException {
		return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize()) || Files.exists(a) && Files.exists(
			b) && Files.isSameFile(a, b);
	}
}
