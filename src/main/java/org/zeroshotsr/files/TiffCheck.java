package org.zeroshotsr.files;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import ij.io.FileInfo;
import ij.io.TiffDecoder;

/**
 * Decodes the directories of a TIFF and makes sure that the file holds everything they point at. ImageJ's own opener
 * fills with zeros, or leaves planes out, where a file was cut off.
 */
final class TiffCheck {

	private TiffCheck() {}

	/** The planes of a whole and readable TIFF, as ImageJ's decoder describes them. */
	static FileInfo[] check(final Path path) throws IOException {
		final Path file = path.toAbsolutePath();
		final long length;
		final int directories;
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			length = in.length();
			directories = directories(in);
		}
		catch (final EOFException e) {
			throw truncated(path, "its list of planes is cut off");
		}
		final FileInfo[] planes = decode(path, file);
		if (planes.length > 1 && planes.length < directories) throw new IOException(path + " holds " + directories +
			" planes, of which ImageJ can read only " + planes.length + "; save it as a plain TIFF, for instance from Fiji");
		for (final FileInfo plane : planes)
			check(path, plane, planes[0], length);
		return planes;
	}

	private static FileInfo[] decode(final Path path, final Path file) throws IOException {
		final String said;
		FileInfo[] planes = null;
		try (Silence silence = new Silence()) {
			planes = new TiffDecoder(file.getParent() + File.separator, file.getFileName().toString()).getTiffInfo();
			said = silence.heard();
		}
		catch (final EOFException e) {
			throw truncated(path, "its header is cut off");
		}
		catch (final IOException | RuntimeException e) {
			throw new IOException(path + " cannot be read by ImageJ: " + e.getMessage() +
				"; open it in Fiji with Bio-Formats and save it as a plain TIFF", e);
		}
		if (planes == null || planes.length == 0) throw new IOException(path +
			" has the start of a TIFF but no image; export or copy it again");
		if (!said.isEmpty()) throw new IOException(path + " cannot be read by ImageJ: " + said +
			"; save it as a plain TIFF");
		return planes;
	}

	private static void check(final Path path, final FileInfo plane, final FileInfo first, final long length)
		throws IOException
	{
		if (plane.width < 1 || plane.height < 1) throw new IOException(path + " says that it is " + plane.width + " x " +
			plane.height + " pixels; it is damaged, export or copy it again");
		if (plane.width != first.width || plane.height != first.height || plane.fileType != first.fileType)
			throw new IOException(path + " holds images of different sizes or types; save the wanted one as its own file");
		if (plane.stripOffsets == null) throw new IOException(path + " does not say where its pixels are; it is damaged");
		long end = 0;
		if (plane.compression == FileInfo.COMPRESSION_NONE && plane.stripOffsets.length == 1) {
			final int images = Math.max(1, plane.nImages);
			end = plane.getOffset() + images * planeBytes(plane) + (images - 1) * plane.getGap();
		}
		else {
			if (plane.stripLengths == null || plane.stripLengths.length != plane.stripOffsets.length)
				throw new IOException(path + " does not say how long its strips of pixels are; it is damaged");
			for (int i = 0; i < plane.stripOffsets.length; i++)
				end = Math.max(end, (plane.stripOffsets[i] & 0xffffffffL) + (plane.stripLengths[i] & 0xffffffffL));
		}
		if (end > length) throw truncated(path, "it should have at least " + end + " bytes and has " + length);
	}

	/** Bytes of one uncompressed plane. */
	static long planeBytes(final FileInfo plane) {
		final long rowBits = switch (plane.fileType) {
			case FileInfo.BITMAP -> (plane.width + 7L) / 8 * 8;
			case FileInfo.GRAY10_UNSIGNED -> plane.width * 10L;
			case FileInfo.GRAY12_UNSIGNED -> plane.width * 12L;
			default -> 8L * plane.width * plane.getBytesPerPixel();
		};
		return rowBits * plane.height / 8;
	}

	/** Follows the chain of image file directories to its end; ImageJ's decoder stops silently where it breaks. */
	private static int directories(final RandomAccessFile in) throws IOException {
		final boolean little = in.readUnsignedShort() == 0x4949;
		in.seek(4);
		final Set<Long> seen = new HashSet<>();
		long next = integer(in, little);
		while (next != 0 && seen.add(next)) {
			in.seek(next);
			final int entries = little ? Short.toUnsignedInt(Short.reverseBytes(in.readShort())) : in.readUnsignedShort();
			in.seek(next + 2 + 12L * entries);
			next = integer(in, little);
		}
		return seen.size();
	}

	private static long integer(final RandomAccessFile in, final boolean little) throws IOException {
		final int value = in.readInt();
		return (little ? Integer.reverseBytes(value) : value) & 0xffffffffL;
	}

	private static IOException truncated(final Path path, final String how) {
		return new IOException(path + " is truncated: " + how + "; export or copy it again");
	}
}
