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

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.zeroshotsr.Origin;
import org.zeroshotsr.RunRecord;
import org.zeroshotsr.options.Option;

/** In words, what two records of runs differ in, of what may change a result: what was given first, then programs and machines. */
final class Differences {

	private final List<String> all = new ArrayList<>();

	private Differences() {}

	static List<String> between(final RunRecord then, final RunRecord now) {
		final Differences differences = new Differences();
		differences.inputs(then.input(), now.input());
		differences.options(then, now);
		differences.add("version", then.version(), now.version());
		differences.add("TensorFlow", then.tensorflow(), now.tensorflow());
		differences.add("device", then.device(), now.device());
		if (then.options().get(Option.PRECISION.text()).equals(now.options().get(Option.PRECISION.text()))) differences.add(
			"precision", then.precision(), now.precision());
		differences.add("system", then.begun().system(), now.begun().system());
		differences.add("processor", then.begun().processor(), now.begun().processor());
		differences.add("Java", then.begun().java(), now.begun().java());
		return differences.all;
	}

	private void inputs(final Origin then, final Origin now) {
		add(then.pixels() ? "SHA-256 of the input's pixels" : "SHA-256 of the input", then.sha256(), now.sha256());
		if (!then.pixels()) add("name of the input", then.name(), now.name());
		add("SHA-256 of the kernel's file", then.kernel(), now.kernel());
		add("network", then.network(), now.network());
	}

	/** What was asked for, and what was found in its place. */
	private void options(final RunRecord then, final RunRecord now) {
		final Set<String> names = new LinkedHashSet<>(then.options().keySet());
		names.addAll(now.options().keySet());
		for (final String name : names) {
			final String before = then.repeating().get(name);
			final String after = now.repeating().get(name);
			final boolean file = name.equals(Option.KERNEL.text()) && then.input().kernel() != null && then.input().kernel().equals(now
				.input().kernel());
			if (file || before == null) continue; // an option that there was not yet
			if (!before.equals(after)) add("option " + name, before, after);
			else add(name + " found in the image", then.options().get(name), now.options().get(name));
		}
	}

	private void add(final String what, final String then, final String now) {
		if (!Objects.equals(then, now)) all.add(what + ": " + then + " in the record, " + now + " here");
	}
}
