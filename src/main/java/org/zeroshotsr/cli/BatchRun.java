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
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.zeroshotsr.Report;
import org.zeroshotsr.files.FolderImage;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.progress.WrappedProgress;
import org.zeroshotsr.run.Turn;
import org.zeroshotsr.worker.Fault;

/** What has become of a batch's images by now. */
final class BatchRun {

	/** How often an image is tried, in all. */
	static final int TRIES = 5;

	private final Batch batch;
	private final BatchProgress progress;
	private final Map<FolderImage, Batch.Result> results = new HashMap<>();
	private final Map<FolderImage, Integer> tries = new HashMap<>();
	/** Of the table. */
	private final List<SummaryTable.Row> unwritten = new ArrayList<>();
	private String unsaid;
	private int failures;
	private boolean waited;

	BatchRun(final Batch batch, final BatchProgress progress) {
		this.batch = batch;
		this.progress = progress;
	}

	boolean isEnded(final FolderImage image) {
		return results.containsKey(image);
	}

	/** How many are done. */
	long done() {
		return results.values().stream().filter(result -> result.end() == Batch.End.DONE || result.end() == Batch.End.BEFORE)
			.count();
	}

	/** How often something has failed that is tried again. */
	int failures() {
		return failures;
	}

	/** What became of all; null while there are others. */
	Batch.Outcome outcome() {
		return results.size() < batch.images().size() ? null : new Batch.Outcome(batch.images().stream().map(results::get)
			.toList(), unwritten.isEmpty() ? null : unsaid);
	}

	/** Does an image, unless another does; a failure ends it, or leaves it for later. */
	void attempt(final FolderImage image) {
		try {
			if (isDone(image) && (!batch.claimed() || Claim.removeStale(image.output()))) {
				before(image);
				return;
			}
			try (Claim claim = batch.claimed() ? Claim.take(image.output()) : Claim.NONE) {
				if (claim != null && !isEndedByOthers(image)) upscale(image, claim);
			}
		}
		catch (final IOException e) { // of claims or the table
			if (!isEnded(image)) failed(image, e);
		}
	}

	/** Whether the result is there, all of it. */
	private boolean isComplete(final FolderImage image) {
		return Files.exists(image.output()) && !Files.exists(StackFile.journal(image.output(), null)) && (batch.maps() == null || maps(
			image).areComplete());
	}

	private MapFiles maps(final FolderImage image) {
		return batch.maps() == null ? null : new MapFiles(batch.maps(), image.output());
	}

	private boolean isDone(final FolderImage image) {
		return !batch.overwrite() && isComplete(image);
	}

	/** Whether another batch has ended with the image since this one has begun. */
	private boolean isEndedByOthers(final FolderImage image) throws IOException {
		final SummaryTable.Row row = batch.table().since(image.name());
		if (isDone(image) || row != null && row.result().equals(SummaryTable.DONE) && isComplete(image)) before(image);
		else if (row != null && row.result().equals(SummaryTable.FAILED)) end(image, Batch.End.FAILED, row.note());
		return isEnded(image);
	}

	private void upscale(final FolderImage image, final Claim claim) {
		final Progress own = new WrappedProgress(progress) {

			@Override
			public boolean isCanceled() {
				return super.isCanceled() || claim.isLost();
			}

			/** That it waits for another training is told once, and not of each image. */
			@Override
			public void note(final String message) {
				final boolean other = message.startsWith(Turn.OTHER);
				if (!other || !waited) super.note(message);
				waited |= other;
			}
		};
		try {
			final boolean alone = batch.network() == null || !batch.network().fits(Checks.in("", () -> Samples.open(image
				.input())));
			final List<String> notes = new ArrayList<>();
			if (tries.containsKey(image)) notes.add("failed " + tries.get(image) + " times before");
			if (alone && batch.network() != null) {
				notes.add("of another kind than the images that share a network, so it was done alone");
				progress.note("it is of another kind than the images that share a network, so it is done alone");
			}
			final Summary summary = new FileUpscaling(image.input(), image.output(), null, true, batch.overwrite(), null, 0, alone ? null
				: batch.network(), maps(image), false, batch.maker()).run(batch.given(), batch.options(), own);
			if (summary == null) {
				before(image);
				return;
			}
			notes.addAll(summary.notes());
			final Report report = summary.report();
			add(new SummaryTable.Row(image.name(), SummaryTable.DONE, Texts.size(report.axes(), report.output()), String
				.valueOf(report.steps()), String.join("; ", report.verdicts()), Texts.decimals(report.seconds(), 1), Fault.line(
					String.join("; ", notes))));
			progress.note("done in " + Status.duration(report.seconds()));
			end(image, Batch.End.DONE, "");
		}
		catch (final CancellationException e) {
			if (progress.isCanceled() || !claim.isLost()) throw e;
			progress.note("another batch has taken it over, as this one did not answer for long");
		}
		catch (final IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
			failed(image, e);
		}
	}

	/** It was done already; a run that was killed may not have come to say so. */
	private void before(final FolderImage image) throws IOException {
		if (!batch.table().isDone(image.name())) add(new SummaryTable.Row(image.name(), SummaryTable.DONE, "", "", "", "",
			"by a run that did not write here"));
		end(image, Batch.End.BEFORE, "");
	}

	private void failed(final FolderImage image, final Throwable failure) {
		final Fault fault = Fault.of(failure, Fault.Place.COMMAND_LINE);
		if (fault.kind() == Fault.Kind.DEVICE) throw (RuntimeException) failure; // as the next ones would
		final boolean temporary = Temporary.is(failure, fault, image);
		// there is no such option here
		final String why = fault.line().replace("leave --resume out to begin again", "remove that file to begin again")
			.replaceFirst("^--resume: ", "");
		final int times = tries.merge(image, 1, Integer::sum);
		if (temporary) failures++;
		if (temporary && times < TRIES) {
			progress.failed("failed, and will be tried again: " + why, failure);
			return;
		}
		progress.failed("failed: " + why, failure);
		add(new SummaryTable.Row(image.name(), temporary ? SummaryTable.TRY_AGAIN : SummaryTable.FAILED, "", "", "", "", why));
		end(image, temporary ? Batch.End.TRY_AGAIN : Batch.End.FAILED, why);
	}

	private void end(final FolderImage image, final Batch.End end, final String note) {
		results.put(image, new Batch.Result(image, end, note));
	}

	/** Adds to the table; where that fails, with the next one. */
	private void add(final SummaryTable.Row row) {
		unwritten.add(row);
		try {
			while (!unwritten.isEmpty()) {
				batch.table().append(unwritten.get(0));
				unwritten.remove(0);
			}
		}
		catch (final IOException e) {
			unsaid = batch.table().file() + " cannot be written: " + Fault.of(e, Fault.Place.COMMAND_LINE).line();
			progress.failed(unsaid, e);
		}
	}
}
