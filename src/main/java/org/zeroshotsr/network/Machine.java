package org.zeroshotsr.network;

import java.util.Locale;

/** A kind of computer that TensorFlow Java has libraries for. */
enum Machine {

	LINUX_X86("linux64", "linux-x86_64"), LINUX_ARM("linux-arm64", "linux-arm64"), MAC_ARM("macos-arm64",
		"macosx-arm64"), WINDOWS_X86("win64", "windows-x86_64");

	private final String updater;
	private final String javacpp;

	Machine(final String updater, final String javacpp) {
		this.updater = updater;
		this.javacpp = javacpp;
	}

	/** The name that Fiji's updater has for it, which is that of a folder in {@code lib}. */
	String updater() {
		return updater;
	}

	/** The folder of TensorFlow's libraries in their jar. */
	String javacpp() {
		return javacpp;
	}

	/**
	 * This one.
	 *
	 * @throws NativesError where there are no libraries for it
	 */
	static Machine here() {
		return of(System.getProperty("os.name"), System.getProperty("os.arch"));
	}

	static Machine of(final String os, final String arch) {
		final String name = os.toLowerCase(Locale.ROOT);
		final boolean arm = arch.equals("aarch64");
		final boolean x86 = arch.equals("amd64") || arch.equals("x86_64");
		if (name.startsWith("linux") && x86) return LINUX_X86;
		if (name.startsWith("linux") && arm) return LINUX_ARM;
		if (name.startsWith("mac") && arm) return MAC_ARM;
		if (name.startsWith("windows") && x86) return WINDOWS_X86;
		throw new NativesError("TensorFlow is not available here (" + os + ", " + arch +
			"): there is one for Linux (x86-64 and arm64), Windows (x86-64) and Macs with Apple's processors" + advice(name, x86 ||
				arm) + ".");
	}

	private static String advice(final String name, final boolean is64) {
		if (name.startsWith("mac")) return ". If this Mac has one, take a Fiji (or a Java) for arm64";
		return is64 ? "" : ", each with a 64-bit Java";
	}
}
