package org.zeroshotsr.train;

import org.zeroshotsr.image.Plane;

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

	/** Asked after every step: whether to show what the network makes of a crop of the image now. */
	default boolean wantsPreview() {
		return false;
	}

	/** Gets a crop of the image enlarged by cubic interpolation, and the same by the network as it is now. */
	default void preview(final Plane bicubic, final Plane current) {}

	/** Hears of what the user should know. */
	void note(String message);
}
