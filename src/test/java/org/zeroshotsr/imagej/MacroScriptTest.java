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
package org.zeroshotsr.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MacroScriptTest {

	private static List<String> parts(final String argument) {
		return List.of(MacroScript.part(argument, "0"), MacroScript.part(argument, "1"), MacroScript.part(argument, "2"));
	}

	@Test
	void anArgumentHasThreeParts() {
		assertEquals(List.of("/in put.tif", "/out.tif", "scale=2 noise=none;auto"), parts(
			"/in put.tif;/out.tif;scale=2 noise=none;auto"));
		assertEquals(List.of("/in.tif", "/out.tif", ""), parts("/in.tif;/out.tif"));
		assertEquals(List.of("/in.tif", "", ""), parts("/in.tif"));
		assertEquals(List.of("", "", ""), parts(""));
		assertEquals(List.of("/a;b.tif", "/c;d.tif", "kernel=linear;bicubic"), parts("|/a;b.tif|/c;d.tif|kernel=linear;bicubic"));
		assertEquals(List.of("/a;|.tif", "/b|.tif", "scale=2"), parts("\t/a;|.tif\t/b|.tif\tscale=2"));
		assertEquals(List.of("/a;|.tif", "/b\t.tif", ""), parts("\n/a;|.tif\n/b\t.tif\n"));
		// names are left as they are
		assertEquals(List.of("/a .tif ", " /b.tif", " scale=2"), parts("/a .tif ; /b.tif; scale=2"));
	}

	@Test
	void linesAreAppended(@TempDir final Path folder) throws Exception {
		final Path file = folder.resolve("it's; \"a\" 細胞.csv");
		assertEquals("", MacroScript.append("one µm", file.toString()));
		assertEquals("", MacroScript.append("two", file.toString()));
		assertEquals(List.of("one µm", "two"), Files.readAllLines(file));
		final String said = MacroScript.append("three", folder.toString());
		assertTrue(said.startsWith("ERROR: " + folder + " cannot be written"), said);
	}

	@Test
	void onlyAnImageJThatRunsForItsMacroAloneIsEnded() {
		assertTrue(MacroScript.endsWithItsMacro(List.of("-jar", "ij.jar", "-batch", "a.ijm", "/in;/out")));
		assertTrue(MacroScript.endsWithItsMacro(List.of("--headless", "--console", "-macro", "a.ijm")));
		assertTrue(MacroScript.endsWithItsMacro(List.of("--headless", "--run", "a.ijm")));
		assertFalse(MacroScript.endsWithItsMacro(List.of("-macro", "a.ijm")));
		assertFalse(MacroScript.endsWithItsMacro(List.of("--headless")));
		assertFalse(MacroScript.endsWithItsMacro(List.of("-batch-no-exit", "a.ijm")));
	}
}
