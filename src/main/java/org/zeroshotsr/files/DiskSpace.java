package org.zeroshotsr.files;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What is free on a disk. */
final class DiskSpace {

	private DiskSpace() {}

	/**
	 * @param file is or will be in a folder that exists
	 * @param bytes that are to be added to it
	 * @throws IOException if they are more than are free; nothing is free for certain, as others write as well
	 */
	static void check(final Path file, final double bytes) throws IOException {
		final Path folder = file.toAbsolutePath().getParent();
		final FileStore disk = Files.getFileStore(folder);
		// a file system that does not know says 0 of 0, one of exabytes overflows
		final long free = disk.getUsableSpace();
		if (disk.getTotalSpace() == 0 || free < 0 || bytes <= free) return;
		throw new IOException(text(bytes) + " are needed in " + folder + ", and its disk has " + text(free) +
			" free; make room, or write elsewhere");
	}

	private static String text(final double bytes) {
		return bytes < 1e9 ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6) : String.format(Locale.ROOT, "%.1f GB", bytes /
			1e9);
	}
}
