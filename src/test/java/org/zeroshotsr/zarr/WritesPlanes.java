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
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.zeroshotsr.image.Plane;
import org.zeroshotsr.image.Window;

/** A process that writes planes band by band, and says so after each, for {@link ZarrKillTest} to kill it. */
final class WritesPlanes {

	static final ZarrInfo INFO = Zarrs.info("XYZC", 1100, 600, 2, 2);

	private WritesPlanes() {}

	public static void main(final String... arguments) throws IOException {
		write(Path.of(arguments[0]), System.out::println);
	}

	/** Writes the planes that are not there. */
	static void write(final Path image, final Consumer<Object> said) throws IOException {
		try (ZarrWriter writer = ZarrWriter.join(image, INFO, ZarrType.UINT16)) {
			for (final long[] position : Zarrs.planes(INFO)) {
				if (writer.isWhole(position)) continue;
				final Plane plane = Zarrs.plane(INFO, position);
				for (int y = 0; y < plane.height; y += 30) {
					writer.write(position, y, 0, plane.crop(new Window(y, 0, 30, plane.width)));
					said.accept(List.of(position[2], position[3], y));
				}
			}
			writer.finish(Store.JSON.createObjectNode());
		}
	}
}
