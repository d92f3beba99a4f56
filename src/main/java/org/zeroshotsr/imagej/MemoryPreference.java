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
package org.zeroshotsr.imagej;

import ij.Prefs;

import org.zeroshotsr.run.Engine;
import org.zeroshotsr.worker.Workers;

/**
 * The user's preference for the memory of the training process, {@code zeroshotsr.memory} in ImageJ's preferences (in a
 * macro: {@code call("ij.Prefs.set", "zeroshotsr.memory", 8000)}): the least that its Java may take, in MB. Without it
 * that follows from the image.
 */
public final class MemoryPreference {

	/** Key in {@link Prefs}. */
	public static final String KEY = "zeroshotsr.memory";
	/** 16 TB. */
	private static final int MOST = 16_000_000;

	private MemoryPreference() {}

	/** In MB; 0 where nothing is preferred. */
	public static int megabytes() {
		return (int) Math.min(MOST, Math.max(0, Prefs.get(KEY, 0.0)));
	}

	/** Keeps it for the next runs; 0 for none. */
	public static void set(final int megabytes) {
		Prefs.set(KEY, megabytes);
	}

	/** What trains, with this memory. */
	public static Engine.Maker maker() {
		return new Workers(megabytes());
	}
}
