package org.zeroshotsr.worker;

import java.util.concurrent.CancellationException;

import org.zeroshotsr.network.DeviceException;

/**
 * What a failure means to the user, the same in every front end.
 *
 * @param kind  whose matter it is
 * @param words what was wrong and what to do
 */
public record Fault(Kind kind, String words) {

	/** Whose matter a failure is. */
	public enum Kind {

		/** What was asked for cannot be done. */
		INPUT,
		/** The device asked for is not there. */
		DEVICE,
		/** The training process could not start, or died. */
		WORKER,
		/** The user's own wish; nothing was written. */
		CANCELED,
		/** Java has too little. */
		MEMORY,
		/** A native library, or a class, cannot be loaded. */
		LIBRARY,
		/** Our own: its stack trace should be kept. */
		BUG;

		/** Whether the user can put it right by asking for something else. */
		public boolean isInput() {
			return this == INPUT || this == DEVICE;
		}
	}

	/**
	 * @param moreMemory how Java is given more memory where this runs, as a request
	 * @return what {@code failure} means
	 */
	public static Fault of(final Throwable failure, final String moreMemory) {
		if (failure instanceof CancellationException) return new Fault(Kind.CANCELED, "canceled; nothing was written");
		if (failure instanceof DeviceException) return new Fault(Kind.DEVICE, failure.getMessage());
		if (failure instanceof WorkerException) return new Fault(Kind.WORKER, failure.getMessage());
		if (failure instanceof OutOfMemoryError) return new Fault(Kind.MEMORY, "out of memory, of which Java may use " + Runtime
			.getRuntime().maxMemory() / 1_000_000 + " MB; " + moreMemory +
			", or take fewer planes, a part of the image or a smaller scale");
		if (failure instanceof LinkageError) return new Fault(Kind.LIBRARY, "a library cannot be loaded on " + System.getProperty(
			"os.name") + " " + System.getProperty("os.arch") + " (" + deepest(failure) + "); use a build for this platform");
		if (failure instanceof IllegalArgumentException && failure.getMessage() != null) return new Fault(Kind.INPUT, failure
			.getMessage());
		return new Fault(Kind.BUG, failure.getMessage() == null ? failure.toString() : failure.getMessage());
	}

	/** The first of the causes, which names the library. */
	private static Throwable deepest(final Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null)
			cause = cause.getCause();
		return cause;
	}

	/** The words on one line. */
	public String line() {
		return words.strip().replaceAll("\\s*\\R\\s*", " ");
	}
}
