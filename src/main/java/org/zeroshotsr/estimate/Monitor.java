package org.zeroshotsr.estimate;

/** Hears how far an estimation is. */
@FunctionalInterface
public interface Monitor {

	/**
	 * Called now and then from the thread that estimates; throws {@link java.util.concurrent.CancellationException} to
	 * stop.
	 *
	 * @param done parts of the work that are done
	 * @param of   parts in all
	 */
	void progressed(int done, int of);
}
