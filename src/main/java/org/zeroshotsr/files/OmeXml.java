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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What the OME-XML of an OME-TIFF says about its image (docs.openmicroscopy.org/ome-model, OME-TIFF specification): which
 * directory holds which plane, and how the image was taken. Of any version of the schema.
 */
final class OmeXml {

	private static final Pattern START = Pattern.compile("<(?:!DOCTYPE\\s+)?(?:[\\w.-]+:)?OME(?![\\w.-])");
	/** Refractive indices of immersion media. */
	private static final Map<String, Double> MEDIA = Map.of("air", 1.0, "water", 1.333, "waterdipping", 1.333, "oil", 1.515,
		"glycerol", 1.47);

	/**
	 * A channel.
	 *
	 * @param name     or an empty text
	 * @param emission wavelength in nm; NaN where it is not known
	 * @param colour   red, green, blue and opacity, a byte each, from the highest; null where it is not given, or black
	 */
	record Channel(String name, double emission, Integer colour) {}

	private final TiffInput in;
	private final Element root;
	private final Element image;
	private final Element pixels;
	private final OmePlanes planes;
	private final List<Channel> channels;
	private final List<String> notes = new ArrayList<>();

	/** Whether the text of a first page is OME-XML: what comes first beside comments and the like is OME. */
	static boolean isOme(final String description) {
		final String text = plain(description);
		int at = 0;
		while (at < text.length()) {
			final int end;
			if (Character.isWhitespace(text.charAt(at))) end = at + 1;
			else if (text.startsWith("<?", at)) end = text.indexOf("?>", at) + 2;
			else if (text.startsWith("<!--", at)) end = text.indexOf("-->", at) + 3;
			else return START.matcher(text).region(at, text.length()).lookingAt();
			if (end <= at) return false;
			at = end;
		}
		return false;
	}

	/** Without a byte order mark. */
	private static String plain(final String description) {
		return description.startsWith("\uFEFF") ? description.substring(1) : description;
	}

	/**
	 * @param count directories of the file
	 * @param samples of a pixel, in the file
	 * @param colours the same without opacity
	 * @throws IOException if it cannot be read, has no image, or only one that is not all in this file
	 */
	OmeXml(final TiffInput in, final String xml, final int count, final int samples, final int colours) throws IOException {
		this.in = in;
		try {
			root = Xml.root(plain(xml).strip());
		}
		catch (final SAXException e) {
			throw in.damaged("its OME-XML cannot be read (" + e.getMessage() + ")");
		}
		final Element binaryOnly = Xml.first(root, "BinaryOnly");
		if (binaryOnly != null) throw in.unsupported("an OME-XML that is in another file (" + binaryOnly.getAttribute(
			"MetadataFile") + ")");
		final List<Element> images = Xml.all(root, "Image").stream().filter(i -> Xml.first(i, "Pixels") != null).toList();
		if (images.isEmpty()) throw in.damaged("its OME-XML has no image");
		image = images.stream().filter(i -> isWhole(Xml.first(i, "Pixels"))).findFirst().orElseThrow(() -> inOthers(images.get(
			0)));
		pixels = Xml.first(image, "Pixels");
		planes = new OmePlanes(in, pixels, count, samples, colours);
		final List<Element> inPixels = Xml.all(pixels, "Channel");
		channels = (inPixels.isEmpty() ? Xml.all(image, "LogicalChannel") : inPixels).stream().map(OmeXml::channel).toList();
		final int others = Xml.all(root, "Image").size() - 1;
		final int left = count - planes.sizeC() * planes.sizeZ() * planes.sizeT();
		if (others > 0) notes.add("the file's OME-XML has " + others + " more OME image" + (others > 1 ? "s" : "") +
			" beside the one that is read, which " + (others > 1 ? "were" : "was") + " left out");
		else if (left > 0) notes.add("the file has " + left + " page" + (left > 1 ? "s" : "") +
			" that its OME-XML does not speak of, which " + (left > 1 ? "were" : "was") + " left out");
	}

	/** Whether all planes are in this file: by its UUID, by its name, or since nobody else has them. */
	private boolean isWhole(final Element of) {
		final List<Element> places = Xml.all(of, "UUID");
		if (files(of).size() > 1) return false;
		final String own = root.getAttribute("UUID").strip();
		for (final Element place : places) {
			final String file = place.getAttribute("FileName");
			final String uuid = place.getTextContent().strip();
			final boolean here = !own.isEmpty() && own.equalsIgnoreCase(uuid) || in.isNamed(file);
			if (!here && (!own.isEmpty() && !uuid.isEmpty() || in.hasBeside(file))) return false;
		}
		return true;
	}

	private static List<String> files(final Element of) {
		return Xml.all(of, "UUID").stream().map(u -> u.getAttribute("FileName")).filter(f -> !f.isEmpty()).distinct().toList();
	}

	private IOException inOthers(final Element of) {
		final List<String> files = files(of);
		final String names = files.stream().limit(4).collect(Collectors.joining(", ")) + (files.size() > 4 ? ", .." : "");
		return in.unsupported(files.size() > 1 ? "an OME-XML of " + files.size() + " files (" + names + ")"
			: "an OME-XML of another file's planes" + (names.isEmpty() ? "" : " (" + names + ")"));
	}

	private static Channel channel(final Element channel) {
		final String unit = Xml.text(channel, "EmissionWavelengthUnit");
		final double emission = Xml.number(channel, "EmissionWavelength", "EmWave") * 1e3 * OmeUnits.micrometres(unit.isEmpty()
			? "nm" : unit);
		final String colour = channel.getAttribute("Color").strip();
		final Integer given = colour.matches("-?\\d{1,10}") ? (Integer) (int) Long.parseLong(colour) : null;
		return new Channel(channel.getAttribute("Name"), emission > 0 && Double.isFinite(emission) ? emission : Double.NaN,
			given == null || given >>> 8 == 0 ? null : given);
	}

	/** Channels, slices and frames, and where they are. */
	OmePlanes planes() {
		return planes;
	}

	List<Channel> channels() {
		return channels;
	}

	List<String> notes() {
		return notes;
	}

	/** Size of a pixel along X, Y or Z in micrometres; NaN where it is not known. */
	double micrometres(final char axis) {
		final String unit = pixels.getAttribute("PhysicalSize" + axis + "Unit");
		double size = Xml.number(pixels, "PhysicalSize" + axis);
		if (Double.isNaN(size)) size = Xml.number(image, "PixelSize" + axis); // until 2007
		return positive(size * OmeUnits.micrometres(unit.isEmpty() ? "um" : unit));
	}

	/** Seconds between frames; NaN where they are not known. */
	double seconds() {
		final String unit = pixels.getAttribute("TimeIncrementUnit");
		return positive(Xml.number(pixels, "TimeIncrement") * OmeUnits.seconds(unit.isEmpty() ? "s" : unit));
	}

	/** The text of an annotation of {@link OmeWriter}'s, or null. */
	String annotation(final String namespace) {
		for (final Element comment : Xml.all(root, "CommentAnnotation"))
			if (namespace.equals(comment.getAttribute("Namespace"))) return Xml.text(comment, "Value");
		return null;
	}

	/** How the image was taken, in lines that {@link Acquisition} and people can read. */
	String info() {
		final StringBuilder info = new StringBuilder();
		// the optics first: the rest is what people wrote
		optics(info);
		boolean all = true;
		for (final Channel channel : channels)
			all &= !Double.isNaN(channel.emission());
		for (int c = 0; c < channels.size(); c++) {
			line(info, "Channel name #" + (c + 1), channels.get(c).name());
			// one that is alone would be taken for that of all
			line(info, all ? "Emission wavelength #" + (c + 1) : "Emission of channel " + (c + 1) + " in nm", number(channels.get(c)
				.emission()));
		}
		line(info, "Image name", image.getAttribute("Name"));
		for (final String name : List.of("AcquisitionDate", "AcquiredDate", "CreationDate", "Description"))
			line(info, name, Xml.text(image, name));
		return info.toString();
	}

	private void optics(final StringBuilder info) {
		final Element inImage = Xml.first(image, "ObjectiveSettings");
		final Element settings = inImage == null ? Xml.first(image, "ObjectiveRef") : inImage;
		final Element objective = objective(settings);
		double index = settings == null ? Double.NaN : Xml.number(settings, "RefractiveIndex");
		if (objective != null) line(info, "Lens NA", number(positive(Xml.number(objective, "LensNA"))));
		String medium = settings == null ? "" : settings.getAttribute("Medium");
		if (medium.isEmpty() && objective != null) medium = Xml.text(objective, "Immersion");
		if (Double.isNaN(positive(index))) index = MEDIA.getOrDefault(medium.toLowerCase(Locale.ROOT), Double.NaN);
		line(info, "Refractive index", number(index));
		line(info, "Immersion", medium);
		if (objective != null) line(info, "Objective", (Xml.text(objective, "Manufacturer") + " " + Xml.text(objective, "Model"))
			.strip());
	}

	private Element objective(final Element settings) {
		final List<Element> objectives = Xml.all(root, "Objective");
		if (settings != null) for (final Element objective : objectives)
			if (objective.getAttribute("ID").equals(settings.getAttribute("ID"))) return objective;
		return objectives.size() == 1 ? objectives.get(0) : null;
	}

	private static double positive(final double value) {
		return value > 0 && Double.isFinite(value) ? value : Double.NaN;
	}

	private static String number(final double value) {
		return Double.isNaN(value) ? "" : OmeUnits.text(value);
	}

	private static void line(final StringBuilder info, final String name, final String value) {
		if (!value.isBlank()) info.append(name).append(" = ").append(value.replaceAll("\\s*\\R\\s*", " ")).append('\n');
	}
}
