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

import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;

/**
 * How a sample of a TIFF is stored: its kind and its bits. A sample itself is handled as its raw bits in a long.
 *
 * @param bits 1 to 64
 */
record NumberType(Kind kind, int bits) {

	enum Kind {
		/** TIFF's SampleFormat is the ordinal + 1. */
		UINT, INT, FLOAT
	}

	static final NumberType BIT = uint(1);
	static final NumberType BYTE = uint(8);
	static final NumberType SHORT = uint(16);
	static final NumberType SINGLE = real(32);

	static NumberType uint(final int bits) {
		return new NumberType(Kind.UINT, bits);
	}

	static NumberType integer(final int bits) {
		return new NumberType(Kind.INT, bits);
	}

	static NumberType real(final int bits) {
		return new NumberType(Kind.FLOAT, bits);
	}

	long mask() {
		return -1L >>> 64 - bits;
	}

	/** Raw bits of a number from the whole range, its ends more often than chance would have them; always finite. */
	long draw(final Random random) {
		final int end = random.nextInt(16);
		return switch (kind) {
			case UINT -> end == 0 ? 0 : end == 1 ? mask() : random.nextLong() & mask();
			case INT -> (end == 0 ? 1L << bits - 1 : end == 1 ? mask() >>> 1 : random.nextLong()) & mask();
			case FLOAT -> switch (bits) {
				case 16, 24 -> {
					final int fraction = bits == 16 ? 10 : 16;
					final long exponents = mask() >>> 1 >> fraction; // the last one is for infinity
					yield (random.nextLong(exponents) << fraction) | (random.nextLong() & (1L << fraction) - 1) | (random
						.nextLong(2) << bits - 1);
				}
				case 32 -> Float.floatToRawIntBits(end == 0 ? -3.4e38f : end == 1 ? 1e-40f : (float) random.nextGaussian() *
					1000) & mask();
				default -> Double.doubleToRawLongBits(end == 0 ? 1.5e-45 : random.nextGaussian() * 1e6);
			};
		};
	}

	/** The number, as a float: exact or rounded to the nearest. */
	float value(final long raw) {
		return switch (kind) {
			case UINT -> bits < 64 ? raw : new BigInteger(Long.toUnsignedString(raw)).floatValue();
			case INT -> raw << 64 - bits >> 64 - bits;
			case FLOAT -> switch (bits) {
				case 16 -> small(raw, 5, 10);
				case 24 -> small(raw, 7, 16);
				case 32 -> Float.intBitsToFloat((int) raw);
				default -> (float) Double.longBitsToDouble(raw);
			};
		};
	}

	private static float small(final long raw, final int exponentBits, final int fractionBits) {
		final int bias = (1 << exponentBits - 1) - 1;
		final int exponent = (int) (raw >> fractionBits) & (1 << exponentBits) - 1;
		final long fraction = raw & (1L << fractionBits) - 1;
		final double size = exponent == 0 ? Math.scalb((double) fraction, 1 - bias - fractionBits) : Math.scalb(
			(double) (fraction | 1L << fractionBits), exponent - bias - fractionBits);
		return (float) ((raw >> exponentBits + fractionBits & 1) == 0 ? size : -size);
	}

	@Override
	public String toString() {
		return kind.name().toLowerCase(Locale.ROOT) + bits;
	}
}
