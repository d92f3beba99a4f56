package org.zeroshotsr.run;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Window;

/**
 * The planes of an ImgLib2 image.
 *
 * @param <T> pixel type
 */
public record ImageSource<T extends RealType<T>>(RandomAccessibleInterval<T> image, PlaneOrder order)
	implements PlaneSource
{

	@Override
	public Plane read(final long[] position) {
		return PlaneIO.read(image, order.x(), order.y(), order.samples(), position);
	}

	@Override
	public Plane read(final long[] position, final Window part) {
		return PlaneIO.read(image, order.x(), order.y(), order.samples(), position, part);
	}
}
