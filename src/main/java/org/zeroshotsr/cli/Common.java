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

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.zeroshotsr.Version;
import org.zeroshotsr.image.BadInput;
import org.zeroshotsr.image.Threads;
import org.zeroshotsr.network.TensorFlowRuntime;
import org.zeroshotsr.page.Page;
import org.zeroshotsr.run.Budget;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options that every command has beside the engine's. */
final class Common {

	@Option(names = "--report", paramLabel = "FILE", description = "write all that is known of the run, as JSON; of a single image, " +
		"where the name ends in .html, as a page with pictures")
	Path report;

	@Option(names = { "-q", "--quiet" }, description = "no progress, notes or summary; errors only")
	boolean quiet;

	@Option(names = { "-v", "--verbose" }, description = "TensorFlow's own log lines, and the stack trace of a failure")
	boolean verbose;

	@Option(names = "--memory", paramLabel = "SIZE", description = "what the program may take in all, such as 4G: Java, TensorFlow " +
		"and what they share; a run that does not fit is refused with the numbers. Default: Java's heap is half of the machine's, " +
		"or the container's, memory at most")
	private String memory;

	@Option(names = "--log", paramLabel = "STYLE",
		description = "lines of the error stream: text, full (with time, host and Slurm's job), or json (an object a line). " +
			"Default: text")
	private Log log = Log.TEXT;

	private final Canceling canceling;
	private boolean checked;

	Common(final Canceling canceling) {
		this.canceling = canceling;
	}

	/**
	 * Checks, before any work, that the report can be written.
	 *
	 * @param others files that must not be overwritten; null for none
	 */
	void checkReport(final Path... others) {
		if (isPage()) throw new BadInput("--report: a page (" + report +
			") can be had of a single image alone; give a name that ends in .json");
		checkPage(others);
	}

	/** The same where it may be a page. */
	void checkPage(final Path... others) {
		if (report != null) Outputs.check(report, "--report", others);
		if (isPage()) Checks.in("--report: ", () -> {
			Page.check();
			return null;
		});
		checked = true;
	}

	/** Whether the report is a page, by its name. */
	boolean isPage() {
		return report != null && Page.isName(report);
	}

	/** Writes why there is no other report, unless it would be over a file that is needed. */
	void writeFailure(final String status, final int code, final String message) throws IOException {
		if (report == null || !checked) return;
		if (isPage()) Page.writeFailure(report, Version.get(), status, message);
		else JsonFile.write(JsonNodeFactory.instance.objectNode().put("version", Version.get()).put("status", status).put("code", code)
			.put("message", message), report);
	}

	/** Runs {@code work} with progress on the error stream, cancelable by the process being told to end. */
	int run(final CommandSpec command, final Work work) throws Exception {
		TensorFlowRuntime.setVerbose(verbose);
		if (memory != null && System.getProperty(Budget.LIMIT) == null) throw new BadInput(
			"--memory: it is for bin/zero-shot-sr, which starts Java with it; here give Java -Xmx");
		final Console console = new Console(command.commandLine().getErr(), log, quiet, verbose, Console.isTerminal(), canceling);
		try (Threads.Limit threads = Threads.limit(EngineOptions.threads(command))) {
			work.run(console);
			return Main.DONE;
		}
		finally {
			console.clear();
		}
	}

	/** What a command does. */
	interface Work {

		void run(Console console) throws Exception;
	}
}
