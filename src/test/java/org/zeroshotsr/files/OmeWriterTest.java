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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.Prefs;
import ij.measure.Calibration;
import ij.process.LUT;

import org.zeroshotsr.imagej.Samples;

/** What is written as OME-TIFF: valid, read back the same, and read right by others. */
class OmeWriterTest {

	@TempDir
	Path folder;

	private ImagePlus there(final ImagePlus image) throws IOException {
		ImageFiles.save(image, folder.resolve("out.ome.tif"));
		return ImageFiles.open(folder.resolve("out.ome.tif"));
	}

	private Element xml() throws Exception {
		try (TiffFile tiff = new TiffFile(folder.resolve("out.ome.tif"))) {
			return Xml.root(tiff.description());
		}
	}

	/** The file without ImageJ's own tags, as other programs leave it that copy the description. */
	private ImagePlus withoutImageJ() throws IOException {
		final Path file = folder.resolve("out.ome.tif");
		final byte[] bytes = Files.readAllBytes(file);
		final ByteBuffer tiff = ByteBuffer.wrap(bytes).order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int hidden = 0;
		final int start = tiff.getInt(4) + 2;
		for (int i = start; i < start + 12 * tiff.getShort(start - 2); i += 12)
			if ((tiff.getShort(i) & 0xfffe) == 50838) {
				tiff.putShort(i, (short) (60000 + hidden)); // a private tag of somebody's
				hidden++;
			}
		assertEquals(2, hidden);
		Files.write(file, bytes);
		return ImageFiles.open(file);
	}

	/** As it comes back from ImageJ's own TIFF. */
	@ParameterizedTest
	@ValueSource(ints = { CompositeImage.COMPOSITE, CompositeImage.COLOR, CompositeImage.GRAYSCALE })
	void whatImageJKnowsComesBack(final int mode) throws IOException {
		final CompositeImage image = Samples.hyperstack();
		image.setMode(mode);
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 5, 0.5 }, "pH");
		ImageFiles.save(image, folder.resolve("plain.tif"));
		final CompositeImage plain = (CompositeImage) ImageFiles.open(folder.resolve("plain.tif"));
		final CompositeImage back = (CompositeImage) there(image);
		assertEquals(mode, back.getMode());
		assertTrue(back.getCalibration().equals(image.getCalibration()), back.getCalibration().toString());
		assertEquals(4, back.getCalibration().xOrigin);
		assertEquals("pH", back.getCalibration().getValueUnit());
		assertArrayEquals(new double[] { 5, 0.5 }, back.getCalibration().getCoefficients());
		assertEquals(image.getInfoProperty(), back.getInfoProperty());
		assertEquals("HeLa", back.getProp("Sample"));
		assertEquals("plane 5", back.getStack().getSliceLabel(5));
		for (int c = 1; c <= 2; c++) {
			assertArrayEquals(plain.getChannelLut(c).getBytes(), back.getChannelLut(c).getBytes());
			assertEquals(image.getChannelLut(c).min, back.getChannelLut(c).min);
			assertEquals(image.getChannelLut(c).max, back.getChannelLut(c).max);
		}
	}

	/** What is in the XML alone. */
	@Test
	void whatOthersReadComesBack() throws IOException {
		final CompositeImage image = Samples.hyperstack();
		image.setProperty("Info", "Lens NA = 1.4\nEmission wavelength #1 = 461\nEmission wavelength #2 = 520\nRUN Zero-Shot SR: \u00b5");
		for (int i = 1; i <= 6; i++)
			image.getStack().setSliceLabel(i % 2 == 1 ? "DAPI" : "GFP \u03b2", i);
		there(image);
		final CompositeImage back = (CompositeImage) withoutImageJ();
		assertArrayEquals(image.getDimensions(), back.getDimensions());
		assertEquals(image.getInfoProperty(), back.getInfoProperty());
		assertEquals(Acquisition.of(image), Acquisition.of(back));
		assertEquals("GFP \u03b2", back.getStack().getSliceLabel(4));
		assertEquals(Color.MAGENTA.getRGB(), back.getChannelLut(1).getRGB(255));
		assertEquals(image.getCalibration().pixelDepth, back.getCalibration().pixelDepth);
	}

	@ParameterizedTest
	@CsvSource({ "micron,0.065,0.065", "nm,65,0.065", "cm,0.01,100", "inch,0.00333333333,84.66666658", "mm,0.0123456789,12.3456789",
		"\u00b5m,0.1,0.1" })
	void unitsOfLength(final String unit, final double size, final double micrometres) throws Exception {
		final ImagePlus image = Samples.stack(8, 9, 8, 2);
		image.setProperty("Info", "x = 1");
		image.getCalibration().setUnit(unit);
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = size;
		image.getCalibration().pixelDepth = 3 * size;
		final Calibration back = there(image).getCalibration();
		assertEquals(image.getCalibration().getUnit(), back.getUnit());
		assertEquals(size, back.pixelWidth, 1e-9 * size);
		assertEquals(3 * size, back.pixelDepth, 1e-9 * size);
		final Element pixels = Xml.first(xml(), "Pixels");
		assertEquals(micrometres, Xml.number(pixels, "PhysicalSizeY"), 1e-9 * micrometres);
		assertEquals(3 * micrometres, Xml.number(pixels, "PhysicalSizeZ"), 1e-9 * micrometres);
		assertEquals("\u00b5m", pixels.getAttribute("PhysicalSizeZUnit"));
	}

	@ParameterizedTest
	@CsvSource({ "sec,2.5,2.5", "ms,250,0.25", "min,2,120", "hour,0.5,1800" })
	void unitsOfTime(final String unit, final double interval, final double seconds) throws Exception {
		final ImagePlus image = Samples.stack(8, 9, 8, 2);
		image.setProperty("Info", "x = 1");
		image.setDimensions(1, 1, 2);
		image.getCalibration().setTimeUnit(unit);
		image.getCalibration().frameInterval = interval;
		final Calibration back = there(image).getCalibration();
		assertEquals(unit, back.getTimeUnit());
		assertEquals(interval, back.frameInterval, 1e-9);
		assertEquals(seconds, Xml.number(Xml.first(xml(), "Pixels"), "TimeIncrement"), 1e-9);
	}

	/** Other readers turn values round where zero is white, and take one look-up table for that of all planes. */
	@Test
	void valuesMeanTheSameToEverybody() throws Exception {
		for (final int bits : new int[] { 8, 16, 32 }) {
			final ImagePlus inverted = Samples.stack(bits, 9, 8, 2);
			inverted.getProcessor().invertLut();
			inverted.getStack().setColorModel(inverted.getProcessor().getColorModel());
			final ImagePlus back = there(inverted);
			assertArrayEquals(new Object[] { inverted.getStack().getPixels(2) }, new Object[] { back.getStack().getPixels(2) });
			assertFalse(photometric().contains(TiffLayout.WHITE_IS_ZERO), bits + " bits");
			if (bits == 8) assertTrue(back.isInvertedLut());
		}
		final ImagePlus flat = Samples.stack(8, 9, 8, 2);
		flat.setDimensions(2, 1, 1);
		final CompositeImage composite = new CompositeImage(flat, CompositeImage.COLOR);
		composite.setChannelLut(LUT.createLutFromColor(Color.CYAN), 1);
		final CompositeImage back = (CompositeImage) there(composite);
		assertEquals(Set.of(1), photometric());
		assertEquals(Color.CYAN.getRGB(), back.getChannelLut(1).getRGB(255));
	}

	private Set<Integer> photometric() throws IOException {
		final Set<Integer> found = new HashSet<>();
		final Path file = folder.resolve("out.ome.tif");
		try (TiffInput in = new TiffInput(file)) {
			for (final TiffDirectory page : TiffDirectory.all(in))
				found.add((int) page.integer(in, 262, -1));
		}
		return found;
	}

	/** What Bio-Formats looks at beside the schema. */
	@Test
	void everyPlaneHasItsDirectoryAndChannelsAddUp() throws Exception {
		final ImagePlus rgb = Samples.stack(24, 9, 8, 6);
		rgb.setDimensions(2, 3, 1);
		final ImagePlus one = new ImagePlus("one", Samples.plane(16, 12, 10, 1));
		one.setProperty("Info", "Channel name #1 = DAPI & co\nLens NA = 1.2\nEmission wavelength = 461");
		final ImagePlus floats = Samples.stack(32, 9, 8, 4);
		floats.setDimensions(1, 2, 2);
		final Set<String> uuids = new HashSet<>();
		for (final ImagePlus image : List.of(Samples.hyperstack(), rgb, one, floats)) {
			final ImagePlus back = there(image);
			assertArrayEquals(image.getDimensions(), back.getDimensions());
			for (int i = 1; i <= image.getStackSize(); i++)
				assertArrayEquals(new Object[] { image.getStack().getPixels(i) }, new Object[] { back.getStack().getPixels(i) });
			final String text;
			try (TiffFile tiff = new TiffFile(folder.resolve("out.ome.tif"))) {
				text = tiff.description();
				assertEquals(image.getStackSize(), tiff.directories());
			}
			SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(getClass().getResource(
				"/released-schema/2016-06/ome.xsd")).newValidator().validate(new StreamSource(new StringReader(text)));
			assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(text));
			final Element root = xml();
			final Element pixels = Xml.first(root, "Pixels");
			assertTrue(root.getAttribute("UUID").matches("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
			uuids.add(root.getAttribute("UUID"));
			assertEquals(Xml.number(pixels, "SizeC"), Xml.all(pixels, "Channel").stream().mapToDouble(c -> Xml.number(c,
				"SamplesPerPixel")).sum());
			final Set<String> places = new HashSet<>();
			final Set<String> directories = new HashSet<>();
			for (final Element data : Xml.all(pixels, "TiffData")) {
				places.add(data.getAttribute("FirstC") + " " + data.getAttribute("FirstZ") + " " + data.getAttribute("FirstT"));
				directories.add(data.getAttribute("IFD"));
				assertTrue(Xml.number(data, "FirstC") < Xml.all(pixels, "Channel").size());
			}
			assertEquals(image.getStackSize(), places.size());
			assertEquals(image.getStackSize(), directories.size());
			if (image == one) assertEquals("DAPI & co", Xml.first(pixels, "Channel").getAttribute("Name"));
		}
		assertEquals(4, uuids.size());
	}

	@Test
	void anotherImageHasAnotherUuid() throws Exception {
		there(new ImagePlus("cells", Samples.plane(16, 9, 8, 1)));
		final String first = xml().getAttribute("UUID");
		there(new ImagePlus("cells", Samples.plane(16, 9, 8, 2)));
		assertNotEquals(first, xml().getAttribute("UUID"));
	}

	@Test
	void inBothByteOrders() throws Exception {
		final ImagePlus image = Samples.stack(16, 9, 8, 2);
		final boolean before = Prefs.intelByteOrder;
		try {
			for (final boolean intel : new boolean[] { true, false }) {
				Prefs.intelByteOrder = intel;
				assertArrayEquals((short[]) image.getStack().getPixels(2), (short[]) there(image).getStack().getPixels(2));
				assertEquals(String.valueOf(!intel), Xml.first(xml(), "Pixels").getAttribute("BigEndian"));
			}
		}
		finally {
			Prefs.intelByteOrder = before;
		}
	}
}
