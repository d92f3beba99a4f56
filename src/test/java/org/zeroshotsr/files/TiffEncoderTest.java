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
package org.zeroshotsr.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.io.RoiEncoder;
import ij.io.TiffEncoder;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.LUT;

import org.zeroshotsr.imagej.Samples;

/** What ImageJ and we read of a file is what we read of the one that ImageJ writes. */
class TiffEncoderTest {

	/** Where pixels and directories lie is ours. */
	private static final Set<Integer> OURS = Set.of(273);

	@TempDir
	Path folder;

	private static ImagePlus plane(final int bits) {
		return new ImagePlus("plane of " + bits + " bits", Samples.plane(bits, 17, 13, bits));
	}

	static Stream<ImagePlus> images() {
		final List<ImagePlus> images = new ArrayList<>();
		for (final int bits : new int[] { 8, 16, 24, 32 }) {
			images.add(plane(bits));
			images.add(Samples.stack(bits, 15, 11, 4));
		}
		images.addAll(List.of(Samples.hyperstack(), colours(), inverted(8), inverted(16), signed(1), signed(3), function(),
			floatColours(), series(), new ImagePlus("virtual", new Samples.Planes(9)), marked()));
		final ImagePlus large = plane(32);
		large.getCalibration().pixelWidth = large.getCalibration().pixelHeight = 1e-9;
		large.getCalibration().setUnit("\u00b5m");
		images.add(large);
		return images.stream();
	}

	private static LUT fire() {
		final byte[] red = new byte[256];
		final byte[] green = new byte[256];
		for (int i = 0; i < 256; i++) {
			red[i] = (byte) i;
			green[i] = (byte) (i * i >> 8);
		}
		return new LUT(red, green, new byte[256]);
	}

	private static ImagePlus colours() {
		final ImagePlus image = plane(8);
		image.setTitle("palette");
		image.getProcessor().setColorModel(fire());
		return image;
	}

	private static ImagePlus floatColours() {
		final ImagePlus image = Samples.stack(32, 15, 11, 2);
		image.setLut(fire());
		image.setTitle("floats in colours");
		return image;
	}

	private static ImagePlus inverted(final int bits) {
		final ImagePlus image = plane(bits);
		image.setTitle("inverted " + bits);
		image.getProcessor().invertLut();
		return image;
	}

	private static ImagePlus signed(final int planes) {
		final ImagePlus image = Samples.stack(16, 15, 11, planes);
		image.setTitle("signed " + planes);
		image.getCalibration().setSigned16BitCalibration();
		return image;
	}

	private static ImagePlus function() {
		final ImagePlus image = plane(8);
		image.setTitle("optical density");
		image.getCalibration().setFunction(Calibration.POLY2, new double[] { 1, 0.5, 0.001 }, "OD");
		return image;
	}

	private static ImagePlus series() {
		final ImagePlus image = Samples.stack(8, 15, 11, 6);
		image.setTitle("series");
		image.setDimensions(1, 2, 3);
		image.setOpenAsHyperStack(true);
		image.getCalibration().frameInterval = 0.25;
		image.getCalibration().setTimeUnit("min");
		image.getCalibration().fps = 4;
		return image;
	}

	private static ImagePlus marked() {
		final ImagePlus image = new ImagePlus("marked", new ByteProcessor(30, 20));
		image.setRoi(new Roi(2, 3, 10, 9));
		final Overlay overlay = new Overlay();
		final Roi roi = new Roi(1, 1, 3, 3);
		roi.setName("nucleus");
		roi.setStrokeColor(Color.red);
		overlay.add(roi);
		image.setOverlay(overlay);
		image.setProp("Sample", "HeLa \u00e4");
		image.setProp("Slice_Label", "one \u03b2");
		image.setProperty("Info", "objective = 60x\nRUN Zero-Shot SR: \u00b5m");
		return image;
	}

	@ParameterizedTest
	@MethodSource("images")
	void isReadAsImageJsOwn(final ImagePlus image) throws IOException {
		final Path theirs = Files.createDirectory(folder.resolve("theirs")).resolve("image.tif");
		final Path ours = Files.createDirectory(folder.resolve("ours")).resolve("image.tif");
		final boolean before = Prefs.intelByteOrder;
		try {
			for (final boolean intel : new boolean[] { false, true }) {
				Prefs.intelByteOrder = intel;
				encode(image, theirs);
				ImageFiles.save(image, ours);
				assertEquals(tags(theirs), tags(ours));
				final Opener opener = new Opener();
				opener.setSilentMode(true);
				assertEquals(state(opener.openImage(theirs.toString())), state(opener.openImage(ours.toString())));
				assertEquals(state(ImageFiles.open(theirs)), state(ImageFiles.open(ours)));
				assertEquals(state(ImageFiles.open(theirs, 0)), state(ImageFiles.open(ours, 0)));
				assertPixels(image, opener.openImage(ours.toString()));
				assertPixels(image, ImageFiles.open(ours));
				big(image, ours);
			}
		}
		finally {
			Prefs.intelByteOrder = before;
		}
	}

	/** The same as a BigTIFF, which ImageJ itself cannot open. */
	private void big(final ImagePlus image, final Path classic) throws IOException {
		final Path file = Files.createDirectories(folder.resolve("big")).resolve("image.tif");
		try (TiffOutput output = TiffOutput.create(file, TiffShape.of(image, image.getWidth(), image.getHeight(), file))) {
			for (int i = 0; i < image.getStackSize(); i++)
				output.write(i, 0, 0, image.getStack().getProcessor(i + 1));
			output.finish(image, file, true);
		}
		try (TiffInput in = new TiffInput(file)) {
			assertTrue(in.big());
		}
		assertEquals(state(ImageFiles.open(classic)), state(ImageFiles.open(file)));
		assertEquals(state(ImageFiles.open(classic, 0)), state(ImageFiles.open(file, 0)));
		assertPixels(image, ImageFiles.open(file));
	}

	private static void assertPixels(final ImagePlus image, final ImagePlus back) {
		assertEquals(image.getStackSize(), back.getStackSize());
		for (int i = 1; i <= image.getStackSize(); i++)
			assertArrayEquals(new Object[] { image.getStack().getPixels(i) }, new Object[] { back.getStack().getPixels(i) });
	}

	/** All that was found, in a form that can be compared and read. */
	private static Map<String, String> state(final ImagePlus image) {
		final Map<String, String> state = new LinkedHashMap<>();
		final Calibration c = image.getCalibration();
		state.put("title", image.getTitle());
		state.put("type", image.getClass().getSimpleName() + image.getType() + Arrays.toString(image.getDimensions()) + image
			.getOpenAsHyperStack());
		state.put("calibration", c.toString() + c.xOrigin + " " + c.yOrigin + " " + c.zOrigin + " " + c.getTimeUnit() + c
			.frameInterval + " " + c.fps + c.loop);
		state.put("function", c.getFunction() + Arrays.toString(c.getCoefficients()) + c.getValueUnit() + c.zeroClip());
		state.put("info", image.getInfoProperty());
		state.put("properties", Arrays.toString(image.getPropertiesAsArray()));
		final StringBuilder labels = new StringBuilder();
		for (int i = 1; i <= image.getStackSize(); i++)
			labels.append(image.getStack().getSliceLabel(i)).append('|');
		state.put("labels", labels.toString());
		state.put("range", image.getDisplayRangeMin() + " " + image.getDisplayRangeMax());
		state.put("roi", image.getRoi() == null ? null : Arrays.toString(RoiEncoder.saveAsByteArray(image.getRoi())));
		state.put("overlay", image.getOverlay() == null ? null : Arrays.deepToString(FileSaver.getOverlay(image)));
		if (image.getProcessor().getColorModel() instanceof IndexColorModel colours) state.put("colours", colours(colours));
		if (image instanceof CompositeImage composite) {
			state.put("mode", composite.getMode() + Arrays.toString(composite.getActiveChannels()));
			for (int i = 1; i <= image.getNChannels(); i++)
				state.put("channel " + i, composite.getChannelLut(i).min + " " + composite.getChannelLut(i).max + colours(composite
					.getChannelLut(i)));
		}
		return state;
	}

	private static String colours(final IndexColorModel colours) {
		final int[] rgb = new int[colours.getMapSize()];
		colours.getRGBs(rgb);
		return Arrays.toString(rgb);
	}

	/** Tags of all directories, of which there is one for each plane. */
	private static List<Map<Integer, String>> tags(final Path file) throws IOException {
		final List<Map<Integer, String>> all = new ArrayList<>();
		try (TiffInput in = new TiffInput(file)) {
			for (final TiffDirectory page : TiffDirectory.all(in)) {
				final Map<Integer, String> tags = new LinkedHashMap<>();
				for (int tag = 254; tag < 65536; tag++)
					if (page.has(in, tag) && !OURS.contains(tag)) {
						final TiffDirectory.Field field = page.field(in, tag);
						tags.put(tag, field.type() + " " + Arrays.toString(field.bytes()));
					}
				all.add(tags);
			}
		}
		return all;
	}

	/** As ImageJ's Save does. */
	private static void encode(final ImagePlus image, final Path file) throws IOException {
		final FileInfo info = TiffTags.info(image);
		if (image.getStack().isVirtual()) info.virtualStack = (ij.VirtualStack) image.getStack();
		try (OutputStream out = Files.newOutputStream(file)) {
			new TiffEncoder(info).write(out);
		}
	}
}
