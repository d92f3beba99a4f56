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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.zeroshotsr.ZeroShotSR;
import org.zeroshotsr.files.FolderImage;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.run.Engine;
import org.zeroshotsr.worker.Fault;

/** One network for the images of a folder: whoever comes first has it learnt, others wait for it. */
final class SharedNetwork {

	static final String WAITING = "waiting for the network, which another batch learns";

	private SharedNetwork() {}

	/**
	 * The network in {@code file}, which is made where there is none.
	 *
	 * @param given   options of the command
	 * @param pause   before another try, the first time, in ms
	 * @return null where no image can be read to learn from
	 * @throws BadInput where the file's network was learnt by other options
	 */
	static NetworkFile of(final Path file, final List<FolderImage> images, final Map<Option, String> given,
		final Options options, final Progress progress, final Engine.Maker maker, final long pause) throws IOException
	{
		int tries = 0;
		while (!Files.exists(file)) {
			String wait = WAITING;
			try (Claim claim = Claim.take(file)) {
				if (claim != null) {
					if (!Files.exists(file) && !learn(file, images, options, progress, maker)) return null;
					continue;
				}
			}
			catch (final IOException | RuntimeException | OutOfMemoryError e) {
				final Fault fault = Fault.of(e, Fault.Place.COMMAND_LINE);
				if (++tries == BatchRun.TRIES || !Temporary.is(e, fault, images.get(0))) throw e;
				progress.note("the learning has failed, and will be tried again: " + fault.line());
				wait = Batch.RETRYING;
			}
			Pause.wait(wait, wait.equals(WAITING) ? Pause.POLL_MILLIS : pause * tries * tries, progress);
		}
		final NetworkFile network = NetworkFile.read(file);
		Checks.in(file + ", which an earlier batch has learnt, does not fit; remove it to have another one learnt. ", () -> network
			.with(Options.defaults(), given));
		return network;
	}

	/** False where there is nothing to learn from. */
	private static boolean learn(final Path file, final List<FolderImage> images, final Options options, final Progress progress,
		final Engine.Maker maker) throws IOException
	{
		final List<Path> kind = kind(images, progress);
		if (kind.isEmpty()) return false;
		progress.note("one network for " + kind.size() + " of " + images.size() + " images is learnt");
		LearnCommand.learn(kind, options, progress, maker).write(file);
		return true;
	}

	/** The images of the kind of which there are most. */
	private static List<Path> kind(final List<FolderImage> images, final Progress progress) {
		final Map<String, List<Path>> kinds = new LinkedHashMap<>();
		for (int i = 0; i < images.size(); i++) {
			progress.checkCanceled();
			progress.update(Status.of("looking at the images", i, images.size()));
			try {
				final Samples<?> image = Samples.open(images.get(i).input());
				if (Math.min(image.width(), image.height()) < ZeroShotSR.MIN_SIZE) continue;
				kinds.computeIfAbsent(kind(image), k -> new ArrayList<>()).add(images.get(i).input());
			}
			catch (final IOException | BadInput e) {
				progress.note(images.get(i).name() + " is left out of what is learnt from: " + e.getMessage());
			}
		}
		return kinds.values().stream().reduce(List.of(), (a, b) -> b.size() > a.size() ? b : a);
	}

	private static String kind(final Samples<?> image) {
		final StringBuilder kind = new StringBuilder(image.type());
		for (int d = 0; d < image.size().length; d++)
			if ("XY".indexOf(image.axes().charAt(d)) < 0) kind.append(' ').append(image.size()[d]).append(image.axes().charAt(d));
		return kind.toString();
	}
}
