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
package org.zeroshotsr.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.zeroshotsr.image.Window;

/** Kills at any moment leave whole chunks, and who goes on ends with the bytes of an undisturbed run. */
class ZarrKillTest {

	@TempDir
	Path folder;

	@Test
	void killedAndGoneOnWithIsTheSame() throws IOException, InterruptedException {
		final Map<String, byte[]> undisturbed = undisturbed();
		final Path image = folder.resolve("killed.zarr");
		// in the first plane, at its end, in the second's last rows, in the fourth
		for (final int lines : List.of(5, 15, 16, 30)) {
			kill(image, lines);
			assertAllWhole(undisturbed, image);
		}
		WritesPlanes.write(image, said -> {});
		assertSame(undisturbed, image);
	}

	/** As two tasks of an array do it: each has its planes, one is killed and run again. */
	@Test
	void twoWritersInAnotherOrderAreTheSame() throws IOException {
		final Map<String, byte[]> undisturbed = undisturbed();
		final Path image = folder.resolve("tasks.zarr");
		final List<long[]> planes = Zarrs.planes(WritesPlanes.INFO);
		try (ZarrWriter one = ZarrWriter.join(image, WritesPlanes.INFO, ZarrType.UINT16);
				ZarrWriter two = ZarrWriter.join(image, WritesPlanes.INFO, ZarrType.UINT16))
		{
			Zarrs.tiles(two, planes.get(3), Zarrs.plane(WritesPlanes.INFO, planes.get(3)), 200, 1100, 1);
			one.write(planes.get(0), 0, 0, Zarrs.plane(WritesPlanes.INFO, planes.get(0)).crop(new Window(0, 0,
				570, 1100)));
			Zarrs.tiles(two, planes.get(1), Zarrs.plane(WritesPlanes.INFO, planes.get(1)), 600, 100, 2);
		}
		try (ZarrWriter again = ZarrWriter.open(image, WritesPlanes.INFO, ZarrType.UINT16)) {
			assertFalse(again.isWhole(planes.get(0)));
			assertTrue(again.isWhole(planes.get(1)));
			Zarrs.tiles(again, planes.get(2), Zarrs.plane(WritesPlanes.INFO, planes.get(2)), 64, 64, 3);
			Zarrs.tiles(again, planes.get(0), Zarrs.plane(WritesPlanes.INFO, planes.get(0)), 333, 777, 4);
			again.finish(Store.JSON.createObjectNode());
		}
		assertSame(undisturbed, image);
	}

	@Test
	void whatADeadProcessLeftIsCleared() throws IOException {
		final Path image = folder.resolve("left.zarr");
		ZarrWriter.create(image, WritesPlanes.INFO, ZarrType.UINT8, false).close();
		// no process has this number
		final String name = ChunkFiles.beside(image, "").getFileName().toString();
		final Path dead = image.resolve(name.replaceFirst("\\.\\d+\\.([0-9a-f]+\\.part)$", ".2147483646.$1"));
		Files.writeString(dead, "half a chunk");
		final Path alive = Files.writeString(image.resolve(name), "of a process that writes it");
		final Path folderOfDead = Files.createDirectory(folder.resolve(".other.zarr" + dead.getFileName()));
		ZarrWriter.open(image, WritesPlanes.INFO, ZarrType.UINT8).close();
		assertFalse(Files.exists(dead));
		assertTrue(Files.exists(alive));
		ZarrWriter.create(folder.resolve("other.zarr"), WritesPlanes.INFO, ZarrType.UINT8, false).close();
		assertFalse(Files.exists(folderOfDead));
	}

	private Map<String, byte[]> undisturbed() throws IOException {
		WritesPlanes.write(folder.resolve("undisturbed.zarr"), said -> {});
		return Zarrs.files(folder.resolve("undisturbed.zarr"));
	}

	private static void kill(final Path image, final int lines) throws IOException, InterruptedException {
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx200m",
			"-cp", System.getProperty("java.class.path"), WritesPlanes.class.getName(), image.toString()).redirectError(
				ProcessBuilder.Redirect.INHERIT).start();
		try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
			for (int i = 0; i < lines; i++)
				if (said.readLine() == null) break;
			process.destroyForcibly();
		}
		process.waitFor();
	}

	private static void assertAllWhole(final Map<String, byte[]> undisturbed, final Path image) throws IOException {
		for (final var file : Zarrs.files(image).entrySet()) {
			final String name = file.getKey();
			if (name.endsWith(".part") || name.equals(".zattrs")) continue;
			assertArrayEquals(undisturbed.get(name), file.getValue(), name);
		}
	}

	private static void assertSame(final Map<String, byte[]> undisturbed, final Path image) throws IOException {
		final Map<String, byte[]> other = Zarrs.files(image);
		assertEquals(undisturbed.keySet(), other.keySet());
		for (final String name : other.keySet())
			assertArrayEquals(undisturbed.get(name), other.get(name), name);
	}
}
