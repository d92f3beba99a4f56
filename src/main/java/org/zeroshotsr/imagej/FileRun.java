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
package org.zeroshotsr.imagej;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ij.ImagePlus;

import org.zeroshotsr.Report;
import org.zeroshotsr.files.Acquisition;
import org.zeroshotsr.files.FolderImage;
import org.zeroshotsr.files.ImageFile;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.resize.Growth;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.run.Planes;

/**
 * Enlarges image files for macros: {@code call("org.zeroshotsr.imagej.FileRun.enlarge", input, output, options)}. Names and
 * options arrive as they are, whatever characters they hold; nothing is opened in a window, and the active image stays.
 */
public final class FileRun {

	/** How what a failed run gives back begins. */
	static final String ERROR = "ERROR: ";

	private final Path input;
	private final Path output;
	private final Options options;
	private final String report;
	private final Progress progress;
	private final Engine.Maker maker;

	/** @param report as {@link Choices#report} */
	private FileRun(final Path input, final Path output, final Options options, final String report, final Progress progress,
		final Engine.Maker maker)
	{
		this.input = input;
		this.output = output;
		this.options = options;
		this.report = report;
		this.progress = progress;
		this.maker = maker;
	}

	/**
	 * Enlarges an image file.
	 *
	 * @param input   the file
	 * @param output  TIFF file to write; it appears whole or not at all
	 * @param options as {@code run("Zero-Shot SR", options)} takes them
	 * @return "WIDTH x HEIGHT pixels, N planes", or a line that begins with ERROR and says why there is no result
	 */
	public static String enlarge(final String input, final String output, final String options) {
		return guarded(input, output, options, FileRun::whole);
	}

	/**
	 * The same, each plane on its own, with the noise that is measured in it. An option for the noise is refused, but for
	 * auto, and so are kernels of several channels.
	 */
	public static String enlargePlanes(final String input, final String output, final String options) {
		return guarded(input, output, options, FileRun::planes);
	}

	/** What is done with a file. */
	private interface Work {

		void of(FileRun run, ImageFile file) throws IOException;
	}

	private static String guarded(final String input, final String output, final String options, final Work work) {
		try {
			final Choices choices = Choices.ofFiles(options);
			return new FileRun(path("input", input), path("output", output), choices.options(), choices.report(), new ImageJProgress(),
				MemoryPreference.maker()).run(work);
		}
		catch (final IOException | RuntimeException | Error e) { // a macro would go on, and never know
			return ERROR + Messages.fault(e).line();
		}
	}

	private static Path path(final String what, final String name) throws IOException {
		if (name.isBlank()) throw new IOException("the " + what + " file is missing");
		final String problem = ImageFiles.nameProblem(name);
		if (problem != null) throw new IOException(problem);
		try {
			return Path.of(name);
		}
		catch (final InvalidPathException e) {
			throw new IOException("the name of the " + what + " file cannot be one here: " + e.getMessage(), e);
		}
	}

	private String run(final Work work) throws IOException {
		ImageFiles.checkTiffName(output);
		ImageFiles.checkWritable(output, input);
		ImageFiles.checkWritable(output, options.kernelFile());
		final ImageFile file = ImageFiles.read(input);
		final ImagePlus image = file.image();
		file.notes().forEach(progress::note);
		final Options complete = KernelFile.read(options, Acquisition.of(image), progress::note);
		final Growth growth = complete.growth();
		final int width = growth.planes().width(image.getWidth());
		final int height = growth.planes().height(image.getHeight());
		final int planes = Enlarged.count(image, growth);
		ImageFiles.checkSize(output, width, height, planes, Pixels.isColour(image) ? 3 : image.getBitDepth() / 8);
		work.of(new FileRun(input, output, complete, report, progress, maker), file);
		return width + " x " + height + " pixels, " + planes + " plane" + (planes > 1 ? "s" : "");
	}

	private void whole(final ImageFile file) throws IOException {
		enlarged(file);
	}

	private Report enlarged(final ImageFile file) throws IOException {
		final Pixels<?> pixels = Pixels.of(file.image());
		pixels.notes().forEach(progress::note);
		final Planes planes = Planes.of(pixels.image(), pixels.axes());
		final ReportPage page = ReportPage.of(report, output, planes, options, progress);
		final Report made = ResultFile.make(file.image(), null, planes, options, output, Origins.file(input, planes, options, progress),
			progress, maker);
		if (page.isWanted()) page.write(Map.of(Layer.RESULT, ImageInput.read(output).planes()), input.toString(), output.toString(), made,
			options, Acquisition.of(file.image()).pixel(), Stream.of(file.notes(), pixels.notes(), made.notes()).flatMap(List::stream)
				.toList(), progress);
		return made;
	}

	/** The same for a folder's images: what is known of the run, and what goes wrong as it is. */
	static Report enlarged(final FolderImage image, final Options options, final Progress progress, final Engine.Maker maker)
		throws IOException
	{
		final Report[] report = new Report[1];
		new FileRun(image.input(), image.output(), options, ReportPage.NO, progress, maker).run((run, file) -> report[0] = run.enlarged(file));
		return report[0];
	}

	private void planes(final ImageFile file) throws IOException {
		if (!report.equals(ReportPage.NO)) throw new BadInput("report: a page is of one run, and each plane has its own; leave it out");
		ImageFiles.save(new EachPlane(options, progress, maker).run(file.image()), output);
	}
}
