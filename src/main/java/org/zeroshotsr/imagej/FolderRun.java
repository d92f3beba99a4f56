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

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import ij.macro.Interpreter;
import ij.measure.ResultsTable;

import org.zeroshotsr.Report;
import org.zeroshotsr.files.FolderImage;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.progress.WrappedProgress;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.worker.Fault;

/**
 * Enlarges the images of a folder into another, one after another; what is there already is left as it is, so that an
 * interrupted run can be started again, and a file that fails does not stop the others. A table, {@value #TABLE}, has a row for
 * each.
 *
 * @param maker of what trains
 */
public record FolderRun(Options options, Progress progress, Engine.Maker maker) {

	/** Title of the table. */
	public static final String TABLE = "Zero-Shot SR Folder";

	/**
	 * Does it.
	 *
	 * @param pattern of the files' names, as {@code *.tif}; empty for whatever ends as images do
	 * @return how many failed
	 * @throws BadInput where the folders cannot be used
	 */
	public int run(final Path folder, final Path results, final String pattern) {
		final List<FolderImage> images = images(folder, results, pattern);
		final ResultsTable table = new ResultsTable();
		table.setPrecision(1);
		int failed = 0;
		for (int i = 0; i < images.size(); i++) {
			final FolderImage image = images.get(i);
			final int done = i;
			progress.checkCanceled();
			table.addRow();
			table.addValue("File", image.name());
			if (Files.exists(image.output())) table.addValue("Note", "the result is there");
			else if (!enlarge(image, table, new WrappedProgress(progress) {

				@Override
				public void update(final Status status) {
					super.update(status.within("image " + (done + 1) + " of " + images.size() + ", " + image.name() + ": " + status
						.stage(), (done + (Double.isNaN(status.done()) ? 0 : status.done())) / images.size()));
				}
			})) failed++;
			if (!GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode()) table.show(TABLE);
		}
		return failed;
	}

	private static List<FolderImage> images(final Path folder, final Path results, final String pattern) {
		try {
			Files.createDirectories(results);
			return FolderImage.in(folder, pattern.isBlank() ? null : pattern.strip(), results);
		}
		catch (final IOException e) {
			throw new BadInput(Fault.of(e, Fault.Place.IMAGEJ).words(), e);
		}
	}

	/** Whether it could be. */
	private boolean enlarge(final FolderImage image, final ResultsTable table, final Progress its) {
		try {
			final Report report = FileRun.enlarged(image, options, its, maker);
			table.addValue("Result", image.output().getFileName().toString());
			table.addValue("Width", report.output()[0]);
			table.addValue("Height", report.output()[1]);
			table.addValue("Planes", report.planes().size());
			table.addValue("Steps", report.steps());
			table.addValue("Seconds", report.seconds());
			table.addValue("Verdict", String.join("; ", report.verdicts()));
			return true;
		}
		catch (final CancellationException e) {
			throw e;
		}
		catch (final IOException | RuntimeException | Error e) {
			final String why = Messages.fault(e).line();
			table.addValue("Note", "failed: " + why);
			progress.note(image.name() + ": " + why);
			return false;
		}
	}
}
