package org.zeroshotsr.zarr;

/**
 * How a channel is shown (omero metadata).
 *
 * @param name   or an empty text
 * @param colour red, green and blue, a byte each, red highest; null where it is not given
 * @param start  grey level shown black; NaN where it is not given
 * @param end    grey level shown brightest; NaN where it is not given
 */
public record ZarrChannel(String name, Integer colour, double start, double end) {

	/** A channel of which nothing is known. */
	public static final ZarrChannel UNKNOWN = new ZarrChannel("", null, Double.NaN, Double.NaN);

	/** Whether there is a range of grey levels to show. */
	public boolean hasWindow() {
		return Double.isFinite(start) && Double.isFinite(end);
	}
}
