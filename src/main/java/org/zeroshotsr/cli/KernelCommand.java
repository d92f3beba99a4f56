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

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.run.Estimation;
import org.zeroshotsr.Version;
import org.zeroshotsr.estimate.KernelEstimate;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.imagej.ImagePlusSource;
import org.zeroshotsr.imagej.KernelImages;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zero-shot-sr kernel INPUT}: the kernel that shrank the scene, from the image itself. */
@Command(name = "kernel", mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false,
	customSynopsis = "zero-shot-sr kernel INPUT [-o KERNEL.tif] [--report FILE.json]",
	description = "Estimates from an image the kernel that shrank the scene: a Gaussian of any widths and direction.",
	exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:done", "2:bad usage or input",
		"3:failed in the work", "130:canceled, nothing was written" }, parameterListHeading = "%n",
	optionListHeading = "%nOptions:%n", footer = { "", "Example:", "  zero-shot-sr kernel cells.tif -o kernel.tif" })
final class KernelCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Parameters(index = "0", arity = "0..1", paramLabel = "INPUT",
		description = "image file; of a stack the sharpest of several planes is taken, and each channel has its own estimate")
	private Path input;

	@Option(names = { "-o", "--output" }, paramLabel = "KERNEL.tif",
		description = "write the kernel as an image, sampled twice as finely as INPUT, a slice for each channel")
	private Path output;

	@Mixin
	private final Common common;

	KernelCommand(final Canceling canceling) {
		common = new Common(canceling);
	}

	@Override
	public Integer call() throws Exception {
		if (input == null) throw new BadInput("INPUT is missing: give the image; see zero-shot-sr kernel --help");
		return common.run(spec, console -> {
			if (output != null) Outputs.checkTiff(output, "-o", input);
			common.checkReport(input, output);
			final ImageInput file = Checks.in("", () -> ImageInput.readWhole(input));
			final Samples<?> image = Samples.of(file);
			image.notes().forEach(console::note);
			final List<KernelEstimate> estimates = Checks.in(input + ": ", () -> estimate(image, console));
			console.checkCanceled();
			if (output != null) ImageFiles.save(ImagePlusSource.kernels(file.image(), KernelImages.image(estimates),
				KernelImages.FACTOR, output.getFileName().toString()), output);
			if (common.report != null) JsonFile.write(json(estimates), common.report);
			console.clear();
			if (common.quiet) return;
			Summary.printEstimates(spec.commandLine().getOut(), input, image, estimates.stream().map(KernelImages::lines).toList());
		});
	}

	private static <T extends RealType<T> & NativeType<T>> List<KernelEstimate> estimate(final Samples<T> image,
		final Console console)
	{
		return Estimation.kernel(image.image(), image.axes(), console);
	}

	private ObjectNode json(final List<KernelEstimate> estimates) {
		final ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("version", Version.get()).put("input", input.toString());
		final ArrayNode channels = json.putArray("channels");
		for (final KernelEstimate e : estimates)
			channels.addObject().put("kernel", Estimation.text(e)).put("rows", e.rows()).put("columns", e.columns()).put(
				"angle", e.angle()).put("misfit", e.misfit()).put("evidence", e.evidence()).put("better", e.better());
		return json;
	}
}
