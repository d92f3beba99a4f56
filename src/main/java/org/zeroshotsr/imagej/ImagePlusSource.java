package org.zeroshotsr.imagej;

import java.awt.Rectangle;
import java.util.List;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.resize.Factor;

/**
 * What ImageJ shows: an image, or the bounding box of its selection where that is an area.
 *
 * @param <T> pixel type
 */
public final class ImagePlusSource<T extends RealType<T> & NativeType<T>> implements Source<T, ImagePlus> {

	private final ImagePlus image;
	private final Rectangle box;
	private final Pixels<T> pixels;

	private ImagePlusSource(final ImagePlus image, final Rectangle box, final Pixels<T> pixels) {
		this.image = image;
		this.box = box;
		this.pixels = pixels;
	}

	/** @throws IllegalArgumentException if the selection lies outside the image */
	public static ImagePlusSource<?> of(final ImagePlus image) {
		final Rectangle box = Pixels.box(image);
		return new ImagePlusSource<>(image, box, Pixels.of(image, box));
	}

	@Override
	public RandomAccessibleInterval<T> pixels() {
		return pixels.image();
	}

	@Override
	public String axes() {
		return pixels.axes();
	}

	@Override
	public PixelSize pixelSize() {
		return PixelSize.of(image);
	}

	@Override
	public List<String> notes() {
		return pixels.notes();
	}

	@Override
	public String title() {
		return image.getTitle();
	}

	@Override
	public ImagePlus enlarged(final PlanarImg<T, ?> result, final Factor factor, final String title,
		final String record)
	{
		final ImagePlus large = Enlarged.of(image, box, result, factor);
		large.setTitle(title);
		if (record != null) Enlarged.appendInfo(large, record);
		return large;
	}
}
