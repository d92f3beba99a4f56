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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.PlaneOrder;
import org.zeroshotsr.image.Window;

/** Images for tests, and what is in a folder. */
final class Zarrs {

	private Zarrs() {}

	static ZarrInfo info(final String letters, final long... sizes) {
		final List<ZarrAxis> axes = new ArrayList<>();
		for (int d = 0; d < sizes.length; d++)
			axes.add(ZarrAxis.of(letters.charAt(d), sizes[d]));
		return new ZarrInfo("a test", axes, List.of());
	}

	static List<long[]> planes(final ZarrInfo info) {
		return PlaneOrder.of(info.letters(), info.sizes()).planes();
	}

	/** Another plane for each position; all values are whole numbers that every type holds. */
	static Plane plane(final ZarrInfo info, final long[] position) {
		final int channels = info.axis('S') == null ? 1 : (int) info.axis('S').size();
		final Plane plane = new Plane(channels, (int) info.axis('Y').size(), (int) info.axis('X').size());
		long seed = 7;
		for (final long index : position)
			seed = 31 * seed + index;
		final Random random = new Random(seed);
		for (int i = 0; i < plane.data.length; i++)
			plane.data[i] = random.nextInt(100) + (i % 29 == 0 ? 20 : 0);
		return plane;
	}

	/** Writes a plane in tiles, in an order by chance. */
	static void tiles(final ZarrWriter writer, final long[] position, final Plane plane, final int height,
		final int width, final long seed) throws IOException
	{
		final List<Window> tiles = new ArrayList<>();
		for (int y = 0; y < plane.height; y += height)
			for (int x = 0; x < plane.width; x += width)
				tiles.add(new Window(y, x, Math.min(height, plane.height - y), Math.min(width, plane.width - x)));
		Collections.shuffle(tiles, new Random(seed));
		for (final Window tile : tiles)
			writer.write(position, tile.y(), tile.x(), plane.crop(tile));
	}

	/** Every file of a folder, hidden ones too. */
	static Map<String, byte[]> files(final Path folder) throws IOException {
		final Map<String, byte[]> all = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.filter(Files::isRegularFile).toList())
				all.put(folder.relativize(file).toString(), Files.readAllBytes(file));
		}
		return all;
	}
}
