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
package org.zeroshotsr.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.zeroshotsr.Report;
import org.zeroshotsr.Version;
import org.zeroshotsr.quality.Intervals;

/** What a benchmark finds out: a line for each image as soon as it is done, and the mean. */
final class BenchmarkTable {

	private record Row(String name, String size, Comparison comparison, List<Intervals> intervals, Report report, String degradation) {

		double gain() {
			return comparison.result().psnr() - comparison.bicubic().psnr();
		}
	}

	private static final String COLUMNS = "s %20s  %8s %7s  %8s  %8s %7s  %6s %6s %8s  %s";

	/** What is said of more than this. */
	private static final double MUCH = 0.15;

	private final PrintWriter out;
	private final String line;
	private final List<Row> rows = new ArrayList<>();

	/** @param names of the images, which are the first column */
	BenchmarkTable(final PrintWriter out, final Collection<String> names) {
		this.out = out;
		line = "%-" + names.stream().mapToInt(String::length).max().orElse(0) + COLUMNS;
	}

	void begin() {
		print(String.format(Locale.ROOT, line, "", "", "bicubic", "", "blurred", "result", "", "gain", "", "", ""));
		print(String.format(Locale.ROOT, line, "image", "size", "PSNR/dB", "SSIM", "PSNR/dB", "PSNR/dB", "SSIM", "dB", "steps", "seconds", "degradation"));
	}

	/**
	 * @param size        of the truth
	 * @param intervals   of each plane; of none where they were not asked for
	 * @param degradation what made the low-resolution image
	 */
	void add(final String name, final String size, final Comparison comparison, final List<Intervals> intervals, final Report report,
		final String degradation)
	{
		final Row row = new Row(name, size, comparison, intervals, report, degradation);
		rows.add(row);
		print(name, size, comparison.bicubic(), comparison.blurred(), comparison.result(), row.gain(), report.steps(), report.seconds(),
			degradation + text(intervals));
	}

	void end() {
		print("mean", "", bicubic(), blurred(), result(), mean(Row::gain), mean(row -> row.report.steps()), mean(row -> row.report
			.seconds()), text(rows.stream().flatMap(row -> row.intervals.stream()).toList()));
		print(count(Row::gain, 0) + " of " + rows.size() + " under bicubic, " + count(row -> row.comparison.result().psnr() - row.comparison
			.blurred().psnr(), -MUCH) + " more than " + MUCH + " dB under bicubic after the best Gaussian");
	}

	/** In the mean; "" for none. */
	static String text(final List<Intervals> all) {
		return all.isEmpty() ? "" : String.format(Locale.ROOT, "  inside %.1f %%, worst %.1f %%, spread %.1f", 100 * mean(all,
			Intervals::inside), 100 * mean(all, Intervals::worst), mean(all, Intervals::spread));
	}

	/** The same for a program. */
	static void json(final List<Intervals> all, final ObjectNode image) {
		if (!all.isEmpty()) image.putObject("intervals").put("inside", mean(all, Intervals::inside)).put("worst", mean(all,
			Intervals::worst)).put("spread", mean(all, Intervals::spread));
	}

	private static double mean(final List<Intervals> all, final ToDoubleFunction<Intervals> value) {
		return all.stream().mapToDouble(value).average().orElse(Double.NaN);
	}

	/** How many images have less. */
	private long count(final ToDoubleFunction<Row> value, final double limit) {
		return rows.stream().filter(row -> value.applyAsDouble(row) < limit).count();
	}

	private void print(final String name, final String size, final Comparison.Score bicubic,
		final Comparison.Score blurred, final Comparison.Score result,
		final double gain, final double steps, final double seconds, final String degradation)
	{
		print(String.format(Locale.ROOT, line, name, size, Texts.decimals(bicubic.psnr(), 2), Texts.decimals(bicubic.ssim(),
			4), Texts.decimals(blurred.psnr(), 2), Texts.decimals(result.psnr(), 2), Texts.decimals(result.ssim(), 4), Texts.gain(gain), Math.round(steps), Texts
				.decimals(seconds, 1), degradation).stripTrailing());
	}

	private void print(final String text) {
		out.println(text);
		out.flush();
	}

	private Comparison.Score bicubic() {
		return Comparison.mean(rows.stream().map(row -> row.comparison.bicubic()).toList());
	}

	private Comparison.Score blurred() {
		return Comparison.mean(rows.stream().map(row -> row.comparison.blurred()).toList());
	}

	private Comparison.Score result() {
		return Comparison.mean(rows.stream().map(row -> row.comparison.result()).toList());
	}

	private double mean(final ToDoubleFunction<Row> value) {
		return rows.stream().mapToDouble(value).average().orElse(Double.NaN);
	}

	/** @param choices what was asked for beside the engine's options */
	ObjectNode json(final Map<String, String> choices) {
		final ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("version", Version.get());
		choices.forEach(json::put);
		final ArrayNode images = json.putArray("images");
		for (final Row row : rows) {
			final ObjectNode image = images.addObject();
			image.put("name", row.name).put("degradation", row.degradation);
			ReportJson.quality(image.putObject("quality"), row.comparison).set("gainDb", ReportJson.number(row.gain()));
			json(row.intervals, image);
			ReportJson.run(image, row.report, row.report.notes());
		}
		final ObjectNode mean = json.putObject("mean");
		ReportJson.scores(mean, bicubic(), blurred(), result());
		mean.set("gainDb", ReportJson.number(mean(Row::gain)));
		mean.set("steps", ReportJson.number(mean(row -> row.report.steps())));
		mean.set("seconds", ReportJson.number(mean(row -> row.report.seconds())));
		return json;
	}
}
