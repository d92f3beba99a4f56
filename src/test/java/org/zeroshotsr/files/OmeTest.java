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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zeroshotsr.files.OmeSample.order;
import static org.zeroshotsr.files.OmeSample.sizes;
import static org.zeroshotsr.files.OmeSample.xml;

import java.awt.Color;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;

import org.zeroshotsr.imagej.Samples;

class OmeTest {

	private static final String SCHEMA = "/released-schema/2016-06/ome.xsd";

	@TempDir
	Path folder;

	private Path tiff(final String xml, final int planes) throws IOException {
		return OmeSample.tiff(folder.resolve("image.ome.tif"), xml, planes, 1);
	}

	/** Two channels of three slices (or frames) as the file has them, brought into ImageJ's order: channels first. */
	@ParameterizedTest
	@CsvSource({ "XYCZT,0 1 2 3 4 5", "XYZCT,0 3 1 4 2 5", "XYZTC,0 3 1 4 2 5", "XYTZC,0 3 1 4 2 5", "XYCTZ,0 1 2 3 4 5" })
	void planesStandWhereTheOrderSaysWithOrWithoutTiffData(final String order, final String expected) throws IOException {
		for (final String data : new String[] { "", "<TiffData/>", "<TiffData IFD=\"0\" PlaneCount=\"6\"/>",
			"<TiffData IFD=\"0\" NumPlanes=\"6\"/>" })
		{
			final ImagePlus image = ImageFiles.open(tiff(xml("<Image ID=\"Image:0\">", sizes(order, 2, 3, 1), data), 6));
			assertArrayEquals(new int[] { 5, 4, 2, 3, 1 }, image.getDimensions(), data);
			assertEquals(expected, String.join(" ", order(image).stream().map(String::valueOf).toList()), data);
			assertTrue(image.isHyperStack());
		}
		final ImagePlus frames = ImageFiles.open(tiff(xml("<Image>", sizes("XYCZT", 1, 2, 3), ""), 6));
		assertArrayEquals(new int[] { 5, 4, 1, 2, 3 }, frames.getDimensions());
	}

	@Test
	void everyPlaneMayHaveItsOwnPlace() throws IOException {
		final StringBuilder data = new StringBuilder();
		for (int i = 0; i < 6; i++)
			data.append("<TiffData IFD=\"").append(5 - i).append("\" FirstC=\"").append(i % 2).append("\" FirstZ=\"").append(i / 2)
				.append("\" FirstT=\"0\"/>");
		assertEquals(List.of(5, 4, 3, 2, 1, 0), order(ImageFiles.open(tiff(xml("<Image>", sizes("XYZCT", 2, 3, 1), data
			.toString()), 6))));
	}

	@Test
	void calibrationChannelsAndOpticsComeFromTheXml() throws IOException {
		final String instrument = "<Instrument ID=\"I:0\"><Objective ID=\"O:0\" LensNA=\"0.5\"/><Objective ID=\"O:1\" LensNA=\"1.2\" " +
			"Immersion=\"Water\"/></Instrument><Image ID=\"Image:0\" Name=\"cells\"><ObjectiveSettings ID=\"O:1\"/>";
		final ImagePlus image = ImageFiles.open(tiff(xml(instrument, sizes("XYCZT", 2, 1, 3) +
			" PhysicalSizeX=\"65\" PhysicalSizeXUnit=\"nm\" PhysicalSizeY=\"0.065\" PhysicalSizeZ=\"0.0003\" PhysicalSizeZUnit=\"mm\" " +
			"TimeIncrement=\"250\" TimeIncrementUnit=\"ms\"", "<Channel ID=\"C:0\" Name=\"DAPI\" EmissionWavelength=\"461\" " +
				"Color=\"65535\"/><Channel ID=\"C:1\" Name=\"GFP\" EmissionWavelength=\"0.51\" EmissionWavelengthUnit=\"\u00b5m\"/>"), 6));
		assertEquals(0.065, image.getCalibration().pixelWidth, 1e-9);
		assertEquals(0.065, image.getCalibration().pixelHeight, 1e-9);
		assertEquals(0.3, image.getCalibration().pixelDepth, 1e-9);
		assertEquals("micron", image.getCalibration().getUnit());
		assertEquals(0.25, image.getCalibration().frameInterval, 1e-9);
		final Acquisition taken = Acquisition.of(image);
		assertEquals("1.2", taken.aperture());
		assertEquals("1.333", taken.index());
		assertEquals(List.of("461", "510"), taken.emissions());
		assertEquals("DAPI", image.getStack().getSliceLabel(1));
		assertEquals(Color.BLUE.getRGB(), ((CompositeImage) image).getChannelLut(1).getRGB(255));
		assertTrue(image.getInfoProperty().contains("Image name = cells"), image.getInfoProperty());
	}

	/** Other versions of the schema, a prefix, and what is left out. */
	@Test
	void otherProgramsXmlIsRead() throws IOException {
		final String old = "<?xml version=\"1.0\"?><OME:OME xmlns:OME=\"http://www.openmicroscopy.org/Schemas/OME/2011-06\"><OME:Image>" +
			"<OME:Pixels DimensionOrder=\"XYZCT\" Type=\"uint8\" SizeX=\"5\" SizeY=\"4\" SizeC=\"1\" SizeZ=\"2\" SizeT=\"1\" " +
			"PhysicalSizeX=\"0.5\" PhysicalSizeY=\"0.5\"><OME:TiffData/></OME:Pixels></OME:Image><OME:Image/></OME:OME>";
		final ImageFile file = ImageFiles.read(tiff(old, 3));
		assertEquals(2, file.image().getStackSize());
		assertEquals(0.5, file.image().getCalibration().pixelWidth);
		assertTrue(file.notes().get(0).contains("1 more OME image"), file.notes().toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "<TiffData IFD=\"9\"/>", "<TiffData IFD=\"0\" PlaneCount=\"2\"/>", "<TiffData IFD=\"-1\"/>",
		"<TiffData FirstZ=\"7\"/>" })
	void planesThatAreNowhereAreRefused(final String data) throws IOException {
		assertTrue(refused(xml("<Image>", sizes("XYCZT", 2, 3, 1), data)).contains("OME-XML"));
	}

	@Test
	void whatIsNotOneFileOrNoXmlIsRefused() throws IOException {
		assertTrue(refused(xml("<Image>", sizes("XYCZT", 2, 3, 1), "<TiffData IFD=\"0\" PlaneCount=\"3\"><UUID FileName=\"a.ome.tif\">" +
			"urn:uuid:1</UUID></TiffData><TiffData FirstZ=\"1\" PlaneCount=\"3\"><UUID FileName=\"b.ome.tif\">urn:uuid:2</UUID></TiffData>"))
				.contains("2 files (a.ome.tif, b.ome.tif)"));
		assertTrue(refused("<?xml version=\"1.0\"?><OME xmlns=\"x\"><BinaryOnly MetadataFile=\"main.companion.ome\"/></OME>").contains(
			"main.companion.ome"));
		assertTrue(refused(xml("<Image>", sizes("XYCZT", 2, 3, 1), "<broken>")).contains("cannot be read"));
		assertTrue(refused(xml("<Image>", sizes("XYCZT", 200, 3000000, 1000000), "")).contains("planes"));
		assertTrue(refused(xml("<Image>", sizes("XYCZT", 2, -3, 1), "")).contains("SizeZ"));
		final Path secret = Files.writeString(folder.resolve("secret"), "TOP SECRET");
		final String entity = refused("<?xml version=\"1.0\"?><!DOCTYPE OME [<!ENTITY x SYSTEM \"" + secret.toUri() +
			"\">]><OME xmlns=\"x\"><Image Name=\"&x;\"/></OME>");
		assertTrue(entity.contains("DOCTYPE") && !entity.contains("TOP SECRET"), entity);
	}

	private String refused(final String xml) throws IOException {
		final Path file = tiff(xml, 6);
		final String message = assertThrows(IOException.class, () -> ImageFiles.open(file)).getMessage();
		assertTrue(message.startsWith(file.toString()), message);
		return message;
	}

	private static Schema schema() throws Exception {
		final SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
		assertNotNull(OmeTest.class.getResource(SCHEMA));
		return factory.newSchema(OmeTest.class.getResource(SCHEMA));
	}

	private static String description(final Path file) throws IOException {
		try (TiffFile tiff = new TiffFile(file)) {
			return tiff.description();
		}
	}

	@Test
	void whatIsWrittenIsValidAndReadBackTheSame() throws Exception {
		final CompositeImage image = Samples.hyperstack();
		image.setProperty("Info", "Lens NA = 1.4\nRefractive index = 1.515\nEmission wavelength #1 = 461\nEmission wavelength #2 = 520\n" +
			"RUN Zero-Shot SR: scale=2 \u00b5 \u0007 <&>");
		image.setChannelLut(LUT.createLutFromColor(Color.CYAN), 2);
		for (int i = 1; i <= 6; i++)
			image.getStack().setSliceLabel(i % 2 == 1 ? "DAPI & co" : "GFP", i);
		final ImagePlus frames = Samples.stack(32, 9, 8, 4);
		frames.setDimensions(1, 2, 2);
		final ImagePlus rgb = Samples.stack(24, 9, 8, 3);
		for (final ImagePlus each : List.of(image, frames, rgb, new ImagePlus("one", Samples.plane(8, 12, 10, 1)))) {
			final Path file = folder.resolve("written.ome.tif");
			ImageFiles.save(each, file);
			final String xml = description(file);
			schema().newValidator().validate(new StreamSource(new StringReader(xml)));
			assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(xml));
			final byte[] bytes = Files.readAllBytes(file);
			ImageFiles.save(each, file);
			assertArrayEquals(bytes, Files.readAllBytes(file), "the same bytes each time");
			final ImagePlus back = ImageFiles.open(file);
			assertArrayEquals(each.getDimensions(), back.getDimensions());
			for (int i = 1; i <= each.getStackSize(); i++)
				assertArrayEquals(new Object[] { each.getStack().getPixels(i) }, new Object[] { back.getStack().getPixels(i) });
			assertEquals(each.getCalibration().pixelWidth, back.getCalibration().pixelWidth, 1e-6);
		}
		ImageFiles.save(image, folder.resolve("written.ome.tif"));
		final ImagePlus back = ImageFiles.open(folder.resolve("written.ome.tif"));
		assertEquals(Acquisition.of(image), Acquisition.of(back));
		assertEquals(0.5, back.getCalibration().pixelDepth, 1e-6);
		assertEquals(2.5, back.getCalibration().frameInterval, 1e-6);
		assertTrue(back.getInfoProperty().contains("RUN Zero-Shot SR: scale=2"));
		assertEquals(2, back.getOverlay().size());
		assertEquals(Color.CYAN.getRGB(), ((CompositeImage) back).getChannelLut(2).getRGB(255));
		assertTrue(description(folder.resolve("written.ome.tif")).contains("Name=\"DAPI &amp; co\""));
	}

	@Test
	void signedValuesAreSigned() throws IOException {
		final ImagePlus signed = Samples.stack(16, 9, 8, 2);
		signed.getCalibration().setSigned16BitCalibration();
		final Path file = folder.resolve("x.ome.tif");
		ImageFiles.save(signed, file);
		assertTrue(description(file).contains("Type=\"int16\""));
		try (TiffFile tiff = new TiffFile(file)) {
			assertEquals(TiffLayout.SIGNED, tiff.layout().format());
			assertEquals(signed.getStack().getProcessor(1).get(0) - 32768, tiff.input().read(TiffOutput.START, 2).getShort());
		}
		final ImagePlus back = ImageFiles.open(file);
		assertTrue(back.getCalibration().isSigned16Bit());
		assertArrayEquals((short[]) signed.getStack().getPixels(2), (short[]) back.getStack().getPixels(2));
	}
}
