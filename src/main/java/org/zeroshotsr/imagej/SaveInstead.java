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
