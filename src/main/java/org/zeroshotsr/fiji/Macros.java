package org.zeroshotsr.fiji;

import java.util.HashSet;
import java.util.Set;

import org.scijava.thread.ThreadService;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;

/** What a SciJava command has to know of ImageJ's macros, for it runs in another thread than they do. */
final class Macros {

	private Macros() {}

	static boolean isRunning() {
		return IJ.isMacro();
	}

	/** The options of the call that runs now, or an empty text. */
	static String options() {
		// imagej-legacy has ImageJ look through the threads that this one was started from
		final String options = Macro.getOptions();
		return options == null ? "" : options;
	}

	/** The value that ImageJ itself would find, or null. */
	static String foundByImageJ(final String key) {
		return Macro.getValue(options(), key, null);
	}

	/** The value of a macro's variable, or null. */
	static String variable(final String name) {
		final Interpreter macro = Interpreter.getInstance();
		return macro == null ? null : macro.getVariableAsString(name);
	}

	/**
	 * Ends the running macro or script once the command is over: an exception or a cancelled command would not. Does
	 * nothing where none is running.
	 */
	static void stop(final String reason) {
		if (!isRunning()) return;
		Macro.abort();
		final Interpreter macro = Interpreter.getInstance();
		if (macro == null) return;
		macro.setIgnoreErrors(true); // it would open a dialog of its own, also without a display
		macro.abort(reason);
	}

	/** Shows an image as a user's macro, in batch mode or without a display, expects: it is then the active one. */
	static void show(final ImagePlus image, final ThreadService threads) {
		image.show();
		// this thread goes back to a pool, and whatever runs in it next would find the image
		WindowManager.setTempCurrentImage(null);
		if (WindowManager.getWindow(image.getTitle()) != null) return;
		final Set<Thread> seen = new HashSet<>();
		for (Thread thread = threads.getParent(null); thread != null && seen.add(thread); thread = threads.getParent(thread))
			WindowManager.setTempCurrentImage(thread, image);
	}
}
