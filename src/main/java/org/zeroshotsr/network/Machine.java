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
