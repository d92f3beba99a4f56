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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.zeroshotsr.Methods;
import org.zeroshotsr.Report;
import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.files.PixelSize;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.imagej.Enlarged;
import org.zeroshotsr.imagej.ImageInput;
import org.zeroshotsr.imagej.KernelFile;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.page.Gathering;
import org.zeroshotsr.page.Page;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.Engine;

/**
 * Enlarges one image file into another, with all checks before any work.
 *
 * @param truth   what the result should be, or null
 * @param resume  whether to go on from what an earlier run has left
 * @param overwrite whether an output that is complete is made again, where {@code resume}
 * @param only    the part of its planes that is done and left for others to be joined with, or null
 * @param join    how many such parts there are, which are joined; 0 for none
 * @param network that is used, or null
 * @param maps    that are made beside the result, or null
 * @param paged   whether the summary is to have a page
 */
record FileUpscaling(Path input, Path output, Path truth, boolean resume, boolean overwrite, Part only, int join,
	NetworkFile network, MapFiles maps, boolean paged, Engine.Maker maker)
{

	/**
	 * Does it.
	 *
	 * @param given options of the command
	 * @return null where the output is complete already
	 */
	Summary run(final Map<Option, String> given, final Options options, final Progress progress) throws IOException {
		final StackFile stack = new StackFile(input, output, resume || join > 0, only, network, maps, maker);
		final OutputFormat format = OutputFormat.of(output);
		final boolean complete = !overwrite && !stack.isBegun() && (maps == null || maps.areComplete()) && Checks.in("OUTPUT: ", () -> format.isComplete(output, only !=
			null || join > 0));
		if (complete && only != null && !resume && format == OutputFormat.ZARR) throw new BadInput("OUTPUT: " + output +
			" is complete already, and tasks write into what is there; remove it, or give --overwrite or another name");
		if (complete && resume) {
			progress.note(output + " is complete already; --overwrite makes it again");
			return null;
		}
		final ImageInput image = Checks.in("", () -> ImageInput.read(input));
		final Samples<?> samples = Samples.of(image);
		final List<String> notes = new ArrayList<>(samples.notes());
		if (network != null) network.check(samples);
		final Options used = network == null ? options : network.with(Options.defaults(), given);
		return run(stack, format, image, samples, Checks.in("--", () -> KernelFile.read(used, samples.taken(), notes::add)), notes,
			progress);
	}

	/** What a stack that grows along z does not go with. */
	private void checkDepth(final Options options) {
		if (paged) Checks.in("--report: ", () -> {
			Page.check(options);
			return null;
		});
		if (only != null || join > 0) throw new BadInput("--part, --join: slices that grow along z are not done in parts; leave z-scale out, " +
			"or have one task do all");
		if (network != null) throw new BadInput("--network: it is of planes, and z-scale learns from the stack itself; leave one out");
	}

	private Summary run(final StackFile stack, final OutputFormat format, final ImageInput image, final Samples<?> samples,
		final Options options, final List<String> before, final Progress progress) throws IOException
	{
		if (options.enlargesZ()) checkDepth(options);
		Checks.in("", () -> {
			ZeroShotSR.check(image.planes(), options, maps == null ? List.of() : Layer.maps(), maker);
			// what is there already needs no more: the rest is checked when it is gone on with
			final int count = Enlarged.count(image.image(), options.growth());
			if (!resume || !stack.isBegun()) format.checkSpace(output, options.growth(), image.planes(), count);
			if (maps != null) maps.checkSpace(options.growth(), image.planes(), count);
			return null;
		});
		if (truth != null && image.large()) throw new BadInput(
			"--truth: planes of this size are never held whole, so that nothing can be compared; leave it out");
		final Truth right = truth == null ? null : Truth.open(truth, samples, options.growth());
		before.forEach(progress::note);
		if (only != null && options.get(Option.STACK).equals("warm")) throw new BadInput(
			"--part: with --stack warm each plane goes on from the one before it, which another task may have; choose another");
		if (join > 0) stack.join(join, image, options, progress);
		final Gathering gathering = paged && only == null ? Gathering.of(image.planes(), options.growth(), progress) : Gathering.NONE;
		stack.watchedBy(gathering);
		final Report report = stack.run(image, options, progress);
		if (report == null) {
			progress.note(output + (only == null ? "" : ", " + only + ",") + " was complete already");
			return null;
		}
		if (only != null) {
			progress.note("part " + only.index() + " of " + only.count() + " is done; --join " + only.count() + (format ==
				OutputFormat.ZARR ? " checks all, and adds how they were made" : " makes the output once all are"));
			return null;
		}
		stack.removeParts(join);
		final Comparison comparison = right == null ? null : options.enlargesZ() ? Comparison.of(samples, Samples.open(output).as(samples
			.axes())::read, right, options.growth()) : Comparison.of(samples, Samples.open(output).as(samples.axes())::read, right, options
				.scale(), false);
		final List<String> notes = Stream.concat(before.stream(), report.notes().stream()).toList();
		final Page page = paged ? page(report, options, samples.taken().pixel(), notes, comparison, gathering) : null;
		return new Summary(input, output, samples.type(), notes, report, truth, comparison, page);
	}

	private Page page(final Report report, final Options options, final PixelSize size, final List<String> notes,
		final Comparison comparison, final Gathering gathering) throws IOException
	{
		// of what an earlier run has done
		if (!gathering.has(Layer.RESULT)) gathering.complete(Layer.RESULT, ImageInput.read(output).planes());
		if (maps != null) for (final Layer map : Layer.maps())
			if (!gathering.has(map)) gathering.complete(map, ImageInput.read(maps.file(map)).planes());
		return new Page(input.toString(), output.toString(), report, options, size, notes, comparison == null ? Map.of() : Map.of(
			"Truth", truth + ": " + comparison.text()), Methods.sentence(report), gathering);
	}
}
