package org.zeroshotsr.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CancellationException;

import org.zeroshotsr.files.ImageFiles;
import org.zeroshotsr.network.DeviceException;
import org.zeroshotsr.network.LoadFailure;
import org.zeroshotsr.network.Natives;

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
	static final int CANCELED = 130;

	/** Columns of the help. */
	private static final int WIDTH = 100;

	private Main() {}

	/** Ends the process with one of the exit codes. */
	public static void main(final String[] args) {
		Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // for what libraries format
		System.setProperty("java.awt.headless", "true");
		Natives.useDelivered();
		Thread.setDefaultUncaughtExceptionHandler((thread, error) -> Console.error(new PrintWriter(System.err, true),
			"unexpected error in " + thread.getName() + ": " + oneLine(error.toString())));
		final int code = run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
		// done: returning lets a Maven that runs this in its own process go on
		if (code != DONE) System.exit(code);
	}

	/** Does what the arguments ask for and returns the exit code. */
	static int run(final PrintWriter out, final PrintWriter err, final String... args) {
		// around everything, so that a canceled run has said so before the process ends
		try (Canceling canceling = new Canceling()) {
			final CommandLine main = command(new UpscaleCommand(canceling));
			main.addSubcommand(command(new PreviewCommand(canceling)));
			main.addSubcommand(command(new BenchmarkCommand(canceling)));
			main.addSubcommand(new CommandLine(new KernelCommand(canceling)).setUsageHelpWidth(WIDTH));
			main.addSubcommand(new CommandLine(new NoiseCommand(canceling)).setUsageHelpWidth(WIDTH));
			main.registerConverter(Path.class, Main::path);
			main.setOut(out).setErr(err);
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
		Console.error(e.getCommandLine().getErr(), oneLine(e.getMessage()) + "; see zero-shot-sr --help");
		return BAD_INPUT;
	}

	private static int execute(final ParseResult parsed) {
		try {
			return new RunLast().execute(parsed);
		}
		catch (final ExecutionException e) {
			return failed(parsed, e.getCause() == null ? e : e.getCause());
		}
		catch (final OutOfMemoryError | LinkageError e) {
			return failed(parsed, e);
		}
	}

	private static int failed(final ParseResult parsed, final Throwable e) {
		final CommandLine last = parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
		final PrintWriter err = last.getErr();
		Console.error(err, message(e));
		final Boolean verbose = last.getCommandSpec().findOption("--verbose").getValue();
		if (Boolean.TRUE.equals(verbose)) e.printStackTrace(err);
		final int code = e instanceof CancellationException ? CANCELED : e instanceof BadInput || e instanceof DeviceException
			? BAD_INPUT : FAILED;
		report(last, code, message(e));
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
			Console.error(command.getErr(), "and the report cannot be written: " + oneLine(e.toString()));
		}
	}

	private static String message(final Throwable e) {
		if (e instanceof BadInput || e instanceof DeviceException) return oneLine(e.getMessage());
		if (e instanceof CancellationException) return "canceled; nothing was written";
		if (e instanceof OutOfMemoryError) return "out of memory, of which Java may use " + Runtime.getRuntime()
			.maxMemory() / 1_000_000 + " MB; give it more (ZERO_SHOT_SR_JAVA_OPTS=-Xmx8g in the environment), or take fewer planes, " +
				"a part of the image or a smaller scale";
		if (e instanceof LinkageError) return oneLine(LoadFailure.of(e)) + " (--verbose shows more)";
		final String text = e.getMessage() == null ? e.toString() : e.getMessage();
		return "failed: " + oneLine(text) + "; --verbose shows more";
	}

	private static String oneLine(final String text) {
		return text.strip().replaceAll("\\s*\\R\\s*", " ");
	}
}
