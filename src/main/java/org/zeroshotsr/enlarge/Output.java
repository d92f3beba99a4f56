package org.zeroshotsr.enlarge;

import org.zeroshotsr.image.Plane;

/** Takes an enlarged image, part by part. */
public interface Output {

	/** Takes the part whose first row and column, in the enlarged image, are {@code y} and {@code x}. */
	void put(int y, int x, Plane part);

	/** Collects everything in one plane. */
	static Output into(final Plane whole) {
		return (y, x, part) -> {
			for (int c = 0; c < part.channels; c++)
				for (int row = 0; row < part.height; row++)
					System.arraycopy(part.data, (c * part.height + row) * part.width, whole.data, (c * whole.height + y +
						row) * whole.width + x, part.width);
		};
	}
}
