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

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that appear whole or not at all: they are made beside their place, and put there once they are on the disk. */
public final class WholeFile {

	private static final int BUFFER = 1 << 20;

	private WholeFile() {}

	/** What a file holds. */
	public interface Content {

		void write(OutputStream out) throws IOException;
	}

	/**
	 * Writes a file, in place of one that may be there. A link stays one, and what it stands for is written.
	 *
	 * @throws IOException where no file can be written in the folder, or {@code content} fails; then nothing is left behind
	 */
	public static void write(final Path file, final Content content) throws IOException {
		final Path part = beside(file);
		try {
			try (FileOutputStream disk = new FileOutputStream(part.toFile());
					OutputStream out = new BufferedOutputStream(disk, BUFFER))
			{
				content.write(out);
				out.flush();
				disk.getFD().sync();
			}
			move(part, file);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/** Makes and removes a file beside {@code file}: where that fails, writing would. */
	static void check(final Path file) throws IOException {
		Files.delete(beside(file));
	}

	/** The file that a link at {@code file} stands for, with an absolute path. */
	static Path target(final Path file) throws IOException {
		if (Files.exists(file)) try {
			return file.toRealPath();
		}
		catch (final NoSuchFileException e) {
			// another process has removed it
		}
		return file.toAbsolutePath();
	}

	/**
	 * An empty file beside {@code file}, to be {@linkplain #move moved} there, or deleted.
	 *
	 * @throws IOException where none can be made in the folder
	 */
	public static Path beside(final Path file) throws IOException {
		final Path target = target(file);
		try {
			return PartFile.beside(target);
		}
		catch (final IOException e) {
			throw new IOException("no file can be written in the folder " + target.getParent() +
				"; check its permissions and the free space (" + e + ")", e);
		}
	}

	/** Puts {@code part} in the place of {@code file}. A link stays one, and what it stands for is replaced. */
	public static void move(final Path part, final Path file) throws IOException {
		final Path target = target(file);
		try {
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
