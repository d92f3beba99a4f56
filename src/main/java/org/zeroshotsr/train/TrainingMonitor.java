package org.zeroshotsr.train;

/** What the training loop tells and asks while it runs. */
public interface TrainingMonitor {

	/**
	 * Called after every step; throws {@link java.util.concurrent.CancellationException} to stop.
	 *
	 * @param steps  steps done
	 * @param of     steps in all, at most
	 * @param loss   mean loss of the last steps
	 * @param gain   dB over bicubic when last measured
	 * @return false to end training now, with the best weights so far
	 */
	boolean stepped(int steps, int of, double loss, double gain);

	/** Hears of what the user should know. */
	void note(String message);
}
