package org.zeroshotsr.cli;

import java.util.Locale;

/** Numbers and times for people. */
final class Texts {

	private Texts() {}

	/** "8.4 s", "95 s", "12 min", "3 h 20 min". */
	static String duration(final double seconds) {
		if (seconds < 9.95) return String.format(Locale.ROOT, "%.1f s", seconds);
		if (seconds < 120) return Math.round(seconds) + " s";
		final long minutes = Math.round(seconds / 60);
		return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
	}

	/** Decibels with a sign, or "-" where there are none. */
	static String gain(final double db) {
		return Double.isNaN(db) ? "-" : String.format(Locale.ROOT, "%+.2f", db);
	}

	static String decimals(final double value, final int digits) {
		return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
	}

	/** "512 x 400, 3 C, 12 Z": the size along each axis; merged colours are part of the type. */
	static String size(final String axes, final long[] size) {
		final StringBuilder text = new StringBuilder();
		text.append(size[axes.indexOf('X')]).append(" x ").append(size[axes.indexOf('Y')]);
		for (int d = 0; d < size.length; d++)
			if ("XYS".indexOf(axes.charAt(d)) < 0) text.append(", ").append(size[d]).append(' ').append(axes.charAt(d));
		return text.toString();
	}
}
