/*-
 * #%L
 * Zero-Shot SR: zero-shot super-resolution for microscopy.
 * %%
 * Copyright (C) 2026 Zero-Shot SR developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package org.zeroshotsr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** CITATION.cff is one (citation-file-format 1.2.0, schema.json), and says what the program does. */
class CitationTest {

	/** All keys of the schema's first level. */
	private static final Set<String> KEYS = Set.of("abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi",
		"identifiers", "keywords", "license", "license-url", "message", "preferred-citation", "references", "repository",
		"repository-artifact", "repository-code", "title", "type", "url", "version");
	private static final Set<String> NEEDED = Set.of("cff-version", "message", "title", "authors");

	@SuppressWarnings("unchecked")
	private static Map<String, Object> file() throws IOException {
		try (Reader in = Files.newBufferedReader(Path.of("CITATION.cff"))) {
			return (Map<String, Object>) new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
		}
	}

	@Test
	void isACitationFile() throws IOException {
		final Map<String, Object> file = file();
		assertTrue(KEYS.containsAll(file.keySet()), file.keySet().toString());
		assertTrue(file.keySet().containsAll(NEEDED), file.keySet().toString());
		assertEquals("1.2.0", file.get("cff-version"));
		assertEquals("software", file.get("type"));
		assertEquals("BSD-2-Clause", file.get("license"));
	}

	@Test
	@SuppressWarnings("unchecked")
	void saysWhatTheProgramSays() throws IOException {
		final Map<String, Object> file = file();
		assertEquals(Version.get().replace("-SNAPSHOT", ""), file.get("version"), "that of pom.xml");
		assertEquals(Citation.NAME, file.get("title"));
		assertEquals(List.of(Map.of("name", Citation.AUTHORS)), file.get("authors"));
		assertEquals(Citation.ADDRESS, file.get("repository-code"));
		assertTrue(Files.readString(Path.of("CITATION.cff")).contains("date-released: " + Citation.YEAR + "-"));
		final Map<String, Object> method = (Map<String, Object>) file.get("preferred-citation");
		assertEquals(Citation.TITLE, method.get("title"));
		assertEquals(Citation.PROCEEDINGS, method.get("collection-title"));
		assertEquals(Citation.METHOD_YEAR, method.get("year").toString());
		for (final Map<String, String> author : (List<Map<String, String>>) method.get("authors")) {
			final String name = author.get("family-names") + ", " + author.get("given-names");
			assertTrue(Citation.bibtex("1").contains(name), name);
			assertTrue(Citation.method().contains(author.get("given-names").charAt(0) + ". " + author.get("family-names")), name);
			assertTrue(Citation.SHORT.contains(author.get("family-names")), name);
		}
		assertTrue(Files.readString(Path.of("README.md")).contains(Citation.ARXIV));
	}
}
