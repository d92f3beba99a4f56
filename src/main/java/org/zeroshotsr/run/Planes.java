package org.zeroshotsr.run;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.PlaneOrder;

/**
 * An image as the engine takes it: its planes, one at a time, wherever they come from.
 *
 * @param source where they do
 * @param order  in which they are done
 * @param size   of each axis
 * @param type   of the samples
 */
public record Planes(PlaneSource source, PlaneOrder order, long[] size, RealType<?> type) {

	/** Those of an ImgLib2 image. */
	public static <T extends RealType<T>> Planes of(final RandomAccessibleInterval<T> image, final String axes) {
		final PlaneOrder order = PlaneOrder.of(axes, image.dimensionsAsLongArray());
		return new Planes(new ImageSource<>(image, order), order, image.dimensionsAsLongArray(), image.getType());
	}

	/** Samples of a plane above which parts of it are asked for, never the whole. */
	public static final long MOST = Bricks.MOST;

	/** Rows of a plane. */
	public int height() {
		return Math.toIntExact(size[order.y()]);
	}

	/** Columns of a plane. */
	public int width() {
		return Math.toIntExact(size[order.x()]);
	}

	/** Merged colours of a plane, 1 or 3. */
	public int channels() {
		return order.samples() < 0 ? 1 : Math.toIntExact(size[order.samples()]);
	}
}
