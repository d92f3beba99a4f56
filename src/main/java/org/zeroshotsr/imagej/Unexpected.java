package org.zeroshotsr.imagej;

import java.io.UncheckedIOException;

import ij.IJ;

/** Errors that nobody foresaw, in words: a user gets no stack trace but in ImageJ's debug mode. */
public final class Unexpected {

	private Unexpected() {}

	/** What the user is told, on one line; the stack trace goes to ImageJ's log in debug mode alone. */
	public static String message(final Throwable error) {
		if (IJ.debugMode) IJ.handleException(error);
		// planes that are read when they are needed say themselves what is wrong with the file
		if (error instanceof UncheckedIOException && error.getMessage() != null) return error.getMessage();
		return "an error of this program, please report it: " + error.toString().strip().replaceAll("\\s*\\R\\s*", " ") +
			" (with \"Debug mode\" in Edit > Options > Misc... the log shows where)";
	}
}
