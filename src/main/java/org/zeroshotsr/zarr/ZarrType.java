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
package org.zeroshotsr.zarr;

import java.nio.ByteBuffer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneIO;

/**
 * The types of samples that are read and written: those whose every value a float holds exactly. Half floats, 32-bit
 * and longer integers and doubles are refused.
 */
public enum ZarrType {
	UINT8("u1", 1), INT8("i1", 1), UINT16("u2", 2), INT16("i2", 2), FLOAT32("f4", 4);

	/** The type without its byte order, as numpy and Zarr 2 write it. */
	final String code;
	/** Of a sample. */
	final int bytes;

	ZarrType(final String code, final int bytes) {
		this.code = code;
		this.bytes = bytes;
	}

	/** The type of ImgLib2 with the same range. */
	public RealType<?> type() {
		return switch (this) {
			case UINT8 -> new UnsignedByteType();
			case INT8 -> new ByteType();
			case UINT16 -> new UnsignedShortType();
			case INT16 -> new ShortType();
			case FLOAT32 -> new FloatType();
		};
	}

	public boolean isInteger() {
		return this != FLOAT32;
	}

	/** Sample {@code index} of {@code samples}, in whose byte order. */
	float get(final ByteBuffer samples, final int index) {
		return switch (this) {
			case UINT8 -> samples.get(index) & 0xff;
			case INT8 -> samples.get(index);
			case UINT16 -> samples.getShort(2 * index) & 0xffff;
			case INT16 -> samples.getShort(2 * index);
			case FLOAT32 -> samples.getFloat(4 * index);
		};
	}

	/** Sets sample {@code index} to a value that the type holds. */
	void put(final ByteBuffer samples, final int index, final float value) {
		switch (this) {
			case UINT8, INT8 -> samples.put(index, (byte) (int) value);
			case UINT16, INT16 -> samples.putShort(2 * index, (short) (int) value);
			case FLOAT32 -> samples.putFloat(4 * index, value);
		}
	}

	/**
	 * What this type holds of the samples of {@code part}: {@link PlaneIO#write} rounds them and cuts them off.
	 *
	 * @param stored of the same size, is filled
	 * @return how many samples were cut off
	 */
	long store(final Plane part, final Plane stored) {
		final long[] size = { part.width, part.height, part.channels };
		return switch (this) {
			case UINT8 -> store(part, stored, ArrayImgs.unsignedBytes(size));
			case INT8 -> store(part, stored, ArrayImgs.bytes(size));
			case UINT16 -> store(part, stored, ArrayImgs.unsignedShorts(size));
			case INT16 -> store(part, stored, ArrayImgs.shorts(size));
			case FLOAT32 -> store(part, stored, ArrayImgs.floats(stored.data, size));
		};
	}

	private static <T extends RealType<T>> long store(final Plane part, final Plane stored,
		final RandomAccessibleInterval<T> image)
	{
		final long[] position = new long[3];
		final long saturated = PlaneIO.write(part, image, 0, 1, 2, position, 0, 0);
		final Plane back = PlaneIO.read(image, 0, 1, 2, position);
		System.arraycopy(back.data, 0, stored.data, 0, back.data.length);
		return saturated;
	}
}
