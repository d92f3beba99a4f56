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

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;

import ij.ImagePlus;

/**
 * What a TIFF holds that is to be written: so many planes of one size and kind. A plane may have more pixels than an array.
 *
 * @param width columns of a plane
 * @param height rows of a plane
 * @param planes channels x slices x frames
 */
public record TiffShape(int width, int height, int planes, Kind kind) {

	/** The values of a pixel. {@link #SIGNED16} takes them as ImageJ has them, 32768 higher than those in the file. */
	public enum Kind {
		GREY8(1), GREY16(2), SIGNED16(2), FLOAT(4), RGB(3);

		private final int bytes;

		Kind(final int bytes) {
			this.bytes = bytes;
		}

		/** Bytes of a pixel. */
		public int bytes() {
			return bytes;
		}

		/** Puts pixels of ImageJ's into a file's bytes. */
		void put(final Object pixels, final int from, final int count, final ByteBuffer to) {
			final int start = to.position();
			if (this == GREY8 && pixels instanceof byte[] b) to.put(b, from, count);
			else if (this == GREY16 && pixels instanceof short[] s) to.asShortBuffer().put(s, from, count);
			else if (this == SIGNED16 && pixels instanceof short[] s) for (int i = from; i < from + count; i++)
				to.putShort((short) (s[i] - 32768));
			else if (this == FLOAT && pixels instanceof float[] f) to.asFloatBuffer().put(f, from, count);
			else if (this == RGB && pixels instanceof int[] rgb) for (int i = from; i < from + count; i++)
				to.put((byte) (rgb[i] >> 16)).put((byte) (rgb[i] >> 8)).put((byte) rgb[i]);
			else throw new IllegalArgumentException(pixels.getClass().getSimpleName() + " for " + this);
			to.position(start + count * bytes);
		}
	}

	public TiffShape {
		if (width < 1 || height < 1 || planes < 1) throw new IllegalArgumentException(width + " x " + height + " x " + planes);
	}

	/** Planes of another size in the place of an image's, in a file of that name. */
	public static TiffShape of(final ImagePlus image, final int width, final int height, final Path name) {
		return new TiffShape(width, height, image.getStackSize(), switch (image.getBitDepth()) {
			case 8 -> Kind.GREY8;
			case 16 -> OmeWriter.takes(name) && image.getCalibration().isSigned16Bit() ? Kind.SIGNED16 : Kind.GREY16;
			case 24 -> Kind.RGB;
			default -> Kind.FLOAT;
		});
	}

	long rowBytes() {
		return (long) width * kind.bytes;
	}

	long planeBytes() {
		return height * rowBytes();
	}

	/** Of all planes. */
	long bytes() {
		return Math.multiplyExact(planes, planeBytes());
	}

	/** Bytes from the first pixel to another one. */
	long place(final int plane, final int y, final int x) {
		return plane * planeBytes() + y * rowBytes() + (long) x * kind.bytes;
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%d plane%s of %d x %d pixels (%s)", planes, planes > 1 ? "s" : "", width, height, kind
			.name().toLowerCase(Locale.ROOT));
	}
}
