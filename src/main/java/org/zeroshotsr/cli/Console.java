package org.zeroshotsr.cli;

import java.io.PrintWriter;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/**
 * What the user sees of a run on the error stream: on a terminal one line that is written over and over, elsewhere (a
 * cluster's log) a line now and then; notes as they come.
 */
final class Console implements Progress {

	private static final String NAME = "zero-shot-sr: ";
	private static final double SECONDS_BETWEEN_LINES = 5;
	/** A log of a run of many hours does not get a line every five seconds. */
	private static final double PART_OF_THE_TIME = 0.02;

	private final PrintWriter err;
	private final boolean quiet;
	private final boolean terminal;
	private final Canceling canceling;
	private final long start = System.nanoTime();
	private double nextLine = SECONDS_BETWEEN_LINES;
	private int shown;
	private String prefix = "";

	Console(final PrintWriter err, final boolean quiet, final boolean terminal, final Canceling canceling) {
		this.err = err;
		this.quiet = quiet;
		this.terminal = terminal;
		this.canceling = canceling;
	}

	/** Whether the error stream of this process is a terminal. */
	static boolean isTerminal() {
		final boolean windows = Platform.isWindows();
		final NativeLibrary c = windows ? NativeLibrary.getInstance("msvcrt") : NativeLibrary.getProcess();
		return c.getFunction(windows ? "_isatty" : "isatty").invokeInt(new Object[] { 2 }) != 0;
	}

	/** What each line begins with: which image of several. */
	void setPrefix(final String prefix) {
		this.prefix = prefix;
	}

	@Override
	public void update(final Status status) {
		if (quiet) return;
		final String line = prefix + status.text();
		if (terminal) {
			err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
			err.flush();
			shown = line.length();
			return;
		}
		final double now = (System.nanoTime() - start) / 1e9;
		if (now < nextLine) return;
		nextLine = now + Math.max(SECONDS_BETWEEN_LINES, PART_OF_THE_TIME * now);
		err.println(line);
		err.flush();
	}

	@Override
	public void note(final String message) {
		if (quiet) return;
		clear();
		err.println("note: " + prefix + message);
		err.flush();
	}

	/** Takes the rewritten line away, before anything else is printed. */
	void clear() {
		if (shown == 0) return;
		err.print("\r" + " ".repeat(shown) + "\r");
		err.flush();
		shown = 0;
	}

	/** Prints why the program ends; also when quiet. */
	static void error(final PrintWriter err, final String message) {
		err.println(NAME + message);
		err.flush();
	}

	@Override
	public boolean isCanceled() {
		return canceling.isCanceled();
	}
}
