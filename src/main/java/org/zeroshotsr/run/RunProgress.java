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
package org.zeroshotsr.run;

import java.util.List;

import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.progress.WrappedProgress;

/** Turns what the work on a plane tells into what the caller hears of the run: seldom enough, with the time that is left. */
final class RunProgress extends WrappedProgress {

	/** Between two updates, so that telling does not slow the work. */
	private static final long INTERVAL_NANOS = 200_000_000;

	private final List<String> notes;
	private final Pace pace = new Pace();
	private final int planes;
	/** Work before each piece, and of all. */
	private final double[] work;

	private int plane;
	private int piece;
	private String place = "";
	private String last = "";
	private double gain = Double.NaN;
	/** What is done; training that begins again takes nothing back. */
	private double greatest;
	private long lastUpdate = System.nanoTime() - INTERVAL_NANOS;

	/** @param work of each piece, in any unit; mostly a plane */
	RunProgress(final Progress progress, final List<String> notes, final int planes, final double[] work) {
		super(progress);
		this.notes = notes;
		this.planes = planes;
		this.work = new double[work.length + 1];
		for (int i = 0; i < work.length; i++)
			this.work[i + 1] = this.work[i] + work[i];
	}

	/** A piece of the work on plane {@code index} begins, both from 0, of which notes say where it is; "" where it is the only one. */
	void piece(final int newPiece, final int index, final String newPlace) {
		piece = newPiece;
		plane = index;
		place = newPlace;
		gain = Double.NaN;
		checkCanceled();
	}

	@Override
	public void update(final Status status) {
		checkCanceled();
		if (!Double.isNaN(status.gain())) gain = status.gain();
		final long now = System.nanoTime();
		if (now - lastUpdate < INTERVAL_NANOS && status.step() < status.steps() && status.stage().equals(last)) return;
		lastUpdate = now;
		last = status.stage();
		final double all = work[work.length - 1];
		final double done = all == 0 || Double.isNaN(status.done()) ? Double.NaN : Math.max(greatest, (work[piece] + status.done() *
			(work[piece + 1] - work[piece])) / all);
		if (!Double.isNaN(done)) greatest = done;
		pace.update(done, status);
		super.update(new Status(status.stage(), plane + 1, planes, status.step(), status.steps(), status.loss(),
			gain, done, (1 - done) * pace.secondsOfAll()));
	}

	/** Of the plane that is being done. */
	@Override
	public void note(final String message) {
		noteOfRun(place.isEmpty() ? message : "Plane " + place + ": " + message);
	}

	/** Of the run as a whole; said once. */
	void noteOfRun(final String message) {
		if (notes.contains(message)) return;
		notes.add(message);
		super.note(message);
	}

	/** Tells how many samples were cut off, if any. */
	void noteSaturated(final List<PlaneReport> planes) {
		final long saturated = planes.stream().mapToLong(PlaneReport::saturated).sum();
		if (saturated > 0) noteOfRun(saturated + " samples of the result were beyond the range of the pixel type and are cut off there");
	}
}
