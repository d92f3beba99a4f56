package org.zeroshotsr.resize;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/**
 * A linear map from planes of one size to planes of another: an enlargement, or a shrink with a kernel. Immutable,
 * weights precomputed, safe to share between threads. The same for every channel.
 */
public interface Resize {

	int inHeight();

	int inWidth();

	int outHeight();

	int outWidth();

	/** Maps a plane of {@code inHeight() x inWidth()} to a new one of {@code outHeight() x outWidth()}. */
	default Plane apply(final Plane in) {
		final Plane out = new Plane(in.channels, outHeight(), outWidth());
		apply(in, out);
		return out;
	}

	/** Maps {@code in} to {@code out}, a plane of {@code outHeight() x outWidth()} and as many channels. */
	void apply(Plane in, Plane out);

	/** Adds the plane that {@code in} is mapped to to {@code out}; makes no other plane. */
	void addTo(Plane in, Plane out);

	/**
	 * The part of this map that makes {@code out}, a window of the output grid, from {@code in}, a window of the input
	 * grid. Output samples whose support lies within {@code in} are exactly those of the whole map; where the support
	 * leaves {@code in} (though not the whole grid), the nearest sample inside stands in, so a caller gives a margin and
	 * drops it afterwards.
	 */
	Resize window(Window in, Window out);
}
