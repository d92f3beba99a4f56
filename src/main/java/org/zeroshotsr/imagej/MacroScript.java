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
package org.zeroshotsr.imagej;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import ij.IJ;
import ij.ImageJ;

/**
 * What macros that run without anybody in front of them need and ImageJ does not give them:
 * {@code call("org.zeroshotsr.imagej.MacroScript.part", getArgument(), "0")}.
 */
public final class MacroScript {

	/** What an argument may begin with that says what separates its parts. Nothing in full, with its folder, begins so. */
	private static final String SEPARATORS = "|\t\n";
	private static final int FAILED = 1;

	private MacroScript() {}

	/**
	 * A part of a macro's argument, INPUT;OUTPUT;OPTIONS. The first two semicolons part it, so that the options may hold
	 * more of them; where a name does, the argument begins with another separator (|, a tab or a line break), as in
	 * |INPUT|OUTPUT|OPTIONS.
	 *
	 * @param number "0", "1" or "2"
	 * @return the part as it is; an empty text where there is none
	 */
	public static String part(final String argument, final String number) {
		final boolean own = !argument.isEmpty() && SEPARATORS.indexOf(argument.charAt(0)) >= 0;
		final String separator = own ? argument.substring(0, 1) : ";";
		final String[] parts = argument.substring(own ? 1 : 0).split(Pattern.quote(separator), 3);
		final int i = Integer.parseInt(number);
		return i < parts.length ? parts[i] : "";
	}

	/**
	 * Appends a line to a text file. (ImageJ's own function, where it fails, opens a dialog, with -batch too, and waits.)
	 *
	 * @return an empty text, or a line that begins with ERROR
	 */
	public static String append(final String line, final String file) {
		try {
			Files.writeString(Path.of(file), line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE,
				StandardOpenOption.APPEND);
			return "";
		}
		catch (final IOException | InvalidPathException e) {
			return FileRun.ERROR + file + " cannot be written; check the folder's permissions and the free space (" + e + ")";
		}
	}

	/**
	 * Makes a macro's failure visible to a script: a line that begins with ERROR, and where ImageJ runs for this macro alone
	 * (-batch, or --headless with a macro) exit code 1. An ImageJ with a window is never ended.
	 *
	 * @return what a user in front of ImageJ's window should read; an empty text where there is none
	 */
	public static String fail(final String reason) {
		System.err.println(reason.startsWith(FileRun.ERROR) ? reason : FileRun.ERROR + reason);
		System.err.flush();
		if (IJ.getInstance() != null) return reason;
		if (endsWithItsMacro(arguments())) System.exit(FAILED);
		return "";
	}

	static boolean endsWithItsMacro(final List<String> arguments) {
		return arguments.contains("-batch") || arguments.contains("--headless") && (arguments.contains("-macro") || arguments
			.contains("--run"));
	}

	/** Those of this process, with Fiji's launcher in it, and those of ImageJ, as Windows does not tell a process's. */
	private static List<String> arguments() {
		final List<String> arguments = new ArrayList<>(List.of(ProcessHandle.current().info().arguments().orElse(
			new String[0])));
		if (ImageJ.getArgs() != null) arguments.addAll(Arrays.asList(ImageJ.getArgs()));
		return arguments;
	}
}
