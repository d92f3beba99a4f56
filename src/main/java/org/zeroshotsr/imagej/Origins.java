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

import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.zeroshotsr.Origin;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.Planes;

/** Says what a result is made from. */
public final class Origins {

	private Origins() {}

	/**
	 * Of a file, known by its bytes; an OME-Zarr, whose files are copied with other times and in any order, by its samples.
	 *
	 * @param planes of it
	 */
	public static Origin file(final Path file, final Planes planes, final Options options, final Progress progress)
		throws IOException
	{
		return Files.isDirectory(file) ? pixels(name(file), planes, null, options, progress) : file(file, Sha256.of(file, progress),
			options);
	}

	/** Of a file whose SHA-256 is known. */
	public static Origin file(final Path file, final String sha256, final Options options) {
		return new Origin(name(file), sha256, false, null, 0, kernel(options), null);
	}

	private static String name(final Path file) {
		return file.toAbsolutePath().normalize().getFileName().toString();
	}

	/**
	 * Of an image, known by its samples.
	 *
	 * @param planes what is taken of it
	 * @param box    where that lies; null for all of it
	 */
	public static Origin pixels(final String name, final Planes planes, final Rectangle box, final Options options,
		final Progress progress)
	{
		return new Origin(name, Sha256.of(planes, progress), true, box == null ? null : List.of(box.x, box.y, box.width, box.height), 0,
			kernel(options), null);
	}

	private static String kernel(final Options options) {
		if (options.kernelFile() == null) return null;
		try {
			return Sha256.of(options.kernelFile(), Progress.NONE);
		}
		catch (final IOException e) {
			throw new UncheckedIOException("the kernel's file cannot be read: " + e.getMessage(), e);
		}
	}
}
