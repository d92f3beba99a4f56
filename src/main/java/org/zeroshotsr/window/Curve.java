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

import java.awt.Color;
import java.awt.Image;
import java.util.Arrays;

import ij.gui.Plot;

/**
 * A quantity over the training steps, drawn by ImageJ's Plot. It keeps no more points than a screen can show: those of
 * many steps are means of neighbours. Filled by the thread that trains and drawn by the one that shows.
 */
final class Curve {

	/** Even. */
	static final int MOST_POINTS = 800;

	private final String name;
	private final double[] steps = new double[MOST_POINTS];
	private final double[] values = new double[MOST_POINTS];
	/** The last point is the mean of fewer values, as yet: of {@code last}. */
	private int count;
	private int each = 1;
	private int last;

	Curve(final String name) {
		this.name = name;
	}

	synchronized void clear() {
		count = 0;
		each = 1;
		last = 0;
	}

	synchronized void add(final int step, final double value) {
		if (!Double.isFinite(value)) return;
		if (count == 0 || last == each) {
			if (count == MOST_POINTS) halve();
			last = 0;
			steps[count] = 0;
			values[count++] = 0;
		}
		last++;
		steps[count - 1] += (step - steps[count - 1]) / last;
		values[count - 1] += (value - values[count - 1]) / last;
	}

	private void halve() {
		for (int i = 0; i < MOST_POINTS / 2; i++) {
			steps[i] = (steps[2 * i] + steps[2 * i + 1]) / 2;
			values[i] = (values[2 * i] + values[2 * i + 1]) / 2;
		}
		count = MOST_POINTS / 2;
		each *= 2;
	}

	synchronized double[] steps() {
		return Arrays.copyOf(steps, count);
	}

	synchronized double[] values() {
		return Arrays.copyOf(values, count);
	}

	/**
	 * Draws the curve.
	 *
	 * @param maxSteps the right end of the axis
	 * @param floor    a value that the axis shows in any case
	 */
	synchronized Image draw(final int width, final int height, final int maxSteps, final double floor) {
		final Plot plot = new Plot("", "step", name);
		plot.setFontSize(11);
		plot.setSize(width, height);
		plot.setColor(new Color(0x1f77b4));
		plot.setLineWidth(2);
		if (count > 0) plot.add("line", steps(), values());
		double min = floor;
		double max = floor;
		for (int i = 0; i < count; i++) {
			min = Math.min(min, values[i]);
			max = Math.max(max, values[i]);
		}
		final double margin = max > min ? 0.05 * (max - min) : 1;
		plot.setLimits(0, Math.max(1, maxSteps), min < floor ? min - margin : floor, max + margin);
		return plot.getProcessor().createImage();
	}
}
