package org.zeroshotsr.train;

import org.zeroshotsr.image.Plane;

/**
 * What fathers are cut from.
 *
 * @param plane     in working units
 * @param noisy     whether it has the image's noise
 * @param whole     whether its edges are those of the image; else the image goes on there
 * @param structure where there is something to see
 */
record Source(Plane plane, boolean noisy, boolean whole, Structure structure) {

	Source(final Plane plane, final boolean noisy, final boolean whole) {
		this(plane, noisy, whole, new Structure(plane));
	}
}
