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
package org.zeroshotsr.imagej;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Window;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.run.Planes;

/** What an image is known by: SHA-256 (FIPS 180-4) in hexadecimal digits. */
public final class Sha256 {

	private static final int BUFFER = 1 << 20;
	private static final String STAGE = "looking at the input";
	/** In which order the sizes are, those of other axes behind them. */
	private static final String LETTERS = "XYSCZT";

	private Sha256() {}

	/** Of bytes. */
	public static String of(final byte[] bytes) {
		return hex(digest().digest(bytes));
	}

	/** Of a file's bytes. */
	public static String of(final Path file, final Progress progress) throws IOException {
		final MessageDigest digest = digest();
		final byte[] buffer = new byte[BUFFER];
		final int all = (int) Math.max(1, Files.size(file) / BUFFER);
		try (InputStream in = Files.newInputStream(file)) {
			int done = 0;
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				digest.update(buffer, 0, n);
				progress.update(Status.of(STAGE, Math.min(all, done++), all));
				progress.checkCanceled();
			}
		}
		return hex(digest.digest());
	}

	/**
	 * Of an image's samples, whatever file or window they are in: first a line of ASCII with the sizes, those of X and Y and then
	 * of S, C, Z, T and others that are longer than one, as {@code X=160 Y=128 C=2} and a line feed; then the samples in
	 * grey levels, as 32-bit IEEE floats with the lowest byte first (0x7fc00000 for all that is no number): plane after plane in
	 * the order of {@link PlaneOrder}, which is channel by channel, of a plane row after row, of a row its merged colours one
	 * after another, and of these sample after sample.
	 */
	public static String of(final Planes image, final Progress progress) {
		final MessageDigest digest = digest();
		digest.update(sizes(image).getBytes(StandardCharsets.US_ASCII));
		final List<long[]> planes = image.order().planes();
		final boolean whole = (long) image.width() * image.height() * image.channels() <= Planes.MOST;
		final int rows = whole ? image.height() : Math.max(1, BUFFER / image.width());
		for (int i = 0; i < planes.size(); i++) {
			for (int y = 0; y < image.height(); y += rows) {
				progress.update(Status.of(STAGE, i, planes.size()));
				progress.checkCanceled();
				add(whole ? image.source().read(planes.get(i)) : image.source().read(planes.get(i), new Window(y, 0, Math.min(rows, image
					.height() - y), image.width())), digest);
			}
		}
		return hex(digest.digest());
	}

	private static String sizes(final Planes image) {
		final String axes = image.order().axes();
		final StringBuilder sizes = new StringBuilder();
		(LETTERS + axes).chars().distinct().filter(letter -> axes.indexOf(letter) >= 0).forEach(letter -> {
			final long size = image.size()[axes.indexOf(letter)];
			if (letter == 'X' || letter == 'Y' || size > 1) sizes.append(sizes.isEmpty() ? "" : " ").append((char) letter).append('=')
				.append(size);
		});
		return sizes.append('\n').toString();
	}

	private static void add(final Plane part, final MessageDigest digest) {
		final ByteBuffer row = ByteBuffer.allocate(4 * part.width).order(ByteOrder.LITTLE_ENDIAN);
		for (int y = 0; y < part.height; y++)
			for (int c = 0; c < part.channels; c++) {
				row.clear();
				for (int x = 0; x < part.width; x++)
					row.putInt(Float.floatToIntBits(part.get(c, y, x)));
				digest.update(row.array());
			}
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String hex(final byte[] digest) {
		return HexFormat.of().formatHex(digest);
	}
}
