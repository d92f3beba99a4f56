package org.zeroshotsr.enlarge;

/** What applying the network tells while it runs. */
public interface EnlargeMonitor {

	/**
	 * Called after every pass through the network; throws {@link java.util.concurrent.CancellationException} to stop.
	 *
	 * @param passes passes done
	 * @param of     passes in all
	 */
	void passed(int passes, int of);
}
