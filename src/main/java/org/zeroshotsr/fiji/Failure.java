package org.zeroshotsr.fiji;

import java.awt.GraphicsEnvironment;

import org.scijava.log.LogService;

/** How a failure reaches the user, and the macro. The user sees the reason a command is cancelled for once. */
final class Failure {

	private Failure() {}

	static String text(final Exception e) {
		return "Zero-Shot SR: " + e.getMessage();
	}

	/** Stops the macro, if one is running, and writes the reason to the log where no window can show it. */
	static void tell(final String reason, final LogService log) {
		if (log != null && GraphicsEnvironment.isHeadless()) log.error(reason);
		Macros.stop(reason);
	}
}
