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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import ij.plugin.BrowserLauncher;

import org.zeroshotsr.Methods;
import org.zeroshotsr.Report;
import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.files.PixelSize;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Layer;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.page.Gathering;
import org.zeroshotsr.page.Page;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.run.Planes;

/** The page that a user of ImageJ wants of a run, where he does. */
final class ReportPage {

	static final String NO = "false";
	static final String YES = "true";

	/** Nobody wants one. */
	private static final ReportPage NONE = new ReportPage(null, Gathering.NONE);

	private final Path file;
	private final Gathering gathering;

	private ReportPage(final Path file, final Gathering gathering) {
		this.file = file;
		this.gathering = gathering;
	}

	/**
	 * Whether it is a value of the option: false, true, or a file.
	 *
	 * @throws BadInput which says what is possible
	 */
	static void check(final String wanted) {
		if (wanted.equals(NO) || wanted.equals(YES)) return;
		try {
			if (Page.isName(Path.of(wanted))) return;
		}
		catch (final InvalidPathException e) {
			throw new BadInput(Choices.REPORT + ": '" + wanted + "' cannot be a file's name here: " + e.getMessage(), e);
		}
		throw new BadInput(Choices.REPORT + ": '" + wanted + "' is not possible; it takes true, false, or a file whose name ends in .html");
	}

	/**
	 * Makes ready for a run, with all checks before any work.
	 *
	 * @param wanted value of the option
	 * @param beside the file that the page lies beside where none is named; null for an image that has none
	 */
	static ReportPage of(final String wanted, final Path beside, final Planes image, final Options options, final Progress progress) {
		if (wanted.equals(NO)) return NONE;
		try {
			Page.check(options);
			final Path file = wanted.equals(YES) ? file(beside) : Path.of(wanted);
			ImageFiles.checkWritable(file, null);
			return new ReportPage(file, Gathering.of(image, options.growth(), progress));
		}
		catch (final IOException | BadInput e) {
			throw new BadInput(Choices.REPORT + ": " + e.getMessage(), e);
		}
	}

	/** With a name of its own: an earlier page stays. */
	private static Path file(final Path beside) throws IOException {
		if (beside == null) {
			if (SaveInstead.isAlone()) throw new BadInput("the image has no file that the page could lie beside; name one, as in " +
				Choices.REPORT + "=/path/run.html");
			return Files.createTempFile("zero-shot-sr-", ".html");
		}
		final String name = beside.getFileName().toString().replaceFirst("\\.[^.]{1,5}$", "") + "_report";
		Path file = beside.resolveSibling(name + ".html");
		for (int i = 2; Files.exists(file); i++)
			file = beside.resolveSibling(name + "_" + i + ".html");
		return file;
	}

	/** Whether there will be one. */
	boolean isWanted() {
		return file != null;
	}

	/**
	 * Writes and shows it. The result is there already, and is not lost where that fails: then it is told.
	 *
	 * @param made   the enlarged image, and its maps
	 * @param input  the image's name
	 * @param output the result's file, or ""
	 * @param notes  what was told beside the report's
	 */
	void write(final Map<Layer, Planes> made, final String input, final String output, final Report report, final Options options,
		final PixelSize size, final List<String> notes, final Progress progress)
	{
		if (!isWanted()) return;
		try {
			made.forEach(gathering::complete);
			new Page(input, output, report, options, size, notes, Map.of(), Methods.sentence(report), gathering).write(file, progress);
			progress.note("the report is in " + file);
			if (!SaveInstead.isAlone()) BrowserLauncher.openURL(file.toUri().toString());
		}
		catch (final CancellationException e) {
			progress.note("the report was canceled; the result is complete");
		}
		catch (final IOException | UncheckedIOException e) {
			progress.note("the report cannot be written or shown: " + e.getMessage() + "; the result is complete");
		}
		catch (final OutOfMemoryError e) {
			progress.note("there is no memory left for the report; the result is complete");
		}
	}
}
