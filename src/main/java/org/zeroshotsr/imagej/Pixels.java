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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.NativeImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;
import net.imglib2.view.Views;

import org.zeroshotsr.image.BadInput;

/**
 * An ImagePlus as the engine takes it. The dimensions are X and Y, and then those of channel, slice and frame that are
 * longer than one: a single plane is "XY", a two-channel z-stack "XYCZ". 24-bit RGB becomes 8-bit with an S of three
 * (red, green, blue), and an RGB stack's own channels, if it has any, count as slices. 8 and 16-bit values are the raw,
 * unsigned ones: a signed 16-bit image keeps its offset of 32768, which its calibration function takes away. 32-bit integers
 * become floats. Planes of
 * the ImagePlus are read when they are touched (the first one always: there ImgLib2 starts), and grey ones are shared,
 * not copied.
 *
 * @param <T> UnsignedByteType, UnsignedShortType or FloatType
 * @param image the samples
 * @param axes one letter for each dimension of {@code image}, from X, Y, C or S, Z, T
 * @param notes what the user should know about the conversion; mostly empty
 */
public record Pixels<T extends RealType<T> & NativeType<T>>(RandomAccessibleInterval<T> image, String axes,
	List<String> notes)
{

	/**
	 * What is taken of an image: the bounding box of its selection, as far as that lies inside.
	 *
	 * @return null for the whole, where there is no selection or one that is no area
	 * @throws IllegalArgumentException if the selection lies outside the image
	 */
	public static Rectangle box(final ImagePlus source) {
		final Roi roi = source.getRoi();
		if (roi == null || !roi.isArea()) return null;
		final Rectangle box = roi.getBounds().intersection(new Rectangle(source.getWidth(), source.getHeight()));
		if (box.isEmpty()) throw new BadInput("the selection lies outside the image");
		return box;
	}

	/** The whole of an ImagePlus. */
	public static Pixels<?> of(final ImagePlus source) {
		return of(source, null);
	}

	/**
	 * The part of an ImagePlus inside a rectangle, in all planes.
	 *
	 * @param box in pixels, or null for the whole; as in Image &gt; Scale, the bounding box of the selection
	 * @throws IllegalArgumentException if {@code box} is not inside the image
	 */
	public static Pixels<?> of(final ImagePlus source, final Rectangle box) {
		if (box != null && !new Rectangle(source.getWidth(), source.getHeight()).contains(box))
			throw new BadInput("the selection " + box.width + " x " + box.height + " at " + box.x + ", " +
				box.y + " is not inside the image of " + source.getWidth() + " x " + source.getHeight() + " pixels");
		if (isColour(source)) return of(source, box, new UnsignedByteType(), Pixels::colours);
		if (isInteger(source)) return of(source, box, new FloatType(), plane -> List.of(new FloatArray(floats((int[]) plane
			.getPixels()))));
		return switch (source.getBitDepth()) {
			case 8 -> of(source, box, new UnsignedByteType(), plane -> List.of(new ByteArray((byte[]) plane
				.getPixels())));
			case 16 -> of(source, box, new UnsignedShortType(), plane -> List.of(new ShortArray(
				(short[]) plane.getPixels())));
			default -> of(source, box, new FloatType(), plane -> List.of(new FloatArray((float[]) plane
				.getPixels())));
		};
	}

	/** Whether the engine sees, and gives back, this image as 8-bit red, green and blue. */
	static boolean isColour(final ImagePlus source) {
		return source.getType() == ImagePlus.COLOR_RGB && !isInteger(source) || isPalette(source);
	}

	/** Whether an image that ImageJ takes for RGB holds signed 32-bit integers. */
	static boolean isInteger(final ImagePlus source) {
		return source.getType() == ImagePlus.COLOR_RGB && (source.getStackSize() == 1 ? source.getProcessor() : source
			.getStack().getProcessor(1)) instanceof IntProcessor;
	}

	private static float[] floats(final int[] integers) {
		final float[] floats = new float[integers.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = integers[i];
		return floats;
	}

	/** Whether the values are indices of unrelated colours, by ImageJ's own test, and not a look-up table's grey levels. */
	private static boolean isPalette(final ImagePlus source) {
		if (source.getBitDepth() != 8 || source.isComposite()) return false;
		final ImageProcessor plane = source.getProcessor();
		return source.getType() == ImagePlus.COLOR_256 || plane.isColorLut() && !plane.isPseudoColorLut();
	}

	private static List<ByteArray> colours(final ImageProcessor plane) {
		final ColorProcessor colour = plane.convertToColorProcessor();
		final List<ByteArray> planes = new ArrayList<>();
		for (int c = 1; c <= 3; c++)
			planes.add(new ByteArray(colour.getChannel(c)));
		return planes;
	}

	private static <T extends RealType<T> & NativeType<T>, A extends ArrayDataAccess<A>> Pixels<T> of(
		final ImagePlus source, final Rectangle box, final T type, final Function<ImageProcessor, List<A>> convert)
	{
		final boolean colour = isColour(source);
		final int reads = source.getStackSize();
		final StringBuilder axes = new StringBuilder("XY");
		final LongStream.Builder sizes = LongStream.builder().add(source.getWidth()).add(source.getHeight());
		final int[] lengths = colour ? new int[] { 3, source.getNChannels() * source.getNSlices(), source.getNFrames() }
			: new int[] { source.getNChannels(), source.getNSlices(), source.getNFrames() };
		for (int i = 0; i < 3; i++) {
			if (lengths[i] == 1) continue;
			axes.append((colour ? "SZT" : "CZT").charAt(i));
			sizes.add(lengths[i]);
		}
		// a single image has no stack, and asking for one would give it a label made from its Info
		final LazyPlanes<A> planes = new LazyPlanes<>(colour ? 3 * reads : reads, colour ? 3 : 1, i -> convert.apply(
			reads == 1 ? source.getProcessor() : source.getStack().getProcessor(i + 1)));
		final PlanarImg<T, A> image = new PlanarImg<>(planes, sizes.build().toArray(), new Fraction());
		link(image, type);
		final List<String> notes = isPalette(source) ? List.of("the image has a colour palette; it was converted to RGB")
			: isInteger(source) ? List.of("the image has 32-bit integers; they were converted to 32-bit floating-point numbers, " +
				"which are exact up to 16777216") : List.of();
		return new Pixels<>(box == null ? image : crop(image, box), axes.toString(), notes);
	}

	@SuppressWarnings("unchecked")
	private static <T extends RealType<T> & NativeType<T>, A> void link(final PlanarImg<T, ?> image, final T type) {
		final NativeTypeFactory<T, A> factory = (NativeTypeFactory<T, A>) type
			.getNativeTypeFactory();
		image.setLinkedType(factory.createLinkedType((NativeImg<T, A>) image));
	}

	private static <T> RandomAccessibleInterval<T> crop(final RandomAccessibleInterval<T> image, final Rectangle box) {
		final long[] min = image.minAsLongArray();
		final long[] max = image.maxAsLongArray();
		min[0] = box.x;
		min[1] = box.y;
		max[0] = box.x + box.width - 1L;
		max[1] = box.y + box.height - 1L;
		return Views.zeroMin(Views.interval(image, min, max));
	}
}
