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
package org.zeroshotsr.worker;

import java.util.Map;

import org.apposed.appose.GroovyWorker;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/** Tells the parent what goes on, as updates of its task, and asks nothing back but what the parent has said by itself. */
final class ChildProgress implements Progress {

	/** Between two updates of the same kind, so that telling does not slow the work. */
	private static final long INTERVAL_NANOS = 50_000_000;

	private static volatile int finished;
	private static volatile boolean previewWanted;

	private final GroovyWorker.Task task;
	private final int serial;
	private long last;

	ChildProgress(final GroovyWorker.Task task, final int serial) {
		this.task = task;
		this.serial = serial;
		previewWanted = false;
	}

	/** Training on the plane of this number, counted from 1, is to end. */
	static void finish(final int serial) {
		finished = serial;
	}

	static void wantPreview() {
		previewWanted = true;
	}

	@Override
	public void update(final Status status) {
		final long now = System.nanoTime();
		if (now - last < INTERVAL_NANOS && status.step() > 1 && status.step() < status.steps()) return;
		last = now;
		send(Update.STATUS, status.step(), status.steps(), Map.of("stage", status.stage(), "numbers", Numbers.text(status
			.loss(), status.gain(), status.done())));
	}

	@Override
	public boolean isFinishing() {
		return finished == serial;
	}

	@Override
	public boolean wantsPreview() {
		return previewWanted;
	}

	@Override
	public void preview(final Plane bicubic, final Plane current) {
		previewWanted = false;
		send(Update.PREVIEW, 0, 0, Map.of("bicubic", Wire.plane(bicubic), "current", Wire.plane(current)));
	}

	@Override
	public void note(final String message) {
		send(Update.NOTE, 0, 0, Map.of("text", message));
	}

	private void send(final Update update, final long current, final long maximum, final Map<String, Object> info) {
		task.update(update.name(), current, maximum, info);
	}
}
