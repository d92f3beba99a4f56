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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zeroshotsr.files.OmeSample.order;
import static org.zeroshotsr.files.OmeSample.sizes;
import static org.zeroshotsr.files.OmeSample.xml;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.ImagePlus;

/** OME-TIFFs as other programs write them, and as nobody should. */
class OmeOthersTest {

	@TempDir
	Path folder;

	private ImageFile read(final String xml, final int planes, final int samples) throws IOException {
		return ImageFiles.read(OmeSample.tiff(folder.resolve("image.ome.tif"), xml, planes, samples));
	}

	private String refused(final String xml, final int planes, final int samples) throws IOException {
		final Path file = OmeSample.tiff(folder.resolve("image.ome.tif"), xml, planes, samples);
		final String message = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertThrows(IOException.class,
			() -> ImageFiles.open(file))).getMessage();
		assertTrue(message.startsWith(file.toString()), message);
		return message;
	}

	private static String data(final String attributes, final String file, final String uuid) {
		return "<TiffData " + attributes + "><UUID" + (file.isEmpty() ? "" : " FileName=\"" + file + "\"") + ">urn:uuid:" + uuid +
			"</UUID></TiffData>";
	}

	private static String image(final String name, final String pixels, final String inside) {
		return "<Image ID=\"Image:" + name + "\" Name=\"" + name + "\"><Pixels ID=\"P\" Type=\"uint8\" SizeX=\"5\" SizeY=\"4\" " +
			pixels + ">" + inside + "</Pixels></Image>";
	}

	private static String ome(final String uuid, final String... images) {
		return "<OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\" UUID=\"urn:uuid:" + uuid + "\">" + String.join("",
			images) + "</OME>";
	}

	/** The planes that the XML speaks of are not this file's. */
	@Test
	void anotherFilesPlanesAreRefused() throws IOException {
		final String other = ome("1", image("a", sizes("XYCZT", 1, 2, 1), data("PlaneCount=\"2\"", "b.ome.tif", "2")));
		assertTrue(refused(other, 2, 1).contains("b.ome.tif"), "whose UUID is another");
		final String nameless = other.replace(" UUID=\"urn:uuid:1\"", "");
		Files.createFile(folder.resolve("b.ome.tif"));
		assertTrue(refused(nameless, 2, 1).contains("b.ome.tif"), "which lies beside it");
		Files.delete(folder.resolve("b.ome.tif"));
		assertEquals(2, read(nameless, 2, 1).image().getStackSize(), "nobody else has them: the file was renamed");
		final String renamed = ome("1", image("a", sizes("XYCZT", 1, 2, 1), data("PlaneCount=\"2\"", "b.ome.tif", "1")));
		assertEquals(2, read(renamed, 2, 1).image().getStackSize(), "the file was renamed");
		final String sloppy = ome("1", image("a", sizes("XYCZT", 1, 2, 1), data("PlaneCount=\"2\"", "image.ome.tif", "2")));
		assertEquals(2, read(sloppy, 2, 1).image().getStackSize());
	}

	/** As Micro-Manager writes positions: every file describes all of them. */
	@Test
	void ofSeveralImagesThatOfThisFileIsRead() throws IOException {
		final String xml = ome("2", image("first", sizes("XYCZT", 2, 3, 1), data("PlaneCount=\"6\"", "other.ome.tif", "1")), image(
			"second", sizes("XYZCT", 3, 2, 1), data("PlaneCount=\"6\"", "image.ome.tif", "2")));
		final ImageFile file = read(xml, 6, 1);
		assertArrayEquals(new int[] { 5, 4, 3, 2, 1 }, file.image().getDimensions());
		assertTrue(file.image().getInfoProperty().contains("second"), file.image().getInfoProperty());
		assertTrue(file.notes().get(0).contains("1 more OME image"), file.notes().toString());
	}

	@Test
	void aPlaneHasOnePageAndAPageOnePlane() throws IOException {
		assertTrue(refused(xml("<Image>", sizes("XYCZT", 1, 2, 1), "<TiffData IFD=\"0\"/><TiffData IFD=\"0\" FirstZ=\"1\"/>"), 2, 1)
			.contains("page 1"));
		assertTrue(refused(xml("<Image>", sizes("XYCZT", 1, 2, 1), "<TiffData IFD=\"0\"/><TiffData IFD=\"1\"/><TiffData IFD=\"2\" " +
			"FirstZ=\"1\"/>"), 3, 1).contains("plane 1"));
		final String many = "<TiffData IFD=\"0\" PlaneCount=\"9000\"/>".repeat(20_000);
		refused(xml("<Image>", sizes("XYCZT", 1, 9000, 1), many), 9000, 1);
	}

	@Test
	void pagesThatAreNotSpokenOfAreNoted() throws IOException {
		final ImageFile file = read(xml("<Image>", sizes("XYCZT", 1, 2, 1), ""), 5, 1);
		assertEquals(List.of(0, 1), order(file.image()));
		assertTrue(file.notes().toString().contains("3 pages"), file.notes().toString());
		assertEquals(List.of(), read(xml("<Image>", sizes("XYCZT", 1, 2, 1), ""), 2, 1).notes());
	}

	private static String channel(final int id, final String attributes) {
		return "<Channel ID=\"Channel:0:" + id + "\" " + attributes + "/>";
	}

	/** Whatever the XML says of samples, it is the TIFF that has them. */
	@ParameterizedTest
	@CsvSource({ "3,3,3,1,1", "3,1,3,1,1", "3,3,1,3,3", "3,1,1,3,3", "6,3,3,2,2", "6,1,3,2,2", "1,1,3,1,1" })
	void samplesOfAPixelAreTheFiles(final int sizeC, final int said, final int samples, final int pages, final int channels)
		throws IOException
	{
		final StringBuilder inside = new StringBuilder();
		for (int i = 0; i < Math.max(1, sizeC / said); i++)
			inside.append(channel(i, "SamplesPerPixel=\"" + said + "\""));
		final ImagePlus image = read(xml("<Image>", sizes("XYCZT", sizeC, 1, 2), inside.toString()), 2 * pages, samples).image();
		assertArrayEquals(new int[] { 5, 4, channels, 1, 2 }, image.getDimensions());
		assertEquals(samples > 1 ? 24 : 8, image.getBitDepth());
		assertEquals(2 * pages, image.getStackSize());
	}

	@Test
	void samplesThatCannotBeAreRefused() throws IOException {
		assertTrue(refused(xml("<Image>", sizes("XYCZT", 4, 1, 1), channel(0, "SamplesPerPixel=\"4\"")), 1, 3).contains("SizeC"));
	}

	/** FirstC counts pages' channels, as Bio-Formats has it; some count samples. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void channelsOfColoursAreCounted(final int step) throws IOException {
		final String inside = channel(0, "SamplesPerPixel=\"3\"") + channel(1, "SamplesPerPixel=\"3\"") +
			"<TiffData IFD=\"1\" FirstC=\"0\"/><TiffData IFD=\"0\" FirstC=\"" + step + "\"/>";
		assertEquals(List.of(1, 0), order(read(xml("<Image>", sizes("XYCZT", 6, 1, 1), inside), 2, 3).image()));
	}

	/** An emission of one channel is not that of all. */
	@Test
	void emissionsOfSomeChannelsAreNotThoseOfAll() throws IOException {
		final ImagePlus image = read(xml("<Image>", sizes("XYCZT", 2, 1, 1), channel(0, "") + channel(1,
			"EmissionWavelength=\"525\"")), 2, 1).image();
		assertEquals(List.of(), Acquisition.of(image).emissions());
		assertTrue(image.getInfoProperty().contains("525"), image.getInfoProperty());
	}

	/** What people write does not stand in for what the instrument says. */
	@Test
	void theDescriptionDoesNotHideTheObjective() throws IOException {
		final String before = "<Instrument><Objective ID=\"O\" LensNA=\"0.8\" Immersion=\"Oil\"/></Instrument><Image Name=\"numerical " +
			"aperture = 0.3\"><Description>Lens NA: 0.5\nRefractive index: 1.1</Description><ObjectiveSettings ID=\"O\" " +
			"Medium=\"Glycerol\"/>";
		final ImagePlus image = read(xml(before, sizes("XYCZT", 1, 1, 1), ""), 1, 1).image();
		assertEquals("0.8", Acquisition.of(image).aperture());
		assertEquals("1.47", Acquisition.of(image).index());
		assertTrue(image.getInfoProperty().contains("Description = Lens NA: 0.5"), image.getInfoProperty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\uFEFF<?xml version=\"1.0\"?><OME xmlns=\"x\">", "\n <OME xmlns=\"x\">",
		"<?xml version=\"1.0\"?>\n<!-- <made> by hand -->\n<ome:OME xmlns:ome=\"x\" xmlns=\"x\">" })
	void omeXmlIsKnownHoweverItBegins(final String start) throws IOException {
		final String end = start.contains("ome:") ? "</ome:OME>" : "</OME>";
		final ImagePlus image = read(start + image("a", sizes("XYCZT", 2, 3, 1), "") + end, 6, 1).image();
		assertArrayEquals(new int[] { 5, 4, 2, 3, 1 }, image.getDimensions());
	}

	@Test
	void otherTextsAreNotOmeXml() {
		for (final String text : new String[] { "", "cells", "<?xml version=\"1.0\"?><MetaData><OME/></MetaData>",
			"ImageJ=1.54p\nsee http://www.openmicroscopy.org/Schemas/OME/2016-06", "<OMERO/>" })
			assertFalse(OmeXml.isOme(text), text);
	}

	/** The schema of 2003 to 2009 has other names. */
	@Test
	void oldNamesAreKnown() throws IOException {
		final String old = "<OME xmlns=\"http://www.openmicroscopy.org/XMLschemas/OME/FC/ome.xsd\"><Instrument ID=\"I\"><Objective ID=\"O\">" +
			"<LensNA>1.3</LensNA></Objective></Instrument><Image ID=\"i\" Name=\"old\" PixelSizeX=\"0.2\" PixelSizeY=\"0.2\">" +
			"<ObjectiveRef ID=\"O\"/><LogicalChannel ID=\"L:0\" Name=\"FITC\" EmWave=\"525\"/><LogicalChannel ID=\"L:1\" EmWave=\"600\"/>" +
			"<Pixels ID=\"p\" DimensionOrder=\"XYZCT\" PixelType=\"Uint8\" SizeX=\"5\" SizeY=\"4\" SizeZ=\"1\" SizeC=\"2\" SizeT=\"1\">" +
			"<TiffData/></Pixels></Image></OME>";
		final ImagePlus image = read(old, 2, 1).image();
		assertEquals(0.2, image.getCalibration().pixelWidth);
		assertEquals("1.3", Acquisition.of(image).aperture());
		assertEquals(List.of("525", "600"), Acquisition.of(image).emissions());
		assertEquals("FITC", image.getStack().getSliceLabel(1));
	}

	@ParameterizedTest
	@CsvSource({ "0.5,,0.5", "65,nm,0.065", "6.5E-8,m,0.065", "0.000065,mm,0.065", "650,\u00c5,0.065", "0.5,\u03bcm,0.5",
		"0.5,\u00c2\u00b5m,0.5", "0.5,\uFFFDm,0.5", "0.001,in,25.4", "1,thou,25.4", "2,pt,705.5555555555555" })
	void everyUnitOfLength(final String size, final String unit, final double expected) throws IOException {
		final StringBuilder sizes = new StringBuilder(sizes("XYCZT", 1, 1, 1));
		for (final char axis : "XY".toCharArray()) {
			sizes.append(" PhysicalSize").append(axis).append("=\"").append(size).append('"');
			if (unit != null) sizes.append(" PhysicalSize").append(axis).append("Unit=\"").append(unit).append('"');
		}
		final ImagePlus image = read(xml("<Image>", sizes.toString(), ""), 1, 1).image();
		assertEquals(expected, image.getCalibration().pixelWidth, 1e-9 * expected);
		assertEquals("micron", image.getCalibration().getUnit());
	}

	@ParameterizedTest
	@ValueSource(strings = { "pixel", "reference frame", "parrot" })
	void sizesThatAreNoLengthsAreNone(final String unit) throws IOException {
		final ImagePlus image = read(xml("<Image>", sizes("XYCZT", 1, 1, 1) + (" PhysicalSizeX=\"2\" PhysicalSizeXUnit=\"" + unit +
			"\" PhysicalSizeY=\"2\" PhysicalSizeYUnit=\"" + unit + "\""), ""), 1, 1).image();
		assertFalse(image.getCalibration().scaled());
	}

	/** Colours are shown with the range of values that is there, and a black one is none. */
	@Test
	void coloursAndRanges() throws IOException {
		final String inside = channel(0, "Color=\"16711935\"") + channel(1, "Color=\"-16776961\"") + channel(2, "Color=\"255\"");
		final CompositeImage image = (CompositeImage) read(xml("<Image>", sizes("XYCZT", 3, 1, 2), inside), 6, 1).image();
		assertEquals(Color.GREEN.getRGB(), image.getChannelLut(1).getRGB(255));
		assertEquals(Color.RED.getRGB(), image.getChannelLut(2).getRGB(255));
		assertFalse(image.getChannelLut(3).getRGB(255) == Color.BLACK.getRGB());
		for (int c = 1; c <= 3; c++)
			assertTrue(image.getChannelLut(c).max > image.getChannelLut(c).min, "range of channel " + c);
		assertEquals(CompositeImage.COMPOSITE, image.getMode());
		final CompositeImage white = (CompositeImage) read(xml("<Image>", sizes("XYCZT", 2, 1, 1), channel(0, "Color=\"-1\"") + channel(
			1, "Color=\"-1\"")), 2, 1).image();
		assertEquals(CompositeImage.GRAYSCALE, white.getMode(), "white over white");
	}

	@Test
	void namesAreLabelsWhereThePlanesAreNotReadYet() throws IOException {
		final Path file = OmeSample.tiff(folder.resolve("image.ome.tif"), xml("<Image>", sizes("XYCZT", 2, 1, 2), channel(0,
			"Name=\"DAPI\"") + channel(1, "Name=\"GFP\"")), 4, 1);
		final ImagePlus image = ImageFiles.open(file, 0);
		assertTrue(image.getStack().isVirtual());
		assertEquals("GFP", image.getStack().getSliceLabel(4));
	}

	/** No hang and no error of the machine's, but a refusal. */
	@Test
	void hostileXmlIsRefused() throws IOException {
		assertTrue(refused("<OME xmlns=\"x\">" + "<a>".repeat(200_000) + "</a>".repeat(200_000) + "</OME>", 1, 1).contains("OME-XML"));
		final StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE OME [<!ENTITY a0 \"ha\">");
		for (int i = 1; i < 30; i++)
			laughs.append("<!ENTITY a").append(i).append(" \"&a").append(i - 1).append(";&a").append(i - 1).append(";\">");
		final String laughing = refused(laughs + "]><OME xmlns=\"x\"><Image Name=\"&a29;\"/></OME>", 1, 1);
		assertTrue(laughing.contains("DOCTYPE") && !laughing.contains("http://"), laughing);
		assertTrue(refused("<OME xmlns=\"x\"><Image><Pixels", 1, 1).contains("OME-XML"));
		assertTrue(refused("<OME xmlns=\"x\"/>", 1, 1).contains("no image"));
	}

	/** Whatever becomes of the text, it is opened or refused. */
	@Test
	void mutatedXmlIsOpenedOrRefused() throws IOException {
		final String xml = ome("1", "<Instrument ID=\"I\"><Objective ID=\"O\" LensNA=\"1.4\" Immersion=\"Oil\"/></Instrument>", image("a",
			sizes("XYZCT", 2, 3, 1) + " PhysicalSizeX=\"0.1\" TimeIncrement=\"2\"", channel(0, "Color=\"-1\" EmissionWavelength=\"520\"") +
				channel(1, "SamplesPerPixel=\"1\"") + data("IFD=\"0\" PlaneCount=\"3\"", "image.ome.tif", "1") + data(
					"IFD=\"3\" FirstC=\"1\" PlaneCount=\"3\"", "image.ome.tif", "1")));
		assertEquals(6, read(xml, 6, 1).image().getStackSize());
		final Random random = new Random(7);
		int opened = 0;
		for (int i = 0; i < 300; i++) {
			final StringBuilder mutant = new StringBuilder(xml);
			for (int k = random.nextInt(3); k >= 0; k--) {
				final int at = random.nextInt(mutant.length());
				switch (random.nextInt(4)) {
					case 0 -> mutant.setCharAt(at, (char) (32 + random.nextInt(95)));
					case 1 -> mutant.setCharAt(at, (char) ('0' + random.nextInt(10)));
					case 2 -> mutant.delete(at, Math.min(mutant.length(), at + random.nextInt(9)));
					default -> mutant.insert(at, mutant.substring(at, Math.min(mutant.length(), at + random.nextInt(60))));
				}
			}
			try {
				read(mutant.toString(), 6, 1);
				opened++;
			}
			catch (final IOException e) {
				assertTrue(e.getMessage().contains("image.ome.tif"), e.getMessage());
			}
		}
		assertTrue(opened > 20 && opened < 280, opened + " opened");
	}
}
