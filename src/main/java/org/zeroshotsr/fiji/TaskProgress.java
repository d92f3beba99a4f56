package org.zeroshotsr.fiji;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.scijava.app.StatusService;
import org.scijava.task.Task;

import ij.IJ;
import ij.macro.Interpreter;

import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/** Tells SciJava's task and status line how a run is going, and cancels it when the task is cancelled or Esc pressed. */
final class TaskProgress implements Progress, AutoCloseable {

	private static final int PARTS = 1000;

	private final Task task;
	private final StatusService status;
	private final BooleanSupplier canceled;
	private final List<String> notes = new ArrayList<>();
	private final Interpreter macro = Interpreter.getInstance();

	/** @param canceled tells whether the run was cancelled in yet another way */
	TaskProgress(final Task task, final StatusService status, final BooleanSupplier canceled) {
		this.canceled = canceled;
		this.task = task;
		this.status = status;
		IJ.resetEscape();
		task.setProgressMaximum(PARTS);
		task.start();
	}

	@Override
	public void update(final Status now) {
		final String text = "Zero-Shot SR: " + now.text();
		final int part = (int) Math.round(PARTS * (Double.isNaN(now.done()) ? 0 : now.done()));
		task.setStatusMessage(text);
		task.setProgressValue(part);
		status.showStatus(part, PARTS, text);
	}

	@Override
	public void note(final String message) {
		notes.add(message);
	}

	List<String> notes() {
		return notes;
	}

	@Override
	public boolean isCanceled() {
		return canceled.getAsBoolean() || task.isCanceled() || IJ.escapePressed() || macro != null && macro.done();
	}

	@Override
	public void close() {
		task.finish();
		status.showProgress(0, 0);
	}
}
