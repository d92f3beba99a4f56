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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.plugin.Duplicator;
import ij.plugin.Scaler;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;

class EnlargedTest {

	private static final Factor DOUBLE = new Factor(2, 2);

	/** Every pixel repeated: what ImageJ's Scale does with interpolation=None at whole factors. */
	private static <T extends RealType<T> & NativeType<T>> PlanarImg<T, ?> repeated(
		final RandomAccessibleInterval<T> image, final int rows, final int columns)
	{
		final long[] sizes = image.dimensionsAsLongArray();
		sizes[0] *= columns;
		sizes[1] *= rows;
		final PlanarImg<T, ?> grown = new PlanarImgFactory<>(image.getType()).create(sizes);
		final RandomAccess<T> from = image.randomAccess();
		final var to = grown.localizingCursor();
		while (to.hasNext()) {
			to.fwd();
			from.setPosition(to);
			from.setPosition(to.getLongPosition(0) / columns, 0);
			from.setPosition(to.getLongPosition(1) / rows, 1);
			to.get().set(from.get());
		}
		return grown;
	}

	private static <T extends RealType<T> & NativeType<T>> ImagePlus enlarge(final ImagePlus source,
		final Rectangle box, final Pixels<T> pixels, final int rows, final int columns)
	{
		return Enlarged.of(source, box, repeated(pixels.image(), rows, columns), new Factor(rows, columns));
	}

	/** Two channels, three slices, two times, each slice three times. */
	@Test
	void whatGrowsAlongZ() {
		final ImagePlus source = IJ.createImage("cells", "16-bit composite", 8, 6, 2, 3, 2);
		for (int i = 1; i <= source.getStackSize(); i++)
			source.getStack().setSliceLabel(i == 3 ? null : i == 4 ? "four\nof a file" : "plane " + i, i);
		source.getCalibration().pixelDepth = 0.9;
		source.getCalibration().pixelWidth = 0.3;
		source.getCalibration().setUnit("micron");
		source.getCalibration().zOrigin = 1;
		final Overlay overlay = new Overlay();
		for (final int[] at : new int[][] { { 0, 2, 0 }, { 1, 1, 2 }, { 2, 3, 1 } }) {
			final Roi roi = new Roi(1, 1, 3, 2);
			roi.setPosition(at[0], at[1], at[2]);
			overlay.add(roi);
		}
		source.setOverlay(overlay);
		final RandomAccessibleInterval<?> pixels = Pixels.of(source).image();
		final ImagePlus made = deep(source, pixels, new Growth(DOUBLE, 3));
		assertArrayEquals(new int[] { 16, 12, 2, 9, 2 }, made.getDimensions());
		assertEquals(0.3, made.getCalibration().pixelDepth, 1e-12);
		assertEquals(0.15, made.getCalibration().pixelWidth, 1e-12);
		// the middle of the second slice is where it was
		assertEquals((1 - 1) * 0.9, (4 - made.getCalibration().zOrigin) * 0.3, 1e-12);
		assertEquals("plane 1 (z 0.6667)", made.getStack().getSliceLabel(made.getStackIndex(1, 1, 1)));
		assertEquals("plane 1 (z 1)", made.getStack().getSliceLabel(made.getStackIndex(1, 2, 1)));
		assertEquals("z 2.3333", made.getStack().getSliceLabel(made.getStackIndex(1, 6, 1)));
		assertEquals("four (z 2)\nof a file", made.getStack().getSliceLabel(made.getStackIndex(2, 5, 1)));
		assertEquals("plane 12 (z 3.3333)", made.getStack().getSliceLabel(made.getStackIndex(2, 9, 2)));
		final int[][] places = { { 0, 5, 0 }, { 1, 2, 2 }, { 2, 8, 1 } };
		for (int i = 0; i < places.length; i++)
			assertArrayEquals(places[i], new int[] { made.getOverlay().get(i).getCPosition(), made.getOverlay().get(i).getZPosition(), made
				.getOverlay().get(i).getTPosition() });
		// a plain stack counts its planes
		final ImagePlus plain = IJ.createImage("plain", "8-bit", 8, 6, 3);
		final Roi second = new Roi(0, 0, 2, 2);
		second.setPosition(2);
		plain.setOverlay(new Overlay(second));
		final ImagePlus deep = deep(plain, Pixels.of(plain).image(), new Growth(new Factor(1, 1), 4));
		assertEquals(12, deep.getStackSize());
		assertEquals(7, deep.getOverlay().get(0).getPosition());
		assertEquals("z 0.625", deep.getStack().getSliceLabel(1));
		assertTrue(deep.isStack() && deep.getNSlices() == 12);
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static ImagePlus deep(final ImagePlus source, final RandomAccessibleInterval image, final Growth growth) {
		final long[] size = image.dimensionsAsLongArray();
		size[0] = growth.planes().width((int) size[0]);
		size[1] = growth.planes().height((int) size[1]);
		final int z = Pixels.of(source).axes().indexOf('Z');
		size[z] = growth.slices((int) size[z]);
		return Enlarged.of(source, null, new PlanarImgFactory((NativeType) image.getType()).create(size), growth);
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void pixelsAreThoseOfImageJsScale(final int bits) {
		final ImagePlus source = Samples.stack(bits, 11, 7, 4);
		final Pixels<?> pixels = Pixels.of(source);
		assertEquals(bits == 24 ? "XYSZ" : "XYZ", pixels.axes());
		final ImagePlus grown = enlarge(source, null, pixels, 2, 3);
		final ImagePlus expected = Scaler.resize(source, 33, 14, 1, "none");
		assertEquals(bits, grown.getBitDepth());
		assertArrayEquals(expected.getDimensions(), grown.getDimensions());
		for (int i = 1; i <= 4; i++) {
			assertEquals("plane " + i, grown.getStack().getSliceLabel(i));
			assertArrayEquals(new Object[] { expected.getStack().getPixels(i) }, new Object[] { grown.getStack().getPixels(
				i) });
		}
	}

	@Test
	void axesAreThoseLongerThanOne() {
		assertEquals("XY", Pixels.of(new ImagePlus("", Samples.plane(16, 9, 8, 1))).axes());
		assertEquals("XYS", Pixels.of(new ImagePlus("", Samples.plane(24, 9, 8, 1))).axes());
		final ImagePlus movie = Samples.stack(16, 9, 8, 12);
		movie.setDimensions(2, 1, 6);
		final Pixels<?> pixels = Pixels.of(movie);
		assertEquals("XYCT", pixels.axes());
		assertArrayEquals(new long[] { 9, 8, 2, 6 }, pixels.image().dimensionsAsLongArray());
		assertEquals(movie.getStack().getProcessor(movie.getStackIndex(2, 1, 5)).getf(3, 4), pixels.image().getAt(3, 4, 1,
			4).getRealFloat());
		movie.setDimensions(2, 3, 2);
		assertEquals("XYCZT", Pixels.of(movie).axes());
	}

	@Test
	void coloursKeepTheirOrder() {
		final ImagePlus source = Samples.stack(24, 5, 4, 2);
		final RandomAccessibleInterval<? extends RealType<?>> image = Pixels.of(source).image();
		final int pixel = source.getStack().getProcessor(2).get(3, 1);
		assertEquals(pixel >> 16 & 255, image.getAt(3, 1, 0, 1).getRealDouble());
		assertEquals(pixel >> 8 & 255, image.getAt(3, 1, 1, 1).getRealDouble());
		assertEquals(pixel & 255, image.getAt(3, 1, 2, 1).getRealDouble());
	}

	@Test
	void aPaletteBecomesColoursWithANote(@TempDir final Path folder) throws Exception {
		final BufferedImage drawn = new BufferedImage(9, 8, BufferedImage.TYPE_BYTE_INDEXED);
		final Random random = new Random(1);
		for (int i = 0; i < 72; i++)
			drawn.getRaster().setSample(i % 9, i / 9, 0, random.nextInt(200));
		ImageIO.write(drawn, "png", folder.resolve("palette.png").toFile());
		final ImagePlus source = ImageFiles.open(folder.resolve("palette.png"));
		assertEquals(8, source.getBitDepth());
		final Pixels<?> pixels = Pixels.of(source);
		assertEquals("XYS", pixels.axes());
		assertEquals(1, pixels.notes().size());
		final ImagePlus same = enlarge(source, null, pixels, 1, 1);
		assertEquals(ImagePlus.COLOR_RGB, same.getType());
		for (int i = 0; i < 72; i++)
			assertEquals(drawn.getRGB(i % 9, i / 9), same.getProcessor().get(i) | 0xff000000);
	}

	@Test
	void aHyperstackComesOutAsFromImageJsScale() {
		final CompositeImage source = Samples.hyperstack();
		final CompositeImage grown = (CompositeImage) enlarge(source, null, Pixels.of(source), 2, 3);
		final ImagePlus scaled = scaledByImageJ(source, 2, 3);
		assertEquals("cells.tif", grown.getTitle());
		assertArrayEquals(scaled.getDimensions(), grown.getDimensions());
		assertTrue(grown.isHyperStack());
		sameCalibration(scaled.getCalibration(), grown.getCalibration());
		assertEquals(0.2 / 3, grown.getCalibration().pixelWidth, 1e-15);
		assertEquals(0.125, grown.getCalibration().pixelHeight);
		assertEquals(12, grown.getCalibration().xOrigin);
		assertEquals(6, grown.getCalibration().yOrigin);
		assertEquals(source.getInfoProperty(), grown.getInfoProperty());
		assertEquals("HeLa", grown.getProp("Sample"));
		assertEquals(CompositeImage.COMPOSITE, grown.getMode());
		assertTrue(grown.getActiveChannels()[0]);
		assertFalse(grown.getActiveChannels()[1]);
		for (int c = 1; c <= 2; c++) {
			assertArrayEquals(source.getChannelLut(c).getBytes(), grown.getChannelLut(c).getBytes());
			assertEquals(source.getChannelLut(c).min, grown.getChannelLut(c).min);
			assertEquals(source.getChannelLut(c).max, grown.getChannelLut(c).max);
		}
		sameOverlay(scaled.getOverlay(), grown.getOverlay());
		assertEquals(2, grown.getOverlay().get(1).getCPosition());
		assertEquals(3, grown.getOverlay().get(1).getZPosition());
		assertEquals(0.2, source.getCalibration().pixelWidth, "the source is not changed");
		assertEquals(new Rectangle(2, 3, 8, 6), source.getOverlay().get(0).getBounds());
	}

	@Test
	void aHyperstackSurvivesTheFileToo(@TempDir final Path folder) throws Exception {
		final CompositeImage source = Samples.hyperstack();
		final ImagePlus grown = enlarge(source, null, Pixels.of(source), 2, 2);
		Enlarged.appendInfo(grown, "RUN = version 1, seed 7");
		ImageFiles.save(grown, folder.resolve("x2.tif"));
		final CompositeImage back = (CompositeImage) ImageFiles.open(folder.resolve("x2.tif"));
		assertArrayEquals(new int[] { 40, 28, 2, 3, 1 }, back.getDimensions());
		sameCalibration(grown.getCalibration(), back.getCalibration());
		assertEquals("objective = 60x\nexposure = 20 ms\nRUN = version 1, seed 7\n", back.getInfoProperty());
		assertEquals("plane 6", back.getStack().getSliceLabel(6));
		assertEquals(60000, back.getChannelLut(2).max);
		assertArrayEquals(source.getChannelLut(1).getBytes(), back.getChannelLut(1).getBytes());
		assertEquals(new Rectangle(20, 8, 8, 8), back.getOverlay().get(1).getBounds());
		assertEquals(2, back.getOverlay().get(1).getCPosition());
	}

	@Test
	void ofASelectionTheBoundingBoxIsTaken() {
		final CompositeImage source = Samples.hyperstack();
		final Rectangle box = new Rectangle(6, 2, 9, 8);
		final Pixels<?> pixels = Pixels.of(source, box);
		assertEquals(source.getStack().getProcessor(3).getf(7, 4), pixels.image().getAt(1, 2, 0, 1).getRealFloat());
		final ImagePlus grown = enlarge(source, box, pixels, 2, 2);
		source.setRoi(box);
		final ImagePlus scaled = scaledByImageJ(source, 2, 2);
		assertArrayEquals(scaled.getDimensions(), grown.getDimensions());
		for (int i = 1; i <= 6; i++)
			assertArrayEquals((short[]) scaled.getStack().getPixels(i), (short[]) grown.getStack().getPixels(i));
		sameOverlay(scaled.getOverlay(), grown.getOverlay());
		assertEquals((4 - 6) * 2, grown.getCalibration().xOrigin);
		assertEquals((3 - 2) * 2, grown.getCalibration().yOrigin);
		assertThrows(IllegalArgumentException.class, () -> Pixels.of(source, new Rectangle(15, 2, 9, 8)));
	}

	@Test
	void aSinglePlaneKeepsItsTableRangeAndLabel() {
		for (final int bits : new int[] { 8, 16, 32 }) {
			final ImagePlus source = new ImagePlus("one", Samples.plane(bits, 10, 8, 2));
			source.setLut(Samples.lut(Color.orange, 0, 255));
			source.setDisplayRange(20, 130);
			source.setProp("Slice_Label", "depth 3");
			source.setProperty("Info", "gain = 2");
			final ImagePlus grown = enlarge(source, null, Pixels.of(source), 2, 2);
			assertEquals(source.getType(), grown.getType());
			assertEquals(20, grown.getDisplayRangeMin());
			assertEquals(130, grown.getDisplayRangeMax());
			assertArrayEquals(source.getProcessor().getLut().getBytes(), grown.getProcessor().getLut().getBytes());
			assertEquals("depth 3", grown.getProp("Slice_Label"));
			assertEquals("gain = 2", grown.getInfoProperty());
			assertEquals(1, grown.getCalibration().pixelWidth, "without a unit a pixel stays a pixel");
		}
	}

	@Test
	void signedValuesKeepTheirCalibration() {
		final ImagePlus source = new ImagePlus("ct", Samples.plane(16, 10, 8, 2));
		source.getCalibration().setSigned16BitCalibration();
		final ImagePlus grown = enlarge(source, null, Pixels.of(source), 2, 2);
		assertTrue(grown.getCalibration().isSigned16Bit());
		assertEquals(source.getProcessor().get(3, 4), grown.getProcessor().get(6, 8));
	}

	@Test
	void integersOf32BitsAreNumbersAndNotColours() {
		final int[] values = { -5, 2, 300, 70_000, 1 << 24, -(1 << 24), 7, 8, 9, 10, 11, 12 };
		final ImageStack stack = new ImageStack(4, 3);
		stack.setOptions("32-bit int");
		stack.addSlice(new IntProcessor(4, 3, values));
		stack.addSlice(new IntProcessor(4, 3, values.clone()));
		for (final ImagePlus source : List.of(new ImagePlus("one", new IntProcessor(4, 3, values)), new ImagePlus("two",
			stack)))
		{
			final Pixels<?> pixels = Pixels.of(source);
			assertTrue(pixels.image().getType() instanceof FloatType);
			assertEquals(source.getStackSize() == 1 ? "XY" : "XYZ", pixels.axes());
			assertEquals(1, pixels.notes().size());
			final ImagePlus large = enlarge(source, null, pixels, 2, 3);
			assertEquals(32, large.getBitDepth());
			for (int i = 1; i <= source.getStackSize(); i++)
				assertEquals(-(1 << 24), large.getStack().getProcessor(i).getf(3, 2));
			assertEquals(70_000, large.getStack().getProcessor(1).getf(11, 1));
			assertTrue(large.getProcessor().isGrayscale());
		}
	}

	@Test
	void arraysOfThePlanesAreShared() {
		final ImagePlus source = Samples.stack(16, 10, 8, 3);
		@SuppressWarnings("unchecked")
		final PlanarImg<?, ShortArray> image = (PlanarImg<?, ShortArray>) Pixels.of(source).image();
		assertSame(source.getStack().getPixels(2), image.getPlane(1).getCurrentStorageArray());
		final PlanarImg<?, ?> grown = grown(Pixels.of(source));
		final ImagePlus result = result(source, grown);
		assertSame(((ShortArray) grown.getPlane(2)).getCurrentStorageArray(), result.getStack().getPixels(3));
	}

	private static <T extends RealType<T> & NativeType<T>> PlanarImg<T, ?> grown(final Pixels<T> pixels) {
		return repeated(pixels.image(), 2, 2);
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static ImagePlus result(final ImagePlus source, final RandomAccessibleInterval<?> image) {
		return Enlarged.of(source, null, (RandomAccessibleInterval) image, DOUBLE);
	}

	@Test
	void otherImgLib2ImagesAreCopied() {
		final ImagePlus source = Samples.stack(16, 10, 8, 6);
		source.setDimensions(2, 3, 1);
		copied(source, Pixels.of(source));
	}

	private static <T extends RealType<T> & NativeType<T>> void copied(final ImagePlus source, final Pixels<T> pixels) {
		final PlanarImg<T, ?> planar = repeated(pixels.image(), 2, 2);
		final var array = new ArrayImgFactory<>(planar.getType()).create(planar);
		ImgUtil.copy(planar, array);
		final ImagePlus expected = Enlarged.of(source, null, planar, DOUBLE);
		for (final RandomAccessibleInterval<T> image : List.of(array, Views.translate(planar, 3, -2, 1, 5))) {
			final ImagePlus result = Enlarged.of(source, null, image, DOUBLE);
			for (int i = 1; i <= 6; i++) {
				assertNotSame(expected.getStack().getPixels(i), result.getStack().getPixels(i));
				assertArrayEquals((short[]) expected.getStack().getPixels(i), (short[]) result.getStack().getPixels(i));
			}
		}
		assertThrows(IllegalArgumentException.class, () -> Enlarged.of(source, null, Views.hyperSlice(planar, 3, 0),
			DOUBLE));
	}

	@Test
	void aPlaneIsReadWhenItIsTouched() {
		final List<Integer> read = new ArrayList<>();
		final ImagePlus source = new ImagePlus("lazy", new Samples.Planes(50) {

			@Override
			public ImageProcessor getProcessor(final int n) {
				read.add(n);
				return super.getProcessor(n);
			}
		});
		read.clear();
		final RandomAccessibleInterval<? extends RealType<?>> image = Pixels.of(source).image();
		assertEquals(List.of(), read);
		double sum = 0;
		for (int y = 0; y < 20; y++)
			for (int x = 0; x < 30; x++)
				sum += image.getAt(x, y, 17).getRealDouble() - Samples.plane(16, 30, 20, 18).get(x, y);
		assertEquals(0, sum);
		// ImgLib2 starts every access at the first plane, so that one is read too
		assertEquals(List.of(1, 18), read);
		Views.iterable(Views.hyperSlice(image, 2, 4)).forEach(value -> assertTrue(value.getRealDouble() >= 0));
		assertEquals(List.of(1, 18, 5), read);
	}

	/** Image &gt; Duplicate, where there is a selection, and then Image &gt; Scale. */
	private static ImagePlus scaledByImageJ(final ImagePlus source, final int rows, final int columns) {
		final ImagePlus part = source.getRoi() == null ? source : new Duplicator().run(source);
		part.deleteRoi();
		return Scaler.resize(part, part.getWidth() * columns, part.getHeight() * rows, 1, "none");
	}

	private static void sameCalibration(final Calibration expected, final Calibration actual) {
		assertTrue(Math.abs(expected.pixelWidth - actual.pixelWidth) < 1e-9, expected + " " + actual);
		assertTrue(Math.abs(expected.pixelHeight - actual.pixelHeight) < 1e-9, expected + " " + actual);
		assertEquals(expected.pixelDepth, actual.pixelDepth);
		assertEquals(expected.getUnit(), actual.getUnit());
		assertEquals(expected.frameInterval, actual.frameInterval);
		assertEquals(expected.xOrigin, actual.xOrigin);
		assertEquals(expected.yOrigin, actual.yOrigin);
		assertEquals(expected.zOrigin, actual.zOrigin);
	}

	private static void sameOverlay(final Overlay expected, final Overlay actual) {
		assertEquals(expected.size(), actual.size());
		for (int i = 0; i < expected.size(); i++) {
			assertEquals(expected.get(i).getBounds(), actual.get(i).getBounds());
			assertEquals(expected.get(i).getName(), actual.get(i).getName());
			assertEquals(expected.get(i).getStrokeColor(), actual.get(i).getStrokeColor());
		}
	}
}
