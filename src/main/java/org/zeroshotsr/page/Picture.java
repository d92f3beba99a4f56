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
package org.zeroshotsr.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.zeroshotsr.image.IntensityRange;
import org.zeroshotsr.image.Plane;

/** A plane as the page shows it. */
final class Picture {

	/** Part of the samples at each end that a range leaves out. */
	private static final double TAIL = 0.005;

	/** How numbers become colours. */
	enum Palette {

		/** Black to white. */
		GREY {

			@Override
			int rgb(final double share) {
				final int v = (int) Math.round(255 * share);
				return v << 16 | v << 8 | v;
			}
		},
		/** Black, violet, orange, light yellow: of even steps of lightness. */
		HEAT {

			@Override
			int rgb(final double share) {
				return between(share, 0x000004, 0x3b0f70, 0x8c2981, 0xde4968, 0xfe9f6d, 0xfcfdbf);
			}
		},
		/** Blue, white in the middle, red. */
		SIGNED {

			@Override
			int rgb(final double share) {
				return between(share, 0x053061, 0x4393c3, 0xf7f7f7, 0xd6604d, 0x67001f);
			}
		};

		/** @param share of the range, 0 to 1 */
		abstract int rgb(double share);

		private static int between(final double share, final int... stops) {
			final double at = share * (stops.length - 1);
			final int i = Math.min(stops.length - 2, (int) at);
			int rgb = 0;
			for (int shift = 16; shift >= 0; shift -= 8) {
				final int a = stops[i] >> shift & 255;
				final int b = stops[i + 1] >> shift & 255;
				rgb |= (int) Math.round(a + (at - i) * (b - a)) << shift;
			}
			return rgb;
		}
	}

	/** Grey levels from the darkest to the brightest colour. */
	record Range(double low, double high) {

		/** Of a plane with few outliers left out; around the value of one that has one alone. */
		static Range of(final Plane plane) {
			final IntensityRange range = IntensityRange.of(plane);
			if (range != null) return new Range(range.low(), range.high());
			float value = 0;
			for (final float v : plane.data)
				if (Float.isFinite(v)) value = v;
			return new Range(value - 0.5, value + 0.5);
		}

		/** From 0, or around it, to what nearly all samples of several planes are under. */
		static Range of(final Iterable<Plane> planes, final boolean signed) {
			double most = 0;
			for (final Plane plane : planes) {
				final float[] sizes = new float[plane.data.length];
				int count = 0;
				for (final float v : plane.data)
					if (Float.isFinite(v)) sizes[count++] = Math.abs(v);
				Arrays.sort(sizes, 0, count);
				if (count > 0) most = Math.max(most, sizes[(int) Math.ceil((1 - TAIL) * (count - 1))]);
			}
			if (most == 0) most = 1;
			return new Range(signed ? -most : 0, most);
		}

		double share(final double v) {
			return Math.max(0, Math.min(1, (v - low) / (high - low)));
		}

		/** "310 to 2040". */
		String text() {
			return ScaleBar.digits(low) + " to " + ScaleBar.digits(high);
		}
	}

	private Picture() {}

	/** A PNG as a data URI; what is no number is transparent. */
	static String of(final Plane plane, final Range range, final Palette palette) {
		boolean holes = false;
		for (final float v : plane.data)
			holes |= !Float.isFinite(v);
		final boolean grey = palette == Palette.GREY && plane.channels == 1 && !holes;
		final BufferedImage image = new BufferedImage(plane.width, plane.height, grey ? BufferedImage.TYPE_BYTE_GRAY : holes
			? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < plane.height; y++)
			for (int x = 0; x < plane.width; x++) {
				if (grey) image.getRaster().setSample(x, y, 0, palette.rgb(range.share(plane.get(0, y, x))) & 255);
				else image.setRGB(x, y, argb(plane, y, x, range, palette));
			}
		return of(image);
	}

	private static int argb(final Plane plane, final int y, final int x, final Range range, final Palette palette) {
		int rgb = 0;
		for (int c = 0; c < plane.channels; c++) {
			final float v = plane.get(c, y, x);
			if (!Float.isFinite(v)) return 0;
			if (plane.channels == 1) rgb = palette.rgb(range.share(v));
			else if (c < 3) rgb |= (int) Math.round(255 * range.share(v)) << 16 - 8 * c;
		}
		return 0xff000000 | rgb;
	}

	/** The colours of a palette from left to right. */
	static String of(final Palette palette) {
		final BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_INT_RGB);
		for (int x = 0; x < image.getWidth(); x++)
			image.setRGB(x, 0, palette.rgb(x / 255.0));
		return of(image);
	}

	static String of(final BufferedImage image) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) { // else a file would be made
			if (!ImageIO.write(image, "png", out)) throw new IllegalStateException("this Java writes no PNG");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
	}
}
