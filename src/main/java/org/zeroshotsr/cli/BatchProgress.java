package org.zeroshotsr.cli;

import org.zeroshotsr.progress.Progress;

/** What a run over several images tells besides. */
interface BatchProgress extends Progress {

	/** Which image comes now; "" for none. */
	default void image(final String name) {}

	/** An image could not be done; others follow. */
	default void failed(final String message, final Throwable failure) {
		note(message);
	}
}
