package org.zeroshotsr.imagej;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in a real ImageJ with its windows; pictures of the screen are kept in target/screenshots. */
class ImageJWindowIT {

	@TempDir
	private Path home;

	@Test
	void dialogTrainingWindowRecorderAndCancel() throws Exception {
		try (VirtualDisplay display = VirtualDisplay.open()) {
			final Path pictures = Files.createDirectories(Path.of("target/screenshots")).toAbsolutePath();
			final String output = new ImageJFolder(home).program(display, ImageJWindowProgram.class, Path.of(
				"test-images/beads_16bit.tif").toAbsolutePath().toString(), pictures.toString());
			assertTrue(output.contains("PASSED"), output);
		}
	}
}
