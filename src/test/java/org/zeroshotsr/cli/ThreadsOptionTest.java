package org.zeroshotsr.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.zeroshotsr.files.ImageFiles;

/** On the real process: TensorFlow keeps to the threads of its first session. */
class ThreadsOptionTest {

	@TempDir
	Path folder;

	/** In float32; in bfloat16 TensorFlow's own sums depend on it. */
	@Test
	void theSameBitsWithAnyNumber() throws IOException, InterruptedException {
		final Path input = Cli.image(folder.resolve("in.tif"), 16, 90, 80);
		final float[][] one = pixels(input, 1, "--threads", "1");
		assertArrayEquals(one, pixels(input, 3, "--threads", "3"));
	}

	/** @param threads that the report is to tell */
	private float[][] pixels(final Path input, final int threads, final String... more) throws IOException,
		InterruptedException
	{
		final Path output = folder.resolve(threads + ".tif");
		final Path report = folder.resolve(threads + ".json");
		final ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx1g", "-cp", System.getProperty("java.class.path"), Main.class.getName(), input.toString(), "-o", output.toString(),
			"--report", report.toString(), "--steps", "12", "--depth", "4", "--width", "32", "--crop", "64", "--device", "cpu",
			"--precision", "float32", "--fallback", "off", "--quiet");
		builder.command().addAll(java.util.List.of(more));
		final Process process = builder.redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
		assertTrue(process.waitFor(120, TimeUnit.SECONDS));
		assertEquals(Main.DONE, process.exitValue(), Files.readString(folder.resolve("said")));
		assertTrue(Files.readString(report).contains("\"threads\" : " + threads + ","));
		return ImageFiles.open(output).getProcessor().getFloatArray();
	}

	@Test
	void whatIsNoNumberIsRefused() throws IOException {
		final Path input = Cli.image(folder.resolve("in.tif"), 8, 16, 16);
		final Cli.Run run = Cli.quick(input, "-o", folder.resolve("out.tif"), "--threads", "0");
		assertEquals(Main.BAD_INPUT, run.code());
		assertTrue(run.err().contains("--threads: '0' is not possible"), run.err());
	}
}
