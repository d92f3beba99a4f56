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
package org.zeroshotsr.imagej;

import java.awt.Rectangle;
import java.util.Locale;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.plugin.RoiScaler;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;

/**
 * Makes the enlarged ImagePlus from the engine's result and the image it came from. What ImageJ's Image &gt; Scale
 * keeps is kept: title, order of channels, slices and frames, slice labels, look-up tables, display ranges, composite
 * mode and active channels, Info and other saved properties. The pixel size is divided by the factor and the origin
 * multiplied by it, overlays and the selection are scaled; units, frame interval and value calibration stay. Where a stack
 * grows along z its slices say where they lie, parts of the overlay go to the nearest of them, and the depth is divided, too.
 */
public final class Enlarged {

	private Enlarged() {}

	/**
	 * @param source the image that was enlarged; it is not changed
	 * @param box the part of it that was taken, or null for the whole
	 * @param result the engine's result, with the dimensions of {@link Pixels#of}, X and Y enlarged; arrays of a PlanarImg
	 *          are shared with the new image unless it is RGB
	 * @param factor how many times rows and columns grew
	 * @throws IllegalArgumentException if the number of planes is not that of {@code source}
	 */
	public static <T extends RealType<T> & NativeType<T>> ImagePlus of(final ImagePlus source, final Rectangle box,
		final RandomAccessibleInterval<T> result, final Factor factor)
	{
		return of(source, box, result, Growth.of(factor));
	}

	/** The same where a stack may have grown along z, too. */
	public static <T extends RealType<T> & NativeType<T>> ImagePlus of(final ImagePlus source, final Rectangle box,
		final RandomAccessibleInterval<T> result, final Growth growth)
	{
		return of(source, box, new ResultPlanes<>(result, Pixels.isColour(source)), growth);
	}

	/**
	 * All but the pixels: an image of as many planes, of a single pixel each.
	 *
	 * @param box the part of the source that was enlarged, or null for the whole
	 */
	static ImagePlus described(final ImagePlus source, final Rectangle box, final Growth growth) {
		return of(source, box, blankPlanes(source, growth), growth);
	}

	/** As many planes of the kind of pixels that an enlargement of {@code source} has, of a single pixel each. */
	static ImagePlus blank(final ImagePlus source, final double depth) {
		return described(source, null, new Growth(new Factor(1, 1), depth));
	}

	/** How many planes the result has. */
	public static int count(final ImagePlus source, final Growth growth) {
		return source.getStackSize() / source.getNSlices() * growth.slices(source.getNSlices());
	}

	private static Planes blankPlanes(final ImagePlus source, final Growth growth) {
		return new Planes() {

			@Override
			public int width() {
				return 1;
			}

			@Override
			public int height() {
				return 1;
			}

			@Override
			public int count() {
				return Enlarged.count(source, growth);
			}

			@Override
			public ImageProcessor get(final int i) {
				if (Pixels.isColour(source)) return new ColorProcessor(1, 1);
				return switch (Pixels.isInteger(source) ? 32 : source.getBitDepth()) {
					case 8 -> new ByteProcessor(1, 1);
					case 16 -> new ShortProcessor(1, 1);
					default -> new FloatProcessor(1, 1);
				};
			}
		};
	}

	/**
	 * A map of the result, in 32 bit.
	 *
	 * @param map as {@link #of}'s result; of colours one plane is made
	 */
	static ImagePlus map(final ImagePlus source, final Rectangle box, final PlanarImg<FloatType, ?> map, final Growth growth) {
		final int colours = Pixels.isColour(source) ? 3 : 1;
		final int width = Math.toIntExact(map.dimension(0));
		final int height = Math.toIntExact(map.dimension(1));
		final ImagePlus image = of(floats(source), box, new Planes() {

			@Override
			public int width() {
				return width;
			}

			@Override
			public int height() {
				return height;
			}

			@Override
			public int count() {
				return map.numSlices() / colours;
			}

			@Override
			public ImageProcessor get(final int i) {
				final Plane plane = new Plane(colours, height, width);
				for (int c = 0; c < colours; c++)
					System.arraycopy(((FloatArray) map.getPlane(colours * i + c)).getCurrentStorageArray(), 0, plane.data, c * width * height,
						width * height);
				return new FloatProcessor(width, height, plane.largest().data);
			}
		}, growth);
		image.resetDisplayRange();
		return image;
	}

	/** What a map of an enlargement belongs to: the image's planes in 32 bit, a single pixel each, without its colours. */
	static ImagePlus floats(final ImagePlus source) {
		final ImagePlus image = source.createImagePlus();
		image.setFileInfo(null);
		final ImageStack stack = new ImageStack(1, 1);
		for (int i = 1; i <= source.getStackSize(); i++)
			stack.addSlice(source.getStack().getSliceLabel(i), new float[1]);
		image.setStack(source.getTitle(), stack);
		final int[] sizes = source.getDimensions();
		image.setDimensions(sizes[2], sizes[3], sizes[4]);
		image.setOpenAsHyperStack(source.isHyperStack());
		image.getCalibration().setFunction(Calibration.NONE, null, "Gray Value");
		image.setOverlay(source.getOverlay());
		image.setRoi(source.getRoi());
		return image;
	}

	/** Planes of one size. */
	interface Planes {

		int width();

		int height();

		int count();

		/** Plane i, from 0. */
		ImageProcessor get(int i);
	}

	private static ImagePlus of(final ImagePlus source, final Rectangle box, final Planes planes, final Growth growth) {
		final Factor factor = growth.planes();
		final ImagePlus image = source.createImagePlus();
		image.setFileInfo(null); // it describes the source's file
		fill(image, source, planes, growth);
		final int[] sizes = source.getDimensions();
		image.setDimensions(sizes[2], growth.slices(sizes[3]), sizes[4]);
		calibrate(image, box, growth);
		final ImagePlus arranged = arranged(image, source);
		if (source.getOverlay() != null) {
			arranged.setOverlay(scaled(source, source.getOverlay(), box, growth));
			arranged.setHideOverlay(source.getHideOverlay());
		}
		final Roi roi = source.getRoi();
		// a rectangle that was taken is the whole image now
		if (roi != null && (box == null || roi.getType() != Roi.RECTANGLE)) arranged.setRoi(scaled(source, new Overlay((Roi) roi
			.clone()), box, growth).get(0));
		arranged.changes = true;
		return arranged;
	}

	/** Appends a line to what Image &gt; Show Info shows and a TIFF keeps. */
	public static void appendInfo(final ImagePlus image, final String record) {
		final String info = image.getInfoProperty();
		final String before = info == null || info.isEmpty() || info.endsWith("\n") ? info : info + "\n";
		image.setProperty("Info", (before == null ? "" : before) + record + "\n");
	}

	private static void fill(final ImagePlus image, final ImagePlus source, final Planes planes, final Growth growth) {
		final int count = count(source, growth);
		if (planes.count() != count) throw new IllegalArgumentException("the result has " + planes.count() +
			" planes, of the image it should come from there are " + count);
		final ImageProcessor shown = source.getProcessor();
		if (count == 1) {
			final ImageProcessor plane = planes.get(0);
			display(plane, shown, source);
			image.setProcessor(source.getTitle(), plane);
			return;
		}
		final ImageStack stack = new ImageStack(planes.width(), planes.height());
		for (int i = 0; i < count; i++)
			stack.addSlice(label(source, i, growth), planes.get(i).getPixels());
		if (!Pixels.isColour(source) && !Pixels.isInteger(source)) stack.setColorModel(shown.getColorModel());
		image.setStack(source.getTitle(), stack);
		display(image.getProcessor(), shown, source);
	}

	/** Of a plane, from 0: that of the one it lies in, with its place along z. */
	private static String label(final ImagePlus source, final int plane, final Growth growth) {
		if (growth.depth() == 1) return source.getStack().getSliceLabel(plane + 1);
		final int channels = source.getNChannels();
		final int slices = growth.slices(source.getNSlices());
		final int slice = plane / channels % slices;
		final String own = source.getStack().getSliceLabel(source.getStackIndex(plane % channels + 1, growth.from(slice, source
			.getNSlices()) + 1, plane / channels / slices + 1));
		final String place = "z " + String.format(Locale.ROOT, "%.4f", growth.place(slice)).replaceAll("\\.?0+$", "");
		if (own == null || own.isBlank()) return place;
		final int line = own.indexOf('\n');
		return line < 0 ? own + " (" + place + ")" : own.substring(0, line) + " (" + place + ")" + own.substring(line);
	}

	private static void display(final ImageProcessor plane, final ImageProcessor shown, final ImagePlus source) {
		if (Pixels.isColour(source) || source.isComposite()) return; // RGB has its colours, a composite its own tables
		if (Pixels.isInteger(source)) return; // of which the processor has a colour model like RGB's
		plane.setColorModel(shown.getColorModel());
		plane.setMinAndMax(shown.getMin(), shown.getMax());
	}

	private static ImagePlus arranged(final ImagePlus image, final ImagePlus source) {
		ImagePlus arranged = image;
		if (source.isComposite()) {
			final CompositeImage composite = new CompositeImage(image, ((CompositeImage) source).getMode());
			composite.copyLuts(source);
			arranged = composite;
		}
		if (source.isHyperStack()) arranged.setOpenAsHyperStack(true);
		return arranged;
	}

	private static void calibrate(final ImagePlus image, final Rectangle box, final Growth growth) {
		final Factor factor = growth.planes();
		final Calibration calibration = image.getCalibration();
		if (growth.depth() != 1) {
			calibration.pixelDepth /= growth.depth();
			// slices are counted from the middle of the first
			calibration.zOrigin = (calibration.zOrigin + 0.5) * growth.depth() - 0.5;
		}
		if (calibration.scaled()) {
			calibration.pixelWidth /= factor.columns();
			calibration.pixelHeight /= factor.rows();
		}
		// as in Image > Duplicate, an origin that was never set stays at the corner
		if (box != null && (calibration.xOrigin != 0 || calibration.yOrigin != 0)) {
			calibration.xOrigin -= box.x;
			calibration.yOrigin -= box.y;
		}
		calibration.xOrigin *= factor.columns();
		calibration.yOrigin *= factor.rows();
	}

	/** As Overlay.scale, which forgets the channel, slice and frame of its parts. */
	private static Overlay scaled(final ImagePlus source, final Overlay overlay, final Rectangle box, final Growth growth) {
		final Factor factor = growth.planes();
		final Overlay scaled = overlay.create();
		for (final Roi roi : (box == null ? overlay.duplicate() : overlay.crop(box)).toArray()) {
			final Roi grown = RoiScaler.scale(roi, factor.columns(), factor.rows(), false);
			if (roi.hasHyperStackPosition()) grown.setPosition(roi.getCPosition(), slice(roi.getZPosition(), growth), roi.getTPosition());
			else grown.setPosition(position(source, roi.getPosition(), growth));
			scaled.add(grown);
		}
		return scaled;
	}

	/** Of a slice, from 1; 0 for all. */
	private static int slice(final int slice, final Growth growth) {
		return slice == 0 ? 0 : growth.to(slice - 1) + 1;
	}

	/** Of a plane, from 1; 0 for all. */
	private static int position(final ImagePlus source, final int plane, final Growth growth) {
		if (plane == 0 || growth.depth() == 1) return plane;
		final int[] at = source.convertIndexToPosition(plane);
		final int slices = growth.slices(source.getNSlices());
		return ((at[2] - 1) * slices + slice(at[1], growth) - 1) * source.getNChannels() + at[0];
	}
}
