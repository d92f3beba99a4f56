package org.zeroshotsr.files;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What the OME-XML of an OME-TIFF says about its first image (docs.openmicroscopy.org/ome-model, OME-TIFF specification):
 * which directory holds which plane, and how the image was taken. Of any version of the schema.
 */
final class OmeXml {

	/** Lengths of OME's units in micrometres. */
	private static final Map<String, Double> MICROMETRES = Map.ofEntries(Map.entry("pm", 1e-6), Map.entry("\u00c5", 1e-4), Map
		.entry("nm", 1e-3), Map.entry("\u00b5m", 1.0), Map.entry("\u03bcm", 1.0), Map.entry("um", 1.0), Map.entry("micron", 1.0),
		Map.entry("mm", 1e3), Map.entry("cm", 1e4), Map.entry("dm", 1e5), Map.entry("m", 1e6), Map.entry("in", 25400.0), Map
			.entry("mi.", 1609344e6), Map.entry("ft", 304800.0));
	private static final Map<String, Double> SECONDS = Map.of("ns", 1e-9, "\u00b5s", 1e-6, "\u03bcs", 1e-6, "us", 1e-6, "ms",
		1e-3, "s", 1.0, "min", 60.0, "h", 3600.0, "d", 86400.0);
	/** Refractive indices of immersion media. */
	private static final Map<String, Double> MEDIA = Map.of("air", 1.0, "water", 1.333, "waterdipping", 1.333, "oil", 1.515,
		"glycerol", 1.47);

	/**
	 * A channel.
	 *
	 * @param name     or an empty text
	 * @param emission wavelength in nm; NaN where it is not known
	 * @param colour   red, green, blue and opacity, a byte each, from the highest; null where it is not given
	 */
	record Channel(String name, double emission, Integer colour) {}

	private final TiffInput in;
	private final Element image;
	private final Element pixels;
	private final int samples;
	private final List<Channel> channels = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();

	/** Whether the text of a first page is OME-XML. */
	static boolean isOme(final String description) {
		return description.regionMatches(0, "<?xml", 0, 5) && description.contains("<OME") || description.startsWith("<OME") ||
			description.contains("<OME:OME") || description.contains("http://www.openmicroscopy.org/Schemas/");
	}

	/** @throws IOException if it cannot be read, has no image, or is one file of several */
	OmeXml(final TiffInput in, final String xml) throws IOException {
		this.in = in;
		final Element root = root(xml);
		if (first(root, "BinaryOnly") != null) throw in.unsupported(
			"an OME-XML that is in another file (" + first(root, "BinaryOnly").getAttribute("MetadataFile") + ")");
		final List<Element> images = all(root, "Image");
		image = images.isEmpty() ? null : images.get(0);
		pixels = image == null ? null : first(image, "Pixels");
		if (pixels == null) throw in.damaged("its OME-XML has no image");
		if (images.size() > 1) notes.add("the file holds " + (images.size() - 1) + " more OME image" + (images.size() > 2 ? "s"
			: "") + " beside the first one, which " + (images.size() > 2 ? "were" : "was") + " left out");
		final List<String> files = all(pixels, "UUID").stream().map(u -> u.getAttribute("FileName")).filter(f -> !f.isEmpty())
			.distinct().toList();
		if (files.size() > 1) throw in.unsupported("an OME-XML of " + files.size() + " files (" + files.stream().limit(4).collect(
			Collectors.joining(", ")) + (files.size() > 4 ? ", .." : "") + ")");
		int perPlane = 1;
		for (final Element channel : all(pixels, "Channel")) {
			perPlane = Math.max(perPlane, (int) number(channel, "SamplesPerPixel", 1));
			final double emission = number(channel, "EmissionWavelength", Double.NaN) * 1e3 * MICROMETRES.getOrDefault(unit(channel,
				"EmissionWavelength", "nm"), Double.NaN);
			final String colour = channel.getAttribute("Color");
			channels.add(new Channel(channel.getAttribute("Name"), emission, colour.matches("-?\\d{1,10}") ? (Integer) (int) Long
				.parseLong(colour) : null));
		}
		samples = perPlane;
	}

	private Element root(final String xml) throws IOException {
		try {
			final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			// no entities: neither other files nor billions of laughs
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setNamespaceAware(true);
			final DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setErrorHandler(new Throwing());
			return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
		}
		catch (final SAXException e) {
			throw in.damaged("its OME-XML cannot be read (" + e.getMessage() + ")");
		}
		catch (final ParserConfigurationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Java's own would print. */
	private static final class Throwing implements ErrorHandler {

		@Override
		public void warning(final SAXParseException e) {}

		@Override
		public void error(final SAXParseException e) throws SAXException {
			throw e;
		}

		@Override
		public void fatalError(final SAXParseException e) throws SAXException {
			throw e;
		}
	}

	/** All elements of a name below another, in any namespace. */
	private static List<Element> all(final Element below, final String name) {
		final List<Element> found = new ArrayList<>();
		for (Node node = below.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (!(node instanceof Element)) continue;
			if (name.equals(node.getLocalName())) found.add((Element) node);
			else found.addAll(all((Element) node, name));
		}
		return found;
	}

	private static Element first(final Element below, final String name) {
		return all(below, name).stream().findFirst().orElse(null);
	}

	private static double number(final Element element, final String attribute, final double missing) {
		try {
			return element.hasAttribute(attribute) ? Double.parseDouble(element.getAttribute(attribute)) : missing;
		}
		catch (final NumberFormatException e) {
			return missing;
		}
	}

	private static String unit(final Element element, final String attribute, final String missing) {
		final String unit = element.getAttribute(attribute + "Unit");
		return unit.isEmpty() ? missing : unit;
	}

	private int size(final String axis) throws IOException {
		final double size = number(pixels, "Size" + axis, 0);
		if (size < 1 || size != Math.rint(size) || size > Integer.MAX_VALUE) throw in.damaged("its OME-XML says that Size" + axis +
			" is " + pixels.getAttribute("Size" + axis));
		return (int) size;
	}

	/** Channels that have directories of their own: a directory of RGB holds three of SizeC. */
	int sizeC() throws IOException {
		return Math.max(1, size("C") / samples);
	}

	int sizeZ() throws IOException {
		return size("Z");
	}

	int sizeT() throws IOException {
		return size("T");
	}

	List<Channel> channels() {
		return channels;
	}

	List<String> notes() {
		return notes;
	}

	/**
	 * Where the planes are.
	 *
	 * @param count directories of the file
	 * @return the directory of each plane, counted from 0, channels first, then slices, then frames
	 */
	int[] directories(final int count) throws IOException {
		final int c = sizeC();
		final int z = sizeZ();
		final int t = sizeT();
		if ((double) c * z * t > count) throw in.damaged("its OME-XML speaks of " + c + " x " + z + " x " + t +
			" planes, and it has " + count);
		final int[] found = new int[c * z * t];
		Arrays.fill(found, -1);
		final String order = pixels.getAttribute("DimensionOrder");
		if (!order.matches("XY(CZT|CTZ|ZCT|ZTC|TCZ|TZC)")) throw in.damaged("its OME-XML has the dimension order '" + order + "'");
		final List<Element> blocks = all(pixels, "TiffData");
		if (blocks.isEmpty()) fill(found, new int[] { 0, 0, 0 }, order, 0, count, count);
		for (final Element block : blocks) {
			final boolean one = block.hasAttribute("IFD");
			final String planes = block.hasAttribute("PlaneCount") ? "PlaneCount" : "NumPlanes";
			fill(found, new int[] { (int) number(block, "FirstC", 0) / samples, (int) number(block, "FirstZ", 0), (int) number(block,
				"FirstT", 0) }, order, (int) number(block, "IFD", 0), (int) Math.min(count, number(block, planes, one ? 1 : count)),
				count);
		}
		for (int i = 0; i < found.length; i++)
			if (found[i] < 0) throw in.damaged("its OME-XML does not say where plane " + (i + 1) + " of " + found.length + " is");
		return found;
	}

	private void fill(final int[] found, final int[] first, final String order, final int directory, final int planes,
		final int count) throws IOException
	{
		final int[] sizes = { sizeC(), sizeZ(), sizeT() };
		final int[] at = first.clone();
		for (int i = 0; i < planes; i++) {
			for (int axis = 0; axis < 3; axis++)
				if (at[axis] < 0 || at[axis] >= sizes[axis]) return; // more directories than planes
			if (directory + i < 0 || directory + i >= count) throw in.damaged("its OME-XML speaks of page " + (directory + i + 1L) +
				", and it has " + count);
			found[(at[2] * sizes[1] + at[1]) * sizes[0] + at[0]] = directory + i;
			for (int k = 2; k < 5; k++) {
				final int axis = "CZT".indexOf(order.charAt(k));
				if (++at[axis] < sizes[axis] || k == 4) break;
				at[axis] = 0;
			}
		}
	}

	/** Size of a pixel along X, Y or Z in micrometres; NaN where it is not known. */
	double micrometres(final char axis) {
		final String name = "PhysicalSize" + axis;
		final double size = number(pixels, name, Double.NaN) * MICROMETRES.getOrDefault(unit(pixels, name, "\u00b5m"), Double.NaN);
		return size > 0 && Double.isFinite(size) ? size : Double.NaN;
	}

	/** Seconds between frames; NaN where they are not known. */
	double seconds() {
		final double seconds = number(pixels, "TimeIncrement", Double.NaN) * SECONDS.getOrDefault(unit(pixels, "TimeIncrement", "s"),
			Double.NaN);
		return seconds > 0 && Double.isFinite(seconds) ? seconds : Double.NaN;
	}

	/** How the image was taken, in lines that {@link Acquisition} and people can read. */
	String info() {
		final StringBuilder info = new StringBuilder();
		line(info, "Image name", image.getAttribute("Name"));
		for (final String name : List.of("AcquisitionDate", "AcquiredDate", "Description")) {
			final Element element = first(image, name);
			if (element != null) line(info, name, element.getTextContent().strip());
		}
		final Element settings = settings();
		final Element objective = objective(settings);
		if (objective != null) {
			line(info, "Objective", (objective.getAttribute("Manufacturer") + " " + objective.getAttribute("Model")).strip());
			line(info, "Lens NA", positive(number(objective, "LensNA", Double.NaN)));
			line(info, "Immersion", objective.getAttribute("Immersion"));
		}
		double index = settings == null ? Double.NaN : number(settings, "RefractiveIndex", Double.NaN);
		if (Double.isNaN(index) && objective != null) index = MEDIA.getOrDefault(objective.getAttribute("Immersion").toLowerCase(
			Locale.ROOT), Double.NaN);
		line(info, "Refractive index", positive(index));
		for (int c = 0; c < channels.size(); c++) {
			line(info, "Channel name #" + (c + 1), channels.get(c).name());
			line(info, "Emission wavelength #" + (c + 1), positive(channels.get(c).emission()));
		}
		return info.toString();
	}

	private Element settings() {
		final Element settings = first(image, "ObjectiveSettings");
		return settings == null ? first(image, "ObjectiveRef") : settings;
	}

	private Element objective(final Element settings) {
		final List<Element> objectives = all(image.getOwnerDocument().getDocumentElement(), "Objective");
		if (settings != null) for (final Element objective : objectives)
			if (objective.getAttribute("ID").equals(settings.getAttribute("ID"))) return objective;
		return objectives.size() == 1 ? objectives.get(0) : null;
	}

	private static String positive(final double value) {
		return value > 0 && Double.isFinite(value) ? text(value) : "";
	}

	/** A number as short as it can be: "520", "1.4". */
	static String text(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e9 ? String.valueOf((long) value) : String.valueOf((float) value);
	}

	private static void line(final StringBuilder info, final String name, final String value) {
		if (!value.isEmpty()) info.append(name).append(" = ").append(value.replaceAll("\\s*\\R\\s*", " ")).append('\n');
	}
}
