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
package org.zeroshotsr.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CancellationException;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.network.DeviceException;
import org.zeroshotsr.network.LoadFailure;

/**
 * What a failure means to the user, the same in every front end.
 *
 * @param kind  whose matter it is
 * @param words what was wrong and what to do; of a training process that died with the last lines of its log
 */
public record Fault(Kind kind, String words) {

	/** Whose matter a failure is. */
	public enum Kind {

		/** What was asked for cannot be done. */
		INPUT,
		/** The device asked for is not there. */
		DEVICE,
		/** A file cannot be read or written. */
		FILE,
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

	/** Where the user is, which decides what can be done. */
	public enum Place {

		COMMAND_LINE("give it more (ZERO_SHOT_SR_JAVA_OPTS=-Xmx8g in the environment)", "--verbose shows more"),
		IMAGEJ("give it more (Edit > Options > Memory & Threads...)",
			"with \"Debug mode\" in Edit > Options > Misc... the log shows where");

		private final String moreMemory;
		private final String more;

		Place(final String moreMemory, final String more) {
			this.moreMemory = moreMemory;
			this.more = more;
		}
	}

	/** What {@code failure} means. */
	public static Fault of(final Throwable failure, final Place place) {
		final String message = failure.getMessage();
		if (failure instanceof CancellationException) return new Fault(Kind.CANCELED, message != null && message.startsWith("canceled; ")
			? message : "canceled; nothing was written");
		if (failure instanceof BadInput) return new Fault(Kind.INPUT, message);
		if (failure instanceof DeviceException) return new Fault(Kind.DEVICE, message);
		if (failure instanceof WorkerException) return new Fault(Kind.WORKER, message);
		if (failure instanceof OutOfMemoryError) return new Fault(Kind.MEMORY, "out of memory, of which Java may use " + Runtime
			.getRuntime().maxMemory() / 1_000_000 + " MB; " + place.moreMemory +
			", or take fewer planes, a part of the image or a smaller scale");
		if (failure instanceof LinkageError) return new Fault(Kind.LIBRARY, LoadFailure.of(failure) + " (" + place.more + ")");
		// planes that are read when they are needed say themselves what is wrong with the file
		if ((failure instanceof IOException || failure instanceof UncheckedIOException) && message != null) return new Fault(
			Kind.FILE, failure instanceof FileSystemException ? failure.toString() : message); // whose message is a name alone
		return new Fault(Kind.BUG, "an error of this program, please report it: " + failure + " (" + place.more + ")");
	}

	/** The words on one line. */
	public String line() {
		return line(words);
	}

	/** A text on one line. */
	public static String line(final String text) {
		return text.strip().replaceAll("\\s*\\R\\s*", " ");
	}
}
