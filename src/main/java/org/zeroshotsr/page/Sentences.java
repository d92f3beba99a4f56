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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.zeroshotsr.Report;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.files.PixelSize;
import org.zeroshotsr.run.PlaneReport;

/** What the page says in words. */
final class Sentences {

	/** Errors that differ by less are about equal. */
	private static final double EQUAL = 0.05;

	/** The same as {@link #beyond} of a stack that grows along z. */
	static final String BETWEEN = "What is finer along z than two slices of the input is the network's word alone: it was learnt from the " +
		"structures in the stack's own planes, and is no optical resolution.";

	private Sentences() {}

	/** What the result is worth, as far as that can be told without the truth. */
	static String worth(final Report report) {
		final List<PlaneReport> planes = report.planes();
		if (planes.stream().allMatch(PlaneReport::constant))
			return "The image holds one value alone: there was nothing to learn, and nothing to judge.";
		final List<Verdict> verdicts = planes.stream().map(PlaneReport::verdict).filter(Objects::nonNull).toList();
		final long simple = verdicts.stream().filter(Verdict::simple).count();
		if (simple > 0 && simple == verdicts.size())
			return "The network was estimated to be further from the truth than bicubic enlargement after a Gaussian, which is what the result is.";
		if (report.unlearnt() == planes.stream().filter(p -> !p.constant()).count())
			return "The network learnt nothing from the image, so that the result is bicubic enlargement that shrinks back to the input.";
		final OptionalDouble error = verdicts.stream().filter(Verdict::told).mapToDouble(Verdict::relative).average();
		if (error.isPresent()) return error(error.getAsDouble());
		final OptionalDouble heldOut = verdicts.stream().filter(v -> !v.noisy()).mapToDouble(Verdict::heldOut).filter(Double::isFinite)
			.average();
		if (heldOut.isPresent()) return String.format(Locale.ROOT,
			"On pixels that were hidden from it the result is %.2f dB %s the image than bicubic enlargement.", Math.abs(heldOut
				.getAsDouble()), heldOut.getAsDouble() < 0 ? "further from" : "nearer to");
		if (Double.isNaN(report.gain())) return "How far the result is from the truth cannot be told of this image.";
		return String.format(Locale.ROOT, "How far the result is from the truth cannot be told; of the image's own shrunken copy the " +
			"network makes the image %+.2f dB better than bicubic enlargement does.", report.gain());
	}

	private static String error(final double relative) {
		final String percent = String.format(Locale.ROOT, "%.0f %% of bicubic enlargement's", 100 * relative);
		if (relative > 1 + EQUAL) return "The result is estimated to be further from the truth than bicubic enlargement: its error is " + percent + ".";
		if (relative > 1 - EQUAL) return "The result is estimated to be about as far from the truth as bicubic enlargement is: its error is " + percent + ".";
		return "The result is estimated to be nearer to the truth than bicubic enlargement: its error is " + percent + ".";
	}

	/**
	 * What is the network's word alone.
	 *
	 * @param limits of each channel that is shown, in cycles per pixel of the input, see {@link RadialSpectrum#limit}
	 */
	static String beyond(final List<Double> limits, final PixelSize size) {
		final List<String> texts = new ArrayList<>();
		for (final double limit : limits)
			texts.add(limit == 0 ? "everything" : "detail finer than " + period(limit, size));
		final List<String> different = texts.stream().distinct().toList();
		final String what = different.size() == 1 ? different.get(0) : java.util.stream.IntStream.range(0, texts.size()).mapToObj(
			i -> texts.get(i) + " in channel " + (i + 1)).collect(Collectors.joining(", "));
		return what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1) +
			" is the network's word alone: it was learnt from the image's own structures, and is no optical resolution.";
	}

	/** "2 pixels of the input (130 nm)". */
	static String period(final double frequency, final PixelSize size) {
		return ScaleBar.length(PixelSize.UNKNOWN, 1 / frequency) + " of the input" + (size.known() ? " (" + ScaleBar.length(size, 1 /
			frequency) + ")" : "");
	}

	/** Where that frequency comes from. */
	static String why(final double limit, final PixelSize size, final boolean noise) {
		if (limit == 0) return "At every frequency the input's noise is stronger than its signal.";
		if (limit == RadialSpectrum.NYQUIST) return "The mark is at the input's Nyquist frequency, a period of " + period(limit, size) +
			(noise ? ", up to which its signal is stronger than its noise." : ".");
		return String.format(Locale.ROOT, "The mark, at %.2f cycles a pixel, a period of %s, is where the input's signal falls under its " +
			"noise, below its Nyquist frequency of 0.5: the factor asks for more than the image holds.", limit, period(limit, size));
	}
}
