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
