package org.zeroshotsr.cli;

import java.io.IOException;

/** The user gave something that cannot work: exit code 2, and the message says what and what to do. */
final class BadInput extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BadInput(final String message) {
		super(message);
	}

	BadInput(final String message, final Throwable cause) {
		super(message, cause);
	}

	/** Something that reads or checks what the user gave. */
	interface Check<V> {

		V run() throws IOException;
	}

	/**
	 * The value of {@code check}; its exceptions about files and arguments become bad input.
	 *
	 * @param name what their messages are to begin with: the option
	 */
	static <V> V in(final String name, final Check<V> check) {
		try {
			return check.run();
		}
		catch (final IOException | IllegalArgumentException e) {
			throw new BadInput(name + e.getMessage(), e);
		}
	}
}
