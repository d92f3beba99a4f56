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
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.imagej.NoisePlot;
import org.zeroshotsr.noise.NoiseEstimate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zero-shot-sr noise INPUT}: the sensor's noise, from the image itself. */
@Command(name = "noise", mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false,
	customSynopsis = "zero-shot-sr noise INPUT [--plot FILE.tif] [--report FILE.json]",
	description = "Estimates the sensor's noise from an image: variance = gain x (mean - offset) + read noise squared.",
	exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:done", "2:bad usage or input",
		"3:failed in the work", "130:canceled, nothing was written" }, parameterListHeading = "%n",
	optionListHeading = "%nOptions:%n", footer = { "", "Example:", "  zero-shot-sr noise cells.tif --plot noise.tif" })
final class NoiseCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Parameters(index = "0", arity = "0..1", paramLabel = "INPUT",
		description = "image file, or the folder of an OME-Zarr image; of a stack several planes are looked at, and each channel " +
			"has its own estimate")
	private Path input;

	@Option(names = "--plot", paramLabel = "FILE.tif", description = "draw variance against mean, with the fit")
	private Path plot;

	@Mixin
	private final Common common;

	NoiseCommand(final Canceling canceling) {
		common = new Common(canceling);
	}

	@Override
	public Integer call() throws Exception {
		if (input == null) throw new BadInput("INPUT is missing: give the image; see zero-shot-sr noise --help");
		return common.run(spec, console -> {
			if (plot != null) Outputs.checkTiff(plot, "--plot", input);
			common.checkReport(input, plot);
			final Samples<?> image = Checks.in("", () -> Samples.open(input));
			image.notes().forEach(console::note);
			final List<NoiseEstimate> estimates = Checks.in(input + ": ", () -> estimate(image));
			console.checkCanceled();
			if (plot != null) ImageFiles.save(NoisePlot.of(estimates).getImagePlus(), plot);
			if (common.report != null) JsonFile.write(json(estimates), common.report);
			if (common.quiet) return;
			Summary.printEstimates(spec.commandLine().getOut(), input, image, estimates.stream().map(NoisePlot::lines).toList());
		});
	}

	private static <T extends RealType<T> & NativeType<T>> List<NoiseEstimate> estimate(final Samples<T> image) {
		return Estimation.noise(image.image(), image.axes());
	}

	private ObjectNode json(final List<NoiseEstimate> estimates) {
		final ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("version", Version.get()).put("input", input.toString());
		final ArrayNode channels = json.putArray("channels");
		for (final NoiseEstimate estimate : estimates) {
			final ObjectNode channel = channels.addObject();
			channel.put("noise", Estimation.text(estimate.model()));
			channel.put("gain", estimate.model().gain()).put("read", estimate.model().read()).put("offset", estimate.model()
				.offset());
			final ObjectNode correlation = channel.putObject("correlation");
			estimate.model().correlation().rows().forEach(correlation.putArray("rows")::add);
			estimate.model().correlation().columns().forEach(correlation.putArray("columns")::add);
			channel.put("slope", estimate.slope()).put("intercept", estimate.intercept());
			final ArrayNode points = channel.putArray("points");
			estimate.points().forEach(p -> points.addObject().put("mean", p.mean()).put("variance", p.variance()).put("blocks",
				p.blocks()));
		}
		return json;
	}
}
