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

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

import org.zeroshotsr.worker.Fault;

/** How a run that has no result ends: the user hears why, and the macro that asked for it goes no further. */
public final class Messages {

	private static final int COLUMNS = 80;

	private Messages() {}

	/** In a dialog where there is ImageJ's window, else on standard output. */
	static void error(final String message) {
		final Interpreter macro = Interpreter.getInstance();
		if (IJ.getInstance() == null) {
			IJ.log(message);
			stop(macro, message);
		}
		else if (macro != null) IJ.error(wrapped(message)); // with the macro's line
		else IJ.error(ZeroShotPlugIn.NAME, wrapped(message));
	}

	/** What a failure means to the user; in ImageJ's debug mode its stack trace goes to the log. */
	public static Fault fault(final Throwable failure) {
		final Fault fault = Fault.of(failure, Fault.Place.IMAGEJ);
		if (IJ.debugMode && fault.kind() == Fault.Kind.BUG) IJ.handleException(failure);
		return fault;
	}

	/** The user knows why. */
	static void canceled() {
		IJ.showStatus(ZeroShotPlugIn.NAME + ": canceled");
		stop(Interpreter.getInstance(), Macro.MACRO_CANCELED);
	}

	/** Without the dialog that the interpreter would open, with or without somebody to close it. */
	private static void stop(final Interpreter macro, final String reason) {
		if (macro != null && !macro.done()) {
			macro.setIgnoreErrors(true);
			macro.abort(reason);
		}
		else if (IJ.isMacro()) Macro.abort();
	}

	/** In lines that a dialog can show. */
	static String wrapped(final String message) {
		final StringBuilder text = new StringBuilder();
		for (final String line : message.split("\n")) {
			int column = 0;
			for (final String word : line.split(" ")) {
				if (column > 0 && column + word.length() >= COLUMNS) {
					text.append('\n');
					column = 0;
				}
				else if (column > 0) text.append(' ');
				text.append(word);
				column += word.length() + 1;
			}
			text.append('\n');
		}
		return text.toString().strip();
	}
}
