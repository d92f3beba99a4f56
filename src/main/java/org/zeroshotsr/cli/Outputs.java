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

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.zarr.ZarrWriter;

/** Checks of the files to be written, before any work. */
final class Outputs {

	private Outputs() {}

	/**
	 * @param name   of the argument, for the message
	 * @param others files that must not be overwritten; null for none
	 */
	static void check(final Path file, final String name, final Path... others) {
		Checks.in(name + ": ", () -> {
			for (final Path other : others)
				if (other != null && same(file, other)) throw new IOException(file + " is " + other +
					" itself, which is needed; give another name");
			ImageFiles.checkWritable(file, null);
			return null;
		});
	}

	/** The same for an image, which is written as TIFF. */
	static void checkTiff(final Path file, final String name, final Path... others) {
		Checks.in(name + ": ", () -> {
			ImageFiles.checkTiffName(file);
			return null;
		});
		check(file, name, others);
	}

	/**
	 * The same for an OME-Zarr.
	 *
	 * @param whole whether all that is in a folder of that name is looked at, as it will be removed
	 */
	static void checkZarr(final Path folder, final String name, final boolean whole, final Path... others) {
		final Path place = folder.toAbsolutePath().normalize();
		Checks.in(name + ": ", () -> {
			for (final Path other : others)
				if (other != null && (same(folder, other) || place.startsWith(other.toAbsolutePath().normalize()) || other
					.toAbsolutePath().normalize().startsWith(place))) throw new IOException(folder + " and " + other +
						", which is needed, are one, or one in the other; give another name");
			if (Files.exists(folder) && !Files.isDirectory(folder)) throw new IOException(folder +
				" is a file, and an OME-Zarr is a folder; give another name");
			ImageFiles.checkWritable(place.resolveSibling(place.getFileName() + ".unfinished.try"), null);
			if (whole) ZarrWriter.checkReplaceable(folder);
			else ZarrWriter.checkJoinable(folder);
			return null;
		});
	}

	/** A folder for files to be written, made where there is none. */
	static void makeFolder(final Path folder) throws IOException {
		final String problem = ImageFiles.nameProblem(folder.toString());
		if (problem != null) throw new IOException(problem);
		if (Files.exists(folder) && !Files.isDirectory(folder)) throw new IOException(folder + " is no folder; give the name of one");
		try {
			Files.createDirectories(folder);
		}
		catch (final IOException e) {
			throw new IOException(folder + " cannot be made: " + e + "; check its name and the permissions", e);
		}
	}

	private static boolean same(final Path a, final Path b) throws IOException {
		return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize()) || Files.exists(a) && Files.exists(
			b) && Files.isSameFile(a, b);
	}
}
