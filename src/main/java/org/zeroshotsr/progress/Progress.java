/*-
 * #%L
 * Zero-Shot SR: zero-shot super-resolution for microscopy.
 * %%
 * Copyright (C) 2026 Zero-Shot SR developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
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
