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
import org.zeroshotsr.run.PlaneSource;

/** The planes of several image files of one kind, of which one is open at a time; the last axis, F, counts them. */
final class ImageFilesSource implements PlaneSource {

	private final List<Path> files;
	private final Samples<?> first;
	private final PlaneOrder order;
	private int height;
	private int width;
	private Path open;
	private Samples<?> image;

	/** @throws BadInput where a file cannot be read, or is of another kind than the first */
	ImageFilesSource(final List<Path> files) {
		this.files = files;
		first = image(files.get(0));
		final long[] size = Arrays.copyOf(first.size(), first.size().length + 1);
		size[size.length - 1] = files.size();
		order = PlaneOrder.of(first.axes() + "F", size);
		for (final Path file : files) {
			final Samples<?> next = image(file);
			height = Math.max(height, next.height());
			width = Math.max(width, next.width());
			final long[] planes = next.size();
			if (planes.length == first.size().length) for (final char axis : new char[] { 'X', 'Y' })
				planes[first.axes().indexOf(axis)] = first.size()[first.axes().indexOf(axis)];
			if (!next.type().equals(first.type()) || !next.axes().equals(first.axes()) || !Arrays.equals(planes, first.size()))
				throw new BadInput(file + " is " + next.describe() + ", and " + files.get(0) + " is " + first.describe() +
					"; one network is for images of one type and as many planes");
		}
	}

	private Samples<?> image(final Path file) {
		if (file.equals(open)) return image;
		try {
			image = Samples.open(file);
			open = file;
			return image;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e.getMessage(), e);
		}
	}

	/** The first of them. */
	Samples<?> first() {
		return first;
	}

	PlaneOrder order() {
		return order;
	}

	/** Rows of a plane, the most. */
	int height() {
		return height;
	}

	/** Columns of a plane, the most. */
	int width() {
		return width;
	}

	@Override
	public Plane read(final long[] position) {
		return image(files.get((int) position[position.length - 1])).read(Arrays.copyOf(position, position.length - 1));
	}

	/** Of a smaller image, what there is of it. */
	@Override
	public Plane read(final long[] position, final Window part) {
		final Plane plane = read(position);
		final int rows = Math.min(part.height(), plane.height);
		final int columns = Math.min(part.width(), plane.width);
		return plane.crop(new Window(Math.min(part.y(), plane.height - rows), Math.min(part.x(), plane.width - columns), rows,
			columns));
	}
}
