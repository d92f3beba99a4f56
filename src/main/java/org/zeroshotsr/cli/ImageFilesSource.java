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
import org.zeroshotsr.run.Planes;

/** The planes of several image files of one kind, of which one is open at a time; the last axis, F, counts them. */
final class ImageFilesSource implements PlaneSource {

	private final List<Path> files;
	private final Samples<?> first;
	private final Planes images;
	private Path open;
	private Samples<?> image;

	/** @throws BadInput where a file cannot be read, or is of another kind than the first */
	ImageFilesSource(final List<Path> files) {
		this.files = files;
		first = image(files.get(0));
		final long[] size = Arrays.copyOf(first.size(), first.size().length + 1);
		final int x = first.axes().indexOf('X');
		final int y = first.axes().indexOf('Y');
		for (final Path file : files) {
			final Samples<?> next = image(file);
			final long[] planes = next.size();
			if (next.axes().equals(first.axes())) {
				size[x] = Math.max(size[x], planes[x]);
				size[y] = Math.max(size[y], planes[y]);
				planes[x] = first.size()[x];
				planes[y] = first.size()[y];
			}
			if (!next.type().equals(first.type()) || !Arrays.equals(planes, first.size()))
				throw new BadInput(file + " is " + next.describe() + ", and " + files.get(0) + " is " + first.describe() +
					"; one network is for images of one type and as many planes");
		}
		size[size.length - 1] = files.size();
		images = new Planes(this, PlaneOrder.of(first.axes() + "F", size), size, first.image().getType());
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

	/** All of them. */
	Planes images() {
		return images;
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
