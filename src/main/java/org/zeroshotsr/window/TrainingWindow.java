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
package org.zeroshotsr.window;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

import javax.swing.SwingUtilities;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;

/**
 * Shows a run in a window of its own, beside what another {@link Progress} does with it: curves, a preview, and buttons
 * to finish or cancel. The user may close the window; the run goes on. Needs a display.
 */
public final class TrainingWindow implements Progress, AutoCloseable {

	/** Between two previews, in which the network does not learn. */
	private static final long PREVIEW_NANOS = 2_000_000_000L;

	private final Progress other;
	private final AtomicBoolean canceled = new AtomicBoolean();
	private final AtomicBoolean finishing = new AtomicBoolean();
	private final AtomicBoolean closed = new AtomicBoolean();
	private final AtomicLong nextPreview = new AtomicLong(System.nanoTime());
	private final AtomicReference<TrainingFrame> frame = new AtomicReference<>();
	private final Curve loss = new Curve("loss (L1)");
	private final Curve gain = new Curve("gain (dB)");
	/** What the window is still to show; null once it shows the last. */
	private final AtomicReference<Status> waiting = new AtomicReference<>();
	private final AtomicReference<PreviewImages> images = new AtomicReference<>();
	private int plane;
	private String stage = "";

	/**
	 * Opens the window.
	 *
	 * @param other is told everything, too, and may cancel or finish
	 * @param title of the image
	 */
	public TrainingWindow(final Progress other, final String title) {
		this.other = other;
		SwingUtilities.invokeLater(() -> {
			if (closed.get()) return;
			frame.set(new TrainingFrame(title, loss, gain, () -> finishing.set(true), () -> canceled.set(true), () -> closed.set(
				true)));
		});
	}

	@Override
	public void update(final Status status) {
		other.update(status);
		// finishing holds for the plane that the user saw
		if (status.plane() != plane) finishing.set(false);
		final boolean training = !Double.isNaN(status.loss());
		if (status.plane() != plane || training && !status.stage().equals(stage)) {
			loss.clear();
			gain.clear();
		}
		plane = status.plane();
		if (training) {
			stage = status.stage();
			loss.add(status.step(), status.loss());
			gain.add(status.step(), status.gain());
		}
		show(waiting, status, TrainingFrame::update);
	}

	@Override
	public void note(final String message) {
		other.note(message);
	}

	@Override
	public boolean isCanceled() {
		return canceled.get() || other.isCanceled();
	}

	@Override
	public boolean isFinishing() {
		return finishing.get() || other.isFinishing();
	}

	@Override
	public boolean wantsPreview() {
		return !closed.get() && System.nanoTime() - nextPreview.get() >= 0 || other.wantsPreview();
	}

	@Override
	public void preview(final Plane bicubic, final Plane current) {
		nextPreview.set(System.nanoTime() + PREVIEW_NANOS);
		show(images, PreviewImages.of(bicubic, current), TrainingFrame::preview);
		other.preview(bicubic, current);
	}

	/** Of what comes faster than the window can show it, the last. */
	private <T> void show(final AtomicReference<T> next, final T value, final BiConsumer<TrainingFrame, T> change) {
		if (next.getAndSet(value) != null) return;
		SwingUtilities.invokeLater(() -> {
			final T last = next.getAndSet(null);
			if (frame.get() != null && !closed.get()) change.accept(frame.get(), last);
		});
	}

	@Override
	public void close() {
		closed.set(true);
		SwingUtilities.invokeLater(() -> {
			if (frame.get() != null) frame.get().dispose();
		});
	}
}
