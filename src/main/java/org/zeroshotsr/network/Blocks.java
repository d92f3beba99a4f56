package org.zeroshotsr.network;

import java.util.stream.IntStream;

import org.zeroshotsr.image.Plane;

/**
 * Depth to space and back: a high-resolution plane as a block of values for each low-resolution pixel, in the order low
 * row, low column, row in the block, column in the block, channel.
 */
final class Blocks {

	private Blocks() {}

	/** The blocks of {@code high}, whose size has to be a multiple of theirs. */
	static float[] of(final Plane high, final int blockRows, final int blockColumns) {
		final float[] blocks = new float[high.data.length];
		rows(high).forEach(row -> {
			int at = row * high.width;
			int to = first(high, row, blockRows, blockColumns);
			for (int x = 0; x < high.width; x += blockColumns, to += (blockRows - 1) * blockColumns * high.channels)
				for (int b = 0; b < blockColumns; b++, at++)
					for (int c = 0; c < high.channels; c++)
						blocks[to++] = high.data[c * high.height * high.width + at];
		});
		return blocks;
	}

	/** Adds blocks to the plane that they are of. */
	static void add(final float[] blocks, final Plane high, final int blockRows, final int blockColumns) {
		rows(high).forEach(row -> {
			int at = row * high.width;
			int from = first(high, row, blockRows, blockColumns);
			for (int x = 0; x < high.width; x += blockColumns, from += (blockRows - 1) * blockColumns * high.channels)
				for (int b = 0; b < blockColumns; b++, at++)
					for (int c = 0; c < high.channels; c++)
						high.data[c * high.height * high.width + at] += blocks[from++];
		});
	}

	/** Where the values of a high-resolution row begin. */
	private static int first(final Plane high, final int row, final int blockRows, final int blockColumns) {
		return (row / blockRows * high.width * blockRows + row % blockRows * blockColumns) * high.channels;
	}

	private static IntStream rows(final Plane high) {
		final IntStream rows = IntStream.range(0, high.height);
		return high.data.length < 1 << 16 ? rows : rows.parallel();
	}
}
