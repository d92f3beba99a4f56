package org.zeroshotsr.imagej;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.gui.Plot;

import org.zeroshotsr.Estimation;
import org.zeroshotsr.noise.NoiseEstimate;
import org.zeroshotsr.noise.NoiseModel;

/** Shows an estimate of the noise: in words, and as variance against mean with the fit. */
public final class NoisePlot {

	private static final Color[] COLOURS = { Color.blue, Color.red, new Color(0, 128, 0), Color.magenta, Color.orange,
		Color.darkGray };

	private NoisePlot() {}

	/** One curve for each channel. */
	public static Plot of(final List<NoiseEstimate> channels) {
		final Plot plot = new Plot("Noise", "Mean (grey levels)", "Variance (grey levels squared)");
		final StringBuilder legend = new StringBuilder();
		for (int i = 0; i < channels.size(); i++) {
			final NoiseEstimate estimate = channels.get(i);
			final double[] mean = estimate.points().stream().mapToDouble(NoiseEstimate.Point::mean).toArray();
			plot.setColor(COLOURS[i % COLOURS.length]);
			plot.add("circle", mean, estimate.points().stream().mapToDouble(NoiseEstimate.Point::variance).toArray());
			final double[] ends = mean.length == 0 ? new double[0] : new double[] { mean[0], mean[mean.length - 1] };
			plot.add("line", ends, java.util.Arrays.stream(ends).map(m -> Math.max(0, estimate.slope() * m + estimate
				.intercept())).toArray());
			legend.append(channels.size() == 1 ? "measured" : "channel " + (i + 1)).append('\t').append(Estimation.text(estimate
				.model())).append('\t');
		}
		plot.setColor(Color.black);
		plot.setLimitsToFit(false);
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
		lines.add("option     noise=" + Estimation.text(model));
		Estimation.cautions(estimate).forEach(caution -> lines.add("caution    " + caution));
		return lines;
	}
}
