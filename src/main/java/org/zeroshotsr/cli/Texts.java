package org.zeroshotsr.cli;

import java.util.Locale;

/** Numbers for people. */
final class Texts {

	private Texts() {}

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
