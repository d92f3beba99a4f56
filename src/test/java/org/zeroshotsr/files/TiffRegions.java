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

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import ij.process.ImageProcessor;

import org.zeroshotsr.image.Window;

/**
 * A TIFF of which parts are read, also where its planes have more pixels than an image of ImageJ's can have. The values are
 * those that {@link ImageFiles#read} gives. Strips and tiles that were decompressed are kept, up to 64 MB of them. Not for
 * several threads at once.
 */
public final class TiffRegions implements Closeable {

	private final TiffInput in;
	private final TiffFile file;

	/** @throws IOException if it cannot be read for certain */
	public TiffRegions(final Path path) throws IOException {
		file = new TiffFile(path);
		in = file.input();
	}

	public int width() {
		return file.layout().width();
	}

	public int height() {
		return file.layout().height();
	}

	/** In ImageJ's order; those of a page with several channels follow one another. */
	public int planes() {
		return file.pages() * channels();
	}

	/** 8, 16, 24 for RGB, or 32 for floats. */
	public int bitDepth() {
		return file.isColour() ? 24 : file.depth();
	}

	/** What the user should know. */
	public List<String> notes() {
		return file.notesAhead();
	}

	private int channels() {
		return file.isColour() ? 1 : file.channels();
	}

	/**
	 * A part of a plane, of which no more is read than the strips or tiles that it lies in.
	 *
	 * @param plane from 0
	 * @throws IOException if the file is damaged there
	 */
	public ImageProcessor read(final int plane, final Window window) throws IOException {
		return TiffImage.plane(file, file.read(in, plane / channels(), window), plane % channels(), window.width(), window
			.height(), null);
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
