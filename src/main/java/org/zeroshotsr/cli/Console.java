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
package org.zeroshotsr.cli;

import java.io.PrintWriter;
import java.util.Set;
import java.util.function.LongSupplier;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

import org.zeroshotsr.progress.Status;
import org.zeroshotsr.run.Turn;

/**
 * What the user sees of a run on the error stream: on a terminal one line that is written over and over, elsewhere (a
 * cluster's log) a line now and then; notes as they come.
 */
final class Console implements BatchProgress {

	private static final double SECONDS_BETWEEN_LINES = 5;
	/** Of a run that waits for others. */
	private static final double SECONDS_BETWEEN_WAITS = 60;
	/** A log of a run of many hours does not get a line every five seconds. */
	private static final double PART_OF_THE_TIME = 0.02;
	private static final Set<String> WAITS = Set.of(Turn.WAITING, Batch.WAITING, SharedNetwork.WAITING);

	private final PrintWriter err;
	private final Log log;
	private final boolean quiet;
	private final boolean verbose;
	private final boolean terminal;
	private final Canceling canceling;
	private final LongSupplier clock;
	private final long start;
	private double lastLine;
	private int shown;
	/** What each line begins with: which image of several. */
	private String prefix = "";
	/** What it is about, for programs. */
	private String image = "";

	Console(final PrintWriter err, final Log log, final boolean quiet, final boolean verbose, final boolean terminal,
		final Canceling canceling)
	{
		this(err, log, quiet, verbose, terminal, canceling, System::nanoTime);
	}

	/** @param clock in ns */
	Console(final PrintWriter err, final Log log, final boolean quiet, final boolean verbose, final boolean terminal,
		final Canceling canceling, final LongSupplier clock)
	{
		this.clock = clock;
		start = clock.getAsLong();
		this.err = err;
		this.log = log;
		this.quiet = quiet;
		this.verbose = verbose;
		this.terminal = terminal && log == Log.TEXT;
		this.canceling = canceling;
	}

	/** Whether the error stream of this process is a terminal. */
	static boolean isTerminal() {
		try {
			final boolean windows = Platform.isWindows();
			final NativeLibrary c = windows ? NativeLibrary.getInstance("msvcrt") : NativeLibrary.getProcess();
			return c.getFunction(windows ? "_isatty" : "isatty").invokeInt(new Object[] { 2 }) != 0;
		}
		catch (final LinkageError e) {
			return false; // lines one after another are for both
		}
	}

	@Override
	public void image(final String name, final int number, final int all) {
		prefix = name.isEmpty() ? "" : "image " + number + " of " + all + ", " + name + ": ";
		image = name;
	}

	@Override
	public void update(final Status status) {
		if (quiet) return;
		if (terminal) {
			final String line = prefix + status.text();
			err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
			err.flush();
			shown = line.length();
			return;
		}
		final double now = (clock.getAsLong() - start) / 1e9;
		final double between = WAITS.contains(status.stage()) ? SECONDS_BETWEEN_WAITS : Math.max(SECONDS_BETWEEN_LINES,
			PART_OF_THE_TIME * lastLine);
		if (now < lastLine + between) return;
		lastLine = now;
		err.println(log.progress(prefix, image, status));
		err.flush();
	}

	@Override
	public void note(final String message) {
		if (quiet) return;
		clear();
		err.println(log.note(prefix, image, message));
		err.flush();
	}

	@Override
	public void failed(final String message, final Throwable failure) {
		note(message);
		if (verbose) error(err, log, prefix + message, failure);
	}

	/** Takes the rewritten line away, before anything else is printed. */
	void clear() {
		if (shown == 0) return;
		err.print("\r" + " ".repeat(shown) + "\r");
		err.flush();
		shown = 0;
	}

	/** Prints what is wrong; also when quiet. */
	void error(final String message) {
		clear();
		error(err, log, message, null);
	}

	/**
	 * Prints why the program ends; also when quiet.
	 *
	 * @param trace what is shown where it happened, or null
	 */
	static void error(final PrintWriter err, final Log log, final String message, final Throwable trace) {
		err.println(log.error(message, trace));
		err.flush();
	}

	@Override
	public boolean isCanceled() {
		return canceling.isCanceled();
	}
}
