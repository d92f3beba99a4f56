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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.network.NetworkSpec;
import org.zeroshotsr.run.Stack;

/**
 * Everything the user can choose, written once: command line, macros, dialogs, worker, report and README are made from
 * it. A value is text; {@link #parse} checks it.
 */
public enum Option {

	PRESET("preset", "auto", "", "auto, ideal, microscopy, noisy, old",
			"what the image is like, which sets kernel, noise, and what depends on them, unless they are given: measured in the image and its metadata (auto), sharp and without noise (ideal), seen by optics and a camera (microscopy), noisy, or of unknown origin such as a scan or JPEG (old)",
			false, OptionValues.of(Options.Preset.class)),
	SCALE("scale", "2", "factor, or rows x columns", "1 to 16 an axis, more than 1 on one of them or on z",
			"how many times larger: 2, or 1.5x2 for rows x columns", false, OptionValues::scale),
	Z_SCALE("z-scale", "1", "factor", "1 to 16, auto",
			"how many times more slices a stack gets, of what its own planes show: auto makes voxels as deep as they are wide in the result, by the image's calibration; with scale 1 a stack grows along z alone, else along z first", false,
			OptionValues::depth),
	QUALITY("quality", "balanced", "", "fast, balanced, best",
			"time against quality, which sets steps, ensemble and width unless they are given", false, OptionValues.of(
				Options.Quality.class)),
	STACK("stack", "auto", "", "auto, independent, warm, joint",
			"how the planes of a stack share what is learnt: a network for each plane (independent), each going on from the last one's (warm), one network for all (joint, fastest, and best with noise), or joint where that serves a plane and independent where not (auto)", false,
			OptionValues.of(Stack.class)),
	KERNEL("kernel", "bicubic", "", "auto, bicubic, linear, gaussian:SIGMA, gaussian:SY,SX,ANGLE, optics:NA=1.4,EM=520, file:PATH, estimate",
			"how the microscope shrank the scene: the optics' Gaussian where the image's metadata tell all of it and else bicubic (auto), a Gaussian of SIGMA pixels of the image (or SY down and SX across, turned by ANGLE degrees), the optics' Gaussian (EM in nm, for several channels 520/610; where they apply N=1.33 for the immersion and EX=488,PINHOLE=1 for a confocal microscope; NA, EM and PIXEL=0.1 in micrometres come from the image's metadata where they are left out), or a measured PSF (TIFF or CSV) at the result's pixel size or its own; estimate finds it in the image; several, with ; between them, are for one channel each",
			true, OptionValues::kernels),
	Z_KERNEL("z-kernel", "binned", "", "auto, binned, sampled, gaussian:SIGMA, optics:NA=1.4,EM=520",
			"for z-scale, what a slice shows of the depth, more than a pixel of the width: all of its thickness (binned), its middle alone (sampled, for slices much thinner than their distance), a Gaussian of SIGMA slices, or the optics' blur along z without that across (as for kernel, with DEPTH=0.5 for the distance of slices in micrometres), which is taken away; auto takes the optics where the image's metadata tell all of it, else binned; several optics' wavelengths, as 520/610, are for one channel each",
			true, AxialText::kernel),
	NOISE("noise", "none", "grey levels, or % of the range", "none, auto, gaussian:SIGMA[,SHARED], gaussian:SIGMA%[,SHARED], poisson:GAIN,READ[,OFFSET[,SHARED]]",
			"noise put into the training copies to match the sensor's: auto measures it in the image, gaussian:12 in grey levels, gaussian:1.25% of the image's range, poisson:2.1,5,100 for gain (grey levels a photo-electron), read noise and offset (grey levels); SHARED is the correlation of direct neighbours, as 0.4, of rows and columns apart, as 0.4x0.3, or at 1, 2, .. pixels, as 0.4/0.1x0.3/0.1; several, with ; between them, are for one channel each",
			true, OptionValues::noises),
	GRADUAL("gradual", "off", "", "off, on, or intermediate factors such as 1x1.5,1.5,2",
			"grow in several steps, each result teaching the next, as the paper has it (about 6 times the work)", true,
			OptionValues::gradual),
	BACK_PROJECTION("back-projection", "auto", "times", "auto, 0 to 50",
			"how often the result is corrected to shrink back to the input, with noise to the means of its areas alone; auto: 2", true, OptionValues
				.automatic(0, 50)),
	ENSEMBLE("ensemble", "8", "flips and turns", "1, 4, 8",
			"in how many flips and turns the image is enlarged, of which the median is taken (4 at most where the factors differ)",
			true, OptionValues.oneOf(1, 4, 8)),
	FALLBACK("fallback", "on", "", "on, off",
			"what to do where the network is estimated to be further from the truth than bicubic enlargement, or than that after a Gaussian: go on with a better assumption and, if that does not help, return the simpler result (on), or return the network's all the same (off)",
			true, OptionValues.of(Options.Fallback.class)),
	SCHEDULE("schedule", "fixed", "", "fixed, adaptive",
			"a fixed number of steps, or the paper's policy that lowers the learning rate when progress stalls", true,
			OptionValues.of(Options.Schedule.class)),
	STEPS("steps", "auto", "steps", "auto, 1 to 100000",
			"training steps (at most, for adaptive); auto: as quality and scale have it, 1000 for balanced x2, or 3000 for adaptive", true, OptionValues.automatic(1,
				100_000)),
	DEPTH("depth", "8", "layers", "2 to 32", "convolution layers of the network", true, OptionValues.whole(2, 32)),
	WIDTH("width", "64", "features", "4 to 256", "features of each hidden layer", true, OptionValues.whole(4, 256)),
	CROP("crop", "128", "pixels", "16 to 512", "side of the crops that are learnt from", true, OptionValues.whole(16, 512)),
	SEED("seed", "1", "", "any whole number", "the same seed gives the same result on the same machine's CPU", true,
			OptionValues::seed),
	THREADS("threads", "auto", "threads", "auto, 1 to 1024",
			"how many processors the work may use at a time; auto: as many as this process may, by its affinity, its container and SLURM_CPUS_PER_TASK",
			true, OptionValues.automatic(1, 1024)),
	DEVICE("device", "auto", "", "auto, cpu, gpu, gpu:N", "where the network runs; auto takes a GPU where there is one",
			true, OptionValues::device),
	PRECISION("precision", "auto", "", "auto, float32, bfloat16",
			"numbers of the convolutions; auto takes bfloat16 where the processor or GPU is faster with it", true,
			OptionValues.of(NetworkSpec.Precision.class));

	/** An option of version 0.1. */
	private static final String START = "start";

	private final String text;
	private final String defaultValue;
	private final String unit;
	private final String range;
	private final String help;
	private final boolean advanced;
	private final Function<String, Object> parser;

	Option(final String text, final String defaultValue, final String unit, final String range, final String help,
		final boolean advanced, final Function<String, Object> parser)
	{
		this.text = text;
		this.defaultValue = defaultValue;
		this.unit = unit;
		this.range = range;
		this.help = help;
		this.advanced = advanced;
		this.parser = parser;
	}

	/** The name on the command line (after two hyphens) and in messages, such as "back-projection". */
	public String text() {
		return text;
	}

	/** The name in macros: the same without hyphens, such as "backprojection". */
	public String key() {
		return text.replace("-", "");
	}

	public String defaultValue() {
		return defaultValue;
	}

	/** Unit of a numeric value, or empty. */
	public String unit() {
		return unit;
	}

	/** What values there are, for people. */
	public String range() {
		return range;
	}

	/** The values of an option that takes a few fixed ones; empty where there are others. */
	public List<String> choices() {
		final List<String> words = Arrays.asList(range.split(", "));
		try {
			words.forEach(this::parse);
			return words.size() < 2 ? List.of() : words;
		}
		catch (final IllegalArgumentException e) {
			return List.of(); // some of the words describe values
		}
	}

	/** One sentence without a full stop. */
	public String help() {
		return help;
	}

	/** Whether dialogs keep it out of first sight. */
	public boolean isAdvanced() {
		return advanced;
	}

	/**
	 * Reads a value.
	 *
	 * @throws IllegalArgumentException which names the option, the value and what is possible
	 */
	public Object parse(final String value) {
		try {
			// a kernel's file name keeps its case
			return parser.apply(this == KERNEL ? value.trim() : value.trim().toLowerCase(Locale.ROOT));
		}
		catch (final IllegalArgumentException e) {
			final String reason = e instanceof NumberFormatException || e.getMessage() == null ? "" : " (" + e
				.getMessage() + ")";
			throw new BadInput(text + ": '" + value + "' is not possible" + reason + "; it takes " +
				range + (unit.isEmpty() ? "" : ", in " + unit), e);
		}
	}

	/** @throws IllegalArgumentException for an option of an earlier version, which says what became of it */
	public static void refuseGone(final String name) {
		if (name.equals(START)) throw new BadInput(
			"the option 'start' is gone: every network begins as with start=he; leave it out");
	}

	/** The option of this command-line name or macro key. */
	public static Option of(final String name) {
		refuseGone(name);
		for (final Option option : values())
			if (option.text.equals(name) || option.key().equals(name)) return option;
		throw new BadInput("there is no option '" + name + "'");
	}
}
