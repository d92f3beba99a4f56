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

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.zeroshotsr.files.PartFile;
import org.zeroshotsr.progress.Status;
import org.zeroshotsr.worker.Fault;

/** How the lines of the error stream are written. */
enum Log {

	/** For people. */
	TEXT,
	/** The same, after time, host and the scheduler's job. */
	FULL,
	/** An object a line. */
	JSON;

	private static final String NAME = "zero-shot-sr: ";
	private static final String OPTION = "--log";
	/** What Slurm tells its jobs, and what it is called here. */
	private static final Map<String, String> JOB = Map.of("SLURM_JOB_ID", "job", "SLURM_ARRAY_TASK_ID", "task");

	/** As the arguments of a command ask for it, which may be wrong otherwise. */
	static Log of(final List<String> args) {
		Log log = TEXT;
		for (int i = 0; i < args.size(); i++) {
			final String arg = args.get(i);
			final String value = arg.startsWith(OPTION + "=") ? arg.substring(OPTION.length() + 1) : arg.equals(OPTION) && i + 1 < args
				.size() ? args.get(i + 1) : "";
			for (final Log style : values())
				if (style.name().equalsIgnoreCase(value)) log = style;
		}
		return log;
	}

	/**
	 * @param prefix which image it is about, for people, or ""
	 * @param image  the same, for programs
	 */
	String progress(final String prefix, final String image, final Status status) {
		if (this != JSON) return before() + prefix + status.text();
		final ObjectNode line = line("progress", image, status.text()).put("stage", status.stage()).put("plane", status.plane())
			.put("planes", status.planes()).put("step", status.step()).put("steps", status.steps());
		Map.of("loss", status.loss(), "gain", status.gain(), "done", status.done(), "seconds_left", status.secondsLeft()).forEach((
			name, value) -> {
			if (Double.isFinite(value)) line.put(name, value);
		});
		return line.toString();
	}

	String note(final String prefix, final String image, final String message) {
		return this == JSON ? line("note", image, message).toString() : before() + "note: " + prefix + text(message);
	}

	/** @param trace what is shown where it happened, or null */
	String error(final String message, final Throwable trace) {
		final StringWriter where = new StringWriter();
		if (trace != null) trace.printStackTrace(new PrintWriter(where, true));
		if (this != JSON) return before() + NAME + text(message) + (trace == null ? "" : System.lineSeparator() + where.toString()
			.stripTrailing());
		final ObjectNode line = line("error", "", message);
		if (trace != null) line.put("trace", where.toString());
		return line.toString();
	}

	private String text(final String message) {
		return this == FULL ? Fault.line(message) : message;
	}

	private String before() {
		if (this == TEXT) return "";
		final StringBuilder before = new StringBuilder(time() + " " + PartFile.host() + " ");
		for (final String variable : List.of("SLURM_JOB_ID", "SLURM_ARRAY_TASK_ID"))
			if (System.getenv(variable) != null) before.append(JOB.get(variable)).append(' ').append(System.getenv(variable)).append(
				' ');
		return before.toString();
	}

	private static ObjectNode line(final String kind, final String image, final String message) {
		final ObjectNode line = JsonNodeFactory.instance.objectNode().put("time", time()).put("host", PartFile.host());
		JOB.forEach((variable, name) -> {
			if (System.getenv(variable) != null) line.put(name, System.getenv(variable));
		});
		line.put("kind", kind);
		if (!image.isEmpty()) line.put("image", image);
		return line.put("message", message);
	}

	private static String time() {
		return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
	}
}
