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

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;

import ij.IJ;
import ij.io.SaveDialog;
import ij.macro.Interpreter;

import org.zeroshotsr.image.BadInput;

/** Where a result goes that does not fit into the memory. */
interface SaveInstead {

	/** How macros come by results that are too large for the memory. */
	String IN_MACROS = "; or enlarge the file by its name, for which the result needs no memory: call(\"org.zeroshotsr.imagej.FileRun.enlarge\", input, " +
		"output, options)";

	/**
	 * Asks the user for a file.
	 *
	 * @param why   the result does not fit
	 * @param title of the image
	 * @return null where there is nobody to ask, or he does not want one
	 */
	Path ask(BadInput why, String title);

	/** In ImageJ's dialogs. */
	static Path user(final BadInput why, final String title) {
		if (isAlone()) return null;
		if (!IJ.showMessageWithCancel(ZeroShotPlugIn.NAME, Messages.wrapped(why.getMessage() +
			"\n \nSave the result into a file instead? It is then shown as a virtual stack, plane by plane from the disk."))) return null;
		final SaveDialog dialog = new SaveDialog("Result of " + ZeroShotPlugIn.NAME, Titles.enlarged(title), ".tif");
		return dialog.getFileName() == null ? null : Path.of(dialog.getDirectory(), dialog.getFileName());
	}

	/** Whether nobody is there: without a display, and in macros. */
	static boolean isAlone() {
		return GraphicsEnvironment.isHeadless() || IJ.getInstance() == null || IJ.isMacro() || Interpreter.isBatchMode();
	}
}
