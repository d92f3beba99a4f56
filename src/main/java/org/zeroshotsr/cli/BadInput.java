package org.zeroshotsr.cli;

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

		V run() throws Exception;
	}

	/** The value of {@code check}; its exceptions about files and arguments become bad input. */
	static <V> V in(final Check<V> check) {
		try {
			return check.run();
		}
		catch (final java.io.IOException | IllegalArgumentException e) {
			throw new BadInput(e.getMessage(), e);
		}
		catch (final RuntimeException e) {
			throw e;
		}
		catch (final Exception e) {
			throw new IllegalStateException(e);
		}
	}
}
