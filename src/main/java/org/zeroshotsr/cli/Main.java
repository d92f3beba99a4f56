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
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.network.Natives;
import org.zeroshotsr.worker.Fault;

import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;

/** The command line. */
public final class Main {

	/** Exit codes. */
	static final int DONE = 0;
	static final int BAD_INPUT = 2;
	static final int FAILED = 3;
	/** Of several images some. */
	static final int SOME_FAILED = 4;
	/** What the same command may do at another time; EX_TEMPFAIL of sysexits.h, which schedulers know. */
	static final int TRY_AGAIN = 75;
	static final int CANCELED = 130;

	/** Columns of the help. */
	private static final int WIDTH = 100;

	/** Whether stack traces are wanted; for threads that know nothing of the arguments. */
	private static volatile boolean verbose;
	/** How errors are written; for the same threads. */
	private static volatile Log log = Log.TEXT;

	private Main() {}

	/** Ends the process with one of the exit codes. */
	public static void main(final String[] args) {
		Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // for what libraries format
		System.setProperty("java.awt.headless", "true");
		Natives.useDelivered();
		final PrintWriter err = new PrintWriter(System.err, true);
		Thread.setDefaultUncaughtExceptionHandler((thread, error) -> uncaught(err, thread, error));
		final int code = run(new PrintWriter(System.out, true), err, args);
		// done: returning lets a Maven that runs this in its own process go on
		if (code != DONE) System.exit(code);
	}

	/** What goes wrong in a thread that nobody waits for. */
	static void uncaught(final PrintWriter err, final Thread thread, final Throwable error) {
		Console.error(err, log, "unexpected error in the thread " + thread.getName() + ": " + Fault.line(error.toString()) +
			(verbose ? "" : "; --verbose shows more"), verbose ? error : null);
	}

	/** Does what the arguments ask for and returns the exit code. */
	static int run(final PrintWriter out, final PrintWriter err, final String... args) {
		// around everything, so that a canceled run has said so before the process ends
		try (Canceling canceling = new Canceling()) {
			final CommandLine main = command(new UpscaleCommand(canceling));
			main.addSubcommand(command(new PreviewCommand(canceling)));
			main.addSubcommand(command(new BatchCommand(canceling)));
			main.addSubcommand(command(new LearnCommand(canceling)));
			main.addSubcommand(command(new BenchmarkCommand(canceling)));
			main.addSubcommand(command(new RepeatCommand(canceling)));
			main.addSubcommand(new CommandLine(new KernelCommand(canceling)).setUsageHelpWidth(WIDTH));
			main.addSubcommand(new CommandLine(new NoiseCommand(canceling)).setUsageHelpWidth(WIDTH));
			main.addSubcommand(new CommandLine(new CiteCommand()).setUsageHelpWidth(WIDTH));
			main.registerConverter(Path.class, Main::path);
			main.setOut(out).setErr(err);
			main.setCaseInsensitiveEnumValuesAllowed(true);
			main.setParameterExceptionHandler(Main::usage);
			main.setExecutionStrategy(Main::execute);
			final int code = main.execute(args);
			out.flush();
			err.flush();
			canceling.ended(code);
			return code;
		}
	}

	private static CommandLine command(final Object command) {
		final CommandSpec spec = CommandSpec.forAnnotatedObject(command);
		EngineOptions.addTo(spec);
		return new CommandLine(spec).setUsageHelpWidth(WIDTH);
	}

	private static Path path(final String name) {
		final String problem = ImageFiles.nameProblem(name);
		if (problem != null) throw new TypeConversionException(problem);
		return Path.of(name);
	}

	private static int usage(final ParameterException e, final String[] args) {
		Console.error(e.getCommandLine().getErr(), Log.of(List.of(args)), Fault.line(e.getMessage()) + "; see zero-shot-sr --help",
			null);
		return BAD_INPUT;
	}

	private static int execute(final ParseResult parsed) {
		try {
			verbose = isVerbose(parsed);
			log = Log.of(parsed.originalArgs());
			return new RunLast().execute(parsed);
		}
		catch (final ExecutionException e) {
			return failed(parsed, e.getCause() == null ? e : e.getCause());
		}
		catch (final Error e) { // of which picocli makes no ExecutionException
			return failed(parsed, e);
		}
	}

	private static CommandLine last(final ParseResult parsed) {
		return parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
	}

	private static boolean isVerbose(final ParseResult parsed) {
		return Boolean.TRUE.equals(last(parsed).getCommandSpec().findOption("--verbose").getValue());
	}

	private static int failed(final ParseResult parsed, final Throwable e) {
		final CommandLine last = last(parsed);
		final PrintWriter err = last.getErr();
		final Fault fault = Fault.of(e, Fault.Place.COMMAND_LINE);
		final String message = fault.kind().isInput() || fault.kind() == Fault.Kind.CANCELED ? fault.line() : "failed: " + fault.line();
		Console.error(err, Log.of(parsed.originalArgs()), message, isVerbose(parsed) ? e : null);
		final int code = fault.kind() == Fault.Kind.CANCELED ? CANCELED : fault.kind().isInput() ? BAD_INPUT : FAILED;
		report(last, code, message);
		return code;
	}

	/** What a script that reads reports needs to know of a run that failed. */
	private static void report(final CommandLine command, final int code, final String message) {
		try {
			for (final CommandSpec mixin : command.getCommandSpec().mixins().values())
				if (mixin.userObject() instanceof Common common) common.writeFailure(code == CANCELED ? "canceled" : "failed", code,
					message);
		}
		catch (final IOException e) {
			Console.error(command.getErr(), Log.of(command.getParseResult().originalArgs()), "and the report cannot be written: " +
				Fault.line(e.toString()), null);
		}
	}
}
