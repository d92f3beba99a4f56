package org.zeroshotsr.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerHomeTest {

	@TempDir
	Path fiji;

	private Path jar(final String folder) throws IOException {
		return Files.createFile(Files.createDirectories(fiji.resolve(folder)).resolve("zero-shot-sr-9.jar"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "plugins", "jars", "plugins/Zero-Shot SR" })
	void besideTheFolderOfTheJar(final String folder) throws IOException {
		final Path jar = jar(folder);
		final Path lib = Files.createDirectories(fiji.resolve("lib/zero-shot-sr"));
		Files.createFile(lib.resolve("tensorflow.jar"));
		final WorkerHome home = WorkerHome.find(jar);
		assertEquals(jar + File.pathSeparator + lib.resolve("*"), home.classPath());
		assertTrue(home.java().startsWith(System.getProperty("java.home")));
	}

	@Test
	void missingSaysHowToGetIt() throws IOException {
		final Path jar = jar("plugins");
		final String message = assertThrows(WorkerException.class, () -> WorkerHome.find(jar)).getMessage();
		assertTrue(message.contains(fiji.resolve("lib/zero-shot-sr") + " with TensorFlow is missing"), message);
		assertTrue(message.contains("unpack"), message);
	}

	@Test
	void emptyIsMissing() throws IOException {
		final Path jar = jar("plugins");
		Files.createDirectories(fiji.resolve("lib/zero-shot-sr"));
		assertThrows(WorkerException.class, () -> WorkerHome.find(jar));
	}
}
