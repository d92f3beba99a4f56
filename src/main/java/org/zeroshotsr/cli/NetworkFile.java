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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.zeroshotsr.Version;
import org.zeroshotsr.files.WholeFile;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.imagej.Sha256;
import org.zeroshotsr.options.Option;
import org.zeroshotsr.options.Options;
import org.zeroshotsr.run.Checkpoint;
import org.zeroshotsr.run.WrappedCheckpoint;

/**
 * Networks that were trained once for several images, in a file of JSON.
 *
 * @param version  of the program that made it
 * @param options  by which they were trained, with the noise and kernel that were found
 * @param type     of the images: "16-bit"
 * @param channels what was learnt of each; null where there was nothing to learn from
 */
record NetworkFile(String version, Map<String, String> options, String type, List<Checkpoint.Learnt> channels) {

	private static final ObjectMapper MAPPER = new ObjectMapper();
	/** What may differ where they are used: it says nothing of how they were trained. */
	private static final Set<Option> FREE = Set.of(Option.ENSEMBLE, Option.BACK_PROJECTION, Option.FALLBACK, Option.STACK,
		Option.THREADS, Option.DEVICE, Option.PRECISION, Option.SEED);

	/** @throws BadInput where it is no such file, or of another version */
	static NetworkFile read(final Path file) {
		final NetworkFile network = Checks.in("--network: ", () -> {
			try {
				return MAPPER.readValue(file.toFile(), NetworkFile.class);
			}
			catch (final JsonProcessingException e) {
				throw new BadInput(file + " is no file of networks; zero-shot-sr learn makes one", e);
			}
		});
		if (network.options == null || network.channels == null || !Version.get().equals(network.version)) throw new BadInput(
			"--network: " + file + " was made by version " + network.version + " of this program, and this is " + Version.get() +
				"; make it again with zero-shot-sr learn");
		return network;
	}

	void write(final Path file) throws IOException {
		WholeFile.write(file, out -> out.write(MAPPER.writeValueAsBytes(this)));
	}

	/** Tells it from others. */
	String id() throws IOException {
		return Sha256.of(MAPPER.writeValueAsBytes(this));
	}

	/**
	 * The options to use it with.
	 *
	 * @param given options of the command
	 * @throws BadInput where one was given that the networks were not trained by
	 */
	Options with(final Options defaults, final Map<Option, String> given) {
		Options used = Checks.in("--network: ", () -> defaults.with(options));
		for (final Map.Entry<Option, String> choice : given.entrySet()) {
			final Options wanted = Checks.in("--", () -> defaults.with(options).with(choice.getKey(), choice.getValue()));
			if (!FREE.contains(choice.getKey()) && !wanted.get(choice.getKey()).equals(used.get(choice.getKey()))) throw new BadInput(
				"--" + choice.getKey().text() + ": the networks of --network were trained with " + used.get(choice.getKey()) + ", not " +
					wanted.get(choice.getKey()) + "; leave it out, or train others");
			if (FREE.contains(choice.getKey())) used = used.with(choice.getKey(), choice.getValue());
		}
		return given.containsKey(Option.STACK) ? used : used.with(Option.STACK, "auto");
	}

	/** Whether the image is of their kind. */
	boolean fits(final Samples<?> image) {
		return type.equals(image.type()) && channels.size() == image.order().channels().size();
	}

	/** @throws BadInput where it is not */
	void check(final Samples<?> image) {
		final int count = image.order().channels().size();
		if (!fits(image)) throw new BadInput("--network: it is for " + type +
			" images of " + channels.size() + " channel" + (channels.size() > 1 ? "s" : "") + ", and the image is " + image.type() +
			" with " + count);
	}

	/** A checkpoint that knows what was learnt, besides what {@code other} does. */
	Checkpoint in(final Checkpoint other) {
		return new WrappedCheckpoint(other) {

			@Override
			public boolean isGiven() {
				return true;
			}

			@Override
			public Learnt learnt(final int group) {
				return group < channels.size() ? channels.get(group) : null;
			}
		};
	}

	/** Takes what is learnt of so many channels. */
	static final class Taking extends WrappedCheckpoint {

		private final Learnt[] learnt;

		Taking(final int channels) {
			super(NONE);
			learnt = new Learnt[channels];
		}

		List<Learnt> channels() {
			return Arrays.asList(learnt);
		}

		@Override
		public void learnt(final int group, final Learnt what) {
			learnt[group] = what;
		}
	}
}
