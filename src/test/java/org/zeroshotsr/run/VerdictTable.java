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
package org.zeroshotsr.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import ij.ImagePlus;

import org.zeroshotsr.enlarge.Output;
import org.zeroshotsr.estimate.Verdict;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.noise.NoiseModel;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.quality.Quality;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.resize.Kernel;
import org.zeroshotsr.resize.Resizes;

/**
 * How well the verdict ranks what cannot be compared without the truth: of each grey image of a folder, enlarged by two with
 * the noise that was measured, with none, with four times its variance, and with a Gaussian kernel twice too wide, and
 * bicubic after the Gaussian of the least estimated error. A program, not a test: docs/measurements.md has its figures.
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.zeroshotsr.run.VerdictTable -Dexec.args="LR HR fast"
 * </pre>
 */
public final class VerdictTable {

	private static final double NEAR = 0.3;
	private static final double WIDE = 0.8;
	private static final double RANGE = 1020;

	private VerdictTable() {}

	/** Folders of low-resolution images and of truths of the same names, and the quality. */
	public static void main(final String[] args) throws IOException {
		int near = 0;
		int all = 0;
		try (Stream<Path> files = Files.list(Path.of(args[0]))) {
			for (final Path file : files.sorted().toList()) {
				final Plane low = plane(file);
				final Plane truth = plane(Path.of(args[1]).resolve(file.getFileName()));
				if (row(file.getFileName().toString(), low, truth, Options.defaults().with(Option.QUALITY, args[2]))) near++;
				all++;
			}
		}
		System.out.printf(Locale.ROOT, "within %.1f dB of the best: %d of %d%n", NEAR, near, all);
		System.exit(0);
	}

	private static Plane plane(final Path file) throws IOException {
		final ImagePlus image = ImageFiles.open(file);
		final Plane plane = new Plane(1, image.getHeight(), image.getWidth());
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = image.getProcessor().getf(i);
		return plane;
	}

	private static boolean row(final String name, final Plane low, final Plane truth, final Options options) {
		final PlaneOrder order = PlaneOrder.of("XY", new long[] { low.width, low.height });
		final Recipe asked = options.with(Option.FALLBACK, "off").recipe(0);
		final Recipe right = Estimation.resolve(asked, position -> low.copy(), order.channels().get(0), List.of(), Progress.NONE).recipe();
		final NoiseModel noise = right.measured();
		if (noise == null) {
			System.out.println(name + ": no noise to speak of");
			return true;
		}
		final Map<String, Recipe> recipes = new LinkedHashMap<>();
		recipes.put("as measured", right);
		recipes.put("none", right.with((NoiseModel) null));
		recipes.put("4 x", right.with(noise.times(4)));
		recipes.put("wide", right.with(Kernel.gaussian(WIDE)));
		final List<Double> estimates = new ArrayList<>();
		final List<Double> qualities = new ArrayList<>();
		final StringBuilder text = new StringBuilder(String.format("%-22s", name));
		Verdict last = null;
		for (final Map.Entry<String, Recipe> entry : recipes.entrySet()) {
			final Plane result = new Plane(1, truth.height, truth.width);
			try (LocalEngine engine = new LocalEngine(entry.getValue(), 1, low.height, low.width)) {
				last = engine.upscale(low.copy(), Engine.Start.FRESH, Output.into(result), Progress.NONE).verdict();
			}
			add(entry.getKey(), last.network(), result, truth, estimates, qualities, text);
		}
		final Factor two = new Factor(2, 2);
		final Plane enlarged = Resizes.enlarge(low.height, low.width, two).apply(low);
		add("bicubic", last.bicubic(), enlarged, truth, estimates, qualities, text);
		final Plane blurred = last.sigma() == 0 ? low : Resizes.blur(low.height, low.width, last.sigma()).apply(low);
		add("Gaussian", last.blurred(), Resizes.enlarge(low.height, low.width, two).apply(blurred), truth, estimates, qualities,
			text);
		int chosen = 0;
		int best = 0;
		for (int i = 1; i < estimates.size(); i++) {
			if (estimates.get(i) < estimates.get(chosen)) chosen = i;
			if (qualities.get(i) > qualities.get(best)) best = i;
		}
		final double lost = qualities.get(best) - qualities.get(chosen);
		System.out.printf(Locale.ROOT, "%s  chosen %d, best %d, lost %.2f%n", text, chosen, best, lost);
		return lost <= NEAR;
	}

	/** After the straight line that brings the result nearest, for truths that were exposed for longer; range: 255 of the truth's 8 bit, summed. */
	private static double psnr(final Plane result, final Plane truth) {
		final Plane fitted = result.copy();
		Quality.fit(fitted, truth);
		return Quality.psnr(fitted, truth, RANGE, 2, 2);
	}

	private static void add(final String name, final double estimate, final Plane result, final Plane truth,
		final List<Double> estimates, final List<Double> qualities, final StringBuilder text)
	{
		estimates.add(estimate);
		qualities.add(psnr(result, truth));
		text.append(String.format(Locale.ROOT, " | %s %.2f: %.2f dB", name, estimate, qualities.get(qualities.size() - 1)));
	}
}
