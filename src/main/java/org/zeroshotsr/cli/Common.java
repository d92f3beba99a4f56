package org.zeroshotsr.cli;

import java.nio.file.Path;

import org.zeroshotsr.network.TensorFlowRuntime;
import org.zeroshotsr.options.Options;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options that every command has beside the engine's. */
final class Common {

	@Option(names = "--report", paramLabel = "FILE.json", description = "write all that is known of the run, as JSON")
	Path report;

	@Option(names = { "-q", "--quiet" }, description = "no progress, notes or summary; errors only")
	boolean quiet;

	@Option(names = { "-v", "--verbose" }, description = "TensorFlow's own log lines, and the stack trace of a failure")
	boolean verbose;

	private final Canceling canceling;

	Common(final Canceling canceling) {
		this.canceling = canceling;
	}

	/** Runs {@code work} with progress on the error stream, cancelable by the process being told to end. */
	int run(final CommandSpec command, final Work work) throws Exception {
		TensorFlowRuntime.setVerbose(verbose);
		final Console console = new Console(command.commandLine().getErr(), quiet, Console.isTerminal(), canceling);
		try {
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
