package org.zeroshotsr.imagej;

import ij.IJ;
import ij.macro.Interpreter;

import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/** Shows a run in ImageJ's status bar and progress bar; Esc, or the abort of the macro that runs it, cancels. */
final class ImageJProgress implements Progress {

	private final Interpreter macro = Interpreter.getInstance();

	@Override
	public void update(final Status status) {
		IJ.showStatus("Zero-Shot SR: " + status.text());
		if (!Double.isNaN(status.done())) IJ.showProgress(status.done());
	}

	@Override
	public void note(final String message) {
		IJ.log("Zero-Shot SR: " + message);
	}

	@Override
	public boolean isCanceled() {
		return IJ.escapePressed() || macro != null && macro.done();
	}
}
