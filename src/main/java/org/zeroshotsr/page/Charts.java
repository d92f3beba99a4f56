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
package org.zeroshotsr.page;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.noise.NoiseEstimate;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.train.Training;

/** The page's charts, drawn by XChart without a display; each is a data URI of a PNG. */
final class Charts {

	static final int WIDTH = 520;
	static final int HEIGHT = 320;
	/** Pixels of the PNG for each of the page. */
	private static final int FINENESS = 2;
	/** Told apart by colour-blind people, too (Okabe and Ito). */
	private static final Color INPUT = new Color(0x000000);
	private static final Color BICUBIC = new Color(0xe69f00);
	private static final Color RESULT = new Color(0x0072b2);
	private static final Color MARK = new Color(0xd55e00);
	private static final Color FAINT = new Color(0xb8cfe0);
	private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
	/** Of the steps, over so many parts of them the loss is averaged. */
	private static final int AVERAGED = 50;
	/** Variances that are so many times higher than the others, and the model's, are outside of the chart. */
	private static final double OUTLIER = 4;

	private Charts() {}

	/**
	 * Checks, before any work, that this computer can draw.
	 *
	 * @throws BadInput where Java finds no fonts
	 */
	static void check() {
		try {
			final XYChart chart = chart("x", "y");
			series(chart, "line", new double[] { 0, 1 }, new double[] { 0, 1 }, INPUT);
			drawn(chart);
		}
		catch (final RuntimeException | Error e) { // of many kinds, from deep inside
			if (e instanceof NoClassDefFoundError && String.valueOf(e.getMessage()).startsWith("org/")) throw e; // our own library is missing
			throw new BadInput("the page's charts cannot be drawn here, as Java finds no fonts (" + e +
				"); install fontconfig and a font, such as DejaVu, or ask for a report whose name ends in .json", e);
		}
	}

	/** Input, bicubic, result, and the input's noise where it is known; {@code limit} is marked. */
	static String spectra(final RadialSpectrum input, final RadialSpectrum bicubic, final RadialSpectrum result,
		final RadialSpectrum noise, final double limit)
	{
		final XYChart chart = chart("Cycles per pixel of the input", "Power (grey levels squared)");
		chart.getStyler().setYAxisLogarithmic(true);
		double low = Double.POSITIVE_INFINITY;
		double high = 0;
		for (final RadialSpectrum spectrum : new RadialSpectrum[] { input, bicubic, result, noise })
			for (final double power : spectrum == null ? new double[0] : spectrum.powers())
				if (power > 0) {
					low = Math.min(low, power);
					high = Math.max(high, power);
				}
		if (!(high > low)) return null;
		low = Math.max(low, high * 1e-9);
		add(chart, "input", input, low, INPUT);
		add(chart, "bicubic", bicubic, low, BICUBIC);
		add(chart, "result", result, low, RESULT);
		if (noise != null) add(chart, "input's noise", noise, low, Color.gray).setLineStyle(SeriesLines.DOT_DOT);
		series(chart, String.format(Locale.ROOT, "limit %.2f", limit), new double[] { limit, limit }, new double[] { low, high }, MARK)
			.setLineStyle(SeriesLines.DASH_DASH);
		chart.getStyler().setXAxisMin(0.0);
		return png(chart);
	}

	private static XYSeries add(final XYChart chart, final String name, final RadialSpectrum spectrum, final double low,
		final Color colour)
	{
		final List<double[]> points = new ArrayList<>();
		for (int i = 0; i < spectrum.powers().length; i++)
			if (!Double.isNaN(spectrum.powers()[i])) points.add(new double[] { spectrum.frequencies()[i], Math.max(low, spectrum
				.powers()[i]) });
		return series(chart, name, points.stream().mapToDouble(p -> p[0]).toArray(), points.stream().mapToDouble(p -> p[1])
			.toArray(), colour);
	}

	/** Loss, averaged over some steps, and the gains on the image's own shrunken copy; null where there was no training. */
	static String training(final List<Training> trainings) {
		final double[] loss = loss(trainings);
		if (loss.length == 0) return null;
		final XYChart chart = chart("Training step", "Loss (parts of the image's range)");
		final double[] steps = new double[loss.length];
		Arrays.setAll(steps, i -> i + 1);
		final double[] smooth = averaged(loss, Math.max(1, loss.length / AVERAGED));
		final int every = 1 + loss.length / 2000;
		series(chart, "loss", every(steps, every), every(loss, every), FAINT);
		series(chart, "loss, averaged", every(steps, every), every(smooth, every), RESULT);
		final double[] sorted = loss.clone();
		Arrays.sort(sorted);
		chart.getStyler().setYAxisMin(0, 0.0);
		chart.getStyler().setYAxisMax(0, Math.max(Double.MIN_NORMAL, 1.1 * sorted[(int) (0.98 * (sorted.length - 1))]));
		chart.getStyler().setYAxisTickLabelsFormattingFunction(ScaleBar::digits);
		final double[][] gains = gains(trainings);
		if (gains[0].length > 0) {
			final XYSeries gain = series(chart, "gain over bicubic (dB, right)", gains[0], gains[1], MARK);
			gain.setMarker(SeriesMarkers.CIRCLE);
			gain.setYAxisGroup(1);
			chart.setYAxisGroupTitle(1, "Gain (dB)");
			chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
		}
		return png(chart);
	}

	private static double[] loss(final List<Training> trainings) {
		final int count = trainings.stream().mapToInt(t -> t.loss().length).sum();
		final double[] loss = new double[count];
		int i = 0;
		for (final Training training : trainings)
			for (final float v : training.loss())
				loss[i++] = v;
		return Arrays.stream(loss).allMatch(Double::isFinite) ? loss : new double[0];
	}

	/** Steps and gains. */
	private static double[][] gains(final List<Training> trainings) {
		final List<double[]> points = new ArrayList<>();
		int before = 0;
		for (final Training training : trainings) {
			for (int i = 0; i < training.measuredSteps().length; i++)
				if (Double.isFinite(training.gains()[i])) points.add(new double[] { before + training.measuredSteps()[i], training
					.gains()[i] });
			before += training.loss().length;
		}
		return new double[][] { points.stream().mapToDouble(p -> p[0]).toArray(), points.stream().mapToDouble(p -> p[1]).toArray() };
	}

	private static double[] averaged(final double[] values, final int over) {
		final double[] smooth = new double[values.length];
		for (int i = 0; i < values.length; i++)
			smooth[i] = Arrays.stream(values, Math.max(0, i - over), Math.min(values.length, i + over + 1)).average().orElseThrow();
		return smooth;
	}

	private static double[] every(final double[] values, final int step) {
		final double[] some = new double[(values.length + step - 1) / step];
		Arrays.setAll(some, i -> values[i * step]);
		return some;
	}

	/** Variance against mean of the input's even blocks, and what the run took for its noise, or null. */
	static String noise(final NoiseEstimate measured, final NoiseModel taken) {
		final double[] means = measured.points().stream().mapToDouble(NoiseEstimate.Point::mean).toArray();
		final double[] variances = measured.points().stream().mapToDouble(NoiseEstimate.Point::variance).toArray();
		if (means.length == 0) return null;
		final XYChart chart = chart("Mean (grey levels)", "Variance (grey levels squared)");
		final XYSeries points = series(chart, "measured", means, variances, INPUT);
		points.setMarker(SeriesMarkers.CIRCLE);
		points.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
		final double[] sorted = variances.clone();
		Arrays.sort(sorted);
		double greatest = sorted[sorted.length / 2];
		if (taken != null) {
			final double low = Arrays.stream(means).min().orElseThrow();
			final double high = Arrays.stream(means).max().orElseThrow();
			final double border = high > low ? 0.05 * (high - low) : 1;
			final double[] ends = { low - border, Math.max(low - border, Math.min(high + border, taken.offset())), high + border };
			final double[] line = Arrays.stream(ends).map(taken::variance).toArray();
			greatest = Math.max(greatest, Arrays.stream(line).max().orElseThrow());
			series(chart, "taken for the run", ends, line, RESULT);
		}
		chart.getStyler().setYAxisMin(0.0);
		// structure that was taken for noise may be far above
		final double most = Math.min(sorted[sorted.length - 1], OUTLIER * greatest);
		chart.getStyler().setYAxisMax(Math.max(greatest, most) > 0 ? 1.1 * Math.max(greatest, most) : 1);
		return png(chart);
	}

	/** Of input and result. */
	static String histogram(final Histogram histogram) {
		final XYChart chart = chart("Grey level", "Share of the pixels (%)");
		chart.getStyler().setYAxisLogarithmic(true);
		final double least = Arrays.stream(histogram.shares()).flatMapToDouble(Arrays::stream).filter(s -> s > 0).min().orElse(1);
		final String[] names = { "before", "after" };
		final Color[] colours = { INPUT, RESULT };
		chart.getStyler().setXAxisMin(histogram.start());
		chart.getStyler().setXAxisMax(histogram.end());
		for (int p = 0; p < names.length; p++)
			series(chart, names[p], histogram.levels(), Arrays.stream(histogram.shares()[p]).map(s -> 100 * Math.max(least, s)).toArray(),
				colours[p]);
		return png(chart);
	}

	private static XYChart chart(final String x, final String y) {
		final XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).xAxisTitle(x).yAxisTitle(y).build();
		chart.getStyler().setChartTitleVisible(false).setLegendPosition(Styler.LegendPosition.OutsideS).setLegendLayout(
			Styler.LegendLayout.Horizontal).setLegendFont(TEXT).setLegendBorderColor(Color.white).setChartBackgroundColor(Color.white)
			.setLocale(Locale.ROOT).setChartPadding(6).setPlotBorderVisible(false);
		chart.getStyler().setAxisTitleFont(TEXT);
		chart.getStyler().setAxisTickLabelsFont(TEXT);
		chart.getStyler().setPlotGridLinesColor(new Color(0xe4e4e4));
		return chart;
	}

	private static XYSeries series(final XYChart chart, final String name, final double[] x, final double[] y, final Color colour) {
		final XYSeries series = chart.addSeries(name, x, y);
		series.setMarker(SeriesMarkers.NONE);
		series.setMarkerColor(colour);
		series.setLineColor(colour);
		series.setLineStyle(SeriesLines.SOLID);
		series.setLineWidth(1.6f);
		return series;
	}

	private static String png(final XYChart chart) {
		return Picture.of(drawn(chart));
	}

	private static BufferedImage drawn(final XYChart chart) {
		final BufferedImage image = new BufferedImage(FINENESS * WIDTH, FINENESS * HEIGHT, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		try {
			graphics.scale(FINENESS, FINENESS);
			chart.paint(graphics, WIDTH, HEIGHT);
		}
		finally {
			graphics.dispose();
		}
		return image;
	}
}
