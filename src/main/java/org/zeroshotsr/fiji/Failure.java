package org.zeroshotsr.fiji;

import java.awt.GraphicsEnvironment;

import org.scijava.log.LogService;

import org.zeroshotsr.imagej.Messages;

/** How a failure reaches the user, who sees the reason that a command is cancelled for, and the macro. */
final class Failure {

	private Failure() {}

	/**
	 * Stops the macro, if one is running, and writes the reason to the log where no window can show it.
	 *
	 * @return the reason in words for the user
	 */
	static String tell(final Throwable failure, final LogService log) {
		final String reason = "Zero-Shot SR: " + Messages.fault(failure).words();
		if (GraphicsEnvironment.isHeadless()) log.error(reason);
		Macros.stop(reason);
		return reason;
	}
}
