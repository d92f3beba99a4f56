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

import java.awt.Color;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.measure.Calibration;

/** Makes the OME-XML (2016-06) of an image whose planes will be a TIFF's directories, in ImageJ's order. */
final class OmeWriter {

	private static final String SCHEMA = "http://www.openmicroscopy.org/Schemas/OME/2016-06";
	/** Namespaces of annotations: the image's Info with the run's record, and what ImageJ's own TIFF would have in this place. */
	static final String RECORD = "zero-shot-sr/record";
	static final String IMAGEJ = "zero-shot-sr/imagej";
	private static final Pattern NAME = Pattern.compile("\\.ome\\.tiff?$", Pattern.CASE_INSENSITIVE);

	private final ImagePlus image;
	/** What ImageJ would write. */
	private final FileInfo ahead;
	private final long pixels;
	private final StringWriter text = new StringWriter();
	private final XMLStreamWriter xml;

	private OmeWriter(final ImagePlus image, final FileInfo ahead, final long pixels) throws XMLStreamException {
		this.image = image;
		this.ahead = ahead;
		this.pixels = pixels;
		// characters beyond ASCII as references, since that is what a TIFF's description may hold
		xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
	}

	/** Whether a file of this name is to be an OME-TIFF. */
	static boolean takes(final Path file) {
		return NAME.matcher(file.getFileName().toString()).find();
	}

	/**
	 * Makes an OME-TIFF of what is to be ImageJ's: its description, and values that mean the same to everybody (Bio-Formats
	 * turns those of an inverted grey scale round, and a channel's look-up table would be that of all).
	 *
	 * @param info with the planes' size and byte order
	 * @param pixels a number that tells images of other pixels apart
	 */
	static void prepare(final FileInfo info, final ImagePlus image, final long pixels) {
		info.description = of(image, info, pixels);
		if (image instanceof CompositeImage) {
			if (info.fileType == FileInfo.COLOR8) info.fileType = FileInfo.GRAY8;
			info.lutSize = 0;
		}
		else if (info.whiteIsZero && info.fileType == FileInfo.GRAY8) info.fileType = FileInfo.COLOR8;
		info.whiteIsZero = false;
	}

	private static String of(final ImagePlus image, final FileInfo ahead, final long pixels) {
		try {
			final OmeWriter writer = new OmeWriter(image, ahead, pixels);
			writer.write();
			return ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + writer.text);
		}
		catch (final XMLStreamException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String ascii(final String text) {
		final StringBuilder ascii = new StringBuilder();
		text.codePoints().forEach(c -> {
			if (c < 128) ascii.append((char) c);
			else ascii.append("&#").append(c).append(';');
		});
		return ascii.toString();
	}

	private void write() throws XMLStreamException {
		final String info = image.getInfoProperty() == null ? "" : image.getInfoProperty().strip();
		final Acquisition taken = Acquisition.of(image);
		xml.writeStartElement("OME");
		attribute("xmlns", SCHEMA);
		attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
		attribute("xsi:schemaLocation", SCHEMA + " " + SCHEMA + "/ome.xsd");
		attribute("Creator", "Zero-Shot SR");
		attribute("UUID", "urn:uuid:" + uuid(info));
		if (taken.aperture() != null) {
			xml.writeStartElement("Instrument");
			attribute("ID", "Instrument:0");
			xml.writeEmptyElement("Objective");
			attribute("ID", "Objective:0");
			attribute("LensNA", taken.aperture());
			xml.writeEndElement();
		}
		xml.writeStartElement("Image");
		attribute("ID", "Image:0");
		attribute("Name", image.getTitle());
		if (taken.aperture() != null) {
			xml.writeEmptyElement("InstrumentRef");
			attribute("ID", "Instrument:0");
			xml.writeEmptyElement("ObjectiveSettings");
			attribute("ID", "Objective:0");
			if (taken.index() != null) attribute("RefractiveIndex", taken.index());
		}
		pixels(taken);
		final Map<String, String> annotations = new LinkedHashMap<>();
		if (!info.isEmpty()) annotations.put(RECORD, info);
		annotations.put(IMAGEJ, ahead.description);
		for (int i = 0; i < annotations.size(); i++) {
			xml.writeEmptyElement("AnnotationRef");
			attribute("ID", "Annotation:" + i);
		}
		xml.writeEndElement();
		annotations(annotations);
		xml.writeEndElement();
		xml.flush();
	}

	private void annotations(final Map<String, String> annotations) throws XMLStreamException {
		xml.writeStartElement("StructuredAnnotations");
		int i = 0;
		for (final Map.Entry<String, String> annotation : annotations.entrySet()) {
			xml.writeStartElement("CommentAnnotation");
			attribute("ID", "Annotation:" + i++);
			attribute("Namespace", annotation.getKey());
			xml.writeStartElement("Value");
			xml.writeCharacters(allowed(annotation.getValue().strip()));
			xml.writeEndElement();
			xml.writeEndElement();
		}
		xml.writeEndElement();
	}

	/** The same for the same image each time, and another for another. */
	private UUID uuid(final String info) {
		final int[] sizes = { ahead.width, ahead.height, image.getNChannels(), image.getNSlices(), image.getNFrames() };
		return UUID.nameUUIDFromBytes((image.getTitle() + Arrays.toString(sizes) + pixels + info).getBytes(
			StandardCharsets.UTF_8));
	}

	private void pixels(final Acquisition taken) throws XMLStreamException {
		final boolean rgb = image.getBitDepth() == 24;
		final int samples = rgb ? 3 : 1;
		xml.writeStartElement("Pixels");
		attribute("ID", "Pixels:0");
		attribute("DimensionOrder", "XYCZT");
		attribute("Type", switch (image.getBitDepth()) {
			case 16 -> image.getCalibration().isSigned16Bit() ? "int16" : "uint16";
			case 32 -> "float";
			default -> "uint8";
		});
		attribute("BigEndian", String.valueOf(!ahead.intelByteOrder));
		if (rgb) attribute("Interleaved", "true");
		attribute("SizeX", String.valueOf(ahead.width));
		attribute("SizeY", String.valueOf(ahead.height));
		attribute("SizeC", String.valueOf(image.getNChannels() * samples));
		attribute("SizeZ", String.valueOf(image.getNSlices()));
		attribute("SizeT", String.valueOf(image.getNFrames()));
		final Calibration c = image.getCalibration();
		size("X", c.pixelWidth, c.getXUnit());
		size("Y", c.pixelHeight, c.getYUnit());
		if (image.getNSlices() > 1) size("Z", c.pixelDepth, c.getZUnit());
		final double seconds = c.frameInterval * OmeUnits.seconds(c.getTimeUnit());
		if (seconds > 0 && Double.isFinite(seconds)) {
			attribute("TimeIncrement", OmeUnits.text(seconds));
			attribute("TimeIncrementUnit", "s");
		}
		for (int channel = 0; channel < image.getNChannels(); channel++)
			channel(channel, samples, taken.emissions());
		int directory = 0;
		for (int t = 0; t < image.getNFrames(); t++)
			for (int z = 0; z < image.getNSlices(); z++)
				for (int channel = 0; channel < image.getNChannels(); channel++) {
					xml.writeEmptyElement("TiffData");
					attribute("IFD", String.valueOf(directory++));
					attribute("FirstC", String.valueOf(channel)); // pages' channels, as Bio-Formats counts
					attribute("FirstZ", String.valueOf(z));
					attribute("FirstT", String.valueOf(t));
					attribute("PlaneCount", "1");
				}
		xml.writeEndElement();
	}

	private void size(final String axis, final double size, final String unit) throws XMLStreamException {
		final double micrometres = size * OmeUnits.micrometres(unit);
		if (!(micrometres > 0) || !Double.isFinite(micrometres)) return;
		attribute("PhysicalSize" + axis, OmeUnits.text(micrometres));
		attribute("PhysicalSize" + axis + "Unit", "\u00b5m");
	}

	private void channel(final int channel, final int samples, final List<String> emissions) throws XMLStreamException {
		xml.writeEmptyElement("Channel");
		attribute("ID", "Channel:0:" + channel);
		final String name = ChannelNames.of(image, channel);
		if (name != null) attribute("Name", name);
		attribute("SamplesPerPixel", String.valueOf(samples));
		final String emission = emissions.isEmpty() ? null : emissions.get(emissions.size() == 1 ? 0 : channel);
		if (emission != null) {
			attribute("EmissionWavelength", emission);
			attribute("EmissionWavelengthUnit", "nm");
		}
		if (image instanceof CompositeImage composite && composite.getMode() != CompositeImage.GRAYSCALE) {
			final Color colour = new Color(composite.getChannelLut(channel + 1).getRGB(255));
			attribute("Color", String.valueOf(colour.getRed() << 24 | colour.getGreen() << 16 | colour.getBlue() << 8 | 255));
		}
	}

	private void attribute(final String name, final String value) throws XMLStreamException {
		xml.writeAttribute(name, allowed(value));
	}

	/** Without the characters that XML cannot have. */
	private static String allowed(final String text) {
		return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
	}
}
