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
package org.zeroshotsr.fiji;

import java.io.File;
import java.util.concurrent.CancellationException;

import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.task.TaskService;
import org.scijava.widget.FileWidget;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.Choices;
import org.zeroshotsr.imagej.FolderPlugIn;
import org.zeroshotsr.imagej.FolderRun;

/**
 * Plugins &gt; Zero-Shot SR &gt; Zero-Shot SR Folder in Fiji: enlarges the images of a folder into another, with a table.
 */
@Plugin(type = Command.class, label = FolderRun.TABLE, headless = true, menu = { @Menu(label = "Plugins"), @Menu(
	label = "Zero-Shot SR"), @Menu(label = FolderRun.TABLE) })
public class FolderCommand extends ContextCommand {

	@Parameter
	private TaskService tasks;
	@Parameter
	private StatusService status;
	@Parameter
	private LogService log;
	@Parameter
	private EngineService engines;

	@Parameter(label = "Images", style = FileWidget.DIRECTORY_STYLE)
	private File images;
	@Parameter(label = "Results", style = FileWidget.DIRECTORY_STYLE)
	private File results;
	@Parameter(label = "Names", required = false, description = "Which files, by their names; empty for all images.")
	private String names = "*.tif";
	@Parameter(label = "Options", required = false, description = "As in macros, such as scale=2 preset=microscopy.")
	private String options = "scale=2";

	@Override
	public void run() {
		try (TaskProgress progress = new TaskProgress(tasks.createTask(FolderRun.TABLE), status, this::isCanceled)) {
			final int failed = new FolderRun(Choices.ofFolder(options == null ? "" : options), progress, engines.maker()).run(
				FolderPlugIn.path("images", text(images)), FolderPlugIn.path("results", text(results)), names == null ? "" : names);
			progress.notes().forEach(log::info);
			if (failed > 0) throw new BadInput(failed + (failed > 1 ? " images" : " image") +
				" could not be enlarged; the table says why");
		}
		catch (final CancellationException e) {
			Macros.stop("canceled");
			cancel("");
		}
		catch (final RuntimeException | Error e) {
			cancel(Failure.tell(e, log));
		}
	}

	private static String text(final File file) {
		return file == null ? null : file.getPath();
	}
}
