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

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.zeroshotsr.Report;
import org.zeroshotsr.page.Page;
import org.zeroshotsr.progress.Status;

/**
 * What the user is told when an image is done, in a few lines or as JSON.
 *
 * @param type       of the pixels
 * @param notes      what the user was told about the input and the run
 * @param truth      file, or null
 * @param comparison with the truth, or null
 * @param page       that shows it, or null
 */
record Summary(Path input, Path output, String type, List<String> notes, Report report, Path truth,
	Comparison comparison, Page page)
{

	List<String> lines() {
		final List<String> lines = new ArrayList<>();
		lines.add(line("input", input + " (" + Texts.size(report.axes(), report.input()) + ", " + type + ")"));
		lines.add(line("output", output + " (" + Texts.size(report.axes(), report.output()) + ", " + type + ")"));
		for (final String estimate : report.estimates())
			lines.add(line("estimated", estimate));
		lines.add(line("device", report.device() + ", " + report.precision() + " (" + report.precisionReason() + ")"));
		final int planes = report.planes().size();
		lines.add(line("training", report.steps() + " steps" + (planes > 1 ? " on " + planes + " planes" : "") + ", " + Status
			.duration(report.seconds()) + " in all"));
		lines.add(line("gain", gain()));
		report.verdicts().forEach(verdict -> lines.add(line("verdict", verdict)));
		lines.add(line("fidelity", report.fidelity()));
		if (report.saturated() > 0) lines.add(line("saturated", report.saturated() +
			" samples are cut off at the pixel type's range"));
		if (comparison != null) lines.add(line("truth", comparison.text()));
		return lines;
	}

	private String gain() {
		if (Double.isNaN(report.gain())) return "none: nothing to learn from";
		final long unlearnt = report.unlearnt();
		final int planes = report.planes().size();
		if (unlearnt == planes) return "none: nothing was learnt, the result is bicubic enlargement, back-projected";
		return Texts.gain(report.gain()) + " dB over bicubic on the image's own shrunken copy" + (unlearnt == 0 ? "" : " (" +
			unlearnt + " of " + planes + " planes learnt nothing and are bicubic)");
	}

	/** What was estimated of each channel, in lines. */
	static void printEstimates(final PrintWriter out, final Path input, final Samples<?> image,
		final List<List<String>> channels)
	{
		out.println(line("image", input + " (" + image.describe() + ")"));
		for (int i = 0; i < channels.size(); i++) {
			if (channels.size() > 1) out.println(line("channel", String.valueOf(i + 1)));
			channels.get(i).forEach(out::println);
		}
		out.flush();
	}

	static String line(final String name, final String text) {
		return String.format(Locale.ROOT, "%-10s %s", name, text);
	}

	ObjectNode json() {
		return ReportJson.of(this);
	}
}
