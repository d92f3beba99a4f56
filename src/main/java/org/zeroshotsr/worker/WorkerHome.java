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

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.zeroshotsr.Version;
import org.zeroshotsr.image.Threads;
import org.zeroshotsr.run.Recipe;

/**
 * What the training process is started from.
 *
 * @param java      the Java executable
 * @param classPath this program's classes, TensorFlow, Appose and Groovy, as {@code -cp} takes it
 * @param options   options for that JVM
 */
record WorkerHome(String java, String classPath, List<String> options) {

	/** System property: the folder with TensorFlow's jars, where it is not found by itself. */
	static final String LIB_PROPERTY = "zeroshotsr.lib";
	/** Environment variable: more options for the training process's Java, such as {@code -Xmx16g}. */
	static final String OPTIONS_VARIABLE = "ZERO_SHOT_SR_JAVA_OPTS";

	/**
	 * The folder with TensorFlow's jars, from the folder of ImageJ or Fiji: each version has its own, so that what an older one
	 * left there is not taken.
	 */
	private static final String LIB = "lib/zero-shot-sr/" + Version.get();
	/** The command line's folder of what batches alone need. */
	private static final String BATCH = "batch";
	/** The jar lies in plugins/ or jars/, or one folder further down. */
	private static final int LEVELS = 3;

	/** Half of the machine for Java's heap, at most: TensorFlow has memory of its own beside it. */
	private static final List<String> DEFAULTS = List.of("-XX:MaxRAMPercentage=50", "-Djava.awt.headless=true",
		// training leaves much behind that lives shortly: collected early, it does not make the process large
		"-XX:MaxNewSize=128m",
		// an end that can be named, no core file, and the report of a crash in the log, not in a file
		"-XX:+ExitOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash", "-XX:+ErrorFileToStderr");

	/**
	 * Finds the folder {@code lib/zero-shot-sr/VERSION} by the system property {@value #LIB_PROPERTY}, or beside the folder that
	 * this program's jar is in; the command line's jars lie all in one folder. Classes that are in no jar, as when this program is being built, take the class path they
	 * are on.
	 *
	 * @throws WorkerException where there is none, or what lies beside this program's jar is in its way
	 */
	static WorkerHome find() {
		return find(own());
	}

	/** The same for this program's classes in {@code own}, a jar or a folder, of whatever file system. */
	static WorkerHome find(final Path own) {
		final String given = System.getProperty(LIB_PROPERTY);
		if (given != null) return of(own, own.getFileSystem().getPath(given));
		if (Files.isDirectory(own)) return of(System.getProperty("java.class.path"));
		Installation.check(own);
		if (own.getParent().endsWith(LIB)) return of(own, own.getParent(), own.resolveSibling(BATCH)); // the command line's
		final List<Path> searched = new ArrayList<>();
		Path folder = own.getParent();
		for (int i = 0; i < LEVELS && folder != null; i++, folder = folder.getParent()) {
			searched.add(folder.resolve(LIB));
			if (Files.isDirectory(folder.resolve(LIB))) return of(own, folder.resolve(LIB));
		}
		throw missing(searched);
	}

	private static WorkerException missing(final List<Path> searched) {
		return new WorkerException("The folder with TensorFlow is missing: there is no " + searched.stream().map(Path::toString)
			.collect(Collectors.joining(", no ")) + ". " + REINSTALL);
	}

	private static WorkerHome of(final Path own, final Path... libs) {
		final Path lib = libs[0];
		final List<Path> jars = new ArrayList<>(Installation.jars(lib));
		if (jars.isEmpty()) throw missing(List.of(lib));
		for (int i = 1; i < libs.length; i++)
			jars.addAll(Installation.jars(libs[i]));
		// every jar by its name: a * is no part of a path everywhere
		final String separator = own.getFileSystem().getSeparator().equals("\\") ? ";" : ":";
		for (final Path path : List.of(own, lib))
			if (path.toString().contains(separator)) throw new WorkerException("Java cannot be started from " + path +
				", as there is a '" + separator + "' in its name. Rename that folder, or install Fiji (or ImageJ) elsewhere.");
		return of(Stream.concat(Stream.of(own), jars.stream()).distinct().map(Path::toString).collect(Collectors.joining(separator)));
	}

	private static WorkerHome of(final String classPath) {
		final String home = System.getProperty("java.home");
		final boolean windows = System.getProperty("os.name").startsWith("Windows");
		final List<String> options = new ArrayList<>(DEFAULTS);
		final String more = System.getenv(OPTIONS_VARIABLE);
		if (more != null && !more.isBlank()) options.addAll(List.of(more.trim().split("\\s+")));
		return new WorkerHome(Path.of(home, "bin", windows ? "java.exe" : "java").toString(), classPath, options);
	}

	private static Path own() {
		try {
			return Path.of(WorkerHome.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (final URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	private static final String REINSTALL =
		"Download the zip of Zero-Shot SR for this kind of computer again and unpack all of it over the folder of Fiji (or ImageJ).";

	String reinstall() {
		return REINSTALL;
	}

	/** For a recipe: another device or number of threads takes another process, as TensorFlow keeps to those it begins with. */
	WorkerHome of(final Recipe recipe) {
		return with("-XX:ActiveProcessorCount=" + Threads.count(), "-Dzeroshotsr.device=" + recipe.device());
	}

	/** The same with more options for the JVM, over which those of the user's environment go. */
	WorkerHome with(final String... more) {
		return new WorkerHome(java, classPath, Stream.concat(Arrays.stream(more), options.stream()).toList());
	}

	/** The command that starts the training process. */
	String[] command() {
		final List<String> command = new ArrayList<>(List.of(java, "-cp", classPath));
		command.addAll(options);
		command.add("-D" + ChildMain.PARENT + "=" + ProcessHandle.current().pid());
		command.add(ChildMain.class.getName());
		return command.toArray(new String[0]);
	}
}
