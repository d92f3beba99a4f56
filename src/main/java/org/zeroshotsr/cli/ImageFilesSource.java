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
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.run.PlaneSource;
import org.zeroshotsr.run.Planes;

/** The planes of several image files of one kind, of which one is open at a time; the last axis, F, counts them. */
final class ImageFilesSource implements PlaneSource {

	private final List<Path> files;
	private final Samples<?> first;
	private final Planes images;
	private Path open;
	private ImageInput image;

	/** @throws BadInput where a file cannot be read, or is of another kind than the first */
	ImageFilesSource(final List<Path> files) {
		this.files = files;
		final Planes planes = image(files.get(0)).planes();
		first = Samples.of(image);
		final String described = describe(image);
		final long[] size = Arrays.copyOf(planes.size(), planes.size().length + 1);
		final int x = planes.order().x();
		final int y = planes.order().y();
		for (final Path file : files) {
			final ImageInput next = image(file);
			final long[] others = next.planes().size().clone();
			if (next.planes().order().axes().equals(first.axes())) {
				size[x] = Math.max(size[x], others[x]);
				size[y] = Math.max(size[y], others[y]);
				others[x] = planes.size()[x];
				others[y] = planes.size()[y];
			}
			if (!Samples.of(next).type().equals(first.type()) || !Arrays.equals(others, planes.size()))
				throw new BadInput(file + " is " + describe(next) + ", and " + files.get(0) + " is " + described +
					"; one network is for images of one type and as many planes");
		}
		size[size.length - 1] = files.size();
		images = new Planes(this, PlaneOrder.of(first.axes() + "F", size), size, planes.type());
	}

	private static String describe(final ImageInput image) {
		return Texts.size(image.planes().order().axes(), image.planes().size()) + ", " + Samples.of(image).type();
	}

	private ImageInput image(final Path file) {
		if (file.equals(open)) return image;
		try {
			image = ImageInput.read(file);
			open = file;
			return image;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e.getMessage(), e);
		}
	}

	/** The first of them; of planes that are too large to be held, a part in their middle. */
	Samples<?> first() {
		return first;
	}

	/** All of them. */
	Planes images() {
		return images;
	}

	@Override
	public Plane read(final long[] position) {
		return planes(position).source().read(Arrays.copyOf(position, position.length - 1));
	}

	private Planes planes(final long[] position) {
		return image(files.get((int) position[position.length - 1])).planes();
	}

	/** Of a smaller image, what there is of it. */
	@Override
	public Plane read(final long[] position, final Window part) {
		final Planes planes = planes(position);
		final int rows = Math.min(part.height(), planes.height());
		final int columns = Math.min(part.width(), planes.width());
		return planes.source().read(Arrays.copyOf(position, position.length - 1), new Window(Math.min(part.y(), planes.height() -
			rows), Math.min(part.x(), planes.width() - columns), rows, columns));
	}
}
