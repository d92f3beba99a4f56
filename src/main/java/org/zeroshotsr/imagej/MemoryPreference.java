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
