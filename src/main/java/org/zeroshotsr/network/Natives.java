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

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where native libraries are. This program is delivered with {@code lib/PLATFORM/zero-shot-sr} (PLATFORM as Fiji's updater
 * names it), where they lie unpacked and are loaded from; nothing is written anywhere. Where they are in jars on the class
 * path, as in Maven's own process, they are unpacked into a {@link NativeCache}.
 */
public final class Natives {

	/** Levels from this program's jar up to the folder that {@code lib} is in. */
	private static final int LEVELS = 4;
	private static final String PATHS_FIRST = "org.bytedeco.javacpp.pathsFirst";

	private static Path delivered;
	private static boolean looked;

	private Natives() {}

	/**
	 * Tells JNA of its library, where it was delivered; to be called before JNA is used in a process that is this program's
	 * own.
	 */
	public static synchronized void useDelivered() {
		if (looked) return;
		looked = true;
		try {
			delivered = delivered(own(), Machine.here());
		}
		catch (final NativesError e) {
			return; // said when TensorFlow is wanted
		}
		if (delivered != null && Files.isDirectory(jna())) {
			System.setProperty("jna.boot.library.path", jna().toString());
			System.setProperty("jna.nounpack", "true");
		}
		// else it unpacks itself
		else if (NativeCache.given() != null) System.setProperty("jna.tmpdir", NativeCache.given());
	}

	private static Path jna() {
		return delivered.resolve("jna-" + version("jna"));
	}

	/**
	 * Why JNA's library cannot be loaded from where it was delivered, which JNA keeps to itself; null where nothing is known.
	 */
	static synchronized UnsatisfiedLinkError jnaProblem() {
		if (delivered == null) return null;
		try {
			System.load(jna().resolve(System.mapLibraryName("jnidispatch").replace(".dylib", ".jnilib")).toString());
			return null;
		}
		catch (final UnsatisfiedLinkError e) {
			return e;
		}
	}

	/**
	 * Tells JavaCPP where TensorFlow's libraries are; to be called before that is used.
	 *
	 * @throws NativesError where they cannot be had
	 */
	static void prepare() {
		useDelivered();
		if (System.getProperty(PATHS_FIRST) == null) javacpp(tensorFlow());
	}

	private static Path tensorFlow() {
		final Machine machine = Machine.here();
		if (delivered != null) {
			if (Files.isDirectory(delivered())) return delivered();
			throw missing(delivered());
		}
		final URL packed = packed(machine);
		if (packed == null) throw missing(expected(own(), machine));
		return folder(packed);
	}

	/** TensorFlow's libraries, and CUDA's in the GPU build. */
	private static Path delivered() {
		return delivered.resolve("tensorflow-" + version("tensorflow"));
	}

	private static NativesError missing(final Path folder) {
		return new NativesError("The folder with TensorFlow's libraries for this kind of computer is missing: there is no " +
			folder + ". " + LoadFailure.REINSTALL + ", the one for this kind of computer.");
	}

	/** JavaCPP takes libraries from the paths before it unpacks any, and does not even make its cache. */
	private static void javacpp(final Path folder) {
		checkPath(folder);
		System.setProperty("java.library.path", folder.toString());
		System.setProperty(PATHS_FIRST, "true");
		System.setProperty("org.bytedeco.javacpp.cacheLibraries", "false");
	}

	/**
	 * Java splits its paths at a certain character, and knows no way around it.
	 *
	 * @throws NativesError where it is in this one
	 */
	static void checkPath(final Path folder) {
		checkPath(folder, File.pathSeparator);
	}

	static void checkPath(final Path folder, final String separator) {
		if (folder.toString().contains(separator)) throw new NativesError("Java cannot load libraries from " + folder +
			", as there is a '" + separator + "' in its name. Rename that folder, or install this program elsewhere.");
	}

	/**
	 * The folder with unpacked libraries for this program's classes in {@code own}; null where there is none. One for another
	 * kind of computer does not count.
	 */
	static Path delivered(final Path own, final Machine machine) {
		Path folder = own.getParent();
		for (int i = 0; i < LEVELS && folder != null; i++, folder = folder.getParent()) {
			final Path natives = natives(folder, machine);
			if (Files.isDirectory(natives)) return natives;
		}
		return null;
	}

	/** Where they should be: beside the jars. */
	static Path expected(final Path own, final Machine machine) {
		Path folder = own.getParent();
		for (int i = 0; i < LEVELS && folder != null; i++, folder = folder.getParent())
			if (Files.isDirectory(folder.resolve("lib").resolve("zero-shot-sr"))) return natives(folder, machine);
		return natives(own.getParent(), machine);
	}

	private static Path natives(final Path folder, final Machine machine) {
		return folder.resolve("lib").resolve(machine.updater()).resolve("zero-shot-sr");
	}

	private static Path own() {
		try {
			return Path.of(Natives.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (final URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	/**
	 * Of the libraries, as this program's build wrote it down: a newer program with the same ones leaves them where they are.
	 */
	private static String version(final String library) {
		try (InputStream in = Natives.class.getResourceAsStream("/org/zeroshotsr/version.properties")) {
			final Properties versions = new Properties();
			versions.load(in);
			return versions.getProperty(library);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** One of TensorFlow's libraries in a jar on the class path: of the GPU build, where it is there. */
	private static URL packed(final Machine machine) {
		final String folder = "/org/tensorflow/internal/c_api/" + machine.javacpp();
		final String library = "/" + System.mapLibraryName("jnitensorflow");
		final URL gpu = Natives.class.getResource(folder + "-gpu" + library);
		return gpu == null ? Natives.class.getResource(folder + library) : gpu;
	}

	/** Whether this library of CUDA was delivered, or is on the class path in a folder of a jar. */
	static boolean hasCuda(final String resources, final String library) {
		return delivered == null ? Natives.class.getResource(resources + library) != null : Files.exists(delivered().resolve(
			library));
	}

	/** The folder with CUDA's libraries, where there are some. */
	static Path cuda(final String resources, final String library) {
		return delivered == null ? folder(Natives.class.getResource(resources + library)) : delivered();
	}

	/** The folder that what lies beside a file of a jar is unpacked in. */
	private static Path folder(final URL file) {
		try {
			return NativeCache.ofUser().folder(file);
		}
		catch (final IOException e) {
			throw new NativesError(LoadFailure.of(new IOException("TensorFlow's libraries cannot be unpacked: " + e, e)), e);
		}
	}
}
