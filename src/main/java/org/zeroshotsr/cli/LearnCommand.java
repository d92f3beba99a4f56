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

import org.zeroshotsr.Version;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.KernelFile;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.LocalEngine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zero-shot-sr learn INPUT... -o NETWORK.json}: networks that several images, or several tasks, share. */
@Command(name = "learn", mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false,
	customSynopsis = "zero-shot-sr learn INPUT... -o NETWORK.json [options]",
	description = "Trains one network for each channel on parts of all images (and of all their planes), which --network then " +
		"enlarges them with: for the tasks of a cluster that share a stack, and for images of one microscope and day.",
	exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:done",
		"2:bad usage or input, or the GPU asked for is missing", "3:failed in the work", "130:canceled, nothing was written" },
	parameterListHeading = "%n", optionListHeading = "%nOptions:%n", footer = { "", "Example:",
		"  zero-shot-sr learn stack.tif -o stack.network.json" })
final class LearnCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Parameters(arity = "0..*", paramLabel = "INPUT",
		description = "image files (or folders of OME-Zarr images) of one type, with as many planes each")
	private List<Path> inputs;

	@Option(names = { "-o", "--output" }, paramLabel = "NETWORK.json", description = "file to write")
	private Path output;

	@Mixin
	private final Common common;

	LearnCommand(final Canceling canceling) {
		common = new Common(canceling);
	}

	@Override
	public Integer call() throws Exception {
		if (inputs == null) throw new BadInput("INPUT is missing: give the images to learn from; see zero-shot-sr learn --help");
		if (output == null) throw new BadInput("-o is missing: give the file to write; see zero-shot-sr learn --help");
		return common.run(spec, console -> {
			final Options options = EngineOptions.of(spec);
			Outputs.check(output, "OUTPUT", inputs.toArray(new Path[0]));
			learn(inputs, options, console, LocalEngine::new).write(output);
			console.clear();
		});
	}

	/** Learns from image files. */
	static NetworkFile learn(final List<Path> files, final Options options, final Progress progress, final Engine.Maker maker) {
		final ImageFilesSource source = Checks.in("", () -> new ImageFilesSource(files));
		return learn(source, source.first(), Checks.in("--", () -> KernelFile.read(options, source.first().taken(),
			progress::note)), progress, maker);
	}

	private static NetworkFile learn(final ImageFilesSource source, final Samples<?> first, final Options options,
		final Progress progress, final Engine.Maker maker)
	{
		final NetworkFile.Taking taking = new NetworkFile.Taking(source.images().order().channels().size());
		final Options found = ZeroShotSR.learn(source.images(), options, taking, progress, maker);
		progress.checkCanceled();
		return new NetworkFile(Version.get(), found.toMap(), first.type(), taking.channels());
	}
}
