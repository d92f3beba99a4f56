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
package org.zeroshotsr.progress;

import java.util.Locale;

/**
 * Where a run is.
 *
 * @param stage       what is being done, in words for the user
 * @param plane       the plane being done, from 1
 * @param planes      how many planes there are
 * @param step        steps (or tiles) of this stage that are done
 * @param steps       steps of this stage, as far as is known
 * @param loss        mean training loss of the last steps in working units, NaN outside training
 * @param gain        dB that the network gains over bicubic on the image's own shrunken copy, NaN while unknown
 * @param done        part of the work that is done, 0 to 1: of the whole run for its caller, of a stage or plane for who
 *                    does that; NaN while unknown
 * @param secondsLeft estimate for the whole run, NaN while unknown
 */
public record Status(String stage, int plane, int planes, int step, int steps, double loss, double gain, double done,
	double secondsLeft)
{

	/** A part of the work, of which more is not known. */
	public static Status of(final String stage, final int step, final int steps) {
		return of(stage, step, steps, Double.NaN, Double.NaN);
	}

	/** A part of the training. */
	public static Status of(final String stage, final int step, final int steps, final double loss, final double gain) {
		return new Status(stage, 1, 1, step, steps, loss, gain, (double) step / steps, Double.NaN);
	}

	/** The same as a part of more, of which this much is done. */
	public Status within(final String newStage, final double newDone) {
		return new Status(newStage, plane, planes, step, steps, loss, gain, newDone, secondsLeft);
	}

	/**
	 * In words for the user, as far as is known, such as "plane 2 of 12: training 120 of 600, loss 0.01234, gain +0.81 dB,
	 * 65 s left".
	 */
	public String text() {
		final StringBuilder text = new StringBuilder();
		if (planes > 1) text.append("plane ").append(plane).append(" of ").append(planes).append(": ");
		text.append(stage);
		if (steps > 1) text.append(' ').append(step).append(" of ").append(steps);
		if (Double.isFinite(loss)) text.append(String.format(Locale.ROOT, ", loss %.4g", loss));
		if (Double.isFinite(gain)) text.append(String.format(Locale.ROOT, ", gain %+.2f dB", gain));
		if (Double.isFinite(secondsLeft)) text.append(", ").append(duration(secondsLeft)).append(" left");
		return text.toString();
	}

	/** "8.4 s", "95 s", "12 min", "3 h 20 min". */
	public static String duration(final double seconds) {
		if (seconds < 9.95) return String.format(Locale.ROOT, "%.1f s", seconds);
		if (seconds < 120) return Math.round(seconds) + " s";
		final long minutes = Math.round(seconds / 60);
		return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
	}
}
