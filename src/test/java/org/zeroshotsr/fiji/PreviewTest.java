package org.zeroshotsr.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.zeroshotsr.imagej.VirtualDisplay;

/** Previews of the SciJava command with real windows; pictures of the screen are kept in target/screenshots. */
class PreviewTest {

	@TempDir
	private Path folder;

	@Test
	void previewsCancelAndPreviewAgain() throws Exception {
		try (VirtualDisplay display = VirtualDisplay.open()) {
			final Path pictures = Files.createDirectories(Path.of("target/screenshots")).toAbsolutePath();
			final Path log = folder.resolve("output.txt");
			final ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx500m", "-cp", System.getProperty("java.class.path"), PreviewProgram.class.getName(), Path.of(
					"test-images/beads_16bit.tif").toAbsolutePath().toString(), pictures.toString()).redirectErrorStream(true)
						.redirectOutput(log.toFile());
			builder.environment().put("DISPLAY", display.name());
			final Process process = builder.start();
			try {
				assertTrue(process.waitFor(180, TimeUnit.SECONDS), () -> "it did not end");
				assertEquals(0, process.exitValue(), Files.readString(log));
			}
			finally {
				process.destroyForcibly();
			}
		}
	}
}
