package org.zeroshotsr.image;

/**
 * What was asked for cannot be done, and whoever asked can mend it: the message says what is wrong and what is possible.
 * Other IllegalArgumentExceptions are errors of this program.
 */
public final class BadInput extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	public BadInput(final String message) {
		super(message);
	}

	public BadInput(final String message, final Throwable cause) {
		super(message, cause);
	}
}
