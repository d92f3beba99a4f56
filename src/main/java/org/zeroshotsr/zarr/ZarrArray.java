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

import java.nio.ByteOrder;
import java.util.List;

/**
 * What the metadata of an array say, of either version of Zarr. Dimensions are in the array's order, the slowest
 * first.
 *
 * @param path      of the array inside the image's folder
 * @param shape     samples along each dimension, each at least 1 and under 2^31
 * @param chunk     the same of a chunk, which has under 2^30 bytes
 * @param order     of a sample's bytes
 * @param columns   whether the first dimension of a chunk is its fastest (order F)
 * @param fill      value of the samples of a chunk that is not there
 * @param codecs    that a chunk is unpacked by, one after another
 * @param prefix    of the names of chunks
 * @param separator between their numbers
 */
record ZarrArray(String path, long[] shape, int[] chunk, ZarrType type, ByteOrder order, boolean columns, float fill,
	List<Codec> codecs, String prefix, String separator)
{

	/** Bytes of a whole chunk. */
	int chunkBytes() {
		int bytes = type.bytes;
		for (final int size : chunk)
			bytes *= size;
		return bytes;
	}

	/** Path of a chunk by its numbers, inside the image's folder. */
	String chunk(final long[] numbers) {
		final StringBuilder name = new StringBuilder(path).append('/').append(prefix);
		for (int d = 0; d < numbers.length; d++)
			name.append(d > 0 ? separator : "").append(numbers[d]);
		return name.toString();
	}

	/** Distance of neighbours along each dimension in a chunk, in samples. */
	int[] strides() {
		final int[] strides = new int[chunk.length];
		int stride = 1;
		for (int i = 0; i < strides.length; i++) {
			final int d = columns ? i : strides.length - 1 - i;
			strides[d] = stride;
			stride *= chunk[d];
		}
		return strides;
	}
}
