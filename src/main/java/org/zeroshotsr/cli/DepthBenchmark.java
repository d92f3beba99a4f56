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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.Report;
import org.zeroshotsr.Result;
import org.zeroshotsr.Version;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.imagej.KernelFile;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.quality.Intervals;
import org.zeroshotsr.run.LocalEngine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sums slices of stacks, enlarges these along z, and says how near they are to what they were; a line for each stack. */
final class DepthBenchmark {

	private record Row(String name, double[] simple, double result, List<Intervals> intervals, Report report) {

		double gain() {
			return result - simple[simple.length - 1];
		}
	}

	private static final String COLUMNS = "s %20s  %8s %8s %8s  %8s  %6s %6s %8s";

	private final Options options;
	private final int n;
	private final boolean maps;
	private final PrintWriter out;
	private final String line;
	private final List<Row> rows = new ArrayList<>();

	/**
	 * @param n     slices that are summed in one
	 * @param maps  whether the half widths are compared with the truth, too
	 * @param names of the stacks
	 */
	DepthBenchmark(final Options options, final int n, final boolean maps, final PrintWriter out, final List<String> names) {
		this.options = options.with(Option.SCALE, "1").with(Option.Z_SCALE, String.valueOf(n));
		this.n = n;
		this.maps = maps;
		this.out = out;
		line = "%-" + names.stream().mapToInt(String::length).max().orElse(0) + COLUMNS;
	}

	void run(final List<Path> files, final Console console) {
		print(String.format(Locale.ROOT, line, "", "", "nearest", "linear", "cubic", "result", "gain", "", ""));
		print(String.format(Locale.ROOT, line, "stack", "size", "PSNR/dB", "PSNR/dB", "PSNR/dB", "PSNR/dB", "dB", "steps", "seconds"));
		for (final Path file : files) {
			final String name = file.getFileName().toString();
			console.image(name, rows.size() + 1, files.size());
			final DepthPair<?> pair = Checks.in(name + ": ", () -> {
				final Samples<?> stack = Samples.open(file);
				stack.notes().forEach(console::note);
				return DepthPair.of(stack, n);
			});
			add(name, pair, console);
		}
		console.clear();
		print(String.format(Locale.ROOT, line, "mean", "", decimals(row -> row.simple[0]), decimals(row -> row.simple[1]), decimals(
			row -> row.simple[2]), decimals(Row::result), Texts.gain(mean(Row::gain)), Math.round(mean(row -> row.report.steps())), Texts
				.decimals(mean(row -> row.report.seconds()), 1)) + BenchmarkTable.text(rows.stream().flatMap(row -> row.intervals.stream()).toList()));
		print(rows.stream().filter(row -> row.gain() < 0).count() + " of " + rows.size() + " under cubic");
	}

	private <T extends RealType<T> & NativeType<T>> void add(final String name, final DepthPair<T> pair, final Console console) {
		final Samples<T> low = pair.low();
		final Options choice = Checks.in(name + ": ", () -> {
			final Options read = KernelFile.read(options, low.taken(), console::note);
			ZeroShotSR.check(low.image(), low.axes(), read);
			return read;
		});
		final Result<T> result = ZeroShotSR.upscale(low.image(), low.axes(), choice, maps ? List.of(Layer.UNCERTAINTY) : List.of(), console,
			LocalEngine::new);
		final Samples<T> made = new Samples<>(result.image(), low.axes(), low.taken(), List.of());
		final Row row = new Row(name, DepthPair.simple().stream().mapToDouble(pair::psnr).toArray(), pair.psnr(made), maps
			? BenchmarkCommand.intervals(result, pair.truth()) : List.of(), result.report());
		rows.add(row);
		console.clear();
		print(String.format(Locale.ROOT, line, name, Texts.size(low.axes(), pair.truth().size()), Texts.decimals(row.simple[0], 2), Texts
			.decimals(row.simple[1], 2), Texts.decimals(row.simple[2], 2), Texts.decimals(row.result, 2), Texts.gain(row.gain()), row.report
				.steps(), Texts.decimals(row.report.seconds(), 1)) + BenchmarkTable.text(row.intervals));
	}

	private String decimals(final ToDoubleFunction<Row> value) {
		return Texts.decimals(mean(value), 2);
	}

	private double mean(final ToDoubleFunction<Row> value) {
		return rows.stream().mapToDouble(value).average().orElse(Double.NaN);
	}

	private void print(final String text) {
		out.println(text.stripTrailing());
		out.flush();
	}

	ObjectNode json() {
		final ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("version", Version.get()).put("zBin", n);
		final ArrayNode stacks = json.putArray("images");
		for (final Row row : rows) {
			final ObjectNode stack = stacks.addObject();
			stack.put("name", row.name);
			final ObjectNode quality = stack.putObject("quality");
			for (final DepthPair.Simple simple : DepthPair.simple())
				quality.set(simple.name().toLowerCase(Locale.ROOT), ReportJson.number(row.simple[simple.ordinal()]));
			quality.set("result", ReportJson.number(row.result));
			quality.set("gainDb", ReportJson.number(row.gain()));
			BenchmarkTable.json(row.intervals, stack);
			ReportJson.run(stack, row.report, row.report.notes());
		}
		return json;
	}
}
