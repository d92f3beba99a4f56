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
