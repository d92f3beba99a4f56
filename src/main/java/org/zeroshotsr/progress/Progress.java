package org.zeroshotsr.progress;

import java.util.concurrent.CancellationException;

import org.zeroshotsr.image.Plane;

/** What a long run tells its caller, and what the caller may ask of it. Called from the thread that runs. */
public interface Progress {

	/** Hears nothing, asks nothing. */
	Progress NONE = new Progress() {};

	/** Where the run is; called several times a second at most. */
	default void update(final Status status) {}

	/** Something the user should know: a choice made for them, a fallback, a restart. */
	default void note(final String message) {}

	/** True once the run is to stop as soon as it can, with no result. */
	default boolean isCanceled() {
		return false;
	}

	/** True once training is to stop early, with the best weights so far. */
	default boolean isFinishing() {
		return false;
	}

	/** Asked after every training step: whether {@link #preview} is wanted now. */
	default boolean wantsPreview() {
		return false;
	}

	/** Gets a crop of the image enlarged by cubic interpolation, and by the network as it is now; in grey levels. */
	default void preview(final Plane bicubic, final Plane current) {}

	/** Throws {@link CancellationException} once {@link #isCanceled()}. */
	default void checkCanceled() {
		if (isCanceled()) throw new CancellationException("canceled");
	}
}
