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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.files.WholeFile;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.imagej.ResultFile;
import org.zeroshotsr.imagej.ResultTarget;
import org.zeroshotsr.imagej.WithMaps;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.run.Planes;

/**
 * The files of a result's maps: {@code FOLDER/cells_x2_uncertainty.tif} of {@code cells_x2.tif}, in 32 bit.
 *
 * @param folder which is made where there is none
 * @param output of the result
 * @param part   of the planes, by one of several tasks; null for all
 */
record MapFiles(Path folder, Path output, Part part) {

	/** Of all planes. */
	MapFiles(final Path folder, final Path output) {
		this(folder, output, null);
	}

	/** Those of a part, or with null of all planes. */
	MapFiles of(final Part other) {
		return new MapFiles(folder, output, other);
	}

	Path file(final Layer map) {
		final String name = output.getFileName().toString().replaceFirst("(?i)(\\.ome)?\\.(tiff?|zarr)$", "");
		return folder.resolve(name + "_" + map.text() + ".tif");
	}

	private Path unfinished(final Layer map) {
		return OutputFormat.TIFF.unfinished(file(map), part);
	}

	/** Checks, before any work, that they can be written. */
	void check(final Path... others) {
		Checks.in("--maps: ", () -> {
			Outputs.makeFolder(folder);
			return null;
		});
		for (final Layer map : Layer.maps())
			Outputs.checkTiff(file(map), "--maps", others);
	}

	/** @param count planes of the result */
	void checkSpace(final Growth growth, final Planes planes, final int count) throws IOException {
		for (final Layer map : Layer.maps())
			ImageFiles.checkSize(file(map), growth.planes().width(planes.width()), growth.planes().height(planes.height()), count,
				Float.BYTES);
	}

	/** Whether all are there. */
	boolean areComplete() {
		return Layer.maps().stream().allMatch(map -> Files.exists(file(map)));
	}

	/** Whether those that are not finished are there to go on with. */
	boolean areBegun() {
		return Layer.maps().stream().allMatch(map -> Files.exists(unfinished(map)));
	}

	/**
	 * Those that are not finished.
	 *
	 * @param again whether they are there, and gone on with
	 */
	Map<Layer, ResultFile> open(final ImageInput image, final Growth growth, final boolean again) throws IOException {
		final Map<Layer, ResultFile> files = new EnumMap<>(Layer.class);
		boolean opened = false;
		try {
			for (final Layer map : Layer.maps())
				files.put(map, ResultFile.map(map, image.image(), image.planes(), growth, unfinished(map), file(map), again));
			opened = true;
			return files;
		}
		finally {
			if (!opened) close(files);
		}
	}

	private static void close(final Map<Layer, ResultFile> files) throws IOException {
		for (final ResultFile file : files.values())
			file.close();
	}

	/** The same with the result that they are made beside. */
	ResultTarget beside(final ResultTarget result, final ImageInput image, final Growth growth, final boolean again)
		throws IOException
	{
		boolean opened = false;
		try {
			final WithMaps both = new WithMaps(result, open(image, growth, again));
			opened = true;
			return both;
		}
		finally {
			if (!opened) result.close();
		}
	}

	/**
	 * Copies planes that tasks have made, each of them a part.
	 *
	 * @param planes of each part, their positions
	 */
	void join(final List<List<long[]>> planes, final ImageInput image, final Growth growth, final Progress progress)
		throws IOException
	{
		final Map<Layer, ResultFile> all = open(image, growth, false);
		try {
			for (int i = 0; i < planes.size(); i++) {
				final Map<Layer, ResultFile> made = of(new Part(i + 1, planes.size())).open(image, growth, true);
				try {
					for (final long[] plane : planes.get(i)) {
						progress.checkCanceled();
						for (final Layer map : Layer.maps())
							all.get(map).copy(made.get(map), plane);
					}
				}
				finally {
					close(made);
				}
			}
			for (final ResultFile file : all.values())
				file.sync();
		}
		finally {
			close(all);
		}
	}

	/** Puts what is complete in its place. */
	void move() throws IOException {
		for (final Layer map : Layer.maps())
			WholeFile.move(unfinished(map), file(map));
	}

	/** Removes what is not finished. */
	void delete() throws IOException {
		for (final Layer map : Layer.maps())
			Files.deleteIfExists(unfinished(map));
	}
}
