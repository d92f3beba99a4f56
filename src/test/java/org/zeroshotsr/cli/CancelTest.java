package org.zeroshotsr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CancelTest {

	@TempDir
	Path folder;

	/** With the signal of a cluster's scheduler: Ctrl-C's may be ignored where tests run in the background. */
	@Test
	@DisabledOnOs(OS.WINDOWS)
	void toldToEndItLeavesNothing() throws IOException, InterruptedException {
		final Path input = Cli.image(folder.resolve("in.tif"), 16, 24, 20);
		final Map<String, String> before = Cli.contents(folder);
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx1g", "-cp", System.getProperty("java.class.path"), Main.class.getName(), input.toString(), "-o", folder
				.resolve("out.tif").toString(), "--report", folder.resolve("r.json").toString(), "--steps", "100000",
			"--depth", "3", "--width", "8", "--device", "cpu").start();
		try (BufferedReader err = process.errorReader()) {
			String progress = err.readLine();
			while (progress != null && progress.startsWith("note: "))
				progress = err.readLine(); // the first other line comes after some seconds of training
			assertNotNull(progress);
			assertTrue(progress.contains("training"), progress);
			process.toHandle().destroy(); // the process's own destroy would close the stream
			assertEquals("zero-shot-sr: canceled; nothing was written", err.lines().reduce((a, b) -> b).orElse(""));
			assertTrue(process.waitFor(30, TimeUnit.SECONDS));
			assertEquals(Main.CANCELED, process.exitValue(), "what the help promises, and not 128 + 15");
		}
		finally {
			process.destroyForcibly();
		}
		assertTrue(Files.readString(folder.resolve("r.json")).contains("\"status\" : \"canceled\""));
		Files.delete(folder.resolve("r.json"));
		assertEquals(before, Cli.contents(folder));
	}
}
