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
package org.zeroshotsr.worker;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Numbers as text that JSON keeps to the bit, NaN and infinity included. */
final class Numbers {

	private Numbers() {}

	static String text(final double... values) {
		final ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
		bytes.asDoubleBuffer().put(values);
		return Base64.getEncoder().encodeToString(bytes.array());
	}

	static String text(final float[] values) {
		final ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
		bytes.asFloatBuffer().put(values);
		return Base64.getEncoder().encodeToString(bytes.array());
	}

	static double[] doubles(final Object text) {
		final ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode((String) text));
		final double[] values = new double[bytes.remaining() / Double.BYTES];
		bytes.asDoubleBuffer().get(values);
		return values;
	}

	static float[] floats(final Object text) {
		final ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode((String) text));
		final float[] values = new float[bytes.remaining() / Float.BYTES];
		bytes.asFloatBuffer().get(values);
		return values;
	}
}
