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
package org.zeroshotsr.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
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

	/** A file that another process makes and removes is there or not there, and no fault. */
	@Test
	void aFileThatComesAndGoesIsNoFault() throws Exception {
		final Path file = folder.resolve("a");
		final AtomicBoolean ended = new AtomicBoolean();
		final CompletableFuture<Void> comesAndGoes = CompletableFuture.runAsync(() -> {
			try {
				while (!ended.get()) {
					Files.createFile(file);
					Files.delete(file);
				}
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		});
		try {
			for (int n = 0; n < 20000; n++)
				assertEquals("a", WholeFile.target(file).getFileName().toString());
		}
		finally {
			ended.set(true);
			comesAndGoes.get();
		}
	}
}
