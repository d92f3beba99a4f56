package org.zeroshotsr.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.plugin.FileInfoVirtualStack;
import ij.process.ImageProcessor;

/** An uncompressed TIFF stack of which a plane is read when it is asked for. */
final class TiffStack extends FileInfoVirtualStack {

	private final Path path;
	private final long length;
	private final String[] labels;

	private TiffStack(final Path path, final FileInfo[] planes, final String[] labels) throws IOException {
		super(planes);
		this.path = path;
		this.length = Files.size(path);
		this.labels = labels;
	}

	/** Whether a checked TIFF is a stack that can and should be read plane by plane. */
	static boolean fits(final FileInfo[] planes, final long lazyBytes) {
		final FileInfo first = planes[0];
		final int count = Math.max(planes.length, first.nImages);
		final boolean known = switch (first.fileType) {
			case FileInfo.GRAY8, FileInfo.COLOR8, FileInfo.GRAY16_UNSIGNED, FileInfo.GRAY16_SIGNED, FileInfo.GRAY32_FLOAT,
					FileInfo.RGB -> true;
			default -> false;
		};
		for (final FileInfo plane : planes)
			if (plane.compression != FileInfo.COMPRESSION_NONE || plane.stripOffsets.length > 1) return false;
		final int samples = first.fileType == FileInfo.RGB ? 3 : 1;
		return known && count > 1 && first.samplesPerPixel <= samples && count * TiffCheck.planeBytes(
			first) > lazyBytes && (first.description == null || !first.description.contains("order=zct"));
	}

	static ImagePlus open(final Path path, final FileInfo[] planes) throws IOException {
		final FileInfo head = planes[0];
		final FileInfo[] each = planes.length > 1 ? planes : contiguous(head);
		final String[] labels = head.sliceLabels;
		final FileInfo start = (FileInfo) each[0].clone();
		start.nImages = 1;
		start.sliceLabels = null;
		final ImagePlus first;
		final TiffStack stack = new TiffStack(path, each, labels);
		final ImagePlus image;
		final String said;
		try (Silence silence = new Silence()) {
			first = new FileOpener(start).openImage(); // brings everything but the stack
			if (first == null) throw new IOException(path + " cannot be opened; ImageJ says: " + silence.heard());
			stack.setBitDepth(first.getBitDepth());
			image = new ImagePlus(first.getTitle(), stack);
			copy(first, image);
			arrange(image, head);
			said = silence.heard();
		}
		if (!said.isEmpty()) throw new IOException(path + " cannot be opened; ImageJ says: " + said);
		final boolean composite = image.getNChannels() > 1 && head.description != null && (head.description.contains(
			"mode=") || image.getOpenAsHyperStack()) && image.getBitDepth() != 24;
		return composite ? new CompositeImage(image, mode(head.description)) : image;
	}

	private static void copy(final ImagePlus first, final ImagePlus image) {
		image.setCalibration(first.getCalibration());
		image.setOverlay(first.getOverlay());
		image.setRoi(first.getRoi());
		image.setProperties(first.getPropertiesAsArray());
		if (first.getInfoProperty() != null) image.setProperty("Info", first.getInfoProperty());
		if (first.getBitDepth() != 24) image.setDisplayRange(first.getDisplayRangeMin(), first.getDisplayRangeMax());
		image.setFileInfo(first.getOriginalFileInfo());
	}

	private static void arrange(final ImagePlus image, final FileInfo head) {
		final int c = number(head, "channels");
		final int z = number(head, "slices");
		final int t = number(head, "frames");
		if (c * z * t != image.getStackSize()) return;
		image.setDimensions(c, z, t);
		image.setOpenAsHyperStack(head.description != null && head.description.contains("hyperstack=true"));
	}

	private static int number(final FileInfo head, final String key) {
		if (head.description == null) return 1;
		final Matcher matcher = Pattern.compile("(?m)^" + key + "=(\\d{1,9})$").matcher(
			head.description);
		return matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
	}

	private static int mode(final String description) {
		return description.contains("mode=composite") ? IJ.COMPOSITE : description.contains("mode=gray") ? IJ.GRAYSCALE :
			IJ.COLOR;
	}

	/** ImageJ writes one directory for all planes, which lie one after another. */
	private static FileInfo[] contiguous(final FileInfo head) {
		final FileInfo[] each = new FileInfo[head.nImages];
		for (int i = 0; i < each.length; i++) {
			each[i] = (FileInfo) head.clone();
			each[i].nImages = 1;
			each[i].longOffset = head.getOffset() + i * (TiffCheck.planeBytes(head) + head.getGap());
		}
		return each;
	}

	/** @throws UncheckedIOException if the file was removed or changed since it was opened */
	@Override
	public ImageProcessor getProcessor(final int n) {
		try (Silence silence = new Silence()) {
			if (!Files.exists(path) || Files.size(path) != length) throw new IOException(path +
				" was removed or changed while it was being read");
			final ImageProcessor plane = super.getProcessor(n);
			// ImageJ returns zeros where it could not read, and only says so
			if (!silence.heard().isEmpty()) throw new IOException("plane " + n + " of " + path +
				" cannot be read; ImageJ says: " + silence.heard());
			return plane;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e.getMessage(), e);
		}
	}

	@Override
	public String getSliceLabel(final int n) {
		return labels != null && n <= labels.length ? labels[n - 1] : null;
	}
}
