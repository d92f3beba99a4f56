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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Java's own image readers, whichever others a library may have brought: those may convert values. */
final class Readers {

	private static final Pattern OWN = Pattern.compile("com\\.sun\\.imageio\\.plugins\\.(png|jpeg|bmp|gif|tiff)\\.");

	/** What is to be read. */
	interface Reading<T> {

		T from(ImageReader reader) throws IOException;
	}

	private Readers() {}

	/** No reader knows the format. */
	static final class NotAnImage extends IOException {

		private static final long serialVersionUID = 1;
	}

	/**
	 * Reads an image.
	 *
	 * @throws NotAnImage if it is of no format that is read here
	 * @throws IOException with the reader's words where it fails or warns, as it does before it fills up what is missing; it
	 *           may throw any RuntimeException as well
	 */
	static <T> T read(final ImageInputStream in, final Reading<T> reading) throws IOException {
		final AtomicReference<String> warning = new AtomicReference<>();
		final ImageReader reader = reader(in);
		final T read;
		try {
			reader.addIIOReadWarningListener((IIOReadWarningListener) (source, text) -> warning.compareAndSet(null, text));
			reader.setInput(in);
			read = reading.from(reader);
		}
		finally {
			reader.dispose();
		}
		if (warning.get() != null) throw new IOException(warning.get());
		return read;
	}

	/** The same of an image that is in memory, where a RuntimeException is an {@link IOException}, too. */
	static <T> T read(final byte[] data, final Reading<T> reading) throws IOException {
		try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(data))) {
			return read(in, reading);
		}
		catch (final RuntimeException | IOException e) {
			final boolean said = e instanceof IOException && e.getMessage() != null;
			throw new IOException(said ? e.getMessage() : "Java's reader for it fails", e);
		}
	}

	private static ImageReader reader(final ImageInputStream in) throws NotAnImage {
		final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
		while (readers.hasNext()) {
			final ImageReader reader = readers.next();
			if (OWN.matcher(reader.getClass().getName()).lookingAt()) return reader;
		}
		throw new NotAnImage();
	}
}
