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

import java.util.List;
import java.util.concurrent.CancellationException;

import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.convert.ConvertService;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.task.TaskService;

import ij.ImagePlus;
import net.imagej.Dataset;
import net.imagej.DatasetService;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.ImageLock;
import org.zeroshotsr.imagej.ImagePlusSource;
import org.zeroshotsr.imagej.Source;

/** A command on one image: with progress and cancel, and with one clear message, which stops a macro, where it fails. */
abstract class ImageCommand extends ContextCommand {

	@Parameter
	private TaskService tasks;
	@Parameter
	private StatusService status;
	@Parameter
	private LogService log;
	@Parameter
	private ConvertService converts;
	@Parameter
	private DatasetService datasets;

	/** Not "required", for then SciJava's message would come instead of this command's, and a macro would go on. */
	@Parameter(label = "Image", persist = false, required = false)
	private Dataset input;

	/** What {@link ShowImages} shows: nothing, where images are Datasets alone. */
	private List<ImagePlus> images = List.of();

	/**
	 * Does the work.
	 *
	 * @return the images that were made, the most important one first
	 * @throws BadInput with a reason that the user can do something about
	 */
	abstract <T extends RealType<T> & NativeType<T>, I> List<I> work(Source<T, I> source, TaskProgress progress);

	/** Takes the images for the command's outputs. */
	abstract void output(List<Dataset> made);

	/** The images that are to be shown, the most important one first. */
	final List<ImagePlus> images() {
		return images;
	}

	/** The image as it is shown; null without imagej-legacy, and for images of more dimensions than an ImagePlus has. */
	private ImagePlus shown() {
		return converts.supports(input, ImagePlus.class) ? converts.convert(input, ImagePlus.class) : null;
	}

	/** Title of the image that the user has chosen by now, or null. */
	final String title() {
		return input == null ? null : input.getName();
	}

	/** The image that the user has chosen. */
	final Source<?, ?> source() {
		final ImagePlus shown = shown();
		return shown == null ? DatasetSource.of(input, datasets) : ImagePlusSource.of(shown);
	}

	@Override
	public final void run() {
		try (TaskProgress progress = new TaskProgress(tasks.createTask("Zero-Shot SR"), status, this::isCanceled)) {
			if (input == null) throw new BadInput("there is no image; open one first");
			final ImagePlus shown = shown();
			if (shown != null) {
				// there it has its selection, overlay, display ranges and labels, which do not reach the Dataset
				try (ImageLock lock = new ImageLock(shown)) {
					images = work(ImagePlusSource.of(shown), progress);
				}
				// a macro works with the images that are shown
				if (!Macros.isRunning()) output(images.stream().map(i -> converts.convert(i, Dataset.class)).toList());
			}
			else output(work(DatasetSource.of(input, datasets), progress));
			progress.notes().forEach(log::info);
		}
		catch (final CancellationException e) {
			Macros.stop("canceled");
			cancel("");
		}
		catch (final RuntimeException | Error e) {
			// thrown on, SciJava would put its stack trace before the user
			cancel(Failure.tell(e, log));
		}
	}
}
