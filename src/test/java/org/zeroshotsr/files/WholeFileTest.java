package org.zeroshotsr.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

	@TempDir
	Path folder;

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void theOldFileStaysUntilTheNewOneIsComplete() throws IOException {
		final Path file = Files.writeString(folder.resolve("a"), "old");
		WholeFile.write(file, out -> {
			out.write("new".getBytes());
			out.flush();
			assertEquals("old", Files.readString(file));
			assertEquals(2, names().size());
		});
		assertEquals("new", Files.readString(file));
		assertEquals(List.of("a"), names());
	}

	@Test
	void aFailureLeavesEverythingAsItWas() throws IOException {
		final Path file = Files.writeString(folder.resolve("a"), "old");
		final IOException failure = new IOException("full");
		assertEquals(failure, assertThrows(IOException.class, () -> WholeFile.write(file, out -> {
			out.write(new byte[1 << 21]);
			throw failure;
		})));
		assertEquals("old", Files.readString(file));
		assertEquals(List.of("a"), names());
		final String message = assertThrows(IOException.class, () -> WholeFile.write(folder.resolve("none/b"), out -> {}))
			.getMessage();
		assertTrue(message.contains("no file can be written in the folder " + folder.resolve("none")), message);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void whatALinkStandsForIsWritten() throws IOException {
		final Path other = Files.writeString(Files.createDirectory(folder.resolve("other")).resolve("real"), "old");
		final Path link = Files.createSymbolicLink(folder.resolve("link"), other);
		WholeFile.write(link, out -> out.write('x'));
		assertTrue(Files.isSymbolicLink(link));
		assertEquals("x", Files.readString(other));
	}
}
