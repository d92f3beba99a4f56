package org.zeroshotsr.cli;

import org.zeroshotsr.progress.Progress;

/** What a run over several images tells besides. */
interface BatchProgress extends Progress {

	/**
	 * Which image comes now.
	 *
	 * @param name   "" for none
	 * @param number from 1
	 */
	default void image(final String name, final int number, final int all) {}

	/** An image could not be done; others follow. */
	default void failed(final String message, final Throwable failure) {
		note(message);
	}
}
