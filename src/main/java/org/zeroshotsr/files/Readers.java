package org.zeroshotsr.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Java's own image readers, whichever others a library may have brought: those may convert values. */
final class Readers {

	/** What is to be read. */
	interface Reading<T> {

		T from(ImageReader reader) throws IOException;
	}

	private Readers() {}

	/**
	 * Reads an image that is in memory.
	 *
	 * @param name of the reader's class
	 * @throws IOException with the reader's words where it fails or warns, as it does before it fills up what is missing
	 */
	static <T> T read(final String format, final String name, final byte[] data, final Reading<T> reading)
		throws IOException
	{
		final AtomicReference<String> warning = new AtomicReference<>();
		final ImageReader reader = reader(format, name);
		final T read;
		try (MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(data))) {
			reader.addIIOReadWarningListener((IIOReadWarningListener) (source, text) -> warning.compareAndSet(null, text));
			reader.setInput(stream, true, true);
			read = reading.from(reader);
		}
		catch (final RuntimeException | IOException e) {
			final boolean said = e instanceof IOException && e.getMessage() != null;
			throw new IOException(said ? e.getMessage() : "Java's reader for it fails", e);
		}
		finally {
			reader.dispose();
		}
		if (warning.get() != null) throw new IOException(warning.get());
		return read;
	}

	private static ImageReader reader(final String format, final String name) throws IOException {
		final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
		while (readers.hasNext()) {
			final ImageReader reader = readers.next();
			if (name.equals(reader.getClass().getName())) return reader;
		}
		throw new IOException("this Java (" + System.getProperty("java.vendor") + ") has no reader for " + format +
			"; use another one");
	}
}
