package org.zeroshotsr.imagej;

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

	private static String reason(final Exception e) {
		return e instanceof IIOException && e.getCause() != null ? e.getMessage() + ": " + e.getCause().getMessage() : e
			.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
	}
}
