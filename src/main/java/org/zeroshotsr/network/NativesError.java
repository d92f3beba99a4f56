package org.zeroshotsr.network;

/** Native libraries cannot be had; the message is for the user: why, and what to do. */
final class NativesError extends UnsatisfiedLinkError {

	private static final long serialVersionUID = 1L;

	NativesError(final String message) {
		super(message);
	}

	NativesError(final String message, final Throwable cause) {
		super(message);
		initCause(cause);
	}
}
