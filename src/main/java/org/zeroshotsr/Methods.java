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

import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.run.Recipe;

/** What a publication says of how a result was made, ready to be pasted into its methods section. */
public final class Methods {

	private static final String BICUBIC = "bicubic";

	private Methods() {}

	/** Of a run. */
	public static String sentence(final Report report) {
		return sentence(report.record());
	}

	/** Of the run that left this record. */
	public static String sentence(final RunRecord record) {
		final List<String> sentences = new ArrayList<>();
		final boolean many = record.planes() > 1;
		final boolean given = record.input() != null && record.input().network() != null;
		sentences.add((many ? "The " + record.planes() + " planes of the image were" : "The image was") + " enlarged " + factor(
			Options.defaults().with(Option.SCALE, record.options().get(Option.SCALE.text())).scale()) + " with " + Citation.NAME + " " +
			record.version() + " by zero-shot super-resolution (" + Citation.SHORT + "), in which " + (given
				? "a small convolutional network is trained on shrunken copies of images of the same kind"
				: "a small convolutional network is trained on shrunken copies of the image itself, and on nothing else") + " (seed " +
			record.options().get(Option.SEED.text()) + ")");
		sentences.add(noise(record));
		sentences.add(kernel(record));
		if (record.simple() > 0) sentences.add("Where the network had learnt nothing, or was estimated to be no better, cubic " +
			"interpolation was returned" +
			(many ? ": for " + record.simple() + " of the " + record.planes() + " planes" : ", as it was here"));
		sentences.add("The result is an estimate made from the image, and not of higher optical resolution");
		return String.join(". ", sentences) + ".";
	}

	private static String factor(final Factor factor) {
		final String columns = number(factor.columns()) + "-fold";
		return factor.rows() == factor.columns() ? columns : number(factor.rows()) + "-fold in height and " + columns + " in width";
	}

	private static String number(final double value) {
		return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
	}

	/** Whether the value of an option was found in the image. */
	private static boolean isFound(final RunRecord record, final Option option) {
		return record.asked().containsKey(option.text());
	}

	private static String noise(final RunRecord record) {
		final String text = record.options().get(Option.NOISE.text());
		final String how = isFound(record, Option.NOISE) ? "estimated from the image" : "taken as given";
		if (text.equals("none")) return isFound(record, Option.NOISE) ? "No noise was found in the image" : "No noise was assumed";
		if (text.equals("auto")) return "The noise was not estimated, as there was nothing to learn from";
		final Options options = Options.defaults().with(Map.of(Option.NOISE.text(), text));
		final int channels = options.channels(Option.NOISE);
		final List<String> each = new ArrayList<>();
		for (int c = 0; c < channels; c++)
			each.add((channels > 1 ? "channel " + (c + 1) + ": " : "") + noise(options.recipe(c).noise()));
		return "The noise was " + how + " (" + String.join("; ", each) + ")";
	}

	private static String noise(final Recipe.Noise noise) {
		if (noise == null) return "none";
		final String unit = noise.relative() ? " of the image's range" : " grey levels";
		return (noise.model().gain() > 0 ? "gain " + noise.model().gain() + " grey levels per photo-electron, " : "") +
			"standard deviation" + (noise.model().gain() > 0 ? " of the read noise " : " ") + noise.model().read() + unit + (noise.model()
				.offset() == 0 ? "" : ", offset " + noise.model().offset()) + (noise.model().correlation().isNone() ? ""
					: ", shared by neighbouring pixels");
	}

	private static String kernel(final RunRecord record) {
		final String text = record.options().get(Option.KERNEL.text());
		final String lower = text.toLowerCase(Locale.ROOT);
		final boolean found = isFound(record, Option.KERNEL);
		if (lower.equals(BICUBIC) || lower.equals("auto")) return "The blur of the recording was not taken away (bicubic kernel)";
		if (lower.startsWith("file:")) return "The kernel was a measured point spread function";
		if (lower.startsWith("optics:")) return "The kernel was the Gaussian of the optics (" + text.substring("optics:".length()) + ")";
		final String[] channels = text.split(";");
		final List<String> each = new ArrayList<>();
		for (int c = 0; c < channels.length; c++)
			each.add((channels.length > 1 ? "channel " + (c + 1) + ": " : "") + channels[c].strip());
		return "The kernel was " + (found ? "estimated from the image" : "taken as given") + " (" + String.join("; ", each) + ", in pixels of the image)";
	}
}
