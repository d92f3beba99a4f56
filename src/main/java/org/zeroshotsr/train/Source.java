package org.zeroshotsr.train;

import org.zeroshotsr.image.Known;
import org.zeroshotsr.image.Plane;

/**
 * What fathers are cut from.
 *
 * @param plane     in working units
 * @param noisy     whether it has the image's noise
 * @param edges     which of its edges are those of the image; at the others the image goes on
 * @param known     which of its pixels are; null for all
 * @param structure where there is something to see
 */
record Source(Plane plane, boolean noisy, Edges edges, Known known, Structure structure) {

	/** Edges of a source that are the image's own. */
	record Edges(boolean top, boolean bottom, boolean left, boolean right) {

		static final Edges ALL = new Edges(true, true, true, true);
		static final Edges NONE = new Edges(false, false, false, false);
	}

	/** The whole image, or a part of which no edge is the image's. */
	Source(final Plane plane, final boolean noisy, final boolean whole) {
		this(plane, noisy, whole ? Edges.ALL : Edges.NONE, null);
	}

	Source(final Plane plane, final boolean noisy, final Edges edges, final Known known) {
		this(plane, noisy, edges, known, new Structure(plane, known));
	}
}
