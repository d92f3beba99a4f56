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
import java.util.List;
import java.util.concurrent.Callable;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Plane;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.imagej.KernelFile;
import org.zeroshotsr.imagej.PreviewRun;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.run.LocalEngine;
import org.zeroshotsr.run.Preview;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zero-shot-sr preview INPUT -o PREVIEW.tif}: a small part of an image, in seconds, before a long run. */
@Command(name = "preview", mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false,
	customSynopsis = "zero-shot-sr preview INPUT [-o PREVIEW.tif] [options]",
	description = {
		"Enlarges the best-structured 128 x 128 pixels of an image (of a stack, of the middle plane of its first channel) " +
			"with the options as they are, but few training steps, and says what was found in the image and how long all of " +
			"it will take." }, exitCodeListHeading = "%nExit codes:%n", exitCodeList = { "0:done",
				"2:bad usage or input, or the GPU asked for is missing", "3:failed in the work",
				"130:canceled, nothing was written" }, parameterListHeading = "%n", optionListHeading = "%nOptions:%n", footer = {
					"", "Example:", "  zero-shot-sr preview cells.tif -o preview.tif" })
final class PreviewCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Parameters(index = "0", arity = "0..1", paramLabel = "INPUT", description = "image file, or the folder of an OME-Zarr image")
	private Path input;

	@Option(names = { "-o", "--output" }, paramLabel = "PREVIEW.tif",
		description = "TIFF file to write: bicubic enlargement and result beside each other, 32 bit, in the same grey levels " +
			"(of colours a slice each)")
	private Path output;

	@Mixin
	private final Common common;

	PreviewCommand(final Canceling canceling) {
		common = new Common(canceling);
	}

	@Override
	public Integer call() throws Exception {
		if (input == null) throw new BadInput("INPUT is missing: give the image; see zero-shot-sr preview --help");
		return common.run(spec, console -> {
			final Options options = EngineOptions.of(spec);
			if (output != null) Outputs.checkTiff(output, "OUTPUT", input, options.kernelFile());
			final Samples<?> image = Checks.in("", () -> Samples.open(input));
			image.notes().forEach(console::note);
			final Preview preview = of(image, Checks.in("--", () -> KernelFile.read(options, image.taken(), console::note)),
				console);
			console.checkCanceled();
			if (output != null) ImageFiles.save(picture(preview), output);
			console.clear();
			if (common.quiet) return;
			final PrintWriter out = spec.commandLine().getOut();
			out.println("image      " + input + " (" + image.describe() + ")");
			out.println("part       " + preview.part().width() + " x " + preview.part().height() + " at " + preview.part().x() + ", " +
				preview.part().y());
			PreviewRun.lines(preview).forEach(line -> out.println("preview    " + line));
			out.flush();
		});
	}

	private static <T extends RealType<T> & NativeType<T>> Preview of(final Samples<T> image, final Options options,
		final Console console)
	{
		Checks.in("", () -> {
			ZeroShotSR.check(image.image(), image.axes(), options);
			return null;
		});
		return ZeroShotSR.preview(image.image(), image.axes(), options, null, console, LocalEngine::new);
	}

	/** Both beside each other. */
	private static ImagePlus picture(final Preview preview) {
		final Plane left = preview.bicubic();
		final Plane right = preview.result();
		final ImageStack stack = new ImageStack(2 * left.width, left.height);
		for (int c = 0; c < left.channels; c++) {
			final ImageProcessor both = new FloatProcessor(2 * left.width, left.height);
			for (int y = 0; y < left.height; y++) {
				for (int x = 0; x < left.width; x++) {
					both.setf(x, y, left.get(c, y, x));
					both.setf(left.width + x, y, right.get(c, y, x));
				}
			}
			stack.addSlice(left.channels == 1 ? "" : List.of("red", "green", "blue").get(c), both);
		}
		final ImagePlus picture = new ImagePlus("preview", stack);
		picture.setProperty("Info", "Left: bicubic. Right: Zero-Shot SR.\n" + String.join("\n", PreviewRun.lines(preview)));
		return picture;
	}
}
