package org.zeroshotsr.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import ij.ImagePlus;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.options.Options;
import org.zeroshotsr.Result;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.imagej.Enlarged;
import org.zeroshotsr.files.ImageFile;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.imagej.KernelFile;
import org.zeroshotsr.resize.Factor;
import org.zeroshotsr.run.LocalEngine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zero-shot-sr INPUT -o OUTPUT}: enlarges one image file. */
@Command(name = "zero-shot-sr", mixinStandardHelpOptions = true, versionProvider = VersionText.class,
	sortOptions = false, customSynopsis = { "zero-shot-sr INPUT -o OUTPUT [options]",
		"       zero-shot-sr preview INPUT [-o PREVIEW.tif] [options]", "       zero-shot-sr benchmark HR_DIR [--lr LR_DIR] [--limit N] [options]",
		"       zero-shot-sr kernel INPUT [-o KERNEL.tif]", "       zero-shot-sr noise INPUT [--plot FILE.tif]" },
	description = "Enlarges a microscopy image by zero-shot super-resolution: a small network is trained on the image itself.",
	exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:done",
		"2:bad usage or input, or the GPU asked for is missing", "3:failed in the work",
		"130:canceled, nothing was written" }, parameterListHeading = "%n", optionListHeading = "%nOptions:%n",
	commandListHeading = "%nCommands:%n", footer = { "", "Example:",
		"  zero-shot-sr cells.tif -o cells_x2.tif --scale 2 --stack warm --report cells.json" })
final class UpscaleCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Parameters(index = "0", arity = "0..1", paramLabel = "INPUT",
		description = "image file: TIFF (stacks and hyperstacks too), PNG, JPEG, GIF or BMP")
	private Path input;

	@Option(names = { "-o", "--output" }, paramLabel = "OUTPUT",
		description = "TIFF file to write; an older one is replaced once the new one is complete")
	private Path output;

	@Option(names = "--truth", paramLabel = "FILE",
		description = "what the result should be: its PSNR and SSIM, and those of bicubic enlargement, are reported " +
			"(luma for RGB; border of the factor cut; data range 255, 65535, or the truth's max - min for float)")
	private Path truth;

	@Mixin
	private final Common common;

	UpscaleCommand(final Canceling canceling) {
		common = new Common(canceling);
	}

	@Override
	public Integer call() throws Exception {
		if (input == null) throw new BadInput("INPUT is missing: give the image to enlarge; see zero-shot-sr --help");
		if (output == null) throw new BadInput("-o is missing: give the file to write; see zero-shot-sr --help");
		return common.run(spec, console -> {
			final Options options = EngineOptions.of(spec);
			Outputs.checkTiff(output, "OUTPUT", input, truth, options.kernelFile());
			common.checkReport(input, truth, options.kernelFile(), output);
			final ImageFile file = BadInput.in("", () -> ImageFiles.read(input));
			final Samples<?> samples = Samples.of(file);
			final List<String> notes = new ArrayList<>(samples.notes());
			upscale(file.image(), samples, BadInput.in("--", () -> KernelFile.read(options, samples.taken(), notes::add)), notes,
				console);
		});
	}

	/** Bytes of the result as ImageJ has colours. */
	private static <T extends RealType<T> & NativeType<T>> long copied(final Samples<T> samples, final Options options) {
		return samples.rgb() ? (long) (ZeroShotSR.bytes(samples.image(), samples.axes(), options) / 3 * 4) : 0;
	}

	private <T extends RealType<T> & NativeType<T>> void upscale(final ImagePlus source, final Samples<T> samples,
		final Options options, final List<String> before, final Console console) throws IOException
	{
		final Factor scale = options.scale();
		BadInput.in("", () -> {
			ZeroShotSR.check(samples.image(), samples.axes(), options, copied(samples, options), LocalEngine::new);
			ImageFiles.checkSize(output, scale.width(source.getWidth()), scale.height(source.getHeight()), source
				.getStackSize(), samples.rgb() ? 3 : samples.image().getType().getBitsPerPixel() / 8);
			return null;
		});
		final Truth right = truth == null ? null : Truth.open(truth, samples, scale);
		before.forEach(console::note);

		final Result<T> result = ZeroShotSR.upscale(samples.image(), samples.axes(), options, console);
		final Comparison comparison = right == null ? null : Comparison.of(samples, result.image(), right, scale, false);
		console.checkCanceled();
		final ImagePlus enlarged = Enlarged.of(source, null, result.image(), scale);
		Enlarged.appendInfo(enlarged, result.report().runRecord());
		ImageFiles.save(enlarged, output);
		final List<String> notes = Stream.concat(before.stream(), result.report().notes().stream()).toList();
		final Summary summary = new Summary(input, output, samples.type(), notes, result.report(), truth, comparison);
		if (common.report != null) JsonFile.write(summary.json(), common.report);
		console.clear();
		final PrintWriter out = spec.commandLine().getOut();
		if (!common.quiet) summary.lines().forEach(out::println);
		out.flush();
	}
}
