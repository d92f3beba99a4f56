package org.zeroshotsr.cli;

import java.io.IOException;

import org.zeroshotsr.image.BadInput;

/** Checks of what the user gave. */
final class Checks {

	private Checks() {}

	/** Something that reads or checks it. */
	interface Check<V> {

		V run() throws IOException;
	}

	/**
	 * The value of {@code check}; what it says of files and arguments becomes bad input.
	 *
	 * @param name what the messages are to begin with: the option
	 */
	static <V> V in(final String name, final Check<V> check) {
		try {
			return check.run();
		}
		catch (final IOException | BadInput e) {
			throw new BadInput(name + e.getMessage(), e);
		}
	}
}
