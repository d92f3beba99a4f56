package org.zeroshotsr.window;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import ij.gui.Plot;

/** A quantity over the training steps, drawn by ImageJ's Plot. Not for several threads. */
final class Curve {

	private final String name;
	private final List<Double> steps = new ArrayList<>();
	private final List<Double> values = new ArrayList<>();

	Curve(final String name) {
		this.name = name;
	}

	void clear() {
		steps.clear();
		values.clear();
	}

	void add(final int step, final double value) {
		if (!Double.isFinite(value)) return;
		steps.add((double) step);
		values.add(value);
	}

	/**
	 * Draws the curve.
	 *
	 * @param maxSteps the right end of the axis
	 * @param floor    a value that the axis shows in any case
	 */
	java.awt.Image draw(final int width, final int height, final int maxSteps, final double floor) {
		final Plot plot = new Plot("", "step", name);
		plot.setFontSize(11);
		plot.setSize(width, height);
		plot.setColor(new Color(0x1f77b4));
		plot.setLineWidth(2);
		final double[] y = values.stream().mapToDouble(Double::doubleValue).toArray();
		if (y.length > 0) plot.add("line", steps.stream().mapToDouble(Double::doubleValue).toArray(), y);
		double min = floor;
		double max = floor;
		for (final double value : y) {
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		final double margin = max > min ? 0.05 * (max - min) : 1;
		plot.setLimits(0, Math.max(1, maxSteps), min < floor ? min - margin : floor, max + margin);
		return plot.getProcessor().createImage();
	}
}
