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
package org.zeroshotsr.imagej;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import ij.gui.Plot;

import org.zeroshotsr.run.Estimation;
import org.zeroshotsr.noise.Correlation;
import org.zeroshotsr.noise.NoiseEstimate;
import org.zeroshotsr.noise.NoiseModel;

/** Shows an estimate of the noise: in words, and as variance against mean with the fit. */
public final class NoisePlot {

	private static final Color[] COLOURS = { Color.blue, Color.red, new Color(0, 128, 0), Color.magenta, Color.orange,
		Color.darkGray };

	private NoisePlot() {}

	/** Points and a line for each channel. */
	public static Plot of(final List<NoiseEstimate> channels) {
		final Plot plot = new Plot("Noise", "Mean (grey levels)", "Variance (grey levels squared)");
		final double[] all = channels.stream().flatMap(c -> c.points().stream()).mapToDouble(NoiseEstimate.Point::mean)
			.sorted().toArray();
		final double lowest = all.length == 0 ? 0 : all[0];
		final double highest = all.length == 0 ? 1 : all[all.length - 1];
		// a single point is not to lie in a corner
		final double border = highest > lowest ? 0.05 * (highest - lowest) : 1 + 0.1 * Math.abs(highest);
		final double[] ends = { lowest - border, highest + border };
		final StringBuilder legend = new StringBuilder();
		double greatest = 0;
		for (int i = 0; i < channels.size(); i++) {
			final NoiseEstimate estimate = channels.get(i);
			final double[] mean = estimate.points().stream().mapToDouble(NoiseEstimate.Point::mean).toArray();
			final double[] variance = estimate.points().stream().mapToDouble(NoiseEstimate.Point::variance).toArray();
			final double[] line = Arrays.stream(ends).map(m -> Math.max(0, estimate.slope() * m + estimate.intercept()))
				.toArray();
			greatest = DoubleStream.concat(Arrays.stream(variance), Arrays.stream(line)).reduce(greatest, Math::max);
			plot.setColor(COLOURS[i % COLOURS.length]);
			plot.add("circle", mean, variance);
			plot.add("line", ends, line);
			legend.append(channels.size() == 1 ? "measured" : "channel " + (i + 1)).append('\t').append(Estimation.text(estimate
				.model())).append('\t');
		}
		plot.setColor(Color.black);
		plot.setLimits(ends[0], ends[1], 0, greatest > 0 ? 1.1 * greatest : 1);
		plot.addLegend(legend.toString());
		return plot;
	}

	/** What was found, with units, and the option that says the same. */
	public static List<String> lines(final NoiseEstimate estimate) {
		final NoiseModel model = estimate.model();
		final List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, "gain       %.4g grey levels a photo-electron", model.gain()));
		lines.add(String.format(Locale.ROOT, "read noise %.4g grey levels", model.read()));
		lines.add(String.format(Locale.ROOT, "offset     %.4g grey levels", model.offset()));
		final Correlation shared = model.correlation();
		lines.add("shared     " + (shared.isNone() ? "nothing by neighbouring pixels" : String.format(Locale.ROOT,
			"%.2g by pixels below each other, %.2g by pixels beside each other, as far as %d pixels", shared.at(1, 0), shared.at(0,
				1), shared.reach())));
		lines.add("option     noise=" + Estimation.text(model));
		Estimation.cautions(estimate).forEach(caution -> lines.add("caution    " + caution));
		return lines;
	}
}
