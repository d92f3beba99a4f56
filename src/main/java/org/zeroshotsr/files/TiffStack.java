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

import java.awt.image.ColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.VirtualStack;
import ij.process.ImageProcessor;

import org.zeroshotsr.image.Window;

/** A TIFF stack of which a page is read when one of its planes is asked for. */
public final class TiffStack extends VirtualStack {

	private final Path path;
	private final long length;
	private final TiffFile file;
	private final ColorModel colours;
	private final String[] labels;
	/** What of a plane is its image here. */
	private final Window view;
	/** Of a page with several channels, which are asked for one after another. */
	private Object[] last;
	private int lastPage;

	/**
	 * @param file may be closed
	 * @param labels of the planes
	 * @param view   what of a plane this stack has; {@link #window} reads any part of it
	 */
	TiffStack(final Path path, final TiffFile file, final ColorModel colours, final String[] labels,
		final Window view) throws IOException
	{
		super(view.width(), view.height());
		this.path = path;
		this.length = Files.size(path);
		this.file = file;
		this.colours = colours;
		this.labels = labels;
		this.view = view;
		setBitDepth(file.isColour() ? 24 : file.depth());
	}

	@Override
	public int size() {
		return labels.length;
	}

	@Override
	public int getSize() {
		return size();
	}

	/** @throws UncheckedIOException if the file was removed or changed since it was opened, or is damaged there */
	@Override
	public synchronized ImageProcessor getProcessor(final int n) {
		try {
			checkUnchanged();
			return TiffImage.plane(file, page((n - 1) / channels()), (n - 1) % channels(), getWidth(), getHeight(), colours);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e.getMessage(), e);
		}
	}

	/**
	 * A part of a plane, of which no more is read than the strips or tiles that it lies in.
	 *
	 * @param n from 1, as ImageJ counts
	 * @throws IOException if the file was removed or changed since it was opened, or is damaged there
	 */
	public synchronized ImageProcessor window(final int n, final Window window) throws IOException {
		checkUnchanged();
		try (TiffInput in = new TiffInput(path)) {
			final Object[] read = file.read(in, (n - 1) / channels(), window);
			return TiffImage.plane(file, read, (n - 1) % channels(), window.width(), window.height(), colours);
		}
	}

	private void checkUnchanged() throws IOException {
		if (!Files.exists(path) || Files.size(path) != length) throw new IOException(path +
			" was removed or changed while it was being read");
	}

	private int channels() {
		return file.isColour() ? 1 : file.channels();
	}

	private Object[] page(final int number) throws IOException {
		if (last != null && number == lastPage) return last;
		try (TiffInput in = new TiffInput(path)) {
			final Object[] read = file.read(in, number, view);
			if (channels() == 1) return read;
			lastPage = number;
			last = read;
			return read;
		}
	}

	@Override
	public Object getPixels(final int n) {
		return getProcessor(n).getPixels();
	}

	@Override
	public String getSliceLabel(final int n) {
		return labels[n - 1];
	}
}
