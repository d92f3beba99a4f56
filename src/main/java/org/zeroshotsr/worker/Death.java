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
package org.zeroshotsr.worker;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.zeroshotsr.network.TensorFlowLog;

/** Says in words for the user why a training process has ended. */
final class Death {

	private static final int LINES = 20;
	private static final int SIGNALED = 128;
	private static final int WINDOWS_ACCESS_VIOLATION = 0xC0000005;
	/** What C's abort() gives there. */
	private static final int WINDOWS_ABORT = 3;
	private static final int ABORTED = 6;
	private static final int BUS = 7;

	/** How a JVM's crash report begins. */
	private static final String CRASH = "A fatal error has been detected by the Java Runtime Environment";

	/** A line of a Java stack trace, which is for those who look at the exception's cause. */
	private static final Pattern TRACE = Pattern.compile("^\\s+(at \\S+\\(|\\.\\.\\. \\d+ (more|common))");

	private Death() {}

	/** For a process that was killed and does not end, or that says nothing for too long. */
	static WorkerException ofSilence(final String what, final List<String> log) {
		return exception("The training process " + what + "; it may wait for a driver or for a network folder that does not answer.",
			log);
	}

	/**
	 * @param exit exit code of the process
	 * @param log  what it wrote
	 * @param home what it was started from
	 */
	static WorkerException exception(final int exit, final List<String> log, final WorkerHome home) {
		return exception(cause(exit, log, home, System.getProperty("os.name").startsWith("Windows")), log);
	}

	/** For a task that ended in a way nobody foresaw; {@code error} is what Appose says of it. */
	static WorkerException ofTask(final String error, final List<String> log) {
		// which begins with the exception and goes on with where it was thrown
		return exception("The training process failed: " + error.strip().lines().findFirst().orElse("unknown"), log);
	}

	private static WorkerException exception(final String cause, final List<String> log) {
		final StringBuilder message = new StringBuilder(cause);
		message.append("\nThe image is unchanged, and the next run starts a new process.");
		final List<String> lines = lines(log);
		if (!lines.isEmpty()) message.append("\nThe last lines of its log:\n").append(lines.stream().filter(line -> !TRACE
			.matcher(line).find()).map(line -> "  " + line).collect(Collectors.joining("\n")));
		return new WorkerException(message.toString(), new Failure.RemoteException(String.join("\n", log)));
	}

	/** The end of the log; of a JVM's crash report the summary, which is at its beginning. */
	private static List<String> lines(final List<String> log) {
		final List<String> crash = log.stream().filter(line -> line.startsWith("# ")).distinct().limit(LINES).toList();
		if (!crash.isEmpty()) return crash;
		final List<String> told = TensorFlowLog.told(log).stream().filter(line -> !line.startsWith(ChildMain.NOT_LOADED)).toList();
		return told.subList(Math.max(0, told.size() - LINES), told.size());
	}

	/** By what it said, and where it said nothing by how it ended. */
	static String cause(final int exit, final List<String> lines, final WorkerHome home, final boolean windows) {
		final String log = String.join("\n", lines);
		if (log.contains("UnsupportedClassVersionError")) return "The training process needs Java 17 or newer, and " + home
			.java() + " is older. Update Fiji, or its Java.";
		if (log.contains("Could not find or load main class")) return "The training process could not start: its files are incomplete. " +
			home.reinstall();
		if (log.contains("Could not create the Java Virtual Machine")) return "Java could not start the training process; check the environment variable " +
			WorkerHome.OPTIONS_VARIABLE + ", if it is set.";
		for (final String line : lines)
			if (line.startsWith(ChildMain.NOT_LOADED)) return line.substring(ChildMain.NOT_LOADED.length());
		if (log.contains("compiled to use ")) return NO_AVX;
		if (log.contains("java.lang.OutOfMemoryError")) return "The training process ran out of Java memory. Enlarge part of the image, set ImageJ's preference " +
			"zeroshotsr.memory (in MB), or the environment variable " + WorkerHome.OPTIONS_VARIABLE +
			" to a larger limit, such as -Xmx16g, and start again.";
		if (log.contains("No space left on device")) return "The training process ran out of disk space: make some free where its last lines say.";
		if (log.contains(CRASH)) return crashed(log);
		final String fatal = TensorFlowLog.fatal(lines);
		if (exit == SIGNALED + ABORTED || windows && exit == WINDOWS_ABORT) return "TensorFlow ended the training process" +
			(fatal == null ? ". " : ": " + fatal + ". ") + TRY_CPU;
		if (exit == WINDOWS_ACCESS_VIOLATION) return "The training process crashed in native code (access violation). " +
			TRY_CPU;
		switch (exit - SIGNALED) {
			case 9:
				return "The training process was killed (signal 9). When nobody did that on purpose, memory ran out: close other programs, or enlarge part of the image.";
			case 15:
				return "The training process was ended from outside (signal 15).";
			case 4:
				return NO_AVX;
			case BUS:
				return BUS_ERROR;
			case 8:
			case 11:
				return "The training process crashed in native code (signal " + (exit - SIGNALED) + "). " + TRY_CPU;
			default:
				return "The training process ended unexpectedly (exit code " + exit + ").";
		}
	}

	/** By a JVM's crash report. */
	private static String crashed(final String log) {
		if (log.contains("  SIGBUS (")) return BUS_ERROR;
		if (log.contains("  SIGILL (")) return NO_AVX;
		return "The training process crashed in native code. " + TRY_CPU;
	}

	private static final String NO_AVX =
		"The training process crashed: TensorFlow uses instructions that this processor does not have (AVX is needed).";
	private static final String BUS_ERROR =
		"The training process crashed (signal 7): shared memory (/dev/shm) is full, most likely; free some, or give it more (in a container: --shm-size). " +
			"Else a file that it had mapped is gone, or a driver is at fault.";
	private static final String TRY_CPU =
		"Where a GPU was in use, update its driver or choose device cpu; please report this with the lines below.";
}
