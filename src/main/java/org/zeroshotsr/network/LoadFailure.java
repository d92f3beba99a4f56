package org.zeroshotsr.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says in words for the user why a class or a native library cannot be loaded, by all that its error and the causes of it tell. */
public final class LoadFailure {

	/** In the messages where it helps. */
	public static final String REINSTALL = "Install all of this program again";

	/** What the system or Java says, in the order in which one cause is more certain than the next. */
	private enum Cause {

		SPACE("No space left|not enough space|Disk quota exceeded", "There is no space left where its libraries are unpacked. " +
			"Make some, or set the environment variable " + NativeCache.VARIABLE + " to a folder on another disk."),
		NOEXEC("failed to map segment|Operation not permitted|code signature", "The system refuses to run what lies in that folder " +
			"(its disk is mounted noexec, most likely). Install this program on another disk; where its libraries are unpacked, " +
			"set the environment variable " + NativeCache.VARIABLE + " to a folder there."),
		PERMISSION("Permission denied|AccessDenied|Access is denied|Read-only file system|ReadOnlyFileSystem",
			"A file or folder may not be read or written. Give permission, or set the environment variable " +
				NativeCache.VARIABLE + " to a folder that may."),
		PLATFORM("wrong ELF class|Exec format error|invalid ELF header|not a valid Win32|wrong architecture|incompatible architecture|" +
			"Can't load (AMD|ARM|IA) ", "Its libraries are those of another kind of computer, or damaged. " + REINSTALL + ", the one for this kind of computer."),
		OLD_SYSTEM("version `?(GLIBC|GLIBCXX|CXXABI)", "This Linux is too old for it."),
		// before what is missing: JNA and others end with "not found in resource path"
		JNA("com[./]sun[./]jna|jnidispatch|" + NO_JNA, "JNA, with which this program calls the system, cannot be loaded. " +
			"Where another program brings another version of JNA, remove one of the two."),
		LIBRARY("cannot open shared object file|image not found|Library not loaded|Can't find dependent libraries|" +
			"no \\S+ in java.library.path|Could not find \\S+ in class", "A library is missing. " + REINSTALL + "; " +
			"where the library is the system's, that."),
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

	/** JNA's words where it found its library nowhere, or could load none. */
	private static final String NO_JNA = "JNA native support";

	/** A message of a sentence or two, and what the system said. */
	public static String of(final Throwable error) {
		final List<Throwable> chain = chain(error);
		for (final Throwable e : chain)
			if (e instanceof NativesError) return e.getMessage();
		final String start = "TensorFlow cannot be loaded. ";
		for (final Cause cause : Cause.values())
			for (int i = chain.size() - 1; i >= 0; i--)
				if (cause.words.matcher(chain.get(i).toString()).find()) return (cause == Cause.JNA ? "" : start) + cause.sentence + " (" + said(chain.get(i)) +
					")";
		return start + "(" + said(chain.get(chain.size() - 1)) + "; " + System.getProperty("os.name") + ", " + System.getProperty(
			"os.arch") + ")";
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
