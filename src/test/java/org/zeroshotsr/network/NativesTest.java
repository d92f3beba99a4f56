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
package org.zeroshotsr.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import org.junit.jupiter.api.Test;

/** Where native libraries are looked for, and on which computers there are some. */
class NativesTest {

	@Test
	void everyComputerThatTensorFlowIsForHasItsFolder() {
		assertEquals("linux64", Machine.of("Linux", "amd64").updater());
		assertEquals("linux-arm64", Machine.of("Linux", "aarch64").updater());
		assertEquals("macos-arm64", Machine.of("Mac OS X", "aarch64").updater());
		assertEquals("win64", Machine.of("Windows 11", "amd64").updater());
	}

	@Test
	void othersAreTold() {
		for (final String[] computer : new String[][] { { "Mac OS X", "x86_64" }, { "Windows 11", "aarch64" }, { "Linux",
			"riscv64" }, { "Windows 10", "x86" }, { "SunOS", "amd64" } })
		{
			final String message = assertThrows(NativesError.class, () -> Machine.of(computer[0], computer[1])).getMessage();
			assertTrue(message.contains("not available here (" + computer[0] + ", " + computer[1] + ")"), message);
			assertEquals(computer[1].equals("x86") || computer[1].equals("riscv64"), message.contains("64-bit Java"), message);
			assertEquals(computer[0].startsWith("Mac"), message.contains("for arm64."), message);
		}
	}

	@Test
	void deliveredLibrariesAreFoundFromEveryPlaceOfTheJar() throws IOException {
		for (final Configuration platform : new Configuration[] { Configuration.windows(), Configuration.osX(), Configuration
			.unix() })
			try (FileSystem system = Jimfs.newFileSystem(platform)) {
				final Path fiji = system.getRootDirectories().iterator().next().resolve("my prögrams").resolve("Fiji.app");
				final Path natives = Files.createDirectories(fiji.resolve("lib").resolve("win64").resolve("zero-shot-sr"));
				for (final String folder : new String[] { "plugins", "jars", "plugins/Zero-Shot_SR", "lib/zero-shot-sr/1.0" }) {
					final Path jar = fiji.resolve(folder).resolve("zero-shot-sr-1.0.jar");
					assertEquals(natives, Natives.delivered(jar, Machine.WINDOWS_X86));
					assertNull(Natives.delivered(jar, Machine.LINUX_X86));
					Files.createDirectories(fiji.resolve("lib").resolve("zero-shot-sr").resolve("1.0"));
					assertEquals(fiji.resolve("lib").resolve("linux64").resolve("zero-shot-sr"), Natives.expected(jar,
						Machine.LINUX_X86));
				}
				assertNull(Natives.delivered(fiji.resolveSibling("a.jar"), Machine.WINDOWS_X86));
			}
	}

	@Test
	void aPathThatJavaWouldSplitIsNamed() {
		final Path path = Path.of("/data/12:30/lib");
		final String message = assertThrows(NativesError.class, () -> Natives.checkPath(path, ":")).getMessage();
		assertTrue(message.contains(path.toString()) && message.contains("':'"), message);
		Natives.checkPath(path, ";");
	}
}
