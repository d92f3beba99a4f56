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
