package org.zeroshotsr.cli;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.zeroshotsr.files.WholeFile;

/** Writes JSON so that the file appears whole or not at all. */
final class JsonFile {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private JsonFile() {}

	static void write(final JsonNode node, final Path file) throws IOException {
		WholeFile.write(file, out -> out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(node)));
	}
}
