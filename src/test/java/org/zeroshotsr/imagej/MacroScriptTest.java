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
