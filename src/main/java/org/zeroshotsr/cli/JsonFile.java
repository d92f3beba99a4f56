package org.zeroshotsr.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.zeroshotsr.files.PartFile;

/** Writes JSON so that the file appears whole or not at all. */
final class JsonFile {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private JsonFile() {}

	static void write(final JsonNode node, final Path file) throws IOException {
		final Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
		final Path part = PartFile.beside(target);
		try {
			MAPPER.writerWithDefaultPrettyPrinter().writeValue(part.toFile(), node);
			try {
				Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
			}
			catch (final AtomicMoveNotSupportedException e) {
				Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
			}
		}
		finally {
			Files.deleteIfExists(part);
		}
	}
}
