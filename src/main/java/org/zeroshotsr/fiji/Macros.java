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
