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
package org.zeroshotsr.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.zeroshotsr.progress.Progress;
import org.zeroshotsr.progress.WrappedProgress;

/** What was found in the channels of an image, and chosen for them, for the record of a run. */
final class Findings {

	private final int channels;
	private final Consumer<String> notes;
	private final List<String> estimates = new ArrayList<>();
	private final Map<String, String[]> chosen = new LinkedHashMap<>();

	/** @param notes hears what the user should know, of the run as a whole */
	Findings(final int channels, final Consumer<String> notes) {
		this.channels = channels;
		this.notes = notes;
	}

	/**
	 * The recipe of a channel, counted from 0, with what it leaves to be estimated.
	 *
	 * @param planes positions of the channel's, or of parts of them
	 * @param series those of them of which each is like the one before it; empty for a single plane
	 */
	Recipe resolve(final Recipe recipe, final int channel, final PlaneSource source, final List<long[]> planes,
		final List<long[]> series, final Progress progress)
	{
		final String name = channels == 1 ? "" : "channel " + (channel + 1) + " ";
		final Estimation.Found found = Estimation.resolve(recipe, source, planes, series, new WrappedProgress(progress) {

			@Override
			public void note(final String message) {
				notes.accept(name.isEmpty() ? message : name.strip() + ": " + message);
			}
		});
		if (!found.options().isEmpty()) {
			final String text = found.options().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors
				.joining(" "));
			estimates.add(name + text);
			notes.accept((found.words().isEmpty() ? name : "found in the image: " + name + found.words() + "; ") + "chosen: " + text);
			found.options().forEach((option, value) -> chosen.computeIfAbsent(option, o -> new String[channels])[channel] = value);
		}
		return found.recipe();
	}

	/** What was found, as options with their values, and with several channels their number. */
	List<String> estimates() {
		return List.copyOf(estimates);
	}

	/** By option, the values of all channels; of those whose planes all have one value alone, that of another. */
	Map<String, String> chosen() {
		final Map<String, String> all = new LinkedHashMap<>();
		chosen.forEach((option, values) -> {
			final String any = Arrays.stream(values).filter(Objects::nonNull).findFirst().orElseThrow();
			all.put(option, Arrays.stream(values).map(v -> v == null ? any : v).collect(Collectors.joining(";")));
		});
		return all;
	}
}
