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
import java.util.concurrent.Callable;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.options.Options;
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
		"       zero-shot-sr batch IN_DIR -o OUT_DIR [options]",
		"       zero-shot-sr preview INPUT [-o PREVIEW.tif] [options]", "       zero-shot-sr benchmark HR_DIR [--lr LR_DIR] [--limit N] [options]",
		"       zero-shot-sr kernel INPUT [-o KERNEL.tif]", "       zero-shot-sr noise INPUT [--plot FILE.tif]",
		"       zero-shot-sr repeat RESULT --input INPUT [-o OUTPUT]", "       zero-shot-sr cite [RESULT]" },
	description = "Enlarges a microscopy image by zero-shot super-resolution: a small network is trained on the image itself.",
	exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:done",
		"2:bad usage or input, or the GPU asked for is missing", "3:failed in the work", "4:batch: some images failed",
		"75:batch: some images failed for a reason that may pass; try again", "130:canceled, nothing was written" }, parameterListHeading = "%n", optionListHeading = "%nOptions:%n",
	commandListHeading = "%nCommands:%n", footer = { "", "Example:",
		"  zero-shot-sr cells.tif -o cells_x2.tif --scale 2 --stack warm --report cells.json" })
final class UpscaleCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Parameters(index = "0", arity = "0..1", paramLabel = "INPUT",
		description = "image file: TIFF (stacks and hyperstacks too), PNG, JPEG, GIF or BMP; or the folder of an OME-Zarr image")
	private Path input;

	@Option(names = { "-o", "--output" }, paramLabel = "OUTPUT",
		description = "TIFF file to write, or where the name ends in .ome.zarr an OME-Zarr; an older one is replaced once the " +
			"new one is complete")
	private Path output;

	@Option(names = "--resume", description = "go on from the planes that an earlier run of the same command has done, and leave " +
		"what is done there when this one is told to stop; an output that is complete is left as it is")
	private boolean resume;

	@Option(names = "--network", paramLabel = "NETWORK.json",
		description = "enlarge with the networks that zero-shot-sr learn has made, and by their options, instead of training")
	private Path network;

	@Option(names = "--part", paramLabel = "I/N",
		description = "do the I-th of N parts of a stack's planes alone, for several tasks at once; a TIFF is made of them by " +
			"--join, and an OME-Zarr they write all together")
	private String part;

	@Option(names = "--join", paramLabel = "N",
		description = "make the output of what N tasks with --part, and else the same options, have done; of an OME-Zarr check " +
			"that, and add how it was made")
	private Integer join;

	@Option(names = "--overwrite", description = "with --resume: make an output again that is complete")
	private boolean overwrite;

	@Option(names = "--maps", paramLabel = "FOLDER",
		description = "also write, as 32-bit TIFF beside each other in this folder, how far the result can be believed: OUTPUT_consistency " +
			"(input minus shrunken result, in standard deviations of the noise where that is known), OUTPUT_uncertainty (half width " +
			"in grey levels within which the truth lies for 90 %% of the pixels) and OUTPUT_new (what differs from bicubic by more)")
	private Path maps;

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
			OutputFormat.of(output).check(output, part != null || join != null, input, truth, options.kernelFile(), network);
			final MapFiles mapped = maps == null ? null : new MapFiles(maps, output);
			if (mapped != null) mapped.check(input, truth, options.kernelFile(), network, output, common.report);
			common.checkPage(input, truth, options.kernelFile(), output);
			if (join != null && (join < 1 || part != null)) throw new BadInput("--join: it takes the number of parts, and no --part");
			final Summary summary = new FileUpscaling(input, output, truth, resume, overwrite, part == null ? null : Part.of(part),
				join == null ? 0 : join, network == null ? null : NetworkFile
				.read(network), mapped, common.isPage(), LocalEngine::new).run(EngineOptions.given(spec), options, console);
			if (summary == null) return;
			if (common.isPage()) summary.page().write(common.report, console);
			else if (common.report != null) JsonFile.write(summary.json(), common.report);
			console.clear();
			final PrintWriter out = spec.commandLine().getOut();
			if (!common.quiet) summary.lines().forEach(out::println);
			out.flush();
		});
	}
}
