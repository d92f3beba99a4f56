package org.zeroshotsr.fiji;

import java.awt.Rectangle;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.imagej.Enlarged;
import org.zeroshotsr.imagej.PixelSize;
import org.zeroshotsr.imagej.Pixels;
import org.zeroshotsr.resize.Factor;

/**
 * A Dataset that Fiji shows as an ImagePlus. That is where it has its selection, overlay, look-up tables, display ranges,
 * slice labels and Info, which do not reach the Dataset; so it is read and written as the ImageJ plugin does it.
 *
 * @param <T> pixel type
 */
final class ImagePlusSource<T extends RealType<T> & NativeType<T>> implements Source<T, ImagePlus> {

	private final ImagePlus image;
	private final Rectangle box;
	private final Pixels<T> pixels;

	private ImagePlusSource(final ImagePlus image, final Rectangle box, final Pixels<T> pixels) {
		this.image = image;
		this.box = box;
		this.pixels = pixels;
	}

	/** The image, or the bounding box of its selection where that is an area. */
	static ImagePlusSource<?> of(final ImagePlus image) {
		final Roi roi = image.getRoi();
		final Rectangle box = roi == null || !roi.isArea() ? null : roi.getBounds().intersection(new Rectangle(image
			.getWidth(), image.getHeight()));
		if (box != null && box.isEmpty()) throw new IllegalArgumentException("the selection lies outside the image");
		return new ImagePlusSource<>(image, box, Pixels.of(image, box));
	}

	@Override
	public RandomAccessibleInterval<T> pixels() {
		return pixels.image();
	}

	@Override
	public String axes() {
		return pixels.rgb() ? pixels.axes().replace('C', 'S') : pixels.axes();
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
