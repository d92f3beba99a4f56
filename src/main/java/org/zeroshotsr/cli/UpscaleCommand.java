package org.zeroshotsr.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.Report;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.files.ImageFile;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.imagej.KernelFile;
import org.zeroshotsr.imagej.Pixels;
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

	@Option(names = "--resume", description = "go on from the planes that an earlier run of the same command has done, and leave " +
		"what is done there when this one is told to stop; an output that is complete is left as it is")
	private boolean resume;

	@Option(names = "--overwrite", description = "with --resume: make an output again that is complete")
	private boolean overwrite;

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
			final StackFile stack = new StackFile(input, output, resume);
			if (resume && !overwrite && Files.exists(output) && !stack.isBegun()) {
				console.note(output + " is complete already; --overwrite makes it again");
				return;
			}
			final ImageFile file = Checks.in("", () -> ImageFiles.read(input));
			final Pixels<?> pixels = Pixels.of(file.image());
			final Samples<?> samples = Samples.of(file, pixels);
			final List<String> notes = new ArrayList<>(samples.notes());
			upscale(stack, file, pixels, samples, Checks.in("--", () -> KernelFile.read(options, samples.taken(), notes::add)), notes, console);
		});
	}

	private <T extends RealType<T> & NativeType<T>> void upscale(final StackFile stack, final ImageFile file, final Pixels<T> pixels,
		final Samples<?> samples, final Options options, final List<String> before, final Console console) throws IOException
	{
		final Factor scale = options.scale();
		Checks.in("", () -> {
			ZeroShotSR.checkStreamed(pixels.image(), pixels.axes(), options, LocalEngine::new);
			ImageFiles.checkSize(output, scale.width(samples.width()), scale.height(samples.height()), file.image().getStackSize(), samples
				.rgb() ? 3 : pixels.image().getType().getBitsPerPixel() / 8);
			return null;
		});
		final Truth right = truth == null ? null : Truth.open(truth, samples, scale);
		before.forEach(console::note);

		final Report report = stack.run(file, pixels, options, console);
		if (report == null) {
			console.note(output + " was complete already");
			return;
		}
		final Comparison comparison = right == null ? null : Comparison.of(samples, Samples.open(output)::read, right, scale, false);
		final List<String> notes = Stream.concat(before.stream(), report.notes().stream()).toList();
		final Summary summary = new Summary(input, output, samples.type(), notes, report, truth, comparison);
		if (common.report != null) JsonFile.write(summary.json(), common.report);
		console.clear();
		final PrintWriter out = spec.commandLine().getOut();
		if (!common.quiet) summary.lines().forEach(out::println);
		out.flush();
	}
}
