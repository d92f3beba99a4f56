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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.zeroshotsr.files.FolderImage;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.run.Engine;

/**
 * Enlarges images one after another, whatever becomes of each. What others do is left to them, what is done is not done
 * again, and what failed for a reason that may pass is tried again once the others are done.
 *
 * @param claimed   whether others may be at work on the same images
 * @param overwrite whether results that are complete are made again
 * @param network   that is used for the images that it fits, or null
 * @param given     options of the command
 * @param maps      folder for those of the results, or null
 * @param pause     before what failed is tried again, the first time, in ms; then three times as long each time
 */
record Batch(List<FolderImage> images, SummaryTable table, boolean claimed, boolean overwrite, NetworkFile network,
	Map<Option, String> given, Options options, Path maps, Engine.Maker maker, long pause)
{

	static final String WAITING = "waiting for images that another batch has";
	static final long PAUSE_MILLIS = 5000;
	static final String RETRYING = "waiting before what failed is tried again";
	private static final int TIMES_LONGER = 3;

	/** What became of an image. */
	enum End {
		DONE, BEFORE, FAILED, TRY_AGAIN
	}

	/**
	 * What became of an image.
	 *
	 * @param note why it failed; else ""
	 */
	record Result(FolderImage image, End end, String note) {}

	/**
	 * What became of all.
	 *
	 * @param results in the order of the images
	 * @param unsaid  why the table lacks some of it, or null
	 */
	record Outcome(List<Result> results, String unsaid) {

		long count(final End end) {
			return results.stream().filter(result -> result.end == end).count();
		}

		List<Result> failures() {
			return results.stream().filter(result -> result.end == End.FAILED || result.end == End.TRY_AGAIN).toList();
		}

		/** The exit code. */
		int code() {
			if (count(End.FAILED) > 0) return Main.SOME_FAILED;
			return count(End.TRY_AGAIN) > 0 || unsaid != null ? Main.TRY_AGAIN : Main.DONE;
		}
	}

	/**
	 * Does it.
	 *
	 * @throws CancellationException when {@code progress} asked for it
	 * @throws org.zeroshotsr.network.DeviceException where the GPU asked for is not there
	 */
	Outcome run(final BatchProgress progress) throws IOException {
		final BatchRun run = new BatchRun(this, progress);
		try {
			long longer = pause;
			for (int failures = 0;;) {
				for (int i = 0; i < images.size(); i++)
					if (!run.isEnded(images.get(i))) {
						progress.checkCanceled();
						progress.image(images.get(i).name(), i + 1, images.size());
						run.attempt(images.get(i));
					}
				progress.image("", 0, 0);
				if (run.outcome() != null) return run.outcome();
				final boolean failed = run.failures() > failures;
				failures = run.failures();
				Pause.wait(failed ? RETRYING : WAITING, failed ? longer : Pause.POLL_MILLIS, progress);
				if (failed) longer *= TIMES_LONGER;
			}
		}
		catch (final CancellationException e) {
			throw new CancellationException("canceled; " + run.done() + " of " + images.size() +
				" images are done; the same command goes on from there");
		}
		finally {
			progress.image("", 0, 0);
		}
	}
}
