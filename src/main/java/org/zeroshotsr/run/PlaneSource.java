package org.zeroshotsr.run;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** Where planes come from, one at a time as their turn comes. */
public interface PlaneSource {

	/** The plane at a position of {@link org.zeroshotsr.image.PlaneOrder}, for the caller to change. */
	Plane read(long[] position);

	/** A part of it. */
	default Plane read(final long[] position, final Window part) {
		return read(position).crop(part);
	}
}
