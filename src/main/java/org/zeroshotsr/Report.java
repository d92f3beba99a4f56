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
package org.zeroshotsr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

import org.zeroshotsr.enlarge.Consistency;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.run.PlaneReport;

/**
 * What a run did.
 *
 * @param version    of this program
 * @param tensorflow version of TensorFlow
 * @param options    every option by its command-line name, with what was found in the image in the place of what asked for
 *                   it: they repeat the run
 * @param device     the device that TensorFlow ran on; "none" where nothing had to be trained
 * @param precision  what the convolutions really computed in
 * @param threads    how many there were at a time, at most
 * @param axes       a letter for each dimension of the sizes
 * @param input      size of the input
 * @param output     size of the result
 * @param seconds    wall-clock time
 * @param estimates  options that were left to be estimated, with what was found: "noise=poisson:2.1,5,100", and with
 *                   several channels "channel 2 noise=..."
 * @param notes      what the user should know
 * @param flicker    mean absolute change, between neighbouring planes, of what was added to bicubic enlargement, in parts of
 *                   bicubic enlargement's own change; NaN for a single plane
 * @param planes     in the order they were done
 * @param asked      the options as they were asked for
 * @param begun      when and where
 * @param origin     what was enlarged; null where nobody has said so
 */
public record Report(String version, String tensorflow, Map<String, String> options, String device, String precision, int threads,
	String axes, long[] input, long[] output, double seconds, List<String> estimates, List<String> notes, double flicker,
	List<PlaneReport> planes, Map<String, String> asked, Begun begun, Origin origin)
{

	/** The same with what was enlarged. */
	public Report from(final Origin input) {
		return with(begun, input);
	}

	/** The same of a run that began at another time. */
	public Report begun(final Begun then) {
		return with(then, origin);
	}

	private Report with(final Begun then, final Origin from) {
		return new Report(version, tensorflow, options, device, precision, threads, axes, input, output, seconds, estimates, notes,
			flicker, planes, asked, then, from);
	}

	public int steps() {
		return planes.stream().mapToInt(PlaneReport::steps).sum();
	}

	/** Mean gain in dB of the planes that were trained on; NaN for none. */
	public double gain() {
		return planes.stream().mapToDouble(PlaneReport::gain).filter(g -> !Double.isNaN(g)).average().orElse(Double.NaN);
	}

	/** What the result is estimated to be worth, without the truth, in a sentence for people; of many planes together. */
	public List<String> verdicts() {
		final List<Verdict> all = planes.stream().map(PlaneReport::verdict).filter(Objects::nonNull).toList();
		final List<String> sentences = new ArrayList<>();
		final OptionalDouble error = all.stream().filter(Verdict::told).mapToDouble(Verdict::relative).average();
		error.ifPresent(e -> sentences.add(String.format(Locale.ROOT, "estimated error %.2f of bicubic's", e)));
		final long untold = all.stream().filter(v -> v.noisy() && !v.told()).count();
		if (untold > 0) sentences.add("the error cannot be estimated" + (all.size() == 1 ? "" : " of " + untold + " of " + all.size() +
			" planes") + ": there is less noise than was measured");
		final OptionalDouble heldOut = all.stream().filter(v -> !v.noisy()).mapToDouble(Verdict::heldOut).filter(Double::isFinite)
			.average();
		heldOut.ifPresent(d -> sentences.add(String.format(Locale.ROOT, "%+.2f dB over bicubic on pixels held out", d)));
		final long simple = all.stream().filter(Verdict::simple).count();
		if (simple > 0) sentences.add(String.format(Locale.ROOT, "bicubic after a Gaussian is estimated to be better, and returned%s",
			all.size() == 1 ? "" : " for " + simple + " of " + all.size() + " planes"));
		return sentences;
	}

	/** Why {@link #precision} was computed in: that is not the same everywhere where it was left open. */
	public String precisionReason() {
		if (!"auto".equals(options.get("precision"))) return "as asked for";
		if (precision.equals("none")) return "nothing was computed";
		final boolean fast = precision.equals("bfloat16");
		if (device.startsWith("GPU")) return "auto: this GPU is " + (fast ? "" : "not ") + "faster in bfloat16";
		return "auto: this processor has " + (fast ? "AMX or AVX512-BF16" : "neither AMX nor AVX512-BF16, as far as is known");
	}

	/** How many planes were trained on in vain, and are bicubic enlargements. */
	public long unlearnt() {
		return planes.stream().filter(p -> !p.learnt() && !p.constant()).count();
	}

	/** How well all planes agree, shrunk, with the input, in grey levels. */
	public Consistency consistency() {
		return Consistency.mean(planes.stream().map(PlaneReport::consistency).toList());
	}

	/** The same in words; RSE and RSP are SQUIRREL's resolution-scaled error and Pearson coefficient. */
	public String fidelity() {
		final Consistency c = consistency();
		return String.format(Locale.ROOT, "the shrunken result differs from the input by %.3f grey levels (RMS)", c.rms()) + (Double
			.isFinite(c.rsp()) ? String.format(Locale.ROOT, "; RSE %.3f, RSP %.4f", c.rse(), c.rsp()) : "");
	}

	public long saturated() {
		return planes.stream().mapToLong(PlaneReport::saturated).sum();
	}

	/** Of how many planes the result is no network's: bicubic enlargement, or that after a Gaussian. */
	public long simple() {
		return planes.stream().filter(p -> !p.learnt() || p.verdict() != null && p.verdict().simple()).count();
	}

	/** All that it takes to repeat the run. */
	public RunRecord record() {
		return RunRecord.of(this);
	}

	/** How this result came to be, in a line for people. */
	public String line() {
		final RunRecord record = record();
		final StringBuilder choices = new StringBuilder();
		record.options().forEach((name, value) -> choices.append(' ').append(name).append('=').append(value));
		return "RUN Zero-Shot SR " + version + ":" + choices + (estimates.isEmpty() ? "" : "; estimated " + String.join(", ",
			estimates)) + "; device=" + device + " precision=" + precision + " steps=" +
			steps();
	}

	/** A line for a map's Info. */
	public String line(final Layer map) {
		return "MAP " + map.text() + " of " + line();
	}

	/** Two lines for the image's Info: how this result came to be, for people and for programs. */
	public String runRecord() {
		return line() + "\n" + record().line();
	}
}
