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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.image.PlaneIO;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.Result;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.imagej.KernelFile;
import org.zeroshotsr.quality.Intervals;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.run.LocalEngine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zero-shot-sr benchmark HR_DIR}: enlarges images whose truth is known, and says how near the results are. */
@Command(name = "benchmark", mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false,
	customSynopsis = "zero-shot-sr benchmark HR_DIR [--scale N | --lr LR_DIR] [--degrade HOW] [--limit N] [options]",
	description = {
		"Shrinks every image of a folder (or takes low-resolution ones), enlarges it, and compares with the original.",
		"PSNR and SSIM are of luma for RGB, the mean over the planes of a stack, with a border of the factor cut; " +
			"data range: 255, 65535, or max - min for float." },
	exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:done",
		"2:bad usage or input, or the GPU asked for is missing", "3:failed in the work", "130:canceled" },
	parameterListHeading = "%n", optionListHeading = "%nOptions:%n", footer = { "", "Example:",
		"  zero-shot-sr benchmark Set5/HR_x2 --lr Set5/LR_x2 --report set5.json" })
final class BenchmarkCommand implements Callable<Integer> {

	private static final String TRUE = "true";
	private static final int MOST_BIN = 8;

	@Spec
	private CommandSpec spec;

	@Parameters(index = "0", arity = "0..1", paramLabel = "HR_DIR", description = "folder of the original images")
	private Path hrFolder;

	@picocli.CommandLine.Option(names = "--lr", paramLabel = "LR_DIR",
		description = "folder of the low-resolution images, of the same names; without it the originals are shrunk by " +
			"--scale, antialiased bicubic")
	private Path lrFolder;

	@picocli.CommandLine.Option(names = "--degrade", paramLabel = "HOW",
		description = { "how the originals become low-resolution images, instead of bicubic alone; the same --seed does " +
			"it in the same way. " + Degradation.RANGE,
			"gaussian-random: a kernel of random widths and angle for each image. kernel:FILE: a PSF as for --kernel. The " +
				"others come on top of bicubic; SIGMA and READ in grey levels (or %% of the type's range), speckle: each " +
				"sample times 1 + n, n uniform of that VARIANCE. camera: a Gaussian of one pixel, 2 x 2 pixels in one, " +
				"Poisson noise of so many PHOTONS where it is brightest, and read noise of 2.",
			"With it --kernel true is the kernel that made the image." })
	private String degrade;

	@picocli.CommandLine.Option(names = "--bin", paramLabel = "N",
		description = "the images of --lr are noisy, and as large as the originals: N x N samples are summed (8 bit to 16 bit), " +
			"the originals multiplied by N x N. Where both folders are one, originals are named *_truth or *_clean, noisy " +
			"images *_raw or *_noisy")
	private Integer bin;

	@picocli.CommandLine.Option(names = "--z-bin", paramLabel = "N",
		description = "instead of all that: N slices of each stack are summed in one, the stack is enlarged along z alone, and " +
			"compared with nearest, linear and cubic interpolation (PSNR over all samples); without --noise or --preset no noise is " +
			"looked for, as the originals have what their sums have")
	private Integer zBin;

	@picocli.CommandLine.Option(names = "--fit",
		description = "before comparing, bring brightness and contrast of bicubic and result to the original's, each by its " +
			"best straight line: for originals that were exposed for longer")
	private boolean fit;

	@picocli.CommandLine.Option(names = "--maps",
		description = "also find what the uncertainty is worth: which part of the truth lies within result +- half width (90 %% shall), " +
			"the least part of any 64 x 64 pixels, and the error of the tenth of the pixels with the widest intervals in parts of that with " +
			"the narrowest; the truth brought to the result by its best straight line")
	private boolean maps;

	@picocli.CommandLine.Option(names = "--limit", paramLabel = "N",
		description = "only the first N images in the order of their names")
	private Integer limit;

	@Mixin
	private final Common common;

	BenchmarkCommand(final Canceling canceling) {
		common = new Common(canceling);
	}

	@Override
	public Integer call() throws Exception {
		if (hrFolder == null) throw new BadInput(
			"HR_DIR is missing: give the folder of the original images; see zero-shot-sr benchmark --help");
		if (limit != null && limit < 1) throw new BadInput("--limit: " + limit + " is not possible; it takes 1 or more");
		return common.run(spec, console -> {
			if (zBin != null) {
				alongZ(console);
				return;
			}
			final boolean trueKernel = TRUE.equalsIgnoreCase(spec.findOption("--" + Option.KERNEL.text()).getValue());
			final Options options = EngineOptions.of(spec, option -> !(trueKernel && option == Option.KERNEL));
			final Degradation degradation = degradation(trueKernel, options);
			checkBin(options);
			// before any work; every image's pixel size is its own
			if (options.kernelFile() != null) Checks.in("--", () -> KernelFile.read(options, Acquisition.UNKNOWN, note -> {}));
			common.checkReport(options.kernelFile());
			final Map<Path, Path> files = Checks.in("", this::files);
			final BenchmarkTable table = new BenchmarkTable(spec.commandLine().getOut(), files.keySet().stream().map(
				file -> file.getFileName().toString()).toList());
			table.begin();
			int i = 0;
			for (final Map.Entry<Path, Path> pair : files.entrySet()) {
				final String name = pair.getKey().getFileName().toString();
				console.image(name, ++i, files.size());
				final Samples<?> truth = Checks.in(name + ": ", () -> Samples.open(pair.getKey()));
				truth.notes().forEach(console::note);
				final SplittableRandom random = Degradation.random(options.seed(), i);
				final String kernel = degradation.kernel(random);
				enlarge(name, Checks.in(name + ": ", () -> pair(truth, pair.getValue(), options.with(
					Option.KERNEL, kernel), degradation, random)), trueKernel ? options.with(Option.KERNEL, kernel) : options,
					table, lrFolder != null ? "" : degradation.describe(kernel), console);
			}
			console.clear();
			table.end();
			if (common.report != null) JsonFile.write(table.json(choices()), common.report);
		});
	}

	private void alongZ(final Console console) throws IOException {
		if (zBin < 2 || zBin > MOST_BIN) throw new BadInput("--z-bin: " + zBin + " is not possible; it takes 2 to " + MOST_BIN);
		if (lrFolder != null || degrade != null || bin != null || fit || EngineOptions.isGiven(spec, Option.SCALE) || EngineOptions.isGiven(spec,
			Option.Z_SCALE)) throw new BadInput("--z-bin: it goes without --lr, --degrade, --bin, --fit, --scale and --z-scale");
		// the originals have the noise that is in their sums, too: where it is taken away, they differ by more of it
		final boolean noise = EngineOptions.isGiven(spec, Option.NOISE) || EngineOptions.isGiven(spec, Option.PRESET);
		final Options options = noise ? EngineOptions.of(spec) : EngineOptions.of(spec).with(Option.NOISE, "none");
		common.checkReport(options.kernelFile());
		final List<Path> files = Checks.in("", () -> new ImageFolder(hrFolder).files());
		final List<Path> some = files.subList(0, limit == null ? files.size() : Math.min(limit, files.size()));
		final DepthBenchmark benchmark = new DepthBenchmark(options, zBin, maps, spec.commandLine().getOut(), some.stream().map(file -> file
			.getFileName().toString()).toList());
		benchmark.run(some, console);
		if (common.report != null) JsonFile.write(benchmark.json().put("hrFolder", hrFolder.toString()), common.report);
	}

	/** Original and low-resolution files; null instead of the latter where they are to be made. */
	private Map<Path, Path> files() throws IOException {
		final boolean together = bin != null && Files.isSameFile(hrFolder, lrFolder);
		final Map<Path, Path> pairs = together ? new ImageFolder(hrFolder).pairs() : Map.of();
		final List<Path> originals = together ? List.copyOf(pairs.keySet()) : new ImageFolder(hrFolder).files();
		final ImageFolder low = lrFolder == null ? null : new ImageFolder(lrFolder);
		final Map<Path, Path> files = new LinkedHashMap<>();
		for (final Path original : originals.subList(0, limit == null ? originals.size() : Math.min(limit, originals
			.size())))
			files.put(original, low == null ? null : together ? pairs.get(original) : low.like(original));
		return files;
	}

	private void checkBin(final Options options) {
		if (bin == null) return;
		if (bin < 2 || bin > MOST_BIN) throw new BadInput("--bin: " + bin + " is not possible; it takes 2 to " + MOST_BIN);
		if (lrFolder == null) throw new BadInput("--bin: give the folder of the noisy images with --lr");
		if (EngineOptions.isGiven(spec, Option.SCALE) && !options.scale().equals(new Factor(bin, bin))) throw new BadInput(
			"--bin: " + bin + " makes images that are to be enlarged by " + bin + ", not by --scale " + options.get(
				Option.SCALE));
	}

	private Degradation degradation(final boolean trueKernel, final Options options) {
		if (degrade != null && lrFolder != null) throw new BadInput(
			"--degrade: the images of --lr are given as they are; leave out one of the two");
		if (trueKernel && degrade == null) throw new BadInput(
			"--kernel: true is the kernel of --degrade, which is not given");
		if (degrade == null) return new Degradation("bicubic", "bicubic", Harm.NONE);
		final Degradation degradation = Degradation.of(degrade);
		if (degradation.camera() != null && trueKernel) throw new BadInput(
			"--kernel: true is not there for a camera; leave it out");
		if (degradation.camera() != null && !options.scale().equals(new Factor(2, 2))) throw new BadInput(
			"--degrade: a camera makes images that are to be enlarged by 2, not by --scale " + options.get(Option.SCALE));
		if (degradation.kernel() != null) Checks.in("--degrade: ", () -> KernelFile.read(options.with(Option.KERNEL,
			degradation.kernel()), Acquisition.UNKNOWN, note -> {}));
		return degradation;
	}

	/** @param degrading options with the kernel that shrinks */
	private <T extends RealType<T> & NativeType<T>> ImagePair<?> pair(final Samples<T> truth, final Path low,
		final Options degrading, final Degradation degradation, final SplittableRandom random) throws IOException
	{
		if (bin != null) return Binning.pair(Samples.open(low), truth, bin);
		final Harm harm = degradation.harm();
		final Factor scale = degrading.scale();
		if (low == null) {
			harm.check(truth);
			final double range = harm == Harm.NONE ? Double.NaN : Truth.of(truth).range();
			return ImagePair.shrunken(truth, scale, degradation.camera() != null ? degradation.camera() : KernelFile.read(degrading,
				ImagePair.lowTaken(truth, scale), note -> {}).kernel(0), plane -> harm.done(plane, range, random));
		}
		return ImagePair.given(Samples.open(low), truth, EngineOptions.isGiven(spec, Option.SCALE) ? scale : null);
	}

	private <T extends RealType<T> & NativeType<T>> void enlarge(final String name, final ImagePair<T> pair,
		final Options options, final BenchmarkTable table, final String degradation, final Console console)
	{
		final Samples<T> low = pair.low();
		final Options scaled = pair.factor().equals(options.scale()) ? options : options.with(Option.SCALE, pair.factor()
			.rows() + "x" + pair.factor().columns());
		final Options choice = Checks.in(name + ": ", () -> KernelFile.read(scaled, low.taken(), console::note));
		final Truth truth = Checks.in(name + ": ", () -> {
			ZeroShotSR.check(low.image(), low.axes(), choice);
			return Double.isNaN(pair.range()) ? Truth.of(pair.truth()) : new Truth(pair.truth(), pair.range());
		});
		final Result<T> result = ZeroShotSR.upscale(low.image(), low.axes(), choice, maps ? List.of(Layer.UNCERTAINTY) : List.of(), console,
			LocalEngine::new);
		final Comparison comparison = Comparison.of(low, position -> low.read(result.image(), position), truth, pair.factor(), fit);
		console.clear();
		table.add(name, Texts.size(low.axes(), pair.truth().size()), comparison, maps ? intervals(result, pair.truth()) : List.of(),
			result.report(), degradation);
	}

	/** Of each plane. */
	static <T extends RealType<T> & NativeType<T>> List<Intervals> intervals(final Result<T> result, final Samples<T> truth) {
		final PlaneOrder order = truth.order();
		return order.planes().stream().map(position -> Intervals.of(truth.read(result.image(), position), truth.read(position), PlaneIO
			.read(result.maps().get(Layer.UNCERTAINTY), order.x(), order.y(), order.samples(), position))).toList();
	}

	private Map<String, String> choices() {
		final Map<String, String> choices = new LinkedHashMap<>();
		choices.put("hrFolder", hrFolder.toString());
		if (lrFolder != null) choices.put("lrFolder", lrFolder.toString());
		if (degrade != null) choices.put("degrade", degrade);
		return choices;
	}
}
