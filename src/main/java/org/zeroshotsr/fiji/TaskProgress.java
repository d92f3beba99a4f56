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
