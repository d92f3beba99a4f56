package org.zeroshotsr.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A real ImageJ with the classes under test installed as the zip (src/main/assembly/imagej.xml) does it, without
 * packaging them first: ImageJ starts with ij.jar alone on its class path and finds the rest in its folders.
 */
final class ImageJFolder {

	private static final long SECONDS = 120;

	private final Path folder;
	private final Path ij;

	ImageJFolder(final Path folder) throws IOException {
		this.folder = folder;
		final Path plugins = Files.createDirectories(folder.resolve("plugins/Zero-Shot_SR"));
		final Path lib = Files.createDirectories(folder.resolve("lib/zero-shot-sr/" + org.zeroshotsr.Version.get()));
		Path found = null;
		for (final String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			final Path path = Path.of(entry);
			final String name = path.getFileName().toString();
			if (name.matches("ij-1.*\\.jar")) found = path;
			else if (name.endsWith(".jar") && !name.matches("(junit|opentest4j|apiguardian|picocli).*")) {
				if (name.matches("(imglib2|appose|groovy|jna).*")) link(path, plugins);
				link(path, lib);
			}
		}
		ij = found;
		jar(plugins.resolve("zero-shot-sr.jar"), Path.of("target/classes"));
		jar(plugins.resolve("Zero-Shot_SR_menu.jar"), Path.of("src/main/imagej"));
	}

	private static void link(final Path jar, final Path to) throws IOException {
		try {
			Files.createLink(to.resolve(jar.getFileName()), jar);
		}
		catch (final UnsupportedOperationException | IOException e) { // another disk
			Files.copy(jar, to.resolve(jar.getFileName()));
		}
	}

	private static void jar(final Path jar, final Path classes) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar)); Stream<Path> files = Files.walk(
			classes))
		{
			for (final Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
				zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
				Files.copy(file, zip);
			}
		}
	}

	/** Runs a macro with {@code -batch}; returns what was printed. */
	String batch(final VirtualDisplay display, final Path macro, final String argument) throws Exception {
		return run(0, display, ij.toString(), "ij.ImageJ", "-batch", macro.toString(), argument);
	}

	/** The same of a macro that has to end with exit code 1. */
	String failingBatch(final VirtualDisplay display, final Path macro, final String argument) throws Exception {
		return run(1, display, ij.toString(), "ij.ImageJ", "-batch", macro.toString(), argument);
	}

	/** The same with the macro's text. */
	String batch(final VirtualDisplay display, final String macro) throws Exception {
		return batch(display, Files.writeString(folder.resolve("macro.ijm"), macro), "");
	}

	/** Runs a program of the test classes that starts ImageJ by itself. */
	String program(final VirtualDisplay display, final Class<?> program, final String... arguments) throws Exception {
		return run(0, display, ij + File.pathSeparator + Path.of("target/test-classes").toAbsolutePath(), program.getName(),
			arguments);
	}

	private String run(final int exit, final VirtualDisplay display, final String classPath, final String program,
		final String... arguments) throws Exception
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-Xmx500m", "-Dplugins.dir=" + folder, "-Duser.home=" + folder, // not the user's preferences
			"-cp", classPath, program));
		command.addAll(Arrays.asList(arguments));
		final Path log = folder.resolve("output.txt");
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().put("DISPLAY", display.name());
		final Process process = builder.start();
		try {
			final boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
			final String output = Files.readString(log);
			assertTrue(ended, () -> "ImageJ did not end; it printed: " + output);
			assertEquals(exit, process.exitValue(), output);
			return output;
		}
		finally {
			process.destroyForcibly();
		}
	}
}
