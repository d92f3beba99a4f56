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

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.run.Checkpoint;
import org.zeroshotsr.run.WrappedCheckpoint;

/**
 * One of several parts of a job, which tasks do apart from each other.
 *
 * @param index which, from 1
 * @param count how many parts there are
 */
record Part(int index, int count) {

	private static final Pattern TEXT = Pattern.compile("(\\d{1,7})/(\\d{1,7})");
	private static final String TASK = "SLURM_ARRAY_TASK_";

	/** From "I/N". */
	static Part of(final String text) {
		final Matcher match = TEXT.matcher(text);
		if (!match.matches()) throw wrong(text);
		final Part part = new Part(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
		if (part.index < 1 || part.index > part.count) throw wrong(text);
		return part;
	}

	private static BadInput wrong(final String text) {
		return new BadInput("--part: '" + text + "' is not possible; it takes I/N, such as 2/4 for the second of four");
	}

	/**
	 * What a task of a Slurm array is to do; null where this is none, or the only one.
	 *
	 * @throws BadInput where the tasks' numbers are no regular series
	 */
	static Part of(final Map<String, String> environment) {
		if (!environment.containsKey(TASK + "ID") || !environment.containsKey(TASK + "COUNT")) return null;
		final int count = number(environment, "COUNT", 1);
		if (count == 1) return null;
		final int from = number(environment, "ID", 0) - number(environment, "MIN", 1);
		final int step = Math.max(1, number(environment, "STEP", 1));
		final int index = from / step + 1;
		if (from < 0 || from % step != 0 || index > count) throw new BadInput(
			"this is a task of a Slurm array whose numbers are no regular series (" + TASK + "ID=" + environment.get(TASK + "ID") +
				", " + count + " tasks); say which part it is to do (--part I/N)");
		return new Part(index, count);
	}

	private static int number(final Map<String, String> environment, final String name, final int without) {
		final String text = environment.get(TASK + name);
		if (text == null) return without;
		try {
			return Integer.parseInt(text.trim());
		}
		catch (final NumberFormatException e) {
			throw new BadInput("the environment variable " + TASK + name + " is no number: " + text +
				"; unset it, or give --part I/N", e);
		}
	}

	/** Every n-th. */
	<T> List<T> of(final List<T> all) {
		return IntStream.iterate(index - 1, i -> i < all.size(), i -> i + count).mapToObj(all::get).toList();
	}

	/** Whether a plane, from 0, of so many is of this part: each has planes that follow one another. */
	boolean has(final int plane, final int planes) {
		return (long) plane * count / planes == index - 1;
	}

	/** A checkpoint that wants the planes of this part alone. */
	Checkpoint in(final Checkpoint other, final int planes) {
		return new WrappedCheckpoint(other) {

			@Override
			public boolean isWanted(final int plane) {
				return has(plane, planes);
			}
		};
	}

	/** As it is in files' names. */
	@Override
	public String toString() {
		return "part" + index + "of" + count;
	}
}
