package org.zeroshotsr.files;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A disk of a few megabytes, in memory. Only root on Linux can have one; elsewhere the test is skipped. */
record SmallDisk(Path folder) implements AutoCloseable {

	static SmallDisk of(final int bytes) throws IOException, InterruptedException {
		assumeTrue(System.getProperty("os.name").equals("Linux"), "no tmpfs here");
		final Path folder = Files.createTempDirectory("small-disk").toRealPath();
		final boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString());
		if (!mounted) Files.delete(folder);
		assumeTrue(mounted, "this user cannot mount a tmpfs");
		return new SmallDisk(folder);
	}

	private static boolean run(final String... command) throws IOException, InterruptedException {
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
			.waitFor() == 0;
	}

	List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	@Override
	public void close() throws IOException, InterruptedException {
		if (!run("umount", "-l", folder.toString())) throw new IOException(folder + " stays mounted");
		Files.delete(folder);
	}
}
