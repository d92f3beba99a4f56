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
import org.zeroshotsr.files.WholeFile;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.imagej.ResultFile;
import org.zeroshotsr.imagej.ResultTarget;
import org.zeroshotsr.imagej.ResultZarr;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.run.Planes;
import org.zeroshotsr.zarr.ZarrImage;
import org.zeroshotsr.zarr.ZarrWriter;

/** What a result is written as, and what there is of it on the disk meanwhile. */
enum OutputFormat {

	/** One file, of which tasks make parts that are joined. */
	TIFF {

		@Override
		void check(final Path output, final boolean together, final Path... others) {
			Outputs.checkTiff(output, "OUTPUT", others);
		}

		@Override
		void checkSpace(final Path output, final Growth growth, final Planes planes, final int stack) throws IOException {
			ImageFiles.checkSize(output, growth.planes().width(planes.width()), growth.planes().height(planes.height()), stack, planes.channels() *
				planes.type().getBitsPerPixel() / 8);
		}

		@Override
		Path unfinished(final Path output, final Part part) {
			return output.resolveSibling(output.getFileName() + (part == null ? "" : "." + part) + ".unfinished");
		}

		@Override
		ResultFile open(final ImageInput input, final Growth growth, final Path part, final Path output, final boolean resume)
			throws IOException
		{
			return new ResultFile(input.image(), null, input.planes(), growth, part, output, resume);
		}

		@Override
		boolean isComplete(final Path output, final boolean together) {
			return Files.exists(output);
		}

		@Override
		void delete(final Path part) throws IOException {
			Files.deleteIfExists(part);
		}

		@Override
		void move(final Path part, final Path output) throws IOException {
			WholeFile.move(part, output);
		}
	},

	/** A folder, into which tasks write all together. */
	ZARR {

		@Override
		void check(final Path output, final boolean together, final Path... others) {
			Outputs.checkZarr(output, "OUTPUT", !together, others);
		}

		/** How well it can be packed is not known. */
		@Override
		void checkSpace(final Path output, final Growth growth, final Planes planes, final int stack) {}

		@Override
		Path unfinished(final Path output, final Part part) {
			return part == null ? output.resolveSibling(output.getFileName() + ".unfinished") : output;
		}

		@Override
		ResultZarr open(final ImageInput input, final Growth growth, final Path part, final Path output, final boolean resume)
			throws IOException
		{
			return ResultZarr.of(input, growth, part, output, part.equals(output) ? ResultZarr.Begin.TOGETHER : resume
				? ResultZarr.Begin.GO_ON : ResultZarr.Begin.AGAIN);
		}

		@Override
		boolean isComplete(final Path output, final boolean together) throws IOException {
			return Files.exists(output) && (!together || ZarrImage.isZarr(output) && ZarrImage.open(output).record() != null);
		}

		@Override
		void delete(final Path part) throws IOException {
			ZarrWriter.remove(part);
		}

		@Override
		void move(final Path part, final Path output) throws IOException {
			if (!part.equals(output)) ZarrWriter.replace(part, output);
		}
	};

	static OutputFormat of(final Path output) {
		return ImageInput.isZarrName(output) ? ZARR : TIFF;
	}

	/**
	 * Checks, before any work, that an output can be written.
	 *
	 * @param together by several tasks
	 * @param others   files that must not be overwritten; null for none
	 * @throws BadInput in words
	 */
	abstract void check(Path output, boolean together, Path... others);

	/**
	 * Checks that it has room on the disk.
	 *
	 * @param stack number of its planes
	 */
	abstract void checkSpace(Path output, Growth growth, Planes planes, int stack) throws IOException;

	/**
	 * Where an output is while it is being made.
	 *
	 * @param part of the planes, by one of several tasks; null for all
	 */
	abstract Path unfinished(Path output, Part part);

	/** @param resume whether {@code part} is there, and gone on with */
	abstract ResultTarget open(ImageInput input, Growth growth, Path part, Path output, boolean resume) throws IOException;

	/**
	 * Whether an output that is there is all of it.
	 *
	 * @param together whether several tasks make it
	 */
	abstract boolean isComplete(Path output, boolean together) throws IOException;

	/** Removes what is not finished. */
	abstract void delete(Path part) throws IOException;

	/** Puts what is complete in its place. */
	abstract void move(Path part, Path output) throws IOException;
}
