package org.zeroshotsr.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads a PNG, JPEG, GIF or BMP file once with Java's own readers, which report a truncated file that ImageJ would
 * show as a half-empty image.
 */
final class RasterCheck {

	private RasterCheck() {}

	static void check(final Path path) throws IOException {
		final AtomicReference<String> warning = new AtomicReference<>();
		try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) throw new IOException("no reader knows its format");
			final ImageReader reader = readers.next();
			try {
				reader.addIIOReadWarningListener((IIOReadWarningListener) (source, text) -> warning.compareAndSet(null, text));
				reader.setInput(in);
				final int count = reader.getNumImages(true);
				for (int i = 0; i < count; i++)
					reader.read(i);
				if ("gif".equalsIgnoreCase(reader.getFormatName())) walkGif(in);
			}
			finally {
				reader.dispose();
			}
		}
		catch (final IOException | RuntimeException e) {
			throw new IOException(path + " is damaged or truncated; export or copy it again (" + reason(e) + ")", e);
		}
		if (warning.get() != null) throw new IOException(path +
			" is damaged or truncated; export or copy it again (" + warning.get() + ")");
	}

	/** Follows the blocks of a GIF to its trailer; Java's reader takes a cut-off image for a whole one. */
	private static void walkGif(final ImageInputStream in) throws IOException {
		in.seek(10);
		final int screen = in.readUnsignedByte();
		in.skipBytes(2);
		skipColours(in, screen);
		for (int block = in.readUnsignedByte(); block != 0x3b; block = in.readUnsignedByte()) {
			if (block == 0x2c) {
				in.skipBytes(8);
				skipColours(in, in.readUnsignedByte());
			}
			in.readUnsignedByte(); // the label of an extension, or the code size of an image
			for (int length = in.readUnsignedByte(); length != 0; length = in.readUnsignedByte())
				in.skipBytes(length);
		}
	}

	private static void skipColours(final ImageInputStream in, final int flags) throws IOException {
		if ((flags & 0x80) != 0) in.skipBytes(3 << (flags & 7) + 1);
	}

	private static String reason(final Exception e) {
		return e instanceof IIOException && e.getCause() != null ? e.getMessage() + ": " + e.getCause().getMessage() : e
			.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
	}
}
