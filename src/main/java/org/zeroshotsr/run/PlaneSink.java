package org.zeroshotsr.run;

import org.zeroshotsr.image.Plane;

/** Where enlarged planes go to, part by part. */
public interface PlaneSink {

	/**
	 * Takes a part of a plane, in grey levels; rounds it and cuts it off at the range of the pixel type.
	 *
	 * @param position of the plane
	 * @param y        first row of the part
	 * @param x        its first column
	 * @return how many samples were cut off
	 */
	long write(long[] position, int y, int x, Plane part);
}
