package org.zeroshotsr.imagej;

import java.awt.Rectangle;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import ij.ImagePlus;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.files.TiffOutput;
import org.zeroshotsr.files.TiffShape;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.run.PlaneSink;

/**
 * An enlarged image that goes into a file part by part, instead of being held in memory.
 *
 * @param <T> pixel type
 */
public final class ResultFile<T extends RealType<T> & NativeType<T>> implements PlaneSink, Closeable {

	private final ImagePlus source;
	private final Rectangle box;
	private final Factor factor;
	private final Path name;
	private final T type;
	private final boolean rgb;
	/** Of the axes behind X and Y (and S), the steps from plane to plane. */
	private final int[] strides;
	private final TiffOutput file;

	/**
	 * @param source the image that is enlarged
	 * @param box    the part of it that is, or null for the whole
	 * @param pixels what of it the engine takes
	 * @param part   the file while it is being written
	 * @param name   what it will be called
	 * @param resume whether {@code part} is there, and gone on with
	 * @throws IOException if it cannot be written or gone on with, or the disk has not enough space
	 */
	public ResultFile(final ImagePlus source, final Rectangle box, final Pixels<T> pixels, final Factor factor,
		final Path part, final Path name, final boolean resume) throws IOException
	{
		this.source = source;
		this.box = box;
		this.factor = factor;
		this.name = name;
		type = pixels.image().getType();
		rgb = pixels.axes().indexOf('S') >= 0;
		strides = strides(pixels);
		final TiffShape shape = shape(source, pixels, factor, name);
		file = resume ? TiffOutput.resume(part, shape) : TiffOutput.create(part, shape);
	}

	/** What the file will hold. */
	public static TiffShape shape(final ImagePlus source, final Pixels<?> pixels, final Factor factor, final Path name) {
		return TiffShape.of(Enlarged.blank(source), factor.width(Math.toIntExact(pixels.image().dimension(0))), factor.height(Math
			.toIntExact(pixels.image().dimension(1))), name);
	}

	private static int[] strides(final Pixels<?> pixels) {
		final int[] strides = new int[pixels.axes().length()];
		int stride = 1;
		for (int d = 2; d < strides.length; d++) {
			if (pixels.axes().charAt(d) == 'S') continue;
			strides[d] = stride;
			stride *= Math.toIntExact(pixels.image().dimension(d));
		}
		return strides;
	}

	@Override
	public long write(final long[] position, final int y, final int x, final Plane part) {
		final int plane = plane(position);
		final ArrayImg<T, ?> pixels = new ArrayImgFactory<>(type).create(part.width, part.height, part.channels);
		final long saturated = PlaneIO.write(part, pixels, 0, 1, 2, new long[3], 0, 0);
		final Object array = ((ArrayDataAccess<?>) pixels.update(null)).getCurrentStorageArray();
		try {
			file.write(plane, new Window(y, x, part.height, part.width), rgb ? colours((byte[]) array) : array);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(name + " cannot be written: " + e.getMessage(), e);
		}
		return saturated;
	}

	private int plane(final long[] position) {
		int plane = 0;
		for (int d = 2; d < strides.length; d++)
			plane += strides[d] * Math.toIntExact(position[d]);
		return plane;
	}

	/**
	 * Takes a plane from another such file.
	 *
	 * @throws IOException if the disk is full
	 */
	public void copy(final ResultFile<T> from, final long[] position) throws IOException {
		file.copy(from.file, plane(position));
	}

	/** Red, green and blue planes as ImageJ's colours. */
	private static int[] colours(final byte[] planes) {
		final int[] colours = new int[planes.length / 3];
		for (int i = 0; i < colours.length; i++)
			colours[i] = (planes[i] & 0xff) << 16 | (planes[colours.length + i] & 0xff) << 8 | planes[2 * colours.length + i] & 0xff;
		return colours;
	}

	/** Has on the disk what was written so far. */
	public void sync() throws IOException {
		file.sync();
	}

	/**
	 * Adds all that belongs to the pixels of the source, and one line on how the result was made.
	 *
	 * @throws IOException if the disk is full
	 */
	public void finish(final String record) throws IOException {
		final ImagePlus described = Enlarged.described(source, box, factor);
		Enlarged.appendInfo(described, record);
		file.finish(described, name);
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
