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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.files.TiffOutput;
import org.zeroshotsr.files.TiffShape;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.run.Checkpoint;
import org.zeroshotsr.run.LocalEngine;
import org.zeroshotsr.zarr.ZarrAxis;
import org.zeroshotsr.zarr.ZarrChannel;
import org.zeroshotsr.zarr.ZarrImage;
import org.zeroshotsr.zarr.ZarrInfo;
import org.zeroshotsr.zarr.ZarrType;
import org.zeroshotsr.zarr.ZarrWriter;

class ImageInputTest {

	@TempDir
	private Path folder;

	private static ImageProcessor plane(final int bits, final long seed) {
		final Random random = new Random(seed);
		final int width = 47;
		final int height = 36;
		final ImageProcessor plane = switch (bits) {
			case 8 -> new ByteProcessor(width, height);
			case 16 -> new ShortProcessor(width, height);
			case 24 -> new ColorProcessor(width, height);
			default -> new FloatProcessor(width, height);
		};
		for (int i = 0; i < width * height; i++)
			if (bits == 32) plane.setf(i, random.nextFloat());
			else plane.set(i, bits == 24 ? random.nextInt(1 << 24) : random.nextInt(1 << bits - 1));
		return plane;
	}

	private Path stack(final int bits, final String name) throws IOException {
		final ImageStack stack = new ImageStack(47, 36);
		for (int i = 0; i < 6; i++)
			stack.addSlice("plane " + i, plane(bits, i));
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setDimensions(bits == 24 ? 1 : 2, bits == 24 ? 6 : 3, 1);
		image.setOpenAsHyperStack(true);
		image.getCalibration().setUnit("micron");
		image.getCalibration().pixelWidth = 0.3;
		image.setProperty("Info", "what it is\n");
		image.setOverlay(new Overlay(new OvalRoi(20, 10, 9, 8)));
		image.setDisplayRange(3, 90);
		final Path file = folder.resolve(name);
		ImageFiles.save(image, file);
		return file;
	}

	private static Options quick() {
		Options options = Options.defaults();
		for (final String option : "stack=independent steps=2 depth=3 width=8 crop=16 ensemble=1 device=cpu noise=none".split(" "))
			options = options.with(Option.of(option.split("=")[0]), option.split("=")[1]);
		return options;
	}

	private byte[] enlarged(final ImageInput input, final Path name) throws IOException {
		try (ResultFile result = new ResultFile(input.image(), null, input.planes(), Growth.of(new Factor(2, 2)), name, name, false)) {
			result.finish(ZeroShotSR.upscale(input.planes(), quick(), result, Checkpoint.NONE, Progress.NONE, LocalEngine::new));
		}
		return Files.readAllBytes(name);
	}

	/** Planes over a limit are read in windows, and nothing else is another. */
	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 24, 32 })
	void aLargeTiffIsReadInWindows(final int bits) throws IOException {
		final Path file = stack(bits, "in.tif");
		final int samples = 36 * 47 * (bits == 24 ? 3 : 1);
		final ImageInput whole = ImageInput.read(file, samples);
		final ImageInput large = ImageInput.read(file, samples - 1);
		assertFalse(whole.large());
		assertTrue(large.large());
		assertPlanes(whole, large);
		assertArrayEquals(enlarged(whole, folder.resolve("whole.tif")), enlarged(large, folder.resolve("large.tif")));
	}

	private static void assertPlanes(final ImageInput whole, final ImageInput large) {
		assertEquals(whole.planes().order().axes(), large.planes().order().axes());
		assertArrayEquals(whole.planes().size(), large.planes().size());
		assertEquals(whole.planes().type().getClass(), large.planes().type().getClass());
		assertEquals(whole.notes(), large.notes());
		final Random random = new Random(5);
		for (final long[] position : whole.planes().order().planes()) {
			final Plane plane = whole.planes().source().read(position);
			assertArrayEquals(plane.data, large.planes().source().read(position).data);
			final Window part = new Window(random.nextInt(20), random.nextInt(20), 1 + random.nextInt(16), 1 + random.nextInt(27));
			assertArrayEquals(plane.crop(part).data, large.planes().source().read(position, part).data);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void aLargeZarrIsReadInWindows(final int bits) throws IOException {
		final ImageInput in = ImageInput.read(stack(bits, "in.tif"));
		final Path zarr = folder.resolve("in.zarr");
		try (ResultZarr out = ResultZarr.of(in, Growth.of(new Factor(1, 1)), zarr, zarr, ResultZarr.Begin.AGAIN)) {
			for (final long[] position : in.planes().order().planes())
				out.write(position, 0, 0, in.planes().source().read(position));
		}
		final ImageInput large = ImageInput.read(zarr, 1000);
		assertTrue(large.large());
		assertPlanes(in, large);
		assertArrayEquals(enlarged(ImageInput.read(zarr), folder.resolve("whole.tif")), enlarged(large, folder.resolve(
			"large.tif")));
	}

	/** ImageJ has no signed bytes: they are 16 bit, and none is changed. */
	@Test
	void signedBytesAreOf16Bit() throws IOException {
		final Path zarr = folder.resolve("in.zarr");
		final ZarrInfo info = new ZarrInfo("", List.of(ZarrAxis.of('X', 16), ZarrAxis.of('Y', 16)), List.of());
		final Plane plane = new Plane(1, 16, 16);
		for (int i = 0; i < 256; i++)
			plane.data[i] = i - 128;
		try (ZarrWriter out = ZarrWriter.create(zarr, info, ZarrType.INT8, false)) {
			out.write(new long[2], 0, 0, plane);
		}
		final ImageInput input = ImageInput.read(zarr);
		assertTrue(input.notes().get(0).contains("signed 8-bit"), input.notes().toString());
		assertTrue(input.image().getCalibration().isSigned16Bit());
		final Plane read = input.planes().source().read(new long[2]);
		for (int i = 0; i < 256; i++)
			assertEquals(i - 128 + 32768, read.data[i]);
		final Path same = folder.resolve("out.zarr");
		try (ResultZarr out = ResultZarr.of(input, Growth.of(new Factor(1, 1)), same, same, ResultZarr.Begin.AGAIN)) {
			assertEquals(0, out.write(new long[2], 0, 0, read));
			read.data[0] = -0.4f;
			read.data[1] = 65536;
			assertEquals(1, out.write(new long[2], 0, 0, read));
		}
		final ZarrImage written = ZarrImage.open(same);
		assertEquals(ZarrType.INT16, written.type());
		plane.data[0] = -32768;
		plane.data[1] = 32767;
		assertArrayEquals(plane.data, written.read(new long[2]).data);
	}

	/** Others' images have five axes, whatever is in them, and in an order of their own. */
	@Test
	void axesOfAZarrStayAsTheyAre() throws IOException {
		final Path zarr = folder.resolve("in.zarr");
		final ZarrInfo info = new ZarrInfo("", List.of(new ZarrAxis('X', 16, 0.5, 7, "nanometer"), ZarrAxis.of('Y', 12), ZarrAxis.of(
			'Z', 1), ZarrAxis.of('C', 1), new ZarrAxis('T', 3, 2, 0, "minute")), List.of(new ZarrChannel("GFP", 0xff00, 1, 9)));
		try (ZarrWriter out = ZarrWriter.create(zarr, info, ZarrType.UINT16, false)) {
			for (int t = 0; t < 3; t++)
				out.write(new long[] { 0, 0, 0, 0, t }, 0, 0, new Plane(1, 12, 16));
		}
		final ImageInput input = ImageInput.read(zarr);
		assertEquals("XYT", input.planes().order().axes());
		assertEquals(List.of(0.5, -14.0, 2.0), List.of(input.image().getCalibration().pixelWidth, input.image()
			.getCalibration().xOrigin, input.image().getCalibration().frameInterval));
		assertEquals(List.of("nm", "minute"), List.of(input.image().getCalibration().getXUnit(), input.image().getCalibration()
			.getTimeUnit()));
		final Path same = folder.resolve("out.zarr");
		try (ResultZarr out = ResultZarr.of(input, Growth.of(new Factor(2, 2)), same, same, ResultZarr.Begin.AGAIN)) {
			final Plane plane = new Plane(1, 24, 32);
			plane.data[5] = 9;
			out.write(new long[] { 0, 0, 2 }, 0, 0, plane);
		}
		final ZarrImage written = ZarrImage.open(same);
		assertEquals("XYZCT", written.info().letters());
		assertEquals(info.enlarged(2, 2, 24, 32), written.info());
		assertEquals(9, written.read(new long[] { 0, 0, 0, 0, 2 }).data[5]);
	}

	/** A file with holes, of which nearly nothing is on the disk. */
	@Test
	void planesOfMorePixelsThanAnArray() throws IOException {
		final Path file = folder.resolve("slide.tif");
		final int side = 46400;
		final ImagePlus pixel = new ImagePlus("slide", new ByteProcessor(1, 1));
		pixel.getCalibration().setUnit("micron");
		pixel.getCalibration().pixelWidth = 0.25;
		final Plane corner = new Plane(1, 2, 3, new float[] { 1, 2, 3, 4, 5, 6 });
		try (TiffOutput out = TiffOutput.create(file, new TiffShape(side, side, 1, TiffShape.Kind.GREY8))) {
			out.write(0, new Window(side - 2, side - 3, 2, 3), new byte[] { 1, 2, 3, 4, 5, 6 });
			out.finish(pixel, file);
		}
		final ImageInput input = ImageInput.read(file);
		assertTrue(input.large());
		assertNull(input.zarr());
		assertArrayEquals(new long[] { side, side }, input.planes().size());
		assertEquals(0.25, input.image().getCalibration().pixelWidth);
		assertArrayEquals(corner.data, input.planes().source().read(new long[2], new Window(side - 2, side - 3, 2, 3)).data);
		ZeroShotSR.check(input.planes(), quick(), List.of(), LocalEngine::new);
		final Path result = folder.resolve("result.tif");
		try (ResultFile out = new ResultFile(input.image(), null, input.planes(), Growth.of(new Factor(1, 1)), result, result, false)) {
			out.write(new long[2], side - 2, side - 3, corner);
		}
		assertEquals(16 + (long) side * side, Files.size(result));
		final Path zarr = folder.resolve("slide.zarr");
		try (ResultZarr out = ResultZarr.of(input, Growth.of(new Factor(1, 1)), zarr, zarr, ResultZarr.Begin.AGAIN)) {
			assertFalse(out.isWhole(new long[2]));
		}
		final ImageInput from = ImageInput.read(zarr);
		assertArrayEquals(new long[] { side, side }, from.planes().size());
		assertEquals(0, from.planes().source().read(new long[2], new Window(side - 2, side - 3, 2, 3)).data[5]);
		assertTrue(assertThrows(IOException.class, () -> ImageInput.readWhole(zarr)).getMessage().contains("too large"));
	}
}
