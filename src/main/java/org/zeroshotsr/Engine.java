package org.zeroshotsr;

import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.stack.PlaneUpscaler;

/**
 * What trains on planes and enlarges them, one after another, with the options it was made for: in this process
 * ({@link LocalEngine}) or in another. Not for use by several threads at once.
 */
public interface Engine extends AutoCloseable {

	/** Makes an engine for planes of one size. */
	interface Maker {

		/**
		 * @param options  what is wanted
		 * @param channels merged colours of a plane, 1 or 3
		 * @param height   rows of a plane
		 * @param width    columns of a plane
		 */
		Engine make(Options options, int channels, int height, int width);
	}

	/**
	 * Trains on a plane and enlarges it.
	 *
	 * @param plane   in grey levels, without holes and not constant; its samples are overwritten
	 * @param warm    whether to go on from the weights of the last plane
	 * @param output  takes the result in grey levels, not rounded
	 * @param monitor is told what goes on, and may cancel
	 * @return what was done; its rms is in grey levels
	 */
	PlaneUpscaler.Outcome upscale(Plane plane, boolean warm, Output output, PlaneUpscaler.Monitor monitor);

	/** The device that TensorFlow ran on. */
	String device();

	/** What the convolutions computed in: float32 or bfloat16. */
	String precision();

	/** TensorFlow's version. */
	String tensorflow();

	/** Stops at once, before {@link #close}, as the run has been canceled. */
	default void abort() {}

	@Override
	void close();
}
