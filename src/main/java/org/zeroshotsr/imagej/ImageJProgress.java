package org.zeroshotsr.imagej;

import java.util.Locale;

import ij.IJ;
import ij.macro.Interpreter;

import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/** Shows a run in ImageJ's status bar and progress bar; Esc, or the abort of the macro that runs it, cancels. */
final class ImageJProgress implements Progress {

	private final Interpreter macro = Interpreter.getInstance();
	private final long start = System.nanoTime();

	@Override
	public void update(final Status status) {
		IJ.showStatus("Zero-Shot SR: " + text(status));
		final double elapsed = (System.nanoTime() - start) / 1e9;
		if (status.secondsLeft() >= 0) IJ.showProgress(elapsed / (elapsed + status.secondsLeft()));
	}

	/** Such as "plane 2 of 12, training, step 120 of 600, +0.81 dB, 1:05 left". */
	static String text(final Status s) {
		final StringBuilder text = new StringBuilder();
		if (s.planes() > 1) text.append("plane ").append(s.plane()).append(" of ").append(s.planes()).append(", ");
		text.append(s.stage());
		if (s.steps() > 1) text.append(", step ").append(s.step()).append(" of ").append(s.steps());
		if (!Double.isNaN(s.gain())) text.append(String.format(Locale.ROOT, ", %+.2f dB", s.gain()));
		if (s.secondsLeft() >= 0) {
			final long left = Math.round(s.secondsLeft());
			text.append(left < 3600 ? String.format(", %d:%02d left", left / 60, left % 60) : String.format(
				", %d:%02d:%02d left", left / 3600, left / 60 % 60, left % 60));
		}
		return text.toString();
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
