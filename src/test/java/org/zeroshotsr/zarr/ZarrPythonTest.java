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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** Against zarr-python, both ways. */
class ZarrPythonTest {

	@TempDir
	Path folder;

	@Test
	void readsWhatPythonWrote() throws IOException, InterruptedException {
		Python.find().run("make", folder);
		int cases = 0;
		try (Stream<Path> all = Files.list(folder)) {
			for (final Path path : all.sorted().toList()) {
				check(path);
				cases++;
			}
		}
		assertTrue(cases > 110, cases + " cases");
	}

	private static void check(final Path path) throws IOException {
		final float[] expected = floats(path.resolve("expected.f4"));
		final ZarrImage image = ZarrImage.open(path.resolve("image.zarr"));
		final long[] size = image.info().sizes();
		assertEquals(expected.length, Arrays.stream(size).reduce(1, (a, b) -> a * b), path.toString());
		for (final long[] position : Zarrs.planes(image.info())) {
			final float[] wanted = Arrays.copyOfRange(expected, start(size, position), start(size, position) + (int) (size[0] *
				size[1]));
			final Plane plane = image.read(position);
			assertArrayEquals(wanted, plane.data, path + " at " + Arrays.toString(position));
			final Window window = new Window(5, 3, plane.height - 11, plane.width - 9);
			assertArrayEquals(plane.crop(window).data, image.read(position, window).data, path + " in a window");
		}
	}

	/** X is the fastest. */
	private static int start(final long[] size, final long[] position) {
		long at = 0;
		for (int d = size.length - 1; d >= 0; d--)
			at = at * size[d] + position[d];
		return (int) at;
	}

	private static float[] floats(final Path file) throws IOException {
		final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		final float[] all = new float[bytes.remaining() / Float.BYTES];
		bytes.asFloatBuffer().get(all);
		return all;
	}

	@ParameterizedTest
	@EnumSource
	void pythonReadsWhatIsWritten(final ZarrType type) throws IOException, InterruptedException {
		final Python python = Python.find();
		// ImageJ's order, which is not OME-Zarr's; odd sizes, several chunks and levels
		final ZarrInfo info = new ZarrInfo("written", List.of(new ZarrAxis('X', 1309, 0.1, 0, "micron"), new ZarrAxis('Y',
			1031, 0.2,
			3, "micron"), ZarrAxis.of('C', 2), new ZarrAxis('Z', 2, 0.5, 0, "nm"), new ZarrAxis('T', 1, 10, 0, "sec")),
				List.of(new ZarrChannel("DAPI", 0xff, 5, 100), ZarrChannel.UNKNOWN));
		final Path image = folder.resolve("out.ome.zarr");
		final float[] expected = new float[1309 * 1031 * 4];
		try (ZarrWriter writer = ZarrWriter.create(image, info, type, false)) {
			for (final long[] position : Zarrs.planes(info)) {
				final Plane plane = Zarrs.plane(info, position);
				if (type == ZarrType.FLOAT32) plane.data[7] = Float.NaN;
				Zarrs.tiles(writer, position, plane, 300, 400, 5);
				// in the array Z is slower than C is not: t, c, z, y, x
				System.arraycopy(plane.data, 0, expected, (int) ((position[2] * 2 + position[3]) * plane.data.length),
					plane.data.length);
			}
			writer.finish(Store.JSON.readTree("{\"steps\": 1000}"));
		}
		final String levels = python.run("levels", image, folder.resolve("raw"));
		assertEquals(3, levels.lines().count(), levels);
		assertTrue(levels.startsWith("0 (1, 2, 2, 1031, 1309) "), levels);
		assertArrayEquals(expected, floats(folder.resolve("raw")));
	}
}
