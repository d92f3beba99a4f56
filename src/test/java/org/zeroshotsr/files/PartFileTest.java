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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {

	@TempDir
	private Path folder;

	/** Makes one and is killed. */
	static final class Program {

		public static void main(final String... args) throws IOException {
			System.out.println(PartFile.beside(Path.of(args[0])));
			Runtime.getRuntime().halt(9);
		}
	}

	private Path ofADeadProcess() throws Exception {
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
			System.getProperty("java.class.path"), Program.class.getName(), folder.resolve("a.tif").toString())
				.redirectErrorStream(true).start();
		final Path part = Path.of(process.inputReader().readLine());
		assertEquals(9, process.waitFor());
		assertTrue(Files.exists(part));
		return part;
	}

	@Test
	void whatADeadRunLeftIsRemovedAndNothingElse() throws Exception {
		final Path dead = ofADeadProcess();
		final String name = dead.getFileName().toString();
		final String host = name.split("\\.")[3];
		// of another host, where a process of that number may live; of a process that lives; of nobody knows whom
		final Path[] others = { folder.resolve(name.replace("." + host + ".", ".another.")), folder.resolve(name.replaceFirst(
			"\\.\\d+\\.([0-9a-f]+\\.part)", "." + ProcessHandle.current().parent().orElseThrow().pid() + ".$1")), folder.resolve(
				".b.tif.part"), folder.resolve("c.part") };
		for (final Path other : others)
			Files.createFile(other);
		final Path first = PartFile.beside(folder.resolve("b.tif"));
		assertFalse(Files.exists(dead), dead.toString());
		for (final Path other : others)
			assertTrue(Files.exists(other), other.toString());
		final Path second = PartFile.beside(folder.resolve("b.tif"));
		assertTrue(Files.exists(first));
		assertTrue(Files.exists(second));
	}

	@Test
	void aLongNameIsCut() throws IOException {
		assertTrue(Files.exists(PartFile.beside(folder.resolve("x".repeat(250)))));
	}
}
