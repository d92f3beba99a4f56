package org.zeroshotsr.worker;

import java.util.Map;

import org.apposed.appose.GroovyWorker;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.stack.PlaneUpscaler;

/** Tells the parent what goes on, as updates of its task, and asks nothing back but what the parent has said by itself. */
final class ChildMonitor implements PlaneUpscaler.Monitor {

	/** Between two updates of the same kind, so that telling does not slow the work. */
	private static final long INTERVAL_NANOS = 50_000_000;

	private static volatile int finished;
	private static volatile boolean previewWanted;

	private final GroovyWorker.Task task;
	private final int serial;
	private long last;

	ChildMonitor(final GroovyWorker.Task task, final int serial) {
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
	public void stage(final int stage, final int stages, final Factor factor) {
		send(Update.STAGE, stage, stages, Map.of("factor", Numbers.text(factor.rows(), factor.columns())));
	}

	@Override
	public boolean stepped(final int steps, final int of, final double loss, final double gain) {
		if (due(steps, of)) send(Update.STEPPED, steps, of, Map.of("curves", Numbers.text(loss, gain)));
		return finished != serial;
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
	public void passed(final int passes, final int of) {
		if (due(passes, of)) send(Update.PASSED, passes, of, Map.of());
	}

	@Override
	public void note(final String message) {
		send(Update.NOTE, 0, 0, Map.of("text", message));
	}

	private boolean due(final int done, final int of) {
		final long now = System.nanoTime();
		if (now - last < INTERVAL_NANOS && done > 1 && done < of) return false;
		last = now;
		return true;
	}

	private void send(final Update update, final long current, final long maximum, final Map<String, Object> info) {
		task.update(update.name(), current, maximum, info);
	}
}
