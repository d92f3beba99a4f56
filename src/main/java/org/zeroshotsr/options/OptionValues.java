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
package org.zeroshotsr.options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.noise.Correlation;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.run.Recipe;

/** Reads the text of options. Every method throws IllegalArgumentException with what is wrong. */
final class OptionValues {

	/** What the kernel of the image's optics begins with. */
	static final String OPTICS = "optics";
	/** The kernel that is found in the image. */
	static final String ESTIMATE = "estimate";
	/** The kernel of the image's optics where its metadata tell them. */
	static final String AUTO = "auto";
	/** Between the values of several channels. */
	private static final String CHANNELS = ";";

	private static final double MAX_SCALE = 16;
	private static final Pattern DEVICE = Pattern.compile("auto|cpu|gpu|gpu:\\d{1,2}");

	/**
	 * A kernel as asked for: null where its file is still to be read, the image's pixel size to be added, or the kernel to be
	 * estimated.
	 */
	record KernelChoice(Kernel kernel, Path file) {}

	private OptionValues() {}

	static Function<String, Object> whole(final int min, final int max) {
		return text -> {
			final int value = Integer.parseInt(text);
			if (value < min || value > max) throw new BadInput("out of range");
			return value;
		};
	}

	/** A whole number, or null for "auto". */
	static Function<String, Object> automatic(final int min, final int max) {
		return text -> text.equals("auto") ? null : whole(min, max).apply(text);
	}

	static Function<String, Object> oneOf(final Integer... values) {
		return text -> {
			final Integer value = Integer.valueOf(text);
			if (!Arrays.asList(values).contains(value)) throw new BadInput("not one of them");
			return value;
		};
	}

	static <E extends Enum<E>> Function<String, Object> of(final Class<E> type) {
		return text -> {
			for (final E value : type.getEnumConstants())
				if (value.name().toLowerCase(Locale.ROOT).equals(text)) return value;
			throw new BadInput("not one of them");
		};
	}

	/** Of rows and columns; whether anything is enlarged depends on the depth, too. */
	static Factor scale(final String text) {
		return anyFactor(text);
	}

	/** null for auto. */
	static Double depth(final String text) {
		if (text.equals(AUTO)) return null;
		if (text.contains("x")) throw new BadInput("more than one factor");
		return anyFactor(text).rows();
	}

	static Factor factor(final String text) {
		final Factor factor = anyFactor(text);
		if (factor.rows() == 1 && factor.columns() == 1) throw new BadInput(
			"that enlarges nothing");
		return factor;
	}

	private static Factor anyFactor(final String text) {
		final String[] parts = text.split("x", -1);
		if (parts.length > 2) throw new BadInput("more than two factors");
		final double rows = number(parts[0]);
		final double columns = parts.length == 2 ? number(parts[1]) : rows;
		if (rows < 1 || columns < 1) throw new BadInput("a factor under 1 would shrink the image");
		if (rows > MAX_SCALE || columns > MAX_SCALE) throw new BadInput("a factor over " + (int) MAX_SCALE +
			" is absurd");
		return new Factor(rows, columns);
	}

	/** null for off, an empty list for on, else the factors. */
	static List<Factor> gradual(final String text) {
		if (text.equals("off") || text.equals("false")) return null;
		final List<Factor> factors = new ArrayList<>();
		if (text.equals("on") || text.equals("true")) return factors;
		for (final String part : text.split(",", -1))
			factors.add(factor(part));
		return factors;
	}

	/** Of each channel, or one that holds for all. */
	static List<KernelChoice> kernels(final String text) {
		final boolean file = text.toLowerCase(Locale.ROOT).startsWith("file:");
		return Arrays.stream(file ? new String[] { text } : text.split(CHANNELS, -1)).map(t -> kernel(t.trim())).toList();
	}

	private static KernelChoice kernel(final String text) {
		final String lower = text.toLowerCase(Locale.ROOT);
		if (lower.equals("bicubic")) return new KernelChoice(Kernel.cubic(), null);
		if (lower.equals("linear")) return new KernelChoice(Kernel.linear(), null);
		if (lower.startsWith("gaussian:")) return new KernelChoice(gaussian(lower.substring("gaussian:".length()).split(",",
			-1)), null);
		if (lower.startsWith(OPTICS)) return new KernelChoice(OpticsText.kernel(lower.substring(OPTICS.length())), null);
		if (lower.startsWith("file:") && lower.length() > "file:".length()) return new KernelChoice(null, Path.of(text
			.substring("file:".length())));
		if (lower.equals(ESTIMATE) || lower.equals(AUTO)) return new KernelChoice(null, null);
		throw new BadInput("unknown kernel");
	}

	private static Kernel gaussian(final String[] parts) {
		if (parts.length == 1) return Kernel.gaussian(number(parts[0]));
		if (parts.length != 3) throw new BadInput("one number is needed, or three");
		return Kernel.gaussian(number(parts[0]), number(parts[1]), number(parts[2]));
	}

	/** Of each channel, or one that holds for all. */
	static List<Recipe.Noise> noises(final String text) {
		return Arrays.stream(text.split(CHANNELS, -1)).map(t -> noise(t.trim())).toList();
	}

	/** null for none. */
	private static Recipe.Noise noise(final String text) {
		if (text.equals("none")) return null;
		if (text.equals("auto")) return Recipe.Noise.AUTO;
		if (text.startsWith("gaussian:")) {
			final String[] parts = parts(text, "gaussian:", 1, 2);
			final boolean relative = parts[0].endsWith("%");
			final double sigma = relative ? number(parts[0].substring(0, parts[0].length() - 1)) / 100 : number(parts[0]);
			return new Recipe.Noise(NoiseModel.gaussian(sigma).with(correlation(parts, 1)), relative);
		}
		if (text.startsWith("poisson:")) {
			final String[] parts = parts(text, "poisson:", 2, 4);
			return new Recipe.Noise(new NoiseModel(number(parts[0]), number(parts[1]), parts.length > 2 ? number(parts[2]) : 0,
				correlation(parts, 3)), false);
		}
		throw new BadInput("unknown noise");
	}

	private static String[] parts(final String text, final String name, final int least, final int most) {
		final String[] parts = text.substring(name.length()).split(",", -1);
		if (parts.length < least || parts.length > most) throw new BadInput(least + " to " + most +
			" values are needed");
		return parts;
	}

	/** Of rows and columns, "0.6" for both or "0.6x0.5"; each at 1, 2, .. pixels, as "0.6/0.2/0.05". */
	private static Correlation correlation(final String[] parts, final int at) {
		if (parts.length <= at) return Correlation.NONE;
		final String[] axes = parts[at].split("x", -1);
		if (axes.length > 2) throw new BadInput("the correlation has rows and columns alone");
		return new Correlation(lags(axes[0]), lags(axes[axes.length - 1]));
	}

	private static List<Double> lags(final String text) {
		final String[] parts = text.split("/", -1);
		if (parts.length == 1) return Correlation.gaussian(number(text));
		return Arrays.stream(parts).map(OptionValues::number).toList();
	}

	static Long seed(final String text) {
		return Long.valueOf(text);
	}

	static String device(final String text) {
		if (!DEVICE.matcher(text).matches()) throw new BadInput("unknown device");
		return text;
	}

	static double number(final String text) {
		final double value = Double.parseDouble(text.trim());
		if (!Double.isFinite(value)) throw new BadInput("not a finite number");
		return value;
	}
}
