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
import java.nio.ByteOrder;

/** Takes back what was done to the rows of a chunk before compression (TIFF 6.0, section 14; Adobe's technical note 3). */
record Predictor(TiffLayout layout, ByteOrder order) {

	void undo(final byte[] data, final int rows) {
		final int row = (int) layout.rowBytes();
		for (int y = 0; y < rows; y++)
			if (layout.predictor() == 3) floats(data, y * row, row);
			else differences(ByteBuffer.wrap(data).order(order), y * row, row);
	}

	private void differences(final ByteBuffer data, final int start, final int row) {
		final int size = layout.bits() / 8;
		final int step = layout.chunkSamples() * size;
		for (int at = start + step; at < start + row; at += size)
			switch (size) {
				case 1 -> data.put(at, (byte) (data.get(at) + data.get(at - step)));
				case 2 -> data.putShort(at, (short) (data.getShort(at) + data.getShort(at - step)));
				case 4 -> data.putInt(at, data.getInt(at) + data.getInt(at - step));
				default -> data.putLong(at, data.getLong(at) + data.getLong(at - step));
			}
	}

	/** Bytes are differences; then all highest bytes of a row stand first, and so on. */
	private void floats(final byte[] data, final int start, final int row) {
		final int step = layout.chunkSamples();
		for (int i = start + step; i < start + row; i++)
			data[i] += data[i - step];
		final int size = layout.bits() / 8;
		final int count = row / size;
		final byte[] bytes = new byte[row];
		for (int i = 0; i < row; i++)
			bytes[i % count * size + i / count] = data[start + i];
		System.arraycopy(bytes, 0, data, start, row);
	}
}
