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
package org.zeroshotsr.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Says in words for the user why a class or a native library cannot be loaded, by all that its error and the causes of it
 * tell.
 */
public final class LoadFailure {

	/** In the messages where it helps. */
	public static final String REINSTALL = "Install all of this program again";

	/** JNA's words where it found its library nowhere, or could load none. */
	private static final String NO_JNA = "JNA native support";
	private static final String ELSEWHERE = "set the environment variable " + NativeCache.VARIABLE + " to a folder ";
	private static final String IS_JNA = "JNA, with which this program calls the system, ";
	private static final String REFUSED = "failed to map segment|Operation not permitted";
	private static final String NOEXEC_DISK = "its disk is mounted noexec, most likely";

	/** What the system or Java says, in the order in which one cause is more certain than the next. */
	private enum Cause {

		SPACE("No space left|not enough space|Disk quota exceeded",
			"There is no space left where its libraries are unpacked. Make some, or " + ELSEWHERE + "on another disk."),
		JNA_NOEXEC("jna\\d+\\.tmp.*(" + REFUSED + ")", IS_JNA + "unpacks its library into a folder from which the system runs " +
			"nothing (" + NOEXEC_DISK + "). In Fiji or ImageJ, start Java with -Djna.tmpdir=FOLDER; elsewhere, " + ELSEWHERE +
			"on another disk."),
		NOEXEC(REFUSED + "|code signature", "The system refuses to run what lies in that folder (" + NOEXEC_DISK + "). " +
			"Install this program on another disk; where its libraries are unpacked, " + ELSEWHERE + "there."),
		PERMISSION("Permission denied|AccessDenied|Access is denied|Read-only file system|ReadOnlyFileSystem",
			"A file or folder may not be read or written. Give permission, or " + ELSEWHERE + "that may."),
		PLATFORM("wrong ELF class|Exec format error|invalid ELF header|not a valid Win32|wrong architecture|" +
			"incompatible architecture|Can't load (AMD|ARM|IA) ", "Its libraries are those of another kind of computer, or damaged. " +
				REINSTALL + ", the one for this kind of computer."),
		OLD_SYSTEM("version `?(GLIBC|GLIBCXX|CXXABI)", "This Linux is too old for it."),
		// before what is missing, of which JNA speaks, too
		JNA("com[./]sun[./]jna|jnidispatch|" + NO_JNA, IS_JNA +
			"cannot be loaded. Where another program brings another version of JNA, remove one of the two."),
		LIBRARY("cannot open shared object file|image not found|Library not loaded|Can't find dependent libraries|" +
			"no \\S+ in java.library.path|Could not find \\S+ in class", "A library is missing. " + REINSTALL +
				"; where the library is the system's, that."),
		CLASS("NoClassDefFoundError|ClassNotFoundException", "A part of this program is missing. " + REINSTALL + "."),
		VERSION("NoSuchMethodError|NoSuchFieldError|IncompatibleClassChangeError|AbstractMethodError|VerifyError",
			"Another version of a library is in the way. Remove one of the two.");

		private final Pattern words;
		private final String sentence;

		Cause(final String words, final String sentence) {
			this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
			this.sentence = sentence;
		}
	}

	private LoadFailure() {}

	/** A message of a sentence or two, and what the system said. */
	public static String of(final Throwable error) {
		final List<Throwable> chain = chain(error);
		for (final Throwable e : chain)
			if (e instanceof NativesError) return e.getMessage();
		for (final Cause cause : Cause.values())
			for (int i = chain.size() - 1; i >= 0; i--)
				if (cause.words.matcher(chain.get(i).toString()).find()) return start(cause) + cause.sentence + " (" + said(chain.get(
					i)) + ")";
		return start(null) + "(" + said(chain.get(chain.size() - 1)) + "; " + System.getProperty("os.name") + ", " + System
			.getProperty("os.arch") + ")";
	}

	private static String start(final Cause cause) {
		return cause == Cause.JNA || cause == Cause.JNA_NOEXEC ? "" : "TensorFlow cannot be loaded. ";
	}

	/** From the error to its first cause. */
	private static List<Throwable> chain(final Throwable error) {
		final List<Throwable> chain = new ArrayList<>();
		for (Throwable e = error; e != null && !chain.contains(e); e = e.getCause())
			chain.add(e);
		final boolean noJna = chain.stream().anyMatch(e -> e.toString().contains(NO_JNA));
		final UnsatisfiedLinkError problem = noJna ? Natives.jnaProblem() : null;
		if (problem != null) chain.add(problem);
		return chain;
	}

	private static String said(final Throwable e) {
		final String text = e instanceof UnsatisfiedLinkError && e.getMessage() != null ? e.getMessage() : e.toString();
		return text.strip().replaceAll("\\s*\\R\\s*", " ");
	}
}
