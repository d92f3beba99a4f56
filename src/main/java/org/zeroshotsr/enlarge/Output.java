package org.zeroshotsr.enlarge;

import java.nio.FloatBuffer;

import org.zeroshotsr.image.Plane;

/** Takes an enlarged image, part by part. */
public interface Output {

	/** Takes the part whose first row and column, in the enlarged image, are {@code y} and {@code x}. */
	void put(int y, int x, Plane part);

	/** Collects everything in one plane. */
	static Output into(final Plane whole) {
		return into(FloatBuffer.wrap(whole.data), whole.height, whole.width);
	}

	/** Collects everything in the samples of a plane of {@code height x width}, one channel after another. */
	static Output into(final FloatBuffer samples, final int height, final int width) {
		return (y, x, part) -> {
			for (int c = 0; c < part.channels; c++)
				for (int row = 0; row < part.height; row++)
					samples.put((c * height + y + row) * width + x, part.data, (c * part.height + row) * part.width, part.width);
		};
	}
}
